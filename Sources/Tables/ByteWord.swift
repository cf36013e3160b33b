/// Eight bytes of a text, asked about all at once: the loops over millions of
/// cells skip with it what needs no closer look.
///
/// Each question answers with a word in which the top bit of a byte says yes. Only
/// the first yes is certain: a byte after one may say yes wrongly, never no.
public struct ByteWord {
  /// The first byte in the lowest bits.
  public let bits: UInt64

  /// How many bytes it has.
  public static let size = 8
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes at `pointer`, wherever that points.
  @inlinable @inline(__always)
  public init(_ pointer: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// The bytes of a text of less than eight, in whatever order, some of them twice; nil of less than two.
  @inlinable @inline(__always)
  public init?(short text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress, text.count >= 2, text.count < ByteWord.size else { return nil }
    let source = UnsafeRawPointer(start)
    func load<Word: FixedWidthInteger>(_ index: Int, _ type: Word.Type) -> UInt64 {
      UInt64(truncatingIfNeeded: source.loadUnaligned(fromByteOffset: index, as: type))
    }
    if text.count >= 4 {
      bits = load(0, UInt32.self) | load(text.count - 4, UInt32.self) << 32
    } else {
      let both = load(0, UInt16.self) | load(text.count - 2, UInt16.self) << 16
      bits = both | both << 32
    }
  }

  /// Eight times the same byte.
  @inlinable @inline(__always)
  public init(repeating byte: UInt8) { bits = UInt64(byte) &* ByteWord.ones }

  /// Copies a text: most are shorter than what a call for it costs.
  @inlinable @inline(__always)
  public static func copy(_ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    let (source, target, count) = (UnsafeRawPointer(start), UnsafeMutableRawPointer(target), text.count)
    func move<Word: BitwiseCopyable>(_ index: Int, _ type: Word.Type) {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: index, as: type), toByteOffset: index, as: type)
    }
    // The last word lies over the one before, rather than byte by byte.
    if count >= 8 {
      var index = 0
      while index + 8 < count {
        move(index, UInt64.self)
        index += 8
      }
      move(count - 8, UInt64.self)
    } else if count >= 4 {
      move(0, UInt32.self)
      move(count - 4, UInt32.self)
    } else {
      for index in 0..<count { move(index, UInt8.self) }
    }
  }

  /// The bytes that both words have at the same place.
  @inlinable @inline(__always)
  public func equal(to other: ByteWord) -> UInt64 {
    let difference = bits ^ other.bits
    return (difference &- ByteWord.ones) & ~difference & ByteWord.tops
  }

  /// The bytes below `limit`, which is at most 128.
  @inlinable @inline(__always)
  public func below(_ limit: UInt8) -> UInt64 {
    (bits &- UInt64(limit) &* ByteWord.ones) & ~bits & ByteWord.tops
  }

  /// The bytes beyond ASCII: of these each answer is certain.
  @inlinable @inline(__always)
  public var beyondASCII: UInt64 { bits & ByteWord.tops }

  /// Whether every byte is a visible character of ASCII, and no space.
  @inlinable @inline(__always)
  public var isVisibleASCII: Bool {
    (below(0x21) | bits | (bits &+ ByteWord.ones)) & ByteWord.tops == 0
  }

  /// The place of the first yes in an answer that has one.
  @inlinable @inline(__always)
  public static func first(_ answer: UInt64) -> Int { answer.trailingZeroBitCount >> 3 }
}
