import Tables

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
  private let wishes: (seated: Grouped<Standing>, turnedAway: Grouped<Standing>, earlier: Grouped<Standing>)
  /// By applicant seated by a row of reservations: which row.
  let rows: [Int32: Int]
  /// The same seats, parted by the orders in which they are given.
  private(set) var parts: [SeatPart] = []

  /// The same of some applicants.
  private struct Wishes: Sendable {
    var seated: MetStandings
    var turnedAway: MetStandings
    var turnedAwayEarlier: MetStandings
  }

  /// Wishes whose applicants sit at the program, without the kept.
  func seated(_ program: Int) -> ArraySlice<Standing> { wishes.seated[program] }

  /// Eligible wishes whose applicants would rather sit there, in the same phase
  /// as their place or without one.
  func turnedAway(_ program: Int) -> ArraySlice<Standing> { wishes.turnedAway[program] }

  /// Eligible wishes in phases before that of the applicant's place.
  func turnedAwayEarlier(_ program: Int) -> ArraySlice<Standing> { wishes.earlier[program] }

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
    let found = inParallel(recount.stretches, jobs: jobs) { SeatingView.wishes(of: $0, place, recount) }
    func grouped(_ met: KeyPath<Wishes, MetStandings>) -> Grouped<Standing> {
      MetStandings.grouped(found.map { $0[keyPath: met] }, programs: input.programs.count, jobs: jobs)
    }
    wishes = (grouped(\.seated), grouped(\.turnedAway), grouped(\.turnedAwayEarlier))
    parts = recount.parts(self, outcome)
  }

  /// Of some applicants.
  private static func wishes(of applicants: Range<Int>, _ place: [Int32], _ recount: Recount) -> Wishes {
    let (input, phases) = (recount.input, recount.phase)
    let (program, eligible, rank) = (input.wishProgram.span, recount.eligible.span, recount.rank.span)
    let none = MetStandings(programs: input.programs.count)
    let onePhase = Set(phases).count <= 1
    var wishes = Wishes(seated: none, turnedAway: none, turnedAwayEarlier: none)
    for applicant in applicants where input.keeper(of: applicant) == nil {
      let own = Int(place[applicant])
      let phase = own < 0 ? 0 : phases[Int(program[own])]
      for wish in input.wishes(of: applicant) where eligible[wish] {
        // Of wishes after its own, those in earlier phases alone count.
        if onePhase, own >= 0, wish > own { break }
        let (at, standing) = (program[wish], Standing(wish: Int32(wish), rank: rank[wish]))
        if wish == own {
          wishes.seated.add(standing, at: at)
        } else if own < 0 || (wish < own && phases[Int(at)] == phase) {
          wishes.turnedAway.add(standing, at: at)
        } else if phases[Int(at)] < phase {
          wishes.turnedAwayEarlier.add(standing, at: at)
        }
      }
      // Who sits where it is not eligible sits there (see P2).
      if own >= 0, !eligible[own] {
        wishes.seated.add(Standing(wish: Int32(own), rank: rank[own]), at: program[own])
      }
    }
    return wishes
  }

  /// The row of reservations that seated the applicant of a wish; nil for none.
  func row(of wish: Int32, _ recount: Recount) -> Int? {
    rows.isEmpty || place[recount.input.applicant(ofWish: Int(wish))] != wish
      ? nil : rows[Int32(recount.input.applicant(ofWish: Int(wish)))]
  }
}
