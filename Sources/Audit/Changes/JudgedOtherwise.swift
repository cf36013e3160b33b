/// Of a wish that is judged otherwise in the newer of two results: what made it so, as far as they tell.
struct JudgedOtherwise {
  /// Rules of its program.
  var ofProgram: [RuleChange] = []
  /// Rules of the round.
  var ofRound: [RuleChange] = []
  /// Whether the child's own rows did.
  var own = Own.no

  /// Published results show a score and the tables that it was made by, not the rows that they were applied to:
  /// where a table is another one, the row may be, too.
  enum Own { case no, perhaps, yes }

  /// - Parameters:
  ///   - asked: what is another rule of its program.
  ///   - inForce: what is another rule of the round.
  ///   - hasSameRows: it is known that the child's own rows say the same.
  init(
    _ before: ResultPicture.Wish, _ after: ResultPicture.Wish, asked: [RuleChange], inForce: [RuleChange],
    hasSameRows: Bool
  ) {
    defer { if own == .perhaps, hasSameRows { own = .no } }
    guard before.verdict == after.verdict else {
      let isBehind = { (change: RuleChange) in
        JudgedOtherwise.isBehind(change.rule, before, after)
      }
      (ofProgram, ofRound) = (asked.filter(isBehind), inForce.filter(isBehind))
      own = JudgedOtherwise.own(beside: ofProgram + ofRound)
      return
    }
    for fact in ResultPicture.Fact.allCases where before.fact(fact) != after.fact(fact) {
      let makers = (asked + inForce).filter { $0.rule.makes(fact) }
      ofProgram += asked.filter { $0.rule.makes(fact) && !ofProgram.contains($0) }
      ofRound += inForce.filter { $0.rule.makes(fact) && !ofRound.contains($0) }
      switch JudgedOtherwise.own(beside: makers) {
      case .yes: own = .yes
      case .perhaps where own == .no: own = .perhaps
      case .perhaps, .no: break
      }
    }
    // Tie-breaks are told of whoever moved.
    ofProgram.removeAll { $0.rule == .tieBreaks }
    ofProgram = RuleChange.Rule.allCases.flatMap { rule in ofProgram.filter { $0.rule == rule } }
  }

  private static func own(beside makers: [RuleChange]) -> Own {
    makers.isEmpty ? .yes : makers.contains(where: \.rule.isToldSometimes) ? .perhaps : .no
  }

  /// What claims give puts nobody in or out who has none of it where it is eligible.
  private static func isBehind(
    _ rule: RuleChange.Rule, _ before: ResultPicture.Wish, _ after: ResultPicture.Wish
  ) -> Bool {
    let verdicts = [before.verdict, after.verdict]
    guard verdicts.contains(where: rule.isBehind) else { return false }
    guard rule.isOfClaims, !verdicts.contains("age"),
      let eligible = [before, after].first(where: { $0.verdict == "eligible" })
    else { return true }
    let isOfScore = verdicts.contains("below-minimum")
    return ResultPicture.Fact.allCases.contains { fact in
      guard rule.makes(fact), isOfScore || fact == .direct, let given = eligible.fact(fact) else {
        return false
      }
      return !["", "0"].contains(given)
    }
  }
}
