import Tables

/// Whether each wish competes, and with which score and tier (contract.md 4,
/// Score and Tier).
struct Judge {
  private let input: Input
  private let terms: [ProgramTerms]
  private let tiers: Tiers
  private var grants: Grants
  private var marks: Marks

  init(_ input: Input) {
    self.input = input
    terms = input.programs.indices.map { program in
      ProgramTerms(input.programs[program], ownScores: input.programScores[Int32(program)] != nil)
    }
    tiers = Tiers(input)
    grants = Grants(input)
    marks = Marks(input)
  }

  /// Fills in verdict, score, priority, incentive, tier and direct by wish.
  mutating func judge(into outcome: inout Outcome) throws(DecisionError) {
    for applicant in 0..<input.applicantCount {
      let state = input.states[applicant]
      for wish in input.wishes(of: applicant) {
        let program = Int(input.wishProgram[wish])
        if terms[program].zoned { outcome.tier[wish] = 0 }
        let verdict: Verdict
        switch state {
        case .withdrawn: verdict = .withdrawn
        case .held: verdict = .held
        case .competes: verdict = try judge(wish, of: applicant, for: program, into: &outcome)
        }
        if verdict != .eligible { outcome.verdict[wish] = verdict }
      }
    }
  }

  private mutating func judge(
    _ wish: Int, of applicant: Int, for program: Int, into outcome: inout Outcome
  ) throws(DecisionError) -> Verdict {
    let asked = terms[program]
    guard asked.special == input.wishSpecial[wish] else { return .wrongGroup }
    guard asked.takes(wish: input.wishNumber[wish]) else { return .wishNotTaken }
    var grant = Grants.Grant()
    if asked.priorityTable >= 0, !input.claims.isEmpty {
      grant = grants.grant(claims: input.claims[applicant], table: asked.priorityTable)
      if grant.direct { outcome.direct[wish] = true }
    }
    if asked.limitsAge, !fits(applicant, program, asked) { return .age }
    if asked.zoned {
      let child = input.residences.isEmpty ? Residence() : input.residences[applicant]
      guard let tier = tiers.tier(of: child, program: program) else { return .outOfZone }
      outcome.tier[wish] = tier
    }
    if asked.ownScores {
      guard let points = input.programScores[Int32(program)]?[Int32(applicant)] else {
        return .noProgramScore
      }
      outcome.score[wish] = points.raw
    } else if asked.recipe >= 0 {
      let reason = try score(wish, of: applicant, for: program, grant, into: &outcome)
      guard reason == .eligible else { return reason }
    }
    return grant.direct || outcome.score[wish] >= asked.minimum ? .eligible : .belowMinimum
  }

  /// Fills in the score by the recipe; any verdict but eligible is why there is none.
  private mutating func score(
    _ wish: Int, of applicant: Int, for program: Int, _ grant: Grants.Grant, into outcome: inout Outcome
  ) throws(DecisionError) -> Verdict {
    let recipe = terms[program].recipe
    let sum = marks.sum(of: applicant, recipe: recipe)
    if !grant.direct, sum.lacking == .absent { return .absent }
    // Direct admission frees from marks, not from the rules of the examination.
    if !input.violations.isEmpty, input.violations[applicant], input.recipes[recipe].usesExam {
      return .violation
    }
    if grant.direct {
      guard sum.lacking == .eligible else { return .eligible }
    } else {
      guard sum.lacking == .eligible else { return sum.lacking }
      guard !sum.fails else { return .failingMark }
    }
    var score = sum.total
    var overflows = sum.overflows
    if !terms[program].noPriority, grant.priority != 0 || grant.incentive != 0 {
      // Each fits, and so the two of them are at most 65 bits: added in turn, the
      // sum may leave the range on the way though not at the end.
      let exact = Int128(score) + Int128(grant.priority) + Int128(grant.incentive)
      score = Int64(truncatingIfNeeded: exact)
      overflows = overflows || exact != Int128(score)
      outcome.priority[wish] = grant.priority
      outcome.incentive[wish] = grant.incentive
    }
    guard !overflows else { throw .overflow(applicant: applicant, program: program) }
    outcome.score[wish] = score
    return .eligible
  }

  private func fits(_ applicant: Int, _ program: Int, _ asked: ProgramTerms) -> Bool {
    if !input.birthDays.isEmpty, let born = input.birthDays[applicant],
      born >= asked.bornFrom, born <= asked.bornTo
    {
      return true
    }
    let exempt = input.programs[program].ageExempt
    guard !exempt.isEmpty, !input.claims.isEmpty else { return false }
    return input.claimSets[Int(input.claims[applicant])].contains { exempt.contains($0) }
  }
}
