import Tables

/// Children to whom deciding an official round once more gives other places than they were given.
///
/// What decides who is admitted is held after `chốt` (contract.md 4, States), so the same comes of it at every
/// pass. It does not where another build of the program, or other Schemas, read a file otherwise.
struct SettledOtherwise: Sendable {
  /// So many programs are named.
  fileprivate static let named = 10

  /// How many.
  private(set) var count = 0
  /// The programs where they were admitted, or would be: `SCHOOL/PROGRAM`.
  private(set) var paths: Set<String> = []

  /// Nobody.
  init() {}

  /// All who were admitted: nobody is there any more.
  fileprivate init(_ settled: SchoolPlaces) {
    for path in settled.values { add([path]) }
  }

  init(_ round: DecidedRound, _ applicants: ApplicantLookup) {
    guard round.tables.state.isOfficial, let settled = round.tables.record?.admitted else { return }
    let now = round.admittedPlaces
    // Identifiers may have come since.
    guard now != settled else { return }
    var before: [Int32: String] = [:]
    for (key, path) in settled {
      if let applicant = applicants.applicant(key) { before[applicant] = path } else { add([path]) }
    }
    for applicant in 0..<round.cohort.count {
      let place = round.place(of: applicant).map { round.plan(ofWish: $0).path }
      let settled = before[Int32(applicant)]
      if place != settled { add([place, settled].compactMap(\.self)) }
    }
  }

  private mutating func add(_ paths: [String]) {
    count += 1
    self.paths.formUnion(paths)
  }
}

extension RoundResult {
  /// The same, or that it stops the round: an official result stands until `mở lại`, and this one is another.
  ///
  /// - Parameter tables: what it was decided from.
  public func asSettled(_ tables: RoundTables) -> RoundResult {
    let otherwise: SettledOtherwise
    switch self {
    case .decided(let round): otherwise = round.otherwise
    case .notReady where tables.state.isOfficial && !tables.isPurged:
      otherwise = SettledOtherwise(tables.record?.admitted ?? [:])
    case .notReady, .stopped, .violated: return self
    }
    guard otherwise.count > 0 else { return self }
    let programs = otherwise.paths.sorted().prefix(SettledOtherwise.named)
    let finding = SetupReason.decidedOtherwise.finding(
      .error, ["count": String(otherwise.count), "programs": programs.joined(separator: ", ")])
    return .stopped([finding], others: findings)
  }
}
