import Tables

extension History {
  /// The rounds that need an arrival whose content is lost; nil if everything may hang on it.
  ///
  /// What it held is known from what was judged. Most tables concern their rounds alone. Others say which
  /// rounds, units and programs there are, by which every file is told its round, once and for all.
  public func roundsNeeding(lost seq: Int) -> Set<String>? {
    guard arrival(seq).map({ $0.pass < pass }) ?? false else { return nil }
    let verdicts = facts.verdicts.filter { $0.seq == seq }
    guard verdicts.allSatisfy({ TableKind(rawValue: $0.kind).map(History.isOfRoundAlone) ?? false }) else {
      return nil
    }
    return Set(facts.rounds(of: seq))
  }

  /// Whether an arrival whose content is lost, and that newer ones had overtaken, may stand again: because one
  /// that came after it into its place is refused by now.
  public func mayStandAgain(_ seq: Int, _ outcomes: [ArrivalOutcome]) -> Bool {
    guard let own = arrival(seq) else { return false }
    func places(_ seq: Int) -> Set<FactKey> {
      Set(
        facts.verdicts.lazy.filter { $0.seq == seq }.map { FactKey(seq: 0, kind: $0.kind, round: $0.round) })
    }
    let lostFrom = places(seq)
    return zip(arrivals, outcomes).contains { later, outcome in
      later.seq > seq && later.unit.lowercased() == own.unit.lowercased()
        && outcome.tables.contains { $0.result == .refused } && !places(later.seq).isDisjoint(with: lostFrom)
    }
  }

  private static func isOfRoundAlone(_ kind: TableKind) -> Bool {
    ![.orders, .rounds, .units, .programs].contains(kind)
  }
}

extension JudgedFacts {
  /// The rounds that a file was judged for, in order.
  public func rounds(of seq: Int) -> [String] {
    let found = verdicts.filter { $0.seq == seq }.map(\.round) + told.filter { $0.seq == seq }.map(\.round)
    return Set(found).sorted()
  }
}

extension InForce {
  /// Leaves rounds as they were until contents that they need are there again: nothing is judged,
  /// closed, ordered or decided in them.
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
    newFacts.closes.removeAll { withheld.contains($0.round) }
    ordersToDo.removeAll { withheld.contains($0.round) }
    closings.removeAll { withheld.contains($0.round) }
  }

  /// Whether what became of an arrival can be told: not while what its rounds are judged by is lost.
  public func canTell(_ outcome: ArrivalOutcome) -> Bool { withheld.isDisjoint(with: outcome.rounds) }
}
