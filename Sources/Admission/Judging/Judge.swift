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
  private let someHaveDeclined: Bool

  init(_ input: Input) {
    self.input = input
    tiers = Tiers(input)
    someHaveDeclined = !input.declined.isEmpty
    var ways = Distinct<ScoringWay>()
    var terms = Distinct<ProgramTerms>()
    termsNumber = input.programs.enumerated().map { number, program in
      let ownScores = input.programScores[Int32(number)] != nil
      let way = ways.number(of: ScoringWay(program, of: input, ownScores: ownScores))
      return Int32(terms.number(of: ProgramTerms(program, way: way, ownScores: ownScores)))
    }
    self.terms = terms.values
    known = terms.values.map { _ in (-1, Judgement()) }
    scoring = Scoring(input, ways.values)
  }

  /// Judges the wish of an applicant.
  @inline(__always)
  mutating func judge(_ wish: Int, of applicant: Int) throws(DecisionError) -> Judgement {
    let number = Int(termsNumber[Int(input.wishProgram[wish])])
    var refused = Judgement()
    if terms[number].zoned { refused.tier = 0 }
    switch input.states[applicant] {
    case .withdrawn: return refused.refused(.withdrawn)
    case .held: return refused.refused(.held)
    case .competes: break
    }
    guard terms[number].special == input.wishSpecial[wish] else { return refused.refused(.wrongGroup) }
    guard terms[number].takes(wish: input.wishNumber[wish]) else { return refused.refused(.wishNotTaken) }
    if known[number].applicant != applicant {
      let judgement = try judge(applicant, at: Int(input.wishProgram[wish]), terms[number])
      guard terms[number].looksAtChildAlone, !someHaveDeclined else { return judgement }
      known[number] = (applicant, judgement)
    }
    return known[number].judgement
  }

  /// Judges an applicant who competes and whose wish the program takes.
  @inline(never)
  private mutating func judge(
    _ applicant: Int, at program: Int, _ asked: ProgramTerms
  ) throws(DecisionError) -> Judgement {
    var judgement = Judgement()
    if asked.zoned { judgement.tier = 0 }
    if someHaveDeclined, input.hasDeclined(applicant, program) { return judgement.refused(.schoolDeclined) }
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

/// What was found out about the wishes of a stretch of applicants, besides their scores.
private struct Judged: Sendable {
  var verdict: ByWish<Verdict>
  var tier: ByWish<Int32>
  var direct: ByWish<Bool>
  var priority: PointsByWish
  var incentive: PointsByWish
  var eligible = EligibleApplicants()
  var error: DecisionError?

  init(_ count: Int) {
    verdict = ByWish(usual: .eligible, count: count)
    tier = ByWish(usual: 1, count: count)
    direct = ByWish(usual: false, count: count)
    priority = PointsByWish(count: count)
    incentive = PointsByWish(count: count)
  }
}

/// The applicants of a stretch who are eligible for some wish, in order.
struct EligibleApplicants: Sendable {
  /// Who they are.
  var applicants: [Int32] = []
  /// Of each, the first wish that it is eligible for.
  var firstWish: [Int32] = []
  /// Each has the same score, tier and directness at all wishes that it is eligible for.
  var areAlike = true
}

/// Fills in verdict, score, priority, incentive, tier and direct by wish, and
/// tells by stretch who is eligible at all.
func judgeAll(
  _ input: Input, _ stretches: [Range<Int>], into outcome: inout Outcome
) throws(DecisionError) -> [EligibleApplicants] {
  var judged: [Judged] = []
  outcome.score = Array(unsafeUninitializedCapacity: input.wishProgram.count) { cells, count in
    // Every thread fills its own stretch of them.
    nonisolated(unsafe) let cells = cells
    judged = inParallel(stretches, jobs: stretches.count) { judge(input, $0, into: cells) }
    count = cells.count
  }
  for part in judged { if let error = part.error { throw error } }
  outcome.verdict = ByWish(joining: judged.map(\.verdict))
  outcome.tier = ByWish(joining: judged.map(\.tier))
  outcome.direct = ByWish(joining: judged.map(\.direct))
  outcome.priority = PointsByWish(joining: judged.map(\.priority))
  outcome.incentive = PointsByWish(joining: judged.map(\.incentive))
  return judged.map(\.eligible)
}

private func judge(
  _ input: Input, _ stretch: Range<Int>, into score: UnsafeMutableBufferPointer<Int64>
) -> Judged {
  let wishes = input.wishes(of: stretch)
  var judge = Judge(input)
  var judged = Judged(wishes.count)
  judged.eligible.applicants.reserveCapacity(stretch.count)
  judged.eligible.firstWish.reserveCapacity(stretch.count)
  do throws(DecisionError) {
    for applicant in stretch {
      var first: Judgement?
      for wish in input.wishes(of: applicant) {
        let judgement = try judge.judge(wish, of: applicant)
        score[wish] = judgement.score
        let number = wish - wishes.lowerBound
        if judgement.verdict != .eligible { judged.verdict[number] = judgement.verdict }
        if judgement.tier != 1 { judged.tier[number] = judgement.tier }
        if judgement.direct { judged.direct[number] = true }
        if judgement.priority != 0 { judged.priority[number] = judgement.priority }
        if judgement.incentive != 0 { judged.incentive[number] = judgement.incentive }
        guard judgement.verdict == .eligible else { continue }
        if let first {
          if !judgement.comparesLike(first) { judged.eligible.areAlike = false }
        } else {
          first = judgement
          judged.eligible.applicants.append(Int32(truncatingIfNeeded: applicant))
          judged.eligible.firstWish.append(Int32(truncatingIfNeeded: wish))
        }
      }
    }
  } catch {
    score.extracting(wishes).initialize(repeating: 0)
    judged.error = error
  }
  return judged
}
