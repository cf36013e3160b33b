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
    var lastRank: Int?
    var gap: String?
    var admitted: Bool
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
        waiting: wish.waitingPlace, seats: wish.seats.map(Seats.init), lastRank: wish.lastRank,
        gap: wish.gap?.text,
        admitted: Int(round.outcome.place[applicant]) == wish.wish)
    }
  }
}
