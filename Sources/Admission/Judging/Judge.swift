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

  /// What keys are made of is the same.
  func comparesLike(_ other: Judgement) -> Bool {
    score == other.score && tier == other.tier && direct == other.direct
  }
}

/// Whether each wish competes, and with which score and tier (contract.md 4,
/// Score and Tier).
struct Judge {
  private let input: Input
  /// What programs ask, alike ones once: few differ, so that what every wish needs lies near.
  private let terms: [ProgramTerms]
  /// By program: which of them it asks.
  private let termsNumber: [Int32]
  private let tiers: Tiers
  private var scoring: Scoring
  /// By terms that look at the child alone: whom they were last asked of, and what was found.
  private var known: [(applicant: Int, judgement: Judgement)]
  /// Somebody has declined a school, or left a place.
  private let someHaveDeclined: Bool
  /// All programs ask the same, and of the child alone.
  private let askAlike: Bool

  init(_ input: Input) {
    self.input = input
    tiers = Tiers(input)
    someHaveDeclined = !input.declined.isEmpty || input.states.contains(.left)
    var ways = Distinct<ScoringWay>()
    var terms = Distinct<ProgramTerms>()
    termsNumber = input.programs.enumerated().map { number, program in
      let ownScores = input.programScores[Int32(number)] != nil
      let way = ways.number(of: ScoringWay(program, of: input, ownScores: ownScores))
      return Int32(terms.number(of: ProgramTerms(program, way: way, ownScores: ownScores)))
    }
    self.terms = terms.values
    known = terms.values.map { _ in (-1, Judgement()) }
    askAlike = terms.values.count == 1 && terms.values[0].looksAtChildAlone && !someHaveDeclined
    scoring = Scoring(input, ways.values)
  }

  /// Whether all these wishes of an applicant are judged as its first one is.
  @inline(__always)
  func judgesAlike(_ wishes: Range<Int>) -> Bool {
    askAlike
      && wishes.allSatisfy { wish in
        terms[0].special == input.wishSpecial[wish] && terms[0].takes(wish: input.wishNumber[wish])
      }
  }

  /// Judges the wish of an applicant.
  @inline(__always)
  mutating func judge(_ wish: Int, of applicant: Int) throws(DecisionError) -> Judgement {
    let judgement = try judgeByRules(wish, of: applicant)
    guard someHaveDeclined, judgement.verdict == .eligible else { return judgement }
    if input.hasDeclined(applicant, Int(input.wishProgram[wish])) {
      return judgement.refused(.schoolDeclined)
    }
    return input.states[applicant] == .left ? judgement.refused(.leftElsewhere) : judgement
  }

  /// The same of a child that would take the place.
  @inline(__always)
  private mutating func judgeByRules(_ wish: Int, of applicant: Int) throws(DecisionError) -> Judgement {
    let number = Int(termsNumber[Int(input.wishProgram[wish])])
    var refused = Judgement()
    if terms[number].zoned { refused.tier = 0 }
    switch input.states[applicant] {
    case .withdrawn: return refused.refused(.withdrawn)
    case .held: return refused.refused(.held)
    case .competes, .left: break
    }
    guard terms[number].special == input.wishSpecial[wish] else { return refused.refused(.wrongGroup) }
    guard terms[number].takes(wish: input.wishNumber[wish]) else { return refused.refused(.wishNotTaken) }
    if known[number].applicant == applicant { return known[number].judgement }
    let judgement = try judge(applicant, at: Int(input.wishProgram[wish]), terms[number])
    if terms[number].looksAtChildAlone { known[number] = (applicant, judgement) }
    return judgement
  }

  /// Judges an applicant who competes and whose wish the program takes.
  @inline(never)
  private mutating func judge(
    _ applicant: Int, at program: Int, _ asked: ProgramTerms
  ) throws(DecisionError) -> Judgement {
    var judgement = Judgement()
    if asked.zoned { judgement.tier = 0 }
    let scored = scoring.score(applicant, way: asked.way)
    judgement.direct = scored.direct
    if asked.limitsAge, !fits(applicant, program, asked) { return judgement.refused(.age) }
    if asked.zoned {
      let child = input.residences.isEmpty ? Residence() : input.residences[applicant]
      guard let tier = tiers.tier(of: child, program: program) else {
        return judgement.refused(.outOfZone)
      }
      judgement.tier = tier
    }
    if asked.reviewsDocuments, let reason = documentReason(applicant, program) {
      return judgement.refused(reason)
    }
    if asked.ownScores {
      guard let points = input.programScores[Int32(program)]?[Int32(applicant)] else {
        return judgement.refused(.noProgramScore)
      }
      judgement.score = points.raw
    } else {
      guard scored.verdict == .eligible else { return judgement.refused(scored.verdict) }
      guard !scored.overflows else { throw .overflow(applicant: applicant, program: program) }
      judgement.score = scored.score
      judgement.priority = scored.priority
      judgement.incentive = scored.incentive
    }
    if !scored.direct, judgement.score < asked.minimum { judgement.verdict = .belowMinimum }
    return judgement
  }

  /// Not yet reviewed competes.
  private func documentReason(_ applicant: Int, _ program: Int) -> Verdict? {
    switch input.documents[Int32(truncatingIfNeeded: program)]?[Int32(truncatingIfNeeded: applicant)] {
    case nil, .passed: nil
    case .lacking: .documentsLacking
    case .failed: .documentsFailed
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
