import Admission
import Tables
import Testing

/// Phases, kept children and waiting lists.
@Suite struct SeatingTests {
  @Test func phasesAreDecidedInTurn() throws {
    var world = World(
      quotas: [1, 1], children: [Child(0, 1, marks: "9"), Child(0, 1, marks: "8"), Child(1, marks: "7")])
    world.programs[0].phase = 5
    world.programs[1].phase = 2
    let outcome = try decide(world.input)
    #expect(outcome.programs(world.input) == [1, 0, nil])
    #expect(broken(world.input, outcome) == [])
    #expect(verify(world.input, outcome).first { $0.property == .phases }?.examined == 1)
    // The second was turned away from program 1; the first was never considered for 0.
    #expect(cutoffTable(world.input, outcome).map(\.cutoff) == [.none, .none, .all, .score(exact("9"))])
  }

  @Test func wishNumbersStayInALaterPhase() throws {
    var world = World(quotas: [0, 1], children: [Child(0, 1, marks: "9"), Child(1, marks: "8")])
    world.rules.method = .sequential
    world.programs[1].phase = 2
    #expect(try decide(world.input).programs(world.input) == [nil, 1])
  }

  @Test func aKeptChildStaysWhateverItsKey() throws {
    var world = World(
      quotas: [2, 1],
      children: [Child(1, 0, marks: "1"), Child(0, marks: "9"), Child(0, marks: "8"), Child(1, marks: "7")])
    world.children[0].kept = 0
    world.programs[0].minimum = exact("5")
    let outcome = try decide(world.input)
    #expect(outcome.programs(world.input) == [0, 0, nil, 1])
    #expect(outcome.status == [.admitted, .admitted, .waiting, .admitted])
    #expect(outcome.verdict[1] == .belowMinimum)
    #expect(broken(world.input, outcome) == [])
    let row = try #require(cutoffTable(world.input, outcome).first)
    #expect(row.admitted == 1 && row.cutoff == .score(exact("9")))
  }

  @Test func keptChildrenMayBeMoreThanTheSeats() throws {
    var world = World(
      quotas: [1], children: [Child(0, marks: "1"), Child(0, marks: "2"), Child(0, marks: "9")])
    world.children[0].kept = 0
    world.children[1].kept = 0
    world.children[1].state = .held
    let outcome = try decide(world.input)
    #expect(outcome.status == [.admitted, .admitted, .waiting])
    #expect(broken(world.input, outcome) == [])
    world.children[1].state = .withdrawn
    #expect(try decide(world.input).status == [.admitted, .ineligible, .waiting])
    world.children[0].wishes = []
    #expect(throws: DecisionError.keptWithoutWish(applicant: 0, program: 0)) { try decide(world.input) }
  }

  /// A place that is assigned is given over and above: its child waits nowhere, and nobody moves but up.
  @Test func whoIsAssignedWaitsNowhere() throws {
    let world = World(
      quotas: [1, 1],
      children: [
        Child(0, 1, marks: "9"), Child(1, marks: "8.5"), Child(0, 1, marks: "8"), Child(0, marks: "7"),
      ])
    var input = world.input
    let before = try decide(input)
    #expect(before.waitingPlace == [0, 0, 0, 1, 1, 2])
    // Of somebody admitted it says nothing.
    input.assigned = [true, false, true, false]
    let outcome = try decide(input)
    #expect(outcome.place == before.place)
    #expect(outcome.waitingPlace == [0, 0, 0, 0, 0, 1])
    #expect(broken(input, outcome) == [])
    var spoilt = outcome
    spoilt.waitingPlace = before.waitingPlace
    #expect(broken(input, spoilt).contains(.waitingLists))
  }

  @Test func waitingLists() throws {
    var world = World(
      quotas: [1, 1, 0],
      children: [
        Child(0, marks: "9"), Child(0, 2, marks: "7"), Child(0, 2, marks: "7"), Child(2, 0, marks: "8"),
        Child(0, 1, marks: "8.5"), Child(0, marks: "6"), Child(),
      ])
    // Wishes by child: 0 | 0 2 | 0 2 | 2 0 | 0 1 | 0. The first and the fifth are admitted.
    var outcome = try decide(world.input)
    #expect(outcome.waitingPlace == [0, 2, 2, 2, 2, 1, 1, 0, 0, 4])
    #expect(outcome.status == [.admitted, .waiting, .waiting, .waiting, .admitted, .waiting, .ineligible])
    #expect(outcome.rank == [1, 4, 2, 4, 2, 1, 3, 2, 1, 6])
    world.programs[0].reserve = 2
    world.programs[2].reserve = 1
    outcome = try decide(world.input)
    #expect(outcome.waitingPlace == [0, 2, 0, 2, 0, 1, 1, 0, 0, 0])
    #expect(outcome.status[5] == .notAdmitted)
    #expect(broken(world.input, outcome) == [])
  }
}
