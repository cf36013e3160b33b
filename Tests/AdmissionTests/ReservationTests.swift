import Admission
import Tables
import Testing

/// Seats for categories (contract.md 4, Reservations).
@Suite struct ReservationTests {
  /// One program, and children with these marks; those in `claimants` claim code 1.
  private func world(
    _ quota: Int, _ marks: [String], claimants: Set<Int>, _ rows: [Reservation],
    _ policy: Rules.TiePolicy = .allOut
  ) -> World {
    var world = World(quotas: [quota], children: marks.map { Child(0, marks: $0) })
    world.rules.tiePolicy = policy
    world.programs[0].reservations = rows
    for child in claimants { world.children[child].claims = [1] }
    return world
  }

  private func admitted(_ world: World) throws -> [Int] {
    let outcome = try decide(world.input)
    #expect(broken(world.input, outcome) == [])
    return outcome.place.indices.filter { outcome.place[$0] >= 0 }
  }

  private let one = Reservation(.reserved, .claim(1), seats: 1)
  private let two = Reservation(.reserved, .claim(1), seats: 2)

  @Test func theBestOfACategoryAreSeatedFirst() throws {
    let world = world(3, ["9", "8", "7", "6", "5"], claimants: [0, 3, 4], [two])
    #expect(try admitted(world) == [0, 1, 3])
    let outcome = try decide(world.input)
    #expect(outcome.reservedSeats == [0: 0, 3: 0])
    // The row's first one out, and that of the open seats.
    #expect(outcome.reservationCutoffs == [0: [4]] && outcome.cutoff == [2])
  }

  /// A seat that nobody of the category takes is open.
  @Test func seatsNotTakenAreOpen() throws {
    #expect(try admitted(world(3, ["9", "8", "7", "6"], claimants: [3], [two])) == [0, 1, 3])
    #expect(try admitted(world(3, ["9", "8", "7", "6"], claimants: [], [two])) == [0, 1, 2])
  }

  /// Who finds no seat in the row competes for the open ones.
  @Test func whoFindsNoReservedSeatCompetesOn() throws {
    #expect(try admitted(world(2, ["9", "8", "7"], claimants: [0, 1], [one])) == [0, 1])
  }

  @Test func aSeatLostToATieIsNotPassedOn() throws {
    // Two claimants equal for the one reserved seat: neither has it, nor does it become open.
    #expect(try admitted(world(2, ["9", "7", "7", "8"], claimants: [1, 2], [one])) == [0])
  }

  @Test func aSeatAddedByATieTakesNoneAway() throws {
    let world = world(2, ["9", "7", "7", "8"], claimants: [1, 2], [one], .allIn)
    #expect(try admitted(world) == [0, 1, 2])
  }

  @Test func theCouncilIsToldOfTiesInARow() throws {
    let world = world(2, ["9", "7", "7", "8"], claimants: [1, 2], [one], .council)
    let outcome = try decide(world.input)
    #expect(broken(world.input, outcome) == [])
    #expect(outcome.status == [.admitted, .held, .held, .waiting])
    #expect(outcome.reservedSeats == [:])
    #expect(outcome.reservedSeatsGroupIn == [1: 0, 2: 0])
  }

  /// A child of two categories takes the seat of the earlier row.
  @Test func rowsSeatInOrder() throws {
    var world = World(quotas: [2], children: ["9", "8", "7"].map { Child(0, marks: $0) })
    world.children[0].claims = [1, 2]
    world.children[1].claims = [1]
    world.children[2].claims = [2]
    let (first, second) = (
      Reservation(.reserved, .claim(1), seats: 1), Reservation(.reserved, .claim(2), seats: 1)
    )
    world.programs[0].reservations = [first, second]
    #expect(try admitted(world) == [0, 2])
    world.programs[0].reservations = [second, first]
    #expect(try admitted(world) == [0, 1])
  }

  @Test func aCapKeepsTheBestOfItsCategory() throws {
    var world = World(quotas: [3], children: ["9", "8", "7", "6"].map { Child(0, marks: $0) })
    world.rules.tiePolicy = .lottery
    world.drawOrder = [0, 1, 2, 3]
    for child in 0..<3 { world.children[child].residence.sourceSchool = 5 }
    world.programs[0].reservations = [Reservation(.atMost, .sourceSchool(5), seats: 1)]
    #expect(try admitted(world) == [0, 3])
    let outcome = try decide(world.input)
    #expect(outcome.reservationCutoffs == [0: [1]] && outcome.cutoff == [-1])
  }

  /// A cap on the others can push one of them to where it takes the seat of the child that the cap was to
  /// help: F. Kojima, "School Choice: Impossibilities for Affirmative Action", Games and Economic Behavior 75
  /// (2012), 685–693. Seats reserved for that child do it no harm here: I. E. Hafalir, M. B. Yenmez and
  /// M. A. Yildirim, "Effective Affirmative Action in School Choice", Theoretical Economics 8 (2013), 325–363.
  /// The instance is our own.
  @Test func capsCanHarmWhomTheyHelp() throws {
    // Children 0 and 1 are the majority, of school 1; child 2 the minority, of school 2.
    var world = World(wishes: [[0], [0, 1], [1, 0]], rankings: [[0, 1, 2], [1, 2]])
    world.programs[0].quota = 2
    world.rules.tiePolicy = .lottery
    world.drawOrder = [0, 1, 2]
    for child in 0..<3 { world.children[child].residence.sourceSchool = child < 2 ? 1 : 2 }
    #expect(try decide(world.input).programs(world.input) == [0, 0, 1])
    world.programs[0].reservations = [Reservation(.atMost, .sourceSchool(1), seats: 1)]
    #expect(try decide(world.input).programs(world.input) == [0, 1, 0])
    #expect(broken(world.input, try decide(world.input)) == [])
    world.programs[0].reservations = [Reservation(.reserved, .sourceSchool(2), seats: 1)]
    #expect(try decide(world.input).programs(world.input) == [0, 0, 1])
  }

