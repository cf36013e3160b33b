import Ledger
import Rounds
import Tables

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
    guard !tables.state.isOfficial else { return [.order(.alreadyFinalized)] }
    var closed = tables
    switch settledNow(closed) {
    case .failure(let reasons): return reasons
    case .success(let settled): closed.settled = settled
    }
    closed.state = .finalized
    switch decided(result(of: closed), heldAt: nil, acceptHeld: acceptHeld) {
    case .failure(let reasons): return reasons
    case .success(let round):
      let record = record(of: round, settled: round.settledNow, admitted: round.admittedPlaces)
      try publish(
        round, to: .allBut(tables.fixed), id: id,
        Official(events: closing(tables) + [event(.finalized, of: tables)], facts: facts, record: record))
      return []
    }
  }

  /// `chốt` with a unit: closes the round, keeps the admitted children of these schools and publishes
  /// their lists; the last ones finalize the round.
  mutating func finalize(
    _ schools: [String], of tables: RoundTables, acceptHeld: Bool, id: String, facts: JudgedFacts
  ) throws -> [Refusal] {
    let added = schools.filter { !tables.officialSchools.contains($0) }
    guard !added.isEmpty else { return [.order(.alreadyFinalized)] }
    if tables.fixed.union(added).isSuperset(of: tables.admittingSchools()) {
      return try finalize(tables, acceptHeld: acceptHeld, id: id, facts: facts)
    }
    // What is official of other schools stands.
    if !tables.fixed.isEmpty,
      case .failure(let reasons) = decided(
        workspace.decide(tables, configuration.schemas), heldAt: [], acceptHeld: true)
    {
      return reasons
    }
    var closed = tables
    if closed.state == .open { closed.state = .closed }
    closed.fixed.formUnion(added)
    switch decided(result(of: closed), heldAt: Set(added), acceptHeld: acceptHeld) {
    case .failure(let reasons): return reasons
    case .success(let round):
      var settled = round.settledNow
      for (key, path) in round.admittedPlaces(at: Set(added)) { settled.kept[key] = path }
      let record = record(of: round, settled: settled, admitted: settled.kept)
      // The lists say of those who are kept now what they will say of them at every later pass.
      closed.settled = record.settled
      guard case .decided(let kept) = result(of: closed) else { return [.notReady] }
      let events = closing(tables) + [event(.fixed(schools: added), of: tables)]
      try publish(
        kept, to: .units(Set(added)), id: id, Official(events: events, facts: facts, record: record))
      return []
    }
  }

  /// `xét bổ sung`: once more over those who wait; who did not take its place makes room.
  mutating func supplement(_ tables: RoundTables, id: String, facts: JudgedFacts) throws -> [Refusal] {
    var next = tables
    var facts = facts
    switch decided(workspace.decide(tables, configuration.schemas), heldAt: [], acceptHeld: true) {
    case .failure(let reasons): return reasons
    case .success(let round):
      let before = round.supplement
      next.settled.supplement = before.children
      // Who has left since had its seat in the decision that this one goes on from.
      next.settled.seats.merge(round.seatNames) { $1 }
      for index in facts.orders.indices {
        facts.orders[index].silent = before.silent
        facts.orders[index].unconfirmed = before.unconfirmed.map { school, count in
          JudgedFacts.OrderFact.Leavers(school: school, count: count)
        }
      }
    }
    next.state = .supplementary
    switch decided(result(of: next), heldAt: [], acceptHeld: true) {
    case .failure(let reasons): return reasons
    case .success(let round):
      next.settled.seats.merge(round.seatNames) { $1 }
      for index in facts.orders.indices { facts.orders[index].pastTies = round.programsPastTies }
      let record = record(of: round, settled: next.settled, admitted: round.admittedPlaces)
      try publish(
        round, to: .units([tables.department]), id: id,
        Official(events: [event(.supplemented, of: tables)], facts: facts, record: record))
      return []
    }
  }

  /// What an official result settles: also who is new in it, of whom no table that has come says anything, and who
  /// waits before whom.
  private func record(of round: DecidedRound, settled: Settled, admitted: SchoolPlaces) -> RoundRecord {
    var settled = settled
    settled.newcomers = round.newcomers(
      among: admitted, after: arrivals.last { $0.pass <= eventPass }?.seq ?? 0)
    settled.turnedAway = round.turnedAway
    var record = RoundRecord(settled: settled, admitted: admitted)
    if round.tables.state.isOfficial { record.waiting = round.waitingPlaces }
    return record
  }

  private func event(_ change: RoundEvent.Change, of tables: RoundTables) -> RoundEvent {
    RoundEvent(round: tables.round.code, pass: eventPass, change: change)
  }

  /// What finalizes an open round closes it first.
  private func closing(_ tables: RoundTables) -> [RoundEvent] {
    tables.state == .open ? [event(.closed(closes: nil), of: tables)] : []
  }

  /// Who is kept, without those who have left since, and who has declined which schools: from now on that stands.
  private func settledNow(_ tables: RoundTables) -> Outcome<Settled> {
    let someHaveAnswered = tables.layers[.enrolments]?.isEmpty == false
    guard tables.settled != Settled() || someHaveAnswered else { return .success(tables.settled) }
    switch decided(workspace.decide(tables, configuration.schemas), heldAt: [], acceptHeld: true) {
    case .failure(let reasons): return .failure(reasons)
    case .success(let round): return .success(round.settledNow)
    }
  }

  private func result(of tables: RoundTables) -> RoundResult {
    workspace.result(of: tables, configuration.schemas)
  }

  /// A decision, or what speaks against it.
  private enum Outcome<Value> {
    case success(Value)
    case failure([Refusal])
  }

  /// - Parameter schools: where people may be held only if that is accepted; nil for anywhere.
  private func decided(
    _ result: RoundResult, heldAt schools: Set<String>?, acceptHeld: Bool
  ) -> Outcome<DecidedRound> {
    switch result {
    case .notReady: return .failure([.notReady])
    case .stopped(let errors, _): return .failure(errors.map { .stopped($0) })
    case .violated(let broken, _): return .failure(broken.map { .violated($0) })
    case .decided(let round):
      let held = schools.map { round.held(at: $0) } ?? round.counts.held.all
      return held == 0 || acceptHeld
        ? .success(round) : .failure([.held(held, awaitsDraw: round.awaitsDraw)])
    }
  }
}
