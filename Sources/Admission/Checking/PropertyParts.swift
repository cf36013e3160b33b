import Tables

/// Parts that several properties are made of.
extension Recount {
  func violation(_ wish: Int) -> PropertyReport.Violation {
    .init(applicant: input.applicant(ofWish: wish), wish: wish, program: Int(input.wishProgram[wish]))
  }

  /// The rank of the worst key; nil where nobody is eligible.
  func worst(_ wishes: ArraySlice<Standing>) -> Int32? {
    let worst = wishes.reduce(0) { max($0, $1.rank) }
    return worst > 0 ? worst : nil
  }

  /// No more than the seats, or where groups stay in, those before the last ones do not fill them.
  func fit(_ seated: ArraySlice<Standing>, into seats: Int, groupsStayIn: Bool) -> Bool {
    if seated.count <= seats { return true }
    guard groupsStayIn, seats > 0, let last = worst(seated) else { return false }
    return seated.count { $0.rank < last } < seats
  }

  /// The documents were reviewed, where the program reviews them.
  func isReviewed(_ wish: Int, of applicant: Int) -> Bool {
    let program = input.wishProgram[wish]
    return !input.programs[Int(program)].reviewsDocuments
      || input.documents[program]?[Int32(applicant)] != nil
  }

  /// Nobody turned away stands before the last one seated.
  func checkOrder(of part: SeatPart, _ turnedAway: ArraySlice<Standing>, into report: inout PropertyReport) {
    let last = worst(part.seated) ?? 0
    for standing in turnedAway {
      report.examine(standing.rank >= last, violation(Int(standing.wish)))
    }
  }

  /// The seats left do not hold the best of those turned away.
  func checkFreeSeats(of part: SeatPart, in view: SeatingView, into report: inout PropertyReport) {
    let free = part.seats - part.seated.count
    let turnedAway = [part.outside, part.outsideEarlier].joined()
    guard free > 0, let best = turnedAway.min(by: { $0.rank < $1.rank }) else { return }
    let group = turnedAway.count { $0.rank == best.rank }
    if view.groupsStayIn || group <= free { report.violations.append(violation(Int(best.wish))) }
  }

  /// P4 for given cut-offs.
  func checkGivenCutoffs(_ outcome: Outcome, into report: inout PropertyReport) {
    for applicant in 0..<input.applicantCount where input.keeper(of: applicant) == nil {
      let place = Int(outcome.unreviewed[Int32(applicant)] ?? outcome.place[applicant])
      for wish in input.wishes(of: applicant) where isEligible(wish) && (place < 0 || wish <= place) {
        let given = input.programs[Int(input.wishProgram[wish])].givenCutoffs[Int(input.wishNumber[wish])]
        let reaches = outcome.direct[wish] || given.map { Exact(raw: outcome.score[wish]) >= $0 } ?? false
        report.examine(reaches == (wish == place), violation(wish))
      }
    }
  }
}
