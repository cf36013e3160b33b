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
    var direct: Bool
    var tier: Int?
    var score: String
    var priority: String
    var incentive: String
    var rank: Int?
    var waiting: Int?
    var seats: Seats?
    var parts: [Part]
    var margin: String
    var cutoff: String?
    var lastScore: String?
    var lastRank: Int?
    var gap: String?
    var admitted: Bool
  }

  /// A part of the score; no value where it is missing.
  struct Part: Encodable {
    var field: String
    var value: String?
    var coefficient: String

    init(_ part: WishExplanation.ScorePart) {
      field = part.field
      coefficient = part.coefficient.text
      switch part.value {
      case .value(let value): self.value = value.text
      case .day(let day): value = day.text
      case .missing, .absent, .unconvertible: value = nil
      }
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
  var wishes: [Wish]

  init(_ round: DecidedRound, _ applicant: Int, _ explanation: [WishExplanation]) {
    status = round.outcome.status[applicant].rawValue
    wishes = explanation.map { wish in
      let plan = round.tables.programs[wish.program]
      return Wish(
        wish: wish.number, special: wish.special, school: plan.school, program: plan.program,
        verdict: wish.verdict.rawValue, reason: wish.reason?.rawValue, direct: wish.direct, tier: wish.tier,
        score: wish.score.text, priority: wish.priority.text, incentive: wish.incentive.text, rank: wish.rank,
        waiting: wish.waitingPlace, seats: wish.seats.map(Seats.init), parts: wish.parts.map(Part.init),
        margin: wish.margin.text, cutoff: ExplanationJSON.text(wish.cutoff),
        lastScore: ExplanationJSON.score(wish.lastKey), lastRank: wish.lastRank,
        gap: wish.gap?.text,
        admitted: Int(round.outcome.place[applicant]) == wish.wish)
    }
  }
}
