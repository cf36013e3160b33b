import Admission
import Rounds
import Tables

/// An explanation as programs read it: codes and numbers, no name.
struct ExplanationJSON: Encodable {
  struct Wish: Encodable {
    var wish: Int
    var special: Bool
    var school: String
    var program: String
    var verdict: String
    var reason: String?
    var kept: Bool
    var direct: Bool
    var tier: Int?
    var tierBasis: Basis?
    var score: String
    var priority: String
    var incentive: String
    /// Claims that add nothing to the score, or less than they are worth.
    var uncounted: [Uncounted]
    var rank: Int?
    var waiting: Int?
    /// How many may wait there, where the child neither has a place nor waits.
    var reservePassed: Int?
    var seats: Seats?
    var parts: [Part]
    var margin: String
    var key: [KeyPart]
    var cutoff: String?
    var cutoffTier: Int?
    var cutoffKey: [KeyPart]
    var givenCutoff: String?
    var lastScore: String?
    var lastRank: Int?
    var lastKey: [KeyPart]
    var unseated: String?
    var gap: String?
    var minimum: String?
    var unmet: Unmet?
    var ruling: Ruling?
    var undecided: String?
    var admitted: Bool
  }

  /// A part of the score; no value where it is missing.
  struct Part: Encodable {
    var field: String
    var value: String?
    /// What was converted to it.
    var words: [String]?
    var coefficient: String
    /// Ineligible at or below it.
    var above: String?

    init(_ part: WishExplanation.ScorePart) {
      field = part.field
      coefficient = part.coefficient.text
      above = part.above?.text
      words = part.words.isEmpty ? nil : part.words
      value = part.value.text
    }
  }

  /// Through which seats a wish competed, where some are for some; no category for the open ones.
  struct Seats: Encodable {
    var kind: String
    var category: String?
    var value: String?
    var seats: Int?

    init(_ seats: WishExplanation.Seats) {
      switch seats {
      case .open: kind = "open"
      case .row(let row):
        kind = row.isCap ? "atMost" : "reserved"
        (category, value, self.seats) = (row.category.rawValue, row.value, row.seats)
      }
    }
  }

  /// As `diem-chuan.csv` writes it; nil where nobody was turned away.
  private static func text(_ cutoff: CutoffRow.Cutoff) -> String? {
    switch cutoff {
    case .none: nil
    case .all: "-"
    case .score(let score): score.text
    }
  }

  /// The score in a key, after its margin.
  private static func score(_ key: [WishExplanation.KeyPart]) -> String? {
    key.lazy.compactMap { if case .score(let score) = $0 { score.text } else { nil } }.first
  }

  var status: String
  /// Why there is no place at all.
  var reason: String?
  /// The ticket of the lottery, and the draw; nil where none decides.
  var ticket: String?
  var draw: String?
  var drawPlace: Int?
  var wishes: [Wish]

  init(_ round: DecidedRound, _ applicant: Int, _ explanation: [WishExplanation]) {
    status = round.outcome.status[applicant].rawValue
    reason = round.reason(of: applicant)?.rawValue
    if !round.lottery.ticket(applicant).isEmpty { ticket = round.lottery.ticket(applicant) }
    if let place = round.lottery.place(applicant) {
      (draw, drawPlace) = (round.lottery.draw(applicant), place)
    }
    wishes = explanation.map { wish in
      let plan = round.tables.programs[wish.program]
      return Wish(
        wish: wish.number, special: wish.special, school: plan.school, program: plan.program,
        verdict: wish.verdict.rawValue, reason: wish.reason?.rawValue, kept: wish.kept, direct: wish.direct,
        tier: wish.tier, tierBasis: wish.tierBasis.map(Basis.init), score: wish.score.text,
        priority: wish.priority.text, incentive: wish.incentive.text,
        uncounted: wish.uncounted.map(Uncounted.init), rank: wish.rank, waiting: wish.waitingPlace,
        reservePassed: wish.reservePassed,
        seats: wish.seats.map(Seats.init),
        parts: wish.parts.map(Part.init), margin: wish.margin.text, key: wish.key.map(KeyPart.init),
        cutoff: ExplanationJSON.text(wish.cutoff), cutoffTier: wish.cutoffTier,
        cutoffKey: wish.cutoffKey.map(KeyPart.init), givenCutoff: wish.givenCutoff?.text,
        lastScore: ExplanationJSON.score(wish.lastKey), lastRank: wish.lastRank,
        lastKey: wish.lastKey.map(KeyPart.init), unseated: wish.unseated?.rawValue, gap: wish.gap?.text,
        minimum: plan.minimum?.text,
        unmet: wish.unmet.map { Unmet($0, plan) },
        ruling: wish.key.lazy.compactMap { if case .ruling(let ruling?) = $0 { Ruling(ruling) } else { nil } }
          .first,
        undecided: round.undecided(wish.wish, of: applicant),
        admitted: Int(round.outcome.place[applicant]) == wish.wish)
    }
  }
}
