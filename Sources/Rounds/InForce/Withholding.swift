import Tables

extension InForce {
  /// Leaves rounds as they were until contents that they need are there again: nothing is judged or decided in
  /// them. They close all the same, by their day or by order, and open again.
  ///
  /// - Parameters:
  ///   - lost: by round, the arrivals whose contents are lost.
  ///   - withoutRecord: the rounds of which it is lost what they have settled.
  public mutating func withhold(_ lost: [String: [Arrival]], withoutRecord: Set<String> = []) {
    withheld = withoutRecord.union(lost.keys)
    for index in rounds.indices {
      if withoutRecord.contains(rounds[index].round.code) {
        rounds[index].refusedSetup.append(SetupReason.recordLost.finding(.error))
      }
      for arrival in lost[rounds[index].round.code] ?? [] {
        let finding = SetupReason.contentLost.finding(
          .error, ["seq": String(arrival.seq), "unit": arrival.unit])
        rounds[index].refusedSetup.append(
          LocatedFinding(seq: arrival.seq, file: arrival.file, finding.finding))
      }
    }
    let withheld = withheld
    newFacts.verdicts.removeAll { withheld.contains($0.round) }
    newFacts.told.removeAll { withheld.contains($0.round) }
    let timely = timelyOrders
    ordersWaiting = ordersToDo.filter { withheld.contains($0.round) && !timely.contains($0) }
    ordersToDo.removeAll(where: ordersWaiting.contains)
  }

  /// The orders by which somebody comes too late, or in time again, and the seed: that does not depend on what is
  /// lost, so they are carried out when they come. `chốt` waits, and closes its round all the same. An order
  /// overtakes none of its round that came before it; only `mở lại` of the whole round ends the waiting of all.
  public var timelyOrders: [Order] {
    var waiting: Set<String> = []
    var timely: [Order] = []
    for order in ordersToDo {
      let isFirst = !waiting.contains(order.round)
      switch order.kind {
      case .close where isFirst, .lottery where isFirst, .ask where isFirst, .return where isFirst:
        timely.append(order)
      case .reopen where order.subject.isEmpty && !lacksRecord(order.round): timely.append(order)
      case .ask, .return: break
      default:
        waiting.insert(order.round)
        if order.kind == .finalize, isFirst, isClosed(by: order) { timely.append(order) }
      }
    }
    return timely
  }

  /// What is told of each order that came before another and still waits, when that opens its round again.
  public func overtaken(by order: Order) -> [JudgedFacts.OrderFact] {
    overtaken(in: order.round) { $0.place < order.place }
  }

  /// The same of all that wait.
  public func overtaken(
    in round: String, where isBefore: (Order) -> Bool = { _ in true }
  ) -> [JudgedFacts.OrderFact] {
    (ordersToDo + ordersWaiting).filter { $0.round == round && !$0.kind.isRecorded && isBefore($0) }.map {
      JudgedFacts.OrderFact(
        seq: $0.seq, table: $0.table, row: $0.row, refusal: OrderRefusal.reopenedBefore.rawValue)
    }
  }

  /// Who is kept after `mở lại` is lost with it.
  private func lacksRecord(_ code: String) -> Bool {
    rounds.contains { round in
      round.round.code == code && round.refusedSetup.contains { $0.loss == .recordLost }
    }
  }

  private func isClosed(by order: Order) -> Bool {
    guard let round = rounds.first(where: { $0.round.code == order.round }) else { return false }
    return round.state == .open && round.refusal(of: order) == nil
  }

  /// Whether what became of an arrival can be told: not while what its rounds are judged by is lost.
  public func canTell(_ outcome: ArrivalOutcome) -> Bool { withheld.isDisjoint(with: outcome.rounds) }
}

extension Order.Kind {
  /// It is shown, and changes nothing.
  fileprivate var isRecorded: Bool { self == .ask || self == .return }
}
