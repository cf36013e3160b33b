import Tables

/// The states of the rounds through time (contract.md 4, States).
struct RoundTimeline {
  private var events: [String: [RoundEvent]] = [:]

  init(_ all: [RoundEvent]) {
    for event in all { events[event.round, default: []].append(event) }
  }

  /// The state in which the files of a pass find the round: events of a pass come after its files.
  func state(of round: String, before pass: Int) -> RoundState {
    var state = RoundState.open
    for event in events[round] ?? [] where event.pass < pass { state.take(event.change) }
    return state
  }

  /// The state after everything that has happened.
  func state(of round: String) -> RoundState { state(of: round, before: Int.max) }

  /// The pass after whose files a table that was held by the round's state comes in force; nil: not yet.
  func release(of round: String, from pass: Int) -> Int? {
    (events[round] ?? []).first { $0.pass >= pass && $0.change == .reopened }?.pass
  }

  /// The seed that stands, of those given by order and in rows of the rounds table (`declared`, in the
  /// order of their passes): the first, and after each `mở lại` the next that is given. It is open while
  /// none was given since.
  func seed(of round: String, declared: [(pass: Int, seed: String)]) -> (inForce: String?, isOpen: Bool) {
    var standing: (inForce: String?, isOpen: Bool) = (nil, true)
    func take(_ seed: String) { if standing.isOpen { standing = (seed, false) } }
    var rows = declared[...]
    for event in events[round] ?? [] {
      // The rows of a pass come before its events.
      while let row = rows.first, row.pass <= event.pass {
        take(row.seed)
        rows.removeFirst()
      }
      switch event.change {
      case .reopened: standing.isOpen = true
      case .seed(let seed): take(seed)
      default: break
      }
    }
    for row in rows { take(row.seed) }
    return standing
  }

  /// Whether the round has closed by this value of `closes` already.
  func hasClosed(_ round: String, by closes: String) -> Bool {
    (events[round] ?? []).contains { $0.change == .closed(closes: closes) }
  }
}

extension RoundState {
  /// The state after a change.
  mutating func take(_ change: RoundEvent.Change) {
    switch change {
    case .closed: if self == .open { self = .closed }
    case .finalized: self = .finalized
    case .reopened: self = .open
    case .seed: break
    }
  }

  /// Whether tables of a kind are taken in this state: after closing no roster,
  /// after `chốt` nothing that decides who is admitted.
  func takes(_ kind: TableKind) -> Bool {
    switch self {
    case .open: true
    case .closed: kind != .roster
    case .finalized:
      switch kind {
      case .classes, .classRules, .fees, .studentCodes, .orders: true
      default: false
      }
    }
  }
}
