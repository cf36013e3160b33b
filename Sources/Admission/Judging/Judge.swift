import Tables

/// What is found out about one wish.
struct Judgement {
  var verdict = Verdict.eligible
  var score: Int64 = 0
  var priority: Int64 = 0
  var incentive: Int64 = 0
  var tier: Int32 = 1
  var direct = false

  /// Why the wish does not compete.
  func refused(_ reason: Verdict) -> Judgement {
    var judgement = self
    judgement.verdict = reason
    return judgement
  }
}

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
      ProgramTerms(
        input.programs[program], of: input, ownScores: input.programScores[Int32(program)] != nil)
    }
    tiers = Tiers(input)
    grants = Grants(input)
    marks = Marks(input)
  }

  /// Judges the wish of an applicant.
  mutating func judge(_ wish: Int, of applicant: Int) throws(DecisionError) -> Judgement {
    let program = Int(input.wishProgram[wish])
    let asked = terms[program]
    var judgement = Judgement()
    if asked.zoned { judgement.tier = 0 }
    switch input.states[applicant] {
    case .withdrawn: return judgement.refused(.withdrawn)
    case .held: return judgement.refused(.held)
    case .competes: break
    }
    guard asked.special == input.wishSpecial[wish] else { return judgement.refused(.wrongGroup) }
    guard asked.takes(wish: input.wishNumber[wish]) else { return judgement.refused(.wishNotTaken) }
    var grant = Grants.Grant()
    if asked.priorityTable >= 0, !input.claims.isEmpty {
      grant = grants.grant(claims: input.claims[applicant], table: asked.priorityTable)
      judgement.direct = grant.direct
    }
    if asked.limitsAge, !fits(applicant, program, asked) { return judgement.refused(.age) }
    if asked.zoned {
      let child = input.residences.isEmpty ? Residence() : input.residences[applicant]
      guard let tier = tiers.tier(of: child, program: program) else {
        return judgement.refused(.outOfZone)
      }
      judgement.tier = tier
    }
    if asked.ownScores {
      guard let points = input.programScores[Int32(program)]?[Int32(applicant)] else {
        return judgement.refused(.noProgramScore)
      }
      judgement.score = points.raw
    } else if asked.recipe >= 0 {
      try score(applicant, for: program, asked, grant, into: &judgement)
    }
    if judgement.verdict == .eligible, !grant.direct, judgement.score < asked.minimum {
      judgement.verdict = .belowMinimum
    }
    return judgement
  }

  /// Fills in the score by the recipe, or the reason why there is none.
  @inline(__always)
  private mutating func score(
    _ applicant: Int, for program: Int, _ asked: ProgramTerms, _ grant: Grants.Grant,
    into judgement: inout Judgement
  ) throws(DecisionError) {
    let sum = marks.sum(of: applicant, recipe: asked.recipe)
    let violated = asked.usesExam && !input.violations.isEmpty && input.violations[applicant]
    if violated || sum.lacking != .eligible || sum.fails {
      // Direct admission frees from marks, not from the rules of the examination.
      if grant.direct {
        if violated { judgement.verdict = .violation }
      } else if violated, sum.lacking != .absent {
        judgement.verdict = .violation
      } else {
        judgement.verdict = sum.lacking == .eligible ? .failingMark : sum.lacking
      }
      guard judgement.verdict == .eligible, sum.lacking == .eligible else { return }
    }
    guard !sum.overflows else { throw .overflow(applicant: applicant, program: program) }
    judgement.score = sum.total
    if !asked.noPriority, grant.priority != 0 || grant.incentive != 0 {
      judgement.priority = grant.priority
      judgement.incentive = grant.incentive
      let score = Int128(sum.total) + Int128(grant.priority) + Int128(grant.incentive)
      guard let score = Int64(exactly: score) else {
        throw .overflow(applicant: applicant, program: program)
      }
      judgement.score = score
    }
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

/// Fills in verdict, score, priority, incentive, tier and direct by wish.
func judgeAll(_ input: Input, into outcome: inout Outcome) throws(DecisionError) {
  var judge = Judge(input)
  for applicant in 0..<input.applicantCount {
    for wish in input.wishes(of: applicant) {
      let judgement = try judge.judge(wish, of: applicant)
      if judgement.verdict != .eligible { outcome.verdict[wish] = judgement.verdict }
      outcome.score[wish] = judgement.score
      if judgement.tier != 1 { outcome.tier[wish] = judgement.tier }
      if judgement.direct { outcome.direct[wish] = true }
      if judgement.priority != 0 { outcome.priority[wish] = judgement.priority }
      if judgement.incentive != 0 { outcome.incentive[wish] = judgement.incentive }
    }
  }
}
