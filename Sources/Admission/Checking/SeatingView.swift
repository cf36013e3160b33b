/// One reading of a result for the checks: who sits where, and who was turned
/// away where. `Để hội đồng xét` has two readings, with the tied groups out and
/// with them in; every other policy has one.
struct SeatingView {
  /// By applicant: the wish, or −1.
  let place: [Int32]
  /// Equal keys at the last seat stay in, beyond the quota.
  let groupsStayIn: Bool
  /// The recorded cut-offs are those of this reading.
  let hasCutoffs: Bool
  /// Wishes whose applicants sit there, without the kept; by program.
  private(set) var seated: [[Int32]]
  /// Eligible wishes whose applicants would rather sit there, in the same phase
  /// as their place or without one; by program.
  private(set) var turnedAway: [[Int32]]
  /// Eligible wishes in phases before that of the applicant's place; by program.
  private(set) var turnedAwayEarlier: [[Int32]]
  /// By applicant seated by a row of reservations: which row.
  let rows: [Int32: Int]
  /// The same seats, parted by the orders in which they are given.
  private(set) var parts: [SeatPart] = []

  /// The readings of the result; none for given cut-offs, where seats and keys do not count.
  static func all(_ recount: Recount, _ outcome: Outcome) -> [SeatingView] {
    let input = recount.input
    guard input.rules.method != .given else { return [] }
    var place = outcome.place
    for (applicant, wish) in outcome.unreviewed { place[Int(applicant)] = wish }
    let policy = input.rules.tiePolicy
    guard policy == .council || (policy == .lottery && input.drawOrder == nil) else {
      return [SeatingView(recount, outcome, place, groupsStayIn: policy == .allIn, hasCutoffs: true)]
    }
    var (groupsOut, groupsIn) = (place, place)
    for (applicant, places) in outcome.tiedPlaces {
      groupsOut[Int(applicant)] = places.groupOut
      groupsIn[Int(applicant)] = places.groupIn
    }
    return [
      SeatingView(recount, outcome, groupsOut, groupsStayIn: false, hasCutoffs: true),
      SeatingView(recount, outcome, groupsIn, groupsStayIn: true, hasCutoffs: false),
    ]
  }

  private init(
    _ recount: Recount, _ outcome: Outcome, _ place: [Int32], groupsStayIn: Bool, hasCutoffs: Bool
  ) {
    let input = recount.input
    rows = hasCutoffs ? outcome.reservedSeats : outcome.reservedSeatsGroupIn
    self.place = place
    self.groupsStayIn = groupsStayIn
    self.hasCutoffs = hasCutoffs
    seated = Array(repeating: [], count: input.programs.count)
    turnedAway = seated
    turnedAwayEarlier = seated
    for applicant in 0..<input.applicantCount where input.keeper(of: applicant) == nil {
      let own = place[applicant]
      let phase = own < 0 ? nil : recount.phase[Int(input.wishProgram[Int(own)])]
      if own >= 0 { seated[Int(input.wishProgram[Int(own)])].append(own) }
      for wish in input.wishes(of: applicant) where recount.isEligible(wish) && wish != own {
        let program = Int(input.wishProgram[wish])
        if let phase, recount.phase[program] < phase {
          turnedAwayEarlier[program].append(Int32(wish))
        } else if phase == nil || (recount.phase[program] == phase && wish < own) {
          turnedAway[program].append(Int32(wish))
        }
      }
    }
    parts = recount.parts(self, outcome)
  }

  /// The row of reservations that seated the applicant of a wish; nil for none.
  func row(of wish: Int32, _ recount: Recount) -> Int? {
    rows.isEmpty || place[recount.input.applicant(ofWish: Int(wish))] != wish
      ? nil : rows[Int32(recount.input.applicant(ofWish: Int(wish)))]
  }
}
