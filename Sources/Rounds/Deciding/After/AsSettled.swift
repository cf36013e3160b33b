import Admission
import Tables

/// Children to whom deciding once more gives other places than they were officially given, or other places on the
/// waiting lists, by which `xét bổ sung` goes.
///
/// What decides who is admitted is held after `chốt` (contract.md 4, States), so the same comes of it at every
/// pass, and after `chốt` with a unit its children keep their places. It is not so where another build of the
/// program, or other Schemas, read a file otherwise.
struct SettledOtherwise: Sendable {
  /// So many programs are named.
  fileprivate static let named = 10

  /// The children, as they were found; and how many are there no more.
  private var children: Set<Int32> = []
  private var missing = 0
  /// The programs where they were admitted or waited, or would: `SCHOOL/PROGRAM`.
  private(set) var paths: Set<String> = []

  /// How many.
  var count: Int { children.count + missing }

  /// Nobody.
  init() {}

  /// All who were admitted: nobody is there any more.
  fileprivate init(withoutAnybody tables: RoundTables) {
    for path in tables.officialPlaces.values { miss([path]) }
  }

  init(_ round: DecidedRound, _ applicants: ApplicantLookup) {
    let settled = round.tables.officialPlaces
    if round.tables.state.isOfficial {
      compare(round, settled, applicants)
      if let waiting = round.tables.record?.waiting { compare(round, waiting, applicants) }
    } else {
      compareKept(round, settled, applicants)
    }
  }

  private mutating func compare(
    _ round: DecidedRound, _ settled: SchoolPlaces, _ applicants: ApplicantLookup
  ) {
    // Identifiers may have come since.
    guard round.tables.record != nil, round.admittedPlaces != settled else { return }
    var before: [Int32: String] = [:]
    for (key, path) in settled {
      if let applicant = applicants.applicant(key) { before[applicant] = path } else { miss([path]) }
    }
    for applicant in 0..<round.cohort.count {
      let place = round.path(of: applicant)
      let settled = before[Int32(applicant)]
      if place != settled { add(Int32(applicant), [place, settled].compactMap(\.self)) }
    }
  }

  /// The children then without a place: who waits before whom.
  private mutating func compare(
    _ round: DecidedRound, _ settled: WaitingPlaces, _ applicants: ApplicantLookup
  ) {
    let now = round.waitingOrder
    let plans = round.tables.programs
    let positions = Dictionary(plans.indices.map { (plans[$0].path, $0) }) { first, _ in first }
    var before = [[Int32: Int]](repeating: [:], count: now.count)
    for (key, places) in settled {
      let applicant = applicants.applicant(key)
      let lost = places.keys.filter { positions[$0] == nil }
      if let applicant {
        for (path, place) in places { positions[path].map { before[$0][applicant] = place } }
        if !lost.isEmpty { add(applicant, lost) }
      } else {
        miss(Array(places.keys))
      }
    }
    for (position, places) in now.enumerated() where places != before[position] {
      for (applicant, place) in places where before[position][applicant] != place {
        add(applicant, [plans[position].path])
      }
      for applicant in before[position].keys where places[applicant] == nil {
        add(applicant, [plans[position].path])
      }
    }
  }

  /// Of a round of which some schools are official: whoever has left makes room there for others.
  private mutating func compareKept(
    _ round: DecidedRound, _ settled: SchoolPlaces, _ applicants: ApplicantLookup
  ) {
    for (key, path) in settled {
      guard let applicant = applicants.applicant(key) else {
        miss([path])
        continue
      }
      let hasLeft = round.input.states[Int(applicant)] == .withdrawn || round.left[applicant] != nil
      if hasLeft || round.path(of: Int(applicant)) == path { continue }
      add(applicant, [path])
    }
  }

  private mutating func add(_ applicant: Int32, _ paths: [String]) {
    children.insert(applicant)
    self.paths.formUnion(paths)
  }

  private mutating func miss(_ paths: [String]) {
    missing += 1
    self.paths.formUnion(paths)
  }
}

extension DecidedRound {
  /// The place that a child has by a wish.
  fileprivate func path(of applicant: Int) -> String? { place(of: applicant).map { plan(ofWish: $0).path } }
}

extension RoundTables {
  /// Where children are by what is official now.
  fileprivate var officialPlaces: SchoolPlaces {
    guard let record else { return [:] }
    return state.isOfficial
      ? record.admitted : record.admitted.filter { fixed.contains(schoolCode(ofPath: $0.value)) }
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
    case .notReady: otherwise = SettledOtherwise(withoutAnybody: tables)
    case .stopped, .violated: return self
    }
    guard otherwise.count > 0 else { return self }
    let programs = otherwise.paths.sorted().prefix(SettledOtherwise.named)
    let finding = SetupReason.decidedOtherwise.finding(
      .error, ["count": String(otherwise.count), "programs": programs.joined(separator: ", ")])
    return .stopped([finding], others: findings)
  }
}
