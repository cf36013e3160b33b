import Admission
import Tables

/// Explains the wishes of a decided round (`explain`, `giai-trinh.csv`).
public struct Explanations: Sendable {
  private let round: DecidedRound
  /// By program: the wish with the worst rank that was admitted by its key, or −1: none of those kept.
  private var lastIn: [Int32]
  /// The same of those kept: whom a child is behind where all seats are theirs.
  private var lastKept: [Int32]

  /// Explains this round.
  public init(_ round: DecidedRound) {
    self.round = round
    lastIn = [Int32](repeating: -1, count: round.input.programs.count)
    let outcome = round.outcome
    lastKept = lastIn
    func take(_ place: Int32, _ program: Int, into last: inout [Int32]) {
      if last[program] < 0 || outcome.rank[Int(place)] > outcome.rank[Int(last[program])] {
        last[program] = place
      }
    }
    for (applicant, place) in outcome.place.enumerated() where place >= 0 && outcome.rank[Int(place)] > 0 {
      let program = Int(round.input.wishProgram[Int(place)])
      if round.input.keeper(of: applicant) == nil {
        take(place, program, into: &lastIn)
      } else {
        take(place, program, into: &lastKept)
      }
    }
  }

  /// The wishes of an applicant in the order in which they are considered.
  public func explanation(of applicant: Int) -> [WishExplanation] {
    round.input.wishes(of: applicant).map { explanation($0, of: applicant) }
  }

  private func explanation(_ wish: Int, of applicant: Int) -> WishExplanation {
    let (input, outcome) = (round.input, round.outcome)
    let program = Int(input.wishProgram[wish])
    let asked = input.programs[program]
    let eligible = outcome.verdict[wish] == .eligible
    let cutoff = round.seats(atWish: wish).cutoff[program]
    let cutoffKey = cutoff < 0 ? [] : key(Int(cutoff))
    let key = eligible ? key(wish, of: applicant) : []
    let given = input.rules.method == .given ? asked.givenCutoffs[Int(input.wishNumber[wish])] : nil
    let reason = round.reason(wish, of: applicant)
    let last = reason == .belowCutoff && lastIn[program] < 0 ? lastKept[program] : lastIn[program]
    let lastKey = last < 0 ? [] : self.key(Int(last))
    return WishExplanation(
      wish: wish, number: Int(input.wishNumber[wish]), special: input.wishSpecial[wish], program: program,
      verdict: outcome.verdict[wish], reason: reason,
      kept: input.keeper(of: applicant) != nil && Int(outcome.place[applicant]) == wish,
      direct: outcome.direct[wish],
      tier: asked.zoned && outcome.tier[wish] > 0 ? Int(outcome.tier[wish]) : nil,
      parts: parts(of: applicant, program), priority: Exact(raw: outcome.priority[wish]),
      incentive: Exact(raw: outcome.incentive[wish]), score: Exact(raw: outcome.score[wish]), key: key,
      cutoffKey: cutoffKey, givenCutoff: given, rank: eligible ? Int(outcome.rank[wish]) : nil,
      waitingPlace: outcome.waitingPlace[wish] > 0 ? Int(outcome.waitingPlace[wish]) : nil,
      lastRank: last < 0 ? nil : Int(outcome.rank[Int(last)]), lastKey: lastKey,
      gap: eligible && reason != .seatsKept && reason != .reservedForOthers
        && !round.isReached(wish, by: applicant)
        ? gap(
          key, lastKey.isEmpty ? cutoffKey : lastKey, given: given, score: Exact(raw: outcome.score[wish]))
        : nil)
  }

  private func parts(of applicant: Int, _ program: Int) -> [WishExplanation.ScorePart] {
    let input = round.input
    guard input.programScores[Int32(program)] == nil, let recipe = input.programs[program].recipe else {
      return []
    }
    return input.recipes[recipe].terms.map { term in
      WishExplanation.ScorePart(
        field: round.fieldLabels[term.field],
        value: content(term.field, of: applicant),
        coefficient: term.coefficient, above: term.above)
    }
  }

  private func content(_ field: Int, of applicant: Int) -> WishExplanation.FieldContent {
    WishExplanation.FieldContent(round.input.fields[field][applicant], isDay: round.fieldsAreDays[field])
  }

  private func key(_ wish: Int) -> [WishExplanation.KeyPart] {
    key(wish, of: round.input.applicant(ofWish: wish))
  }

  private func key(_ wish: Int, of applicant: Int) -> [WishExplanation.KeyPart] {
    let (input, outcome) = (round.input, round.outcome)
    let asked = input.programs[Int(input.wishProgram[wish])]
    let number = Int(input.wishNumber[wish])
    var key: [WishExplanation.KeyPart] = [.direct(outcome.direct[wish])]
    if asked.zoned { key.append(.tier(Int(outcome.tier[wish]))) }
    if input.rules.method == .sequential { key.append(.wishNumber(number)) }
    key.append(.score(score(wish, number)))
    for criterion in asked.tieChain.map({ input.tieChains[$0] }) ?? [] {
      switch criterion.source {
      case .wishNumber: key.append(.tieBreakByWish(number, descending: criterion.descending))
      case .field(let field):
        key.append(
          .tieBreak(
            field: round.fieldLabels[field], content(field, of: applicant),
            descending: criterion.descending))
      }
    }
    if input.rules.tiePolicy == .lottery { key.append(.draw(round.lottery.draw(applicant))) }
    return key
  }

  /// The score that is compared: after the margin of an ordinary wish.
  private func score(_ wish: Int, _ number: Int) -> Exact {
    let (own, rules) = (Exact(raw: round.outcome.score[wish]), round.input.rules)
    guard rules.method == .margin, !round.input.wishSpecial[wish], rules.margins.indices.contains(number - 1)
    else { return own }
    // Deciding has made the same difference, within its range.
    return (try? own.minus(rules.margins[number - 1])) ?? own
  }

  private func gap(
    _ key: [WishExplanation.KeyPart], _ needed: [WishExplanation.KeyPart], given: Exact?, score: Exact
  ) -> Exact? {
    if let given { return try? given.minus(score) }
    for (own, other) in zip(key, needed) {
      if case .score(let score) = own, case .score(let needed) = other {
        return score < needed ? try? needed.minus(score) : .zero
      }
      guard own == other else { return nil }
    }
    return nil
  }
}
