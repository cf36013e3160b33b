/// What to make up.
public struct SampleSpec: Hashable, Sendable {
  /// The same seed makes the same province, byte for byte.
  public var seed: UInt64
  /// About how many children, over all rounds.
  public var children: Int
  /// For measuring: that many rosters of one round, all alike. Nil: four rounds,
  /// with all the ways in which schools send their lists.
  public var rosters: Int?

  /// A province of four rounds, or of one round in so many rosters.
  public init(seed: UInt64 = 2022, children: Int = 4000, rosters: Int? = nil) {
    self.seed = seed
    self.children = children
    self.rosters = rosters
  }
}

/// A made-up province, as the files that its units send.
public struct Sample: Sendable {
  /// Files in the order in which they are sent: the next wave comes after a pass
  /// has taken the one before. First the setup and the lists; then corrections
  /// and additions; last the department's orders. A province for measuring has
  /// only the first.
  public var waves: [[SampleFile]]
}

/// One file of a unit.
public struct SampleFile: Hashable, Sendable {
  /// Below Inbox, parts separated by `/`; the first is the unit.
  public var path: String
  /// The file.
  public var bytes: [UInt8]
}

/// Makes up a province. Nobody in it exists: names, ids, addresses and marks are
/// drawn from the seed.
public func makeSample(_ spec: SampleSpec) -> Sample {
  let province = Province(spec)
  if spec.rosters != nil {
    return Sample(waves: [[SetupBook(province).file] + Rosters(province).alike()])
  }
  let wrong = WrongFiles(province)
  let first =
    [SetupBook(province).file, ZonesByAuthority(province).file] + Rosters(province).files()
    + Applications(province).files() + SchoolPlans(province).files() + Requirements(province).files()
    + wrong.firstWave()
  return Sample(waves: [
    inOrder(first), inOrder(wrong.secondWave() + SchoolPlans(province).studentCodes()),
    [Orders(province).file],
  ])
}

private func inOrder(_ files: [SampleFile]) -> [SampleFile] {
  files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}
