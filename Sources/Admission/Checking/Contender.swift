/// A child among those eligible at a program, for the checks alone: its rank there, and parts of its key.
///
/// There is one for each wish of a country: most scores fit into an `Int32` (``Recount/scoresAreShort``), which makes
/// it a third smaller.
struct Contender<Score: ComparedScore>: BitwiseCopyable, Sendable {
  /// After the margin.
  let score: Score
  /// As the result has it.
  let rank: Int32
  let child: Int32
  /// 0 without a draw.
  let draw: Int32
}

/// What scores are compared as.
protocol ComparedScore: FixedWidthInteger, BitwiseCopyable, Sendable {
  /// What it counts (``Exact/raw``).
  static var unit: Int64 { get }
}

/// Ten-thousandths.
extension Int32: ComparedScore {
  static let unit: Int64 = 1_000_000
}

extension Int64: ComparedScore {
  static let unit: Int64 = 1
}
