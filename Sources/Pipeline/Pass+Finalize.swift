public import Admission
import Ledger
public import Placement
import Rounds

extension Pass {
  /// `chốt`: decides the round, and publishes its official lists to all units
  /// unless something speaks against it; then the reasons, and nothing is published.
  ///
  /// - Parameters:
  ///   - id: of a publication that was begun before; empty for a new one.
  ///   - facts: what is true once the lists are published: the order is done.
  mutating func finalize(
    _ tables: RoundTables, acceptHeld: Bool, id: String, facts: JudgedFacts
  ) throws -> [Refusal] {
    guard tables.state != .finalized else { return [.order(.alreadyFinalized)] }
    var closed = tables
    closed.state = .finalized
    let decided: DecidedRound
    switch decide(closed, schemas: configuration.schemas) {
    case .notReady: return [.notReady]
    case .stopped(let errors, _): return errors.map { .stopped($0) }
    case .violated(let properties, let placements, _):
      return brokenProperties(properties, placements).map { .violated($0) }
    case .decided(let round): decided = round
    }
    let held = decided.counts.held.all
    guard held == 0 || acceptHeld else { return [.held(held)] }
    let code = tables.round.code
    var events = [RoundEvent(round: code, pass: ledger.pass, change: .finalized)]
    if tables.state == .open {
      events.insert(RoundEvent(round: code, pass: ledger.pass, change: .closed(closes: nil)), at: 0)
    }
    try publish(decided, official: true, all: true, id: id, events: events, facts: facts)
    return []
  }
}

/// The numbers of the properties that a result breaks: `P3`, `Q1`.
public func brokenProperties(_ reports: [PropertyReport], _ checks: [PlacementCheck]) -> [String] {
  reports.filter { !$0.violations.isEmpty }.map(\.id) + checks.filter { !$0.holds }.map(\.property.id)
}
