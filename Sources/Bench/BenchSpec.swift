/// What to measure on.
public struct BenchSpec: Hashable, Sendable {
  /// The same seed makes the same province and the same large round.
  public var seed: UInt64 = 2022
  /// Children of the made-up province, 1 to 10,000,000.
  public var children: Int
  /// The workbooks that they come in.
  public var rosters: Int
  /// Threads of the parallel stage.
  public var jobs: Int
  /// Children of the round that is made up for the match alone.
  public var matchChildren: Int
  /// The programs of that round.
  public var matchPrograms: Int
  /// The wishes of each of those children.
  public var matchWishes = 10
  /// Rows of the one large table.
  public var largeRows: Int
  /// What another program took to write the same table: libxlsxwriter, where `run.sh` found it.
  public var peer: Peer?
  /// How often a stage is run; the median counts.
  public var repeats = 3

  /// A province of `children` in rosters of 500, and a round of fifteen times
  /// as many, at most ``fullMatch``, with a program for every 500.
  public init(children: Int = 100_000, jobs: Int = 1) {
    self.children = min(max(children, 1), 10_000_000)
    self.jobs = max(jobs, 1)
    rosters = max(1, self.children / 500)
    matchChildren = min(15 * self.children, BenchSpec.fullMatch)
    largeRows = min(2 * self.children, BenchSpec.fullTable)
    matchPrograms = max(1, matchChildren / 500)
  }

  /// The rows of the large table: only for so many reading and writing it have bars.
  public static let fullTable = 200_000

  /// From so many children on the writing of explanations has a bar.
  static let enoughChildren = 50_000

  /// A writing of another program.
  public struct Peer: Hashable, Sendable {
    /// The median of its runs.
    public var seconds: Double
    /// Bytes of the file that it wrote.
    public var bytes: Int

    /// So many seconds for a file of so many bytes.
    public init(seconds: Double, bytes: Int) {
      self.seconds = seconds
      self.bytes = bytes
    }
  }

  /// The children of a whole country in one round: only for so many the match has a bar.
  public static let fullMatch = 1_500_000
}
