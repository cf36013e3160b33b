import Ledger
import Rounds

extension Pass {
  /// Carries out an order, or says why not.
  mutating func carryOut(_ order: Order, _ standing: InForce) throws {
    guard let tables = standing.rounds.first(where: { $0.round.code == order.round }) else { return }
    var done = JudgedFacts()
    done.orders = [JudgedFacts.OrderFact(seq: order.seq, table: order.table, row: order.row, refusal: nil)]
    var refusal = tables.refusal(of: order).map { Refusal.order($0) }
    if refusal == nil {
      let subject = order.subject
      let schools = tables.admittingSchools(of: subject)
      switch order.kind {
      case .close: try happen(.closed(closes: nil), order)
      case .lottery: try happen(.seed(order.seed), order)
      case .ask: for school in schools { try happen(.approvalAsked(school: school), order) }
      case .return: for school in schools { try happen(.returned(school: school), order) }
      case .reopen: try happen(reopening(tables, schools, subject), order)
      case .fixClasses: refusal = try fixClasses(of: schools, tables, order)
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

  private mutating func happen(_ change: RoundEvent.Change, _ order: Order) throws {
    try happen(RoundEvent(round: order.round, pass: ledger.pass, change: change))
  }

  private func reopening(
    _ tables: RoundTables, _ schools: [String], _ subject: String
  ) -> RoundEvent.Change {
    if subject.isEmpty { return .reopened }
    return .reopenedSchools(
      schools: schools, stillFixed: tables.officialSchools.subtracting(schools).sorted(),
      senders: Set(schools + [subject]).sorted())
  }

  /// `chốt lớp`: whoever sits in a class of these schools stays there.
  private mutating func fixClasses(
    of schools: [String], _ tables: RoundTables, _ order: Order
  ) throws -> Refusal? {
    switch decide(tables, schemas: configuration.schemas, jobs: workspace.jobs) {
    case .notReady: return .notReady
    case .stopped(let errors, _): return errors.first.map { .stopped($0) }
    case .violated: return .order(.propertyViolated)
    case .decided(let round):
      let seats = round.classSeats(at: Set(schools))
      guard !seats.isEmpty else { return .order(.noClasses) }
      let all = tables.fixedClasses.merging(seats) { $1 }
      let hash = try ledger.objects.put(try RoundRecords.bytes(classes: all))
      let event = RoundEvent(
        round: order.round, pass: ledger.pass, change: .classesFixed(schools: schools))
      try happen(Chronicle.FixedClasses(event: event, classes: hash))
      return nil
    }
  }
}
