import Admission
import Tables
import Testing

/// Each property fails when a result is spoiled for it.
@Suite struct PropertiesTests {
  /// Two programs of one seat, three children who wish for both.
  private var world: World {
    World(
      quotas: [1, 1],
      children: [Child(0, 1, marks: "9"), Child(0, 1, marks: "8"), Child(0, 1, marks: "7"), Child(0)])
  }

  private func found(
    _ world: World, _ property: Property, spoil: (inout Outcome) -> Void
  ) throws -> Bool {
    var outcome = try decide(world.input)
    #expect(broken(world.input, outcome) == [])
    spoil(&outcome)
    return broken(world.input, outcome).contains(property)
  }

  @Test func quota() throws {
    #expect(try found(world, .quota) { $0.place[2] = 5 })
    var tied = world
    tied.rules.tiePolicy = .allIn
    tied.children[1].marks = tied.children[0].marks
    #expect(try found(tied, .quota) { $0.place[2] = 4 })
  }

  @Test func eligibility() throws {
    #expect(try found(world, .eligibility) { $0.score[0] += 1 })
    #expect(try found(world, .eligibility) { $0.tier[0] = 2 })
    #expect(try found(world, .eligibility) { $0.direct[0] = true })
    #expect(try found(world, .eligibility) { $0.verdict[0] = .age })
    #expect(try found(world, .eligibility) { $0.verdict[6] = .eligible })
    #expect(try found(world, .eligibility) { $0.verdict[6] = .absent })
    #expect(try found(world, .eligibility) { $0.place[3] = 6 })
  }

  @Test func nobodyPassedOver() throws {
    #expect(try found(world, .nobodyPassedOver) { ($0.place[0], $0.place[1]) = (1, 2) })
    #expect(try found(world, .nobodyPassedOver) { $0.place[1] = -1 })
    var tied = world
    tied.children[2].marks = tied.children[1].marks
    // Both stay out of the second program; its seat is free, yet not for one of two.
    #expect(try found(tied, .nobodyPassedOver) { $0.place[1] = -1 } == false)
    tied.rules.tiePolicy = .allIn
    #expect(try found(tied, .nobodyPassedOver) { ($0.place[1], $0.place[2]) = (-1, -1) })
  }

  @Test func cutoffs() throws {
    #expect(try found(world, .cutoffs) { $0.cutoff[0] = -1 })
    #expect(try found(world, .cutoffs) { $0.cutoff[0] = 0 })
    #expect(try found(world, .cutoffs) { $0.cutoff[0] = 4 })
    #expect(try found(world, .cutoffs) { $0.cutoff[0] = 3 })
  }

  @Test func ties() throws {
    var tied = world
    tied.children[1].marks = tied.children[0].marks
    #expect(try found(tied, .ties) { $0.place[0] = 0 })
    tied.rules.tiePolicy = .allIn
    #expect(try found(tied, .ties) { $0.place[0] = -1 })
    tied.rules.tiePolicy = .council
    #expect(try found(tied, .ties) { $0.tiedPlaces[2] = .init(groupOut: -1, groupIn: -1) })
    #expect(try found(tied, .ties) { $0.place[0] = 0 })
    #expect(try found(tied, .nobodyPassedOver) { $0.tiedPlaces = [:] })
  }

  @Test func phases() throws {
    var world = world
    world.programs[0].phase = 2
    #expect(try found(world, .phases) { ($0.place[0], $0.place[1]) = (0, 3) })
  }

  @Test func onePlace() throws {
    #expect(try found(world, .onePlace) { $0.place[1] = 5 })
    var kept = world
    kept.children[2].kept = 0
    #expect(try found(kept, .onePlace) { $0.place[2] = -1 })
    #expect(try found(kept, .onePlace) { $0.place[2] = 5 })
  }

  @Test(arguments: Status.allCases) func everyoneAccounted(_ status: Status) throws {
    #expect(try found(world, .everyoneAccounted) { $0.status[0] = status } == (status != .admitted))
    #expect(try found(world, .everyoneAccounted) { $0.status[2] = status } == (status != .waiting))
    #expect(try found(world, .everyoneAccounted) { $0.status[3] = status } == (status != .ineligible))
  }

  @Test func waitingLists() throws {
    var world = world
    world.children.append(Child(0, marks: "6"))
    world.children.append(Child(0, marks: "5"))
    world.programs[0].reserve = 2
    #expect(try found(world, .waitingLists) { $0.waitingPlace[4] = 0 })
    #expect(try found(world, .waitingLists) { $0.waitingPlace[7] = 1 })
    #expect(try found(world, .waitingLists) { $0.waitingPlace[7] = 0 })
    #expect(try found(world, .waitingLists) { $0.waitingPlace[8] = 3 })
    #expect(try found(world, .waitingLists) { $0.waitingPlace[0] = 1 })
    #expect(try found(world, .waitingLists) { $0.waitingPlace.swapAt(4, 7) })
    // Who has no rank has no place among them.
    for rank: Int32 in [0, -1, 90] { #expect(try found(world, .waitingLists) { $0.rank[4] = rank }) }
  }

  @Test func ranks() throws {
    #expect(try found(world, .ranks) { $0.rank[0] = 2 })
    #expect(try found(world, .ranks) { $0.rank[0] = 0 })
    #expect(try found(world, .ranks) { $0.rank[6] = 4 })
    #expect(try found(world, .ranks) { $0.rank.swapAt(2, 4) })
  }

  @Test func everyPropertyIsReportedWithWhatWasExamined() throws {
    let reports = verify(world.input, try decide(world.input))
    #expect(reports.map(\.id) == (1...11).map { "P\($0)" })
    #expect(reports.map(\.examined) == [2, 7, 3, 5, 3, 0, 0, 4, 4, 2, 6])
  }
}
