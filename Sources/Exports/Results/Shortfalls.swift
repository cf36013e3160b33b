import Admission
import Rounds
import Tables
import Wording

/// What was lacking at a wish without a place, beside what there was.
extension RoundContent {
  /// Why there is no place by a wish, in a parent's words.
  func text(_ reason: ReasonCode, ofWish wish: Int) -> String {
    let text = reasonText(reason, shortfall(reason, ofWish: wish), in: words.language)
    let applicant = round.input.applicant(ofWish: wish)
    guard let reserve = round.reservePassed(by: wish, of: applicant) else { return text }
    return text + " (" + beyondReserveText(reserve, in: words.language) + ")"
  }

  /// A place by a wish, `THPT X (NV1)`; nil for −1.
  func place(_ wish: Int32) -> String? {
    wish < 0 ? nil : placeName(round.plan(ofWish: Int(wish))) + " (\(wishName(Int(wish))))"
  }

  /// What was lacking at a wish; nil where its reason says all.
  private func shortfall(_ reason: ReasonCode, ofWish wish: Int) -> Shortfall? {
    let plan = round.plan(ofWish: wish)
    switch reason {
    case .age:
      guard let born = round.born(round.input.applicant(ofWish: wish)) else { return nil }
      return .born(born.text, from: plan.bornFrom?.text, to: plan.bornTo?.text)
    case .wishNotTaken:
      return .takes(plan.wishes.map { words.wish(number: $0, special: plan.special) })
    case .documentsLacking, .documentsFailed:
      let papers = round.lackingPapers(ofWish: wish, of: round.input.applicant(ofWish: wish))
      return papers.map { .papers($0.names) }
    case .belowMinimum:
      return plan.minimum.map { minimum in
        .score(own: printed(Exact(raw: round.outcome.score[wish])), cutoff: printed(minimum))
      }
    default: return reason.isOfKeys ? shortfallOfKey(reason, ofWish: wish) : nil
    }
  }

  /// The same where keys are compared, or scores with a cut-off that is given.
  private func shortfallOfKey(_ reason: ReasonCode, ofWish wish: Int) -> Shortfall? {
    let program = Int(round.input.wishProgram[wish])
    if round.input.rules.method == .given {
      let row = cutoffs.row(program, wish: Int(round.input.wishNumber[wish]))
      let own = Exact(raw: round.outcome.score[wish])
      guard case .score(let cutoff) = row?.cutoff, own < cutoff else { return nil }
      return .score(own: printed(own), cutoff: printed(cutoff))
    }
    guard !round.reservations[program].isEmpty else {
      return reason == .belowCutoff ? lacking(reason, ofWish: wish, isParted: false) : nil
    }
    return round.seatPart(ofWish: wish, of: round.input.applicant(ofWish: wish)).map { part in
      .part(
        part.row.map { round.reservations[program][$0] }, lacking(reason, ofWish: wish, isParted: true))
    }
  }

  /// What was lacking to the last one in, of the seats through which the wish competed; nil where the keys do
  /// not tell it in one number.
  private func lacking(_ reason: ReasonCode, ofWish wish: Int, isParted: Bool) -> Shortfall? {
    if let unseated = unseated(reason, ofWish: wish) { return .unseated(unseated) }
    let (input, outcome) = (round.input, round.outcome)
    let applicant = input.applicant(ofWish: wish)
    guard let last = lastIn.wish(ofWish: wish, of: applicant, isBehindKept: reason == .belowCutoff)
    else { return nil }
    if outcome.direct[last] != outcome.direct[wish] { return outcome.direct[last] ? .direct : nil }
    let (tier, lastTier) = (Int(outcome.tier[wish]), Int(outcome.tier[last]))
    if tier != lastTier { return tier > lastTier ? .tier(own: tier, last: lastTier) : nil }
    if input.rules.method == .sequential, input.wishNumber[wish] != input.wishNumber[last] {
      return input.wishNumber[wish] > input.wishNumber[last] ? .nobodyAtWish : nil
    }
    let isKept = input.keeper(of: input.applicant(ofWish: last)) != nil
    guard isScored(Int(input.wishProgram[wish])) else {
      return isKept ? nil : .tieBreaks(score: nil, by: decisive(ofWish: wish))
    }
    let own = Exact(raw: outcome.score[wish])
    guard let needed = score(neededAt: wish, behind: last), own <= needed else { return nil }
    let isCutoff = isParted || isCutoff(needed, ofWish: wish)
    if own < needed {
      return isCutoff
        ? .score(own: printed(own), cutoff: printed(needed))
        : .needed(own: printed(own), needed: printed(needed))
    }
    // A kept child's key parts nobody; when it got its place it parted those who are kept elsewhere.
    guard !isKept || input.keeper(of: applicant) != nil else { return nil }
    let decisive = decisive(ofWish: wish)
    return isCutoff
      ? .tieBreaks(score: printed(own), by: decisive) : .equal(score: printed(own), by: decisive)
  }

  /// The score of the last one in is published as the cut-off of the wish: that of another wish of the program may be
  /// another, or none.
  private func isCutoff(_ score: Exact, ofWish wish: Int) -> Bool {
    let (program, number) = (Int(round.input.wishProgram[wish]), Int(round.input.wishNumber[wish]))
    return cutoffs.row(program, wish: number)?.cutoff == .score(score)
  }

  /// Why those next before a wish are not admitted; nil where the last one in is next.
  func unseated(_ reason: ReasonCode, ofWish wish: Int) -> LastIn.Unseated? {
    let applicant = round.input.applicant(ofWish: wish)
    return lastIn.before(ofWish: wish, of: applicant, isBehindKept: reason == .belowCutoff)?.why
  }

  /// In scores of the child's own wish: what the last one had after its margin, and this wish's margin on it.
  private func score(neededAt wish: Int, behind last: Int) -> Exact? {
    guard let compared = try? Exact(raw: round.outcome.score[last]).minus(round.margin(ofWish: last))
    else { return nil }
    return try? compared.plus(round.margin(ofWish: wish))
  }

  /// What parts a wish from the last one in, whose score is the same.
  func decisive(ofWish wish: Int) -> Decisive {
    let (input, applicant) = (round.input, round.input.applicant(ofWish: wish))
    guard
      let last = lastIn.wish(ofWish: wish, of: applicant, isBehindKept: input.keeper(of: applicant) != nil)
    else { return .tieBreaks }
    let scores = round.outcome.score
    guard input.rules.method == .margin || scores[wish] == scores[last] else { return .tieBreaks }
    let other = input.applicant(ofWish: last)
    let chain = input.programs[Int(input.wishProgram[wish])].tieChain.map { input.tieChains[$0] } ?? []
    let differs = chain.contains { criterion in
      switch criterion.source {
      case .wishNumber: input.wishNumber[wish] != input.wishNumber[last]
      // A missing value is a missing value, whatever it lacks.
      case .field(let field):
        max(input.fields[field][applicant], FieldValue.unconvertible)
          != max(input.fields[field][other], FieldValue.unconvertible)
      }
    }
    if differs { return .tieBreaks }
    if input.drawOrder != nil { return .lottery }
    guard let rulings = round.rulings[input.wishProgram[wish]] else { return .tieBreaks }
    let ruling = rulings[Int32(applicant)] ?? rulings[Int32(other)]
    return .council(minutes: ruling?.minutes ?? "")
  }

  private func printed(_ number: Exact) -> String {
    number.text(point: words.language == .vi ? "," : ".")
  }
}
