public import Wording

/// What was measured.
public struct BenchReport: Codable, Hashable, Sendable {
  /// Children of the made-up province.
  public var children: Int
  /// The workbooks that they came in.
  public var rosters: Int
  /// Bytes of the files that were read.
  public var fileBytes: Int
  /// Threads of the parallel stage, of the matches, checks and explanations; all others run on one.
  public var jobs: Int
  /// Peak memory before the first stage, in bytes: what making up the province took.
  public var memoryBefore: Int
  /// The large round; nil before it is made up.
  public var match: BenchRound?
  /// In the order of the work.
  public var measures: [BenchMeasure] = []

  /// Whether every bar is kept.
  public var holds: Bool { measures.allSatisfy { $0.holds != false } }
}

/// The round that is made up for the match alone.
public struct BenchRound: Codable, Hashable, Sendable {
  /// How many children there are.
  public var children: Int
  /// The wishes of each.
  public var wishes: Int
  /// The programs that they wish for.
  public var programs: Int
  /// The seats of all programs.
  public var seats: Int
}

/// One stage.
public struct BenchMeasure: Codable, Hashable, Sendable {
  /// What was measured.
  public let stage: BenchStage
  /// Rows, or children.
  public let rows: Int
  /// Of XLSX the XML in it, of other files their own bytes; nil for stages between files.
  public let bytes: Int?
  /// The median of several runs where one is cheap.
  public let seconds: Double
  /// ``rows`` in a second.
  public let rowsPerSecond: Double
  /// ``bytes`` in a second.
  public let bytesPerSecond: Double?
  /// What the same bytes cost at least, in the same run: inflating and parsing
  /// with callbacks that do nothing, or deflating alone.
  public let bareSeconds: Double?
  /// How many times the bare cost.
  public let ratio: Double?
  /// What it may cost at most.
  public let bar: BenchBar?
  /// Nil without a bar.
  public private(set) var holds: Bool?
  /// Bytes of the one file that was written.
  public let fileBytes: Int?
  /// How much the peak rose in the stage, in bytes; nil where it was not asked.
  public let moreMemory: Int?
  /// The peak of the process until the end of the stage, in bytes.
  public let peakMemory: Int

  /// A stage that was measured; `bytes` and what follows where they make sense.
  public init(
    _ stage: BenchStage, rows: Int, bytes: Int? = nil, seconds: Double, bareSeconds: Double? = nil,
    bar: BenchBar? = nil, fileBytes: Int? = nil, peakMemory: Int, moreMemory: Int? = nil
  ) {
    // A clock too coarse for a stage must not make its rate infinite: JSON has no such number.
    let divisor = max(seconds, 1e-9)
    let ratio = bareSeconds.map { seconds / max($0, 1e-9) }
    self.stage = stage
    self.rows = rows
    self.bytes = bytes
    self.seconds = seconds
    self.bareSeconds = bareSeconds
    self.bar = bar
    self.ratio = ratio
    self.peakMemory = peakMemory
    rowsPerSecond = Double(rows) / divisor
    bytesPerSecond = bytes.map { Double($0) / divisor }
    self.fileBytes = fileBytes
    self.moreMemory = moreMemory
    holds = nil
    holds = bar.map { isKept($0) }
  }

  private func isKept(_ bar: BenchBar) -> Bool {
    switch bar {
    case .ratio(let most): ratio.map { $0 <= most } ?? false
    case .seconds(let most): seconds <= most
    case .rowsPerMinute(let least): rowsPerSecond * 60 >= least
    case .megabytesPerSecond(let least): bytesPerSecond.map { $0 >= least * 1e6 } ?? false
    case .moreMegabytes(let most): moreMemory.map { Double($0) <= most * 1e6 } ?? false
    }
  }
}

/// What a stage may cost.
public enum BenchBar: Codable, Hashable, Sendable {
  /// At most so many times the bare cost.
  case ratio(Double)
  /// At most so many seconds.
  case seconds(Double)
  /// At least so many rows a minute.
  case rowsPerMinute(Double)
  /// At least so many megabytes a second.
  case megabytesPerSecond(Double)
  /// At most so many megabytes more than before the stage.
  case moreMegabytes(Double)
}
