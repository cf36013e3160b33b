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

  /// The seeds given by order since the last `mở lại`, and when that was; nil for never.
  func seeds(of round: String) -> (reopened: Int?, seeds: [(pass: Int, seed: String)]) {
    var result: (reopened: Int?, seeds: [(pass: Int, seed: String)]) = (nil, [])
    for event in events[round] ?? [] {
      switch event.change {
      case .reopened: result.reopened = event.pass
      case .seed(let seed): result.seeds.append((event.pass, seed))
      default: break
      }
    }
    return result
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
