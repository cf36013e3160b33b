import Tables

extension InForce {
  /// Leaves rounds as they were until contents that they need are there again: nothing is judged, ordered or
  /// decided in them. They close all the same, by their day or by order.
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
    // Who comes too late does not depend on what is lost.
    let closing = ordersToClose
    ordersToDo.removeAll { withheld.contains($0.round) && !closing.contains($0) }
  }

  /// The orders that close a round, and before which no other of that round waits: an order overtakes none that
  /// came before it.
  public var ordersToClose: [Order] {
    var waiting: Set<String> = []
    return ordersToDo.filter { order in
      if order.kind == .close, !waiting.contains(order.round) { return true }
      waiting.insert(order.round)
      return false
    }
  }

  /// Whether what became of an arrival can be told: not while what its rounds are judged by is lost.
  public func canTell(_ outcome: ArrivalOutcome) -> Bool { withheld.isDisjoint(with: outcome.rounds) }
}
