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
  /// By program.
  private let wishes: [Wishes]
  /// By applicant seated by a row of reservations: which row.
  let rows: [Int32: Int]
  /// The same seats, parted by the orders in which they are given.
  private(set) var parts: [SeatPart] = []

  /// Of a program: see below.
  private struct Wishes: Sendable {
    var seated: [Standing] = []
    var turnedAway: [Standing] = []
    var turnedAwayEarlier: [Standing] = []
  }

  /// Where an applicant sits: its wish, or −1, and the phase of its program.
  private struct Seat {
    var wish: Int32
    var phase: Int
    var isKept: Bool
  }

  /// Wishes whose applicants sit at the program, without the kept.
  func seated(_ program: Int) -> ArraySlice<Standing> { wishes[program].seated[...] }

  /// Eligible wishes whose applicants would rather sit there, in the same phase
  /// as their place or without one.
  func turnedAway(_ program: Int) -> ArraySlice<Standing> { wishes[program].turnedAway[...] }

  /// Eligible wishes in phases before that of the applicant's place.
  func turnedAwayEarlier(_ program: Int) -> ArraySlice<Standing> { wishes[program].turnedAwayEarlier[...] }

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
    let phases = recount.phase
    let seats = (0..<input.applicantCount).map { applicant in
      let phase = place[applicant] < 0 ? 0 : phases[Int(input.wishProgram[Int(place[applicant])])]
      return Seat(wish: place[applicant], phase: phase, isKept: input.keeper(of: applicant) != nil)
    }
    var wishes = recount.contenders.perProgram(jobs: jobs) { program, contenders in
      var wishes = Wishes()
      let own = phases[program]
      for contender in contenders {
        let seat = seats[Int(contender.child)]
        if seat.isKept { continue }
        if seat.wish == contender.wish {
          wishes.seated.append(contender.standing)
        } else if seat.wish < 0 || (own == seat.phase && contender.wish < seat.wish) {
          wishes.turnedAway.append(contender.standing)
        } else if own < seat.phase {
          wishes.turnedAwayEarlier.append(contender.standing)
        }
      }
      return wishes
    }
    // Who sits where it is not eligible sits there (see P2).
    for applicant in 0..<input.applicantCount {
      let own = Int(place[applicant])
      guard own >= 0, !recount.eligible[own], input.keeper(of: applicant) == nil else { continue }
      wishes[Int(input.wishProgram[own])].seated.append(Standing(wish: Int32(own), rank: recount.rank[own]))
    }
    self.wishes = wishes
    parts = recount.parts(self, outcome)
  }

  /// The row of reservations that seated the applicant of a wish; nil for none.
  func row(of wish: Int32, _ recount: Recount) -> Int? {
    rows.isEmpty || place[recount.input.applicant(ofWish: Int(wish))] != wish
      ? nil : rows[Int32(recount.input.applicant(ofWish: Int(wish)))]
  }
}
