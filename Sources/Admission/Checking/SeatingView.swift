/// A wish, and the rank by which it is compared.
struct Standing: BitwiseCopyable, Sendable {
  let wish: Int32
  /// 0 where it is not eligible.
  let rank: Int32
}

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
  /// By program, three groups for each: see below.
  private let wishes: Grouped<Standing>
  /// By applicant seated by a row of reservations: which row.
  let rows: [Int32: Int]
  /// The same seats, parted by the orders in which they are given.
  private(set) var parts: [SeatPart] = []

  /// Wishes whose applicants sit at the program, without the kept.
  func seated(_ program: Int) -> ArraySlice<Standing> { wishes[3 * program] }

  /// Eligible wishes whose applicants would rather sit there, in the same phase
  /// as their place or without one.
  func turnedAway(_ program: Int) -> ArraySlice<Standing> { wishes[3 * program + 1] }

  /// Eligible wishes in phases before that of the applicant's place.
  func turnedAwayEarlier(_ program: Int) -> ArraySlice<Standing> { wishes[3 * program + 2] }

  /// The readings of the result; none for given cut-offs, where seats and keys do not count.
  static func all(_ recount: Recount, _ outcome: Outcome, jobs: Int) -> [SeatingView] {
    let input = recount.input
    guard input.rules.method != .given else { return [] }
    var place = outcome.place
    for (applicant, wish) in outcome.unreviewed { place[Int(applicant)] = wish }
    let policy = input.rules.tiePolicy
    guard policy == .council || (policy == .lottery && input.drawOrder == nil) else {
      return [SeatingView(recount, outcome, place, groupsStayIn: policy == .allIn, hasCutoffs: true, jobs)]
    }
    var (groupsOut, groupsIn) = (place, place)
    for (applicant, places) in outcome.tiedPlaces {
      groupsOut[Int(applicant)] = places.groupOut
      groupsIn[Int(applicant)] = places.groupIn
    }
    return [
      SeatingView(recount, outcome, groupsOut, groupsStayIn: false, hasCutoffs: true, jobs),
      SeatingView(recount, outcome, groupsIn, groupsStayIn: true, hasCutoffs: false, jobs),
    ]
  }

  private init(
    _ recount: Recount, _ outcome: Outcome, _ place: [Int32], groupsStayIn: Bool, hasCutoffs: Bool,
    _ jobs: Int
  ) {
    let input = recount.input
    rows = hasCutoffs ? outcome.reservedSeats : outcome.reservedSeatsGroupIn
    self.place = place
    self.groupsStayIn = groupsStayIn
    self.hasCutoffs = hasCutoffs
    let (eligible, phases, rank) = (recount.eligible, recount.phase, recount.rank)
    wishes = Grouped(
      input, groups: 3 * input.programs.count, jobs: jobs,
      { applicant, wish in
        let own = Int(place[applicant])
        guard wish == own || eligible[wish], input.keeper(of: applicant) == nil else { return -1 }
        let program = Int(input.wishProgram[wish])
        if wish == own { return 3 * program }
        guard own >= 0 else { return 3 * program + 1 }
        let phase = phases[Int(input.wishProgram[own])]
        if phases[program] < phase { return 3 * program + 2 }
        return phases[program] == phase && wish < own ? 3 * program + 1 : -1
      }, { Standing(wish: Int32($1), rank: rank[$1]) })
    parts = recount.parts(self, outcome)
  }

  /// The row of reservations that seated the applicant of a wish; nil for none.
  func row(of wish: Int32, _ recount: Recount) -> Int? {
    rows.isEmpty || place[recount.input.applicant(ofWish: Int(wish))] != wish
      ? nil : rows[Int32(recount.input.applicant(ofWish: Int(wish)))]
  }
}
