import Tables

/// The states of the rounds through time (contract.md 4, States).
struct RoundTimeline {
  private var events: [String: [RoundEvent]] = [:]

  /// - Parameter all: as they were written down: what waited for something lost happened before what has been
  ///   written down meanwhile.
  init(_ all: [RoundEvent]) {
    let inOrder = all.indices.sorted { (all[$0].pass, $0) < (all[$1].pass, $1) }
    for event in inOrder.lazy.map({ all[$0] }) { events[event.round, default: []].append(event) }
  }

  /// The state in which the files of a pass find the round: events of a pass come after its files.
  func state(of round: String, before pass: Int) -> RoundState {
    var state = RoundState.open
    for event in events[round] ?? [] where event.pass < pass { state.take(event.change) }
    return state
  }

  /// The same for one sender: its schools may have been opened again alone.
  func state(of round: String, before pass: Int, for sender: String) -> RoundState {
    var state = RoundState.open
    var isOpen = false
    for event in events[round] ?? [] where event.pass < pass {
      state.take(event.change)
      switch event.change {
      case .reopenedSchools(_, _, let senders): isOpen = isOpen || senders.contains(sender)
      case .fixed(let schools): isOpen = isOpen && !schools.contains(sender)
      case .closed, .finalized, .supplemented: isOpen = false
      default: break
      }
    }
    return isOpen ? .open : state
  }

  /// The state after everything that has happened.
  func state(of round: String) -> RoundState { state(of: round, before: Int.max) }

  /// The pass after whose files a sender's table that was held by the round's state comes in force; nil:
  /// not yet.
  func release(of round: String, from pass: Int, to sender: String) -> Int? {
    (events[round] ?? []).first { event in
      guard event.pass >= pass else { return false }
      if case .reopenedSchools(_, _, let senders) = event.change { return senders.contains(sender) }
      return event.change == .reopened
    }?.pass
  }

  /// The schools that `chốt` with a unit has fixed, in order; none of a round that is finalized as a whole.
  func fixed(of round: String) -> [String] {
    var fixed: Set<String> = []
    for event in events[round] ?? [] {
      switch event.change {
      case .fixed(let schools): fixed.formUnion(schools)
      case .reopenedSchools(_, let stillFixed, _): fixed = Set(stillFixed)
      case .reopened, .finalized: fixed = []
      default: break
      }
    }
    return fixed.sorted()
  }

  /// The schools that have had official lists; nil for all.
  func listed(_ round: String) -> [String]? {
    var listed: [String] = []
    for event in events[round] ?? [] {
      switch event.change {
      case .finalized, .supplemented: return nil
      case .fixed(let schools): listed += schools
      default: break
      }
    }
    return listed
  }

  /// The newest `đề nghị duyệt` or `trả lại` of each school that is not fixed since.
  func approvals(of round: String) -> [String: Approval] {
    var approvals: [String: Approval] = [:]
    for event in events[round] ?? [] {
      switch event.change {
      case .approvalAsked(let school): approvals[school] = .asked
      case .returned(let school): approvals[school] = .returned
      case .fixed(let schools): for school in schools { approvals[school] = nil }
      case .finalized: approvals = [:]
      default: break
      }
    }
    return approvals
  }

  /// Whether the round was opened again as a whole after the newest change of some sort.
  func hasReopened(_ round: String, since isOfSort: (RoundEvent.Change) -> Bool) -> Bool {
    let events = events[round] ?? []
    guard let newest = events.lastIndex(where: { isOfSort($0.change) }) else { return false }
    return events[newest...].contains { $0.change == .reopened }
  }

  /// Whether the round, or some of its schools, were ever opened again after something official.
  func wasReopened(_ round: String) -> Bool {
    let events = events[round] ?? []
    guard let first = events.firstIndex(where: \.change.isRecord) else { return false }
    return events[first...].contains { event in
      if case .reopenedSchools = event.change { true } else { event.change == .reopened }
    }
  }

  /// Whether some schools were opened again after the newest record.
  func hasReopenedSchools(_ round: String) -> Bool {
    let events = events[round] ?? []
    guard let newest = events.lastIndex(where: \.change.isRecord) else { return false }
    return events[newest...].contains { if case .reopenedSchools = $0.change { true } else { false } }
  }

  /// The seed that stands, of those given by order and in rows of the rounds table (`declared`, in the
  /// order of their passes): the first, and after each `mở lại` the next that is given. It is open while
  /// none was given since. The newest row that came after `chốt` waits with its table until that is taken; one
  /// without a seed changes none.
  ///
  /// - Parameters:
  ///   - declared: empty where a row gives none.
  ///   - sender: of the rows.
  func seed(
    of round: String, declared: [(pass: Int, seed: String)], by sender: String
  ) -> (inForce: String?, isOpen: Bool) {
    var standing: (inForce: String?, isOpen: Bool) = (nil, true)
    func take(_ seed: String) { if standing.isOpen { standing = (seed, false) } }
    var waiting: String?
    func give(_ row: (pass: Int, seed: String)) {
      let isTaken = state(of: round, before: row.pass, for: sender).takes(.rounds)
      waiting = isTaken || row.seed.isEmpty ? nil : row.seed
      if isTaken, !row.seed.isEmpty { take(row.seed) }
    }
    func release() {
      if let seed = waiting, seed != standing.inForce { take(seed) }
      waiting = nil
    }
    var rows = declared[...]
    for event in events[round] ?? [] {
      // The rows of a pass come before its events.
      while let row = rows.first, row.pass <= event.pass {
        give(row)
        rows.removeFirst()
      }
      switch event.change {
      case .reopened:
        standing.isOpen = true
        release()
      case .reopenedSchools(_, _, let senders) where senders.contains(sender): release()
      case .seed(let seed): take(seed)
      default: break
      }
    }
    for row in rows { give(row) }
    return standing
  }

  /// Whether the round has closed by this value of `closes` already.
  func hasClosed(_ round: String, by closes: String) -> Bool {
    (events[round] ?? []).contains { $0.change == .closed(closes: closes) }
  }
}

extension RoundEvent.Change {
  /// It leaves a ``RoundRecord`` behind.
  var isRecord: Bool {
    switch self {
    case .finalized, .fixed, .supplemented: true
    default: false
    }
  }

  /// `chốt lớp`.
  var fixesClasses: Bool { if case .classesFixed = self { true } else { false } }
}

extension RoundState {
  /// The state after a change.
  mutating func take(_ change: RoundEvent.Change) {
    switch change {
    case .closed, .fixed: if self == .open { self = .closed }
    case .finalized: self = .finalized
    case .supplemented: self = .supplementary
    case .reopened: self = .open
    case .reopenedSchools: if isOfficial { self = .closed }
    case .seed, .classesFixed, .approvalAsked, .returned: break
    }
  }

  /// Whether tables of a kind are taken in this state: after closing no roster,
  /// after `chốt` nothing that decides who is admitted.
  func takes(_ kind: TableKind) -> Bool {
    switch self {
    case .open: true
    case .closed: kind != .roster
    case .finalized, .supplementary:
      switch kind {
      case .assignments, .enrolments, .classes, .classRules, .fees, .studentCodes, .orders: true
      default: false
      }
    }
  }
}
