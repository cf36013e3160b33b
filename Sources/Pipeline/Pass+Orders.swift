import Ledger
import Rounds

extension Pass {
  /// Carries out an order, or says why not. `chốt` that has to wait for what is lost closes its round, and waits:
  /// should it be refused in the end, the round was never closed by it.
  ///
  /// - Parameter decides: false where what is lost is not known to the round itself.
  mutating func carryOut(_ order: Order, _ standing: InForce, decides: Bool = true) throws {
    guard let tables = standing.rounds.first(where: { $0.round.code == order.round }) else { return }
    let waits = !decides || standing.withheld.contains(order.round)
    if waits, order.kind == .finalize {
      return try happen(
        RoundEvent(round: order.round, pass: eventPass, change: .closed(closes: nil), ahead: order.place))
    }
    var done = JudgedFacts()
    done.orders = [JudgedFacts.OrderFact(seq: order.seq, table: order.table, row: order.row, refusal: nil)]
    var refusal = tables.refusal(of: order).map { Refusal.order($0) }
    if waits, order.kind == .reopen, order.subject.isEmpty {
      done.orders += standing.overtaken(by: order)
      if refusal == nil || (refusal?.reason == .notClosed && done.orders.count > 1) {
        return try open(tables, done)
      }
    }
    if refusal == nil {
      let subject = order.subject
      let schools = tables.admittingSchools(of: subject)
      func happen(_ changes: [RoundEvent.Change], classes: String? = nil) throws {
        let events = changes.map { RoundEvent(round: order.round, pass: eventPass, change: $0) }
        try self.happen(Chronicle.CarriedOut(events: events, classes: classes, facts: done))
      }
      switch order.kind {
      case .close: return try happen([.closed(closes: nil)])
      case .lottery: return try happen([.seed(order.seed)])
      case .ask: return try happen(schools.map { .approvalAsked(school: $0) })
      case .return: return try happen(schools.map { .returned(school: $0) })
      case .reopen: return try happen([reopening(tables, schools, subject)])
      case .fixClasses:
        switch try classes(of: schools, tables) {
        case .success(let classes): return try happen([.classesFixed(schools: schools)], classes: classes)
        case .failure(let reason): refusal = reason
        }
      case .finalize where subject.isEmpty:
        refusal = try finalize(tables, acceptHeld: order.acceptHeld, id: "", facts: done).first
        // Done in the same moment as the publication.
        if refusal == nil { return }
      case .finalize:
        refusal = try finalize(schools, of: tables, acceptHeld: order.acceptHeld, id: "", facts: done).first
        if refusal == nil { return }
      case .supplement:
        refusal = try supplement(tables, id: "", facts: done).first
        if refusal == nil { return }
      }
    }
    done.orders[0].refusal = refusal?.reason.rawValue
    try judge(done)
  }

  /// `mở lại` of a whole round, which ends the waiting of the orders that `facts` tell of: so an open one may be
  /// opened.
  mutating func open(_ tables: RoundTables, _ facts: JudgedFacts) throws {
    let event = RoundEvent(round: tables.round.code, pass: eventPass, change: .reopened)
    try happen(
      Chronicle.CarriedOut(events: tables.state == .open ? [] : [event], classes: nil, facts: facts))
  }

  /// Makes a publication that was begun, and what is true with it, once more.
  mutating func finish(_ unfinished: Publishing, _ standing: InForce) throws {
    let announcement = try unfinished.about(Chronicle.Announcement.self)
    for event in announcement.events {
      guard let tables = standing.rounds.first(where: { $0.round.code == event.round }) else { continue }
      switch event.change {
      case .finalized:
        _ = try finalize(tables, acceptHeld: true, id: unfinished.id, facts: announcement.facts)
      case .fixed(let schools):
        _ = try finalize(
          schools, of: tables, acceptHeld: true, id: unfinished.id, facts: announcement.facts)
      case .supplemented: _ = try supplement(tables, id: unfinished.id, facts: announcement.facts)
      default: break
      }
    }
  }

  private func reopening(
    _ tables: RoundTables, _ schools: [String], _ subject: String
  ) -> RoundEvent.Change {
    if subject.isEmpty { return .reopened }
    return .reopenedSchools(
      schools: schools, stillFixed: tables.officialSchools.subtracting(schools).sorted(),
      senders: Set(schools + [subject]).sorted())
  }

  private enum Fixing {
    case success(String)
    case failure(Refusal?)
  }

  /// `chốt lớp`: the content that says who sits in a class of these schools and stays there, beside those
  /// of other schools.
  private func classes(of schools: [String], _ tables: RoundTables) throws -> Fixing {
    switch workspace.decide(tables, configuration.schemas) {
    case .notReady: return .failure(.notReady)
    case .stopped(let errors, _): return .failure(errors.first.map { .stopped($0) })
    case .violated: return .failure(.order(.propertyViolated))
    case .decided(let round):
      let seats = round.classSeats(at: Set(schools))
      guard !seats.isEmpty else { return .failure(.order(.noClasses)) }
      let all = tables.fixedClasses.merging(seats) { $1 }
      return .success(try ledger.objects.put(try RoundRecords.bytes(classes: all)))
    }
  }
}
