import Tables

/// Parts that several properties are made of.
extension Recount {
  func violation(_ wish: Int) -> PropertyReport.Violation {
    .init(applicant: input.applicant(ofWish: wish), wish: wish, program: Int(input.wishProgram[wish]))
  }

  /// The rank of the worst key; nil where nobody is eligible.
  func worst(_ wishes: [Int32]) -> Int32? {
    wishes.lazy.map { rank[Int($0)] }.filter { $0 > 0 }.max()
  }

  /// Nobody turned away stands before the last one seated.
  func checkOrder(
    of program: Int, in view: SeatingView, turnedAway: [[Int32]], into report: inout PropertyReport
  ) {
    let last = worst(view.seated[program]) ?? 0
    for wish in turnedAway[program] {
      report.examine(rank[Int(wish)] >= last, violation(Int(wish)))
    }
  }

  /// The seats left do not hold the best of those turned away.
  func checkFreeSeats(of program: Int, in view: SeatingView, into report: inout PropertyReport) {
    let turnedAway = view.turnedAway[program] + view.turnedAwayEarlier[program]
    let free = seatsLeft[program] - view.seated[program].count
    guard free > 0, let best = turnedAway.min(by: { rank[Int($0)] < rank[Int($1)] }) else { return }
    let group = turnedAway.count { rank[Int($0)] == rank[Int(best)] }
    if view.groupsStayIn || group <= free { report.violations.append(violation(Int(best))) }
  }

  /// P4 for given cut-offs.
  func checkGivenCutoffs(_ outcome: Outcome, into report: inout PropertyReport) {
    for applicant in 0..<input.applicantCount where input.keeper(of: applicant) == nil {
      let place = Int(outcome.place[applicant])
      for wish in input.wishes(of: applicant) where isEligible(wish) && (place < 0 || wish <= place) {
        let given = input.programs[Int(input.wishProgram[wish])].givenCutoffs[Int(input.wishNumber[wish])]
        let reaches = direct[wish] || given.map { Exact(raw: score[wish]) >= $0 } ?? false
        report.examine(reaches == (wish == place), violation(wish))
      }
    }
  }
}