  /// Who is pushed out of an open seat by a later comer goes on to the next wish.
  @Test func tiersAreCountedAtTheProgram() throws {
    var world = World(quotas: [2, 1], children: ["5", "9", "8"].map { Child(0, 1, marks: $0) })
    for tier in 1...2 {
      var row = ZoneRow(basis: .sourceSchool, school: 0, tier: Int32(tier))
      row.sourceSchool = Int32(tier)
      world.zones.append(row)
    }
    world.programs[0].zoned = true
    for child in 0..<3 { world.children[child].residence.sourceSchool = child == 0 ? 2 : 1 }
    #expect(try decide(world.input).programs(world.input) == [1, 0, 0])
    world.programs[0].reservations = [Reservation(.reserved, .tier(2), seats: 1)]
    let outcome = try decide(world.input)
    #expect(outcome.programs(world.input) == [0, 0, 1])
    #expect(broken(world.input, outcome) == [])
  }

  @Test func aKeptChildKeepsTheSeatOfItsRow() throws {
    var world = world(2, ["9", "8", "7", "1"], claimants: [1, 2, 3], [one])
    world.children[3].kept = 0
    world.children[3].keptSeat = 0
    // The row's seat is kept, so one open seat is left; else the row's, and none.
    #expect(try admitted(world) == [0, 3])
    #expect(try decide(world.input).reservedSeats == [3: 0])
    world.children[3].keptSeat = nil
    #expect(try admitted(world) == [1, 3])
    // More kept than the row has seats: they take none of the open ones.
    world.children[3].keptSeat = 0
    world.children[2].kept = 0
    world.children[2].keptSeat = 0
    #expect(try admitted(world) == [0, 2, 3])
  }

  @Test func capsCountKeptChildrenOfTheirCategory() throws {
    var world = World(quotas: [3], children: ["9", "8", "7"].map { Child(0, marks: $0) })
    world.rules.tiePolicy = .lottery
    world.drawOrder = [0, 1, 2]
    for child in [0, 2] { world.children[child].residence.sourceSchool = 5 }
    world.children[2].kept = 0
    world.programs[0].reservations = [Reservation(.atMost, .sourceSchool(5), seats: 1)]
    #expect(try admitted(world) == [1, 2])
  }

  @Test func whoseRowsTheyAreCanBeAsked() {
    var world = world(1, ["9"], claimants: [0], [one, Reservation(.atMost, .tier(1), seats: 1)])
    world.children[0].residence.sourceSchool = 7
    world.programs[0].reservations.append(Reservation(.reserved, .sourceSchool(7), seats: 0))
    let memberships = Memberships(world.input)
    #expect(memberships.rows(of: 0, at: 0, tier: 1) == [0, 1, 2])
    #expect(memberships.rows(of: 0, at: 0, tier: 2) == [0, 2])
    #expect(memberships.rows(ofKept: 0, at: 0) == [0, 1, 2])
  }

  // MARK: A spoilt result is found out

  private func found(_ world: World, _ property: Property, spoil: (inout Outcome) -> Void) throws -> Bool {
    var outcome = try decide(world.input)
    #expect(broken(world.input, outcome) == [])
    spoil(&outcome)
    return broken(world.input, outcome).contains(property)
  }

  @Test func spoiltReservations() throws {
    let world = world(3, ["9", "8", "7", "6", "5"], claimants: [0, 3, 4], [two])
    // Not of the category; nobody's seat; no such row.
    #expect(try found(world, .reservations) { $0.reservedSeats[1] = 0 })
    #expect(try found(world, .reservations) { $0.reservedSeats[2] = 0 })
    #expect(try found(world, .reservations) { $0.reservedSeats[0] = 1 })
    // The row seats one too many, or passes somebody over, or leaves a seat free.
    #expect(try found(world, .quota) { ($0.place[4], $0.reservedSeats[4]) = (4, 0) })
    #expect(
      try found(world, .nobodyPassedOver) {
        ($0.place[4], $0.reservedSeats[4]) = (4, 0)
        ($0.place[3], $0.reservedSeats[3]) = (-1, nil)
      })
    #expect(try found(world, .nobodyPassedOver) { ($0.place[3], $0.reservedSeats[3]) = (-1, nil) })
    #expect(try found(world, .cutoffs) { $0.reservationCutoffs[0] = [3] })
    #expect(try found(world, .cutoffs) { $0.reservationCutoffs[0] = [-1] })
    #expect(try found(world, .reservations) { $0.partsWithoutSeats[0] = [1] })
    let tied = self.world(2, ["9", "7", "7", "8"], claimants: [1, 2], [one])
    #expect(try found(tied, .ties) { ($0.place[1], $0.reservedSeats[1]) = (1, 0) })
  }

  @Test func spoiltCaps() throws {
    var world = World(quotas: [2], children: ["9", "8", "7"].map { Child(0, marks: $0) })
    world.rules.tiePolicy = .lottery
    world.drawOrder = [0, 1, 2]
    for child in 0..<2 { world.children[child].residence.sourceSchool = 5 }
    world.programs[0].reservations = [Reservation(.atMost, .sourceSchool(5), seats: 1)]
    #expect(try found(world, .reservations) { ($0.place[1], $0.place[2]) = (1, -1) })
    #expect(try found(world, .nobodyPassedOver) { $0.place[2] = -1 })
    #expect(try found(world, .nobodyPassedOver) { ($0.place[0], $0.place[1]) = (-1, 1) })
  }
}
