/// An eligible wish among those of its program, for the checks alone: its rank, and parts of its key or
/// where to find them. Two numbers in a word, so that it is moved in whole words.
struct Contender: BitwiseCopyable, Sendable {
  /// After the margin.
  let score: Int64
  private let rankAndWish: UInt64
  private let childAndDraw: UInt64

  @inline(__always)
  init(score: Int64, rank: Int32, wish: Int32, child: Int32, draw: Int32) {
    self.score = score
    rankAndWish = UInt64(UInt32(bitPattern: rank)) << 32 | UInt64(UInt32(bitPattern: wish))
    childAndDraw = UInt64(UInt32(bitPattern: child)) << 32 | UInt64(UInt32(bitPattern: draw))
  }

  /// As the result has it.
  var rank: Int32 { Int32(truncatingIfNeeded: rankAndWish >> 32) }
  var wish: Int32 { Int32(truncatingIfNeeded: rankAndWish) }
  var child: Int32 { Int32(truncatingIfNeeded: childAndDraw >> 32) }
  /// 0 without a draw.
  var draw: Int32 { Int32(truncatingIfNeeded: childAndDraw) }
  /// What the checks of seats compare.
  var standing: Standing { Standing(wish: wish, rank: rank) }
}
