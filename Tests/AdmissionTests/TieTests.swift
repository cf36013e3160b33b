import Admission
import Tables
import Testing

/// Equal keys at the last seat.
@Suite struct TieTests {
  /// Two seats for 9, 8, 8, 7; the second program takes one.
  private func world(_ policy: Rules.TiePolicy) -> World {
    var world = World(
      quotas: [2, 1],
      children: [
        Child(0, marks: "9"), Child(0, 1, marks: "8"), Child(0, marks: "8"), Child(1, marks: "7"),
      ])
    world.rules.tiePolicy = policy
    return world
  }

  @Test func policies() throws {
    var world = world(.allIn)
    #expect(try decide(world.input).programs(world.input) == [0, 0, 0, 1])
    world.rules.tiePolicy = .allOut
    #expect(try decide(world.input).programs(world.input) == [0, 1, nil, nil])
    world.rules.tiePolicy = .lottery
    world.drawOrder = [3, 2, 1, 0]
    #expect(try decide(world.input).programs(world.input) == [0, 1, 0, nil])
    world.drawOrder = [0, 1, 2, 3]
    #expect(try decide(world.input).programs(world.input) == [0, 0, nil, 1])
  }

  @Test(arguments: [Rules.TiePolicy.council, .lottery])
  func theCouncilIsToldBothPlaces(_ policy: Rules.TiePolicy) throws {
    let input = world(policy).input
    let outcome = try decide(input)
    #expect(outcome.status == [.admitted, .held, .held, .held])
    #expect(
      outcome.tiedPlaces == [
        1: .init(groupOut: 2, groupIn: 1), 2: .init(groupOut: -1, groupIn: 3),
        3: .init(groupOut: -1, groupIn: 4),
      ])
    #expect(outcome.waitingPlace.allSatisfy { $0 == 0 })
    #expect(broken(input, outcome) == [])
    // Who is tied is neither admitted nor turned away.
    #expect(cutoffTable(input, outcome).map(\.cutoff) == [.none, .none, .none, .none])
    #expect(cutoffTable(input, outcome).map(\.admitted) == [1, 0, 0, 0])
  }

  /// A draw parts only what everything before it leaves equal, and is no part
  /// of the key under another policy.
  @Test func theDrawComesLast() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "8"), Child(0, marks: "9")])
    world.rules.tiePolicy = .lottery
    world.drawOrder = [0, 1]
    #expect(try decide(world.input).programs(world.input) == [nil, 0])
    world.children[0].marks = world.children[1].marks
    world.rules.tiePolicy = .allOut
    #expect(try decide(world.input).programs(world.input) == [nil, nil])
  }

  @Test func missingTieValuesRankLastEitherWay() throws {
    var world = World(
      quotas: [3],
      children: [
        Child(0, marks: "8"), Child(0, marks: "8", "1"), Child(0, marks: "8", "2"), Child(0, marks: "8"),
      ])
    world.children[3].marks.append(FieldValue.unconvertible)
    world.programs[0].tieChain = 0
    world.tieChains = [[TieCriterion(source: .field(1), descending: true)]]
    #expect(try decide(world.input).rank == [3, 2, 1, 3])
    world.tieChains[0][0].descending = false
    #expect(try decide(world.input).rank == [3, 1, 2, 3])
  }

  @Test func fullWidthValuesAreStillOrdered() throws {
    let values = [Int64.max, FieldValue.missing, Int64.min + 3, 0, -1, Int64.max - 1, 0]
    var world = World(quotas: [0], children: values.map { _ in Child(0, marks: "8") })
    for (child, value) in values.enumerated() { world.children[child].marks += [value, -(value / 2)] }
    world.programs[0].tieChain = 0
    world.tieChains = [
      [TieCriterion(source: .field(1), descending: true), TieCriterion(source: .field(2), descending: true)]
    ]
    world.children[1].marks[2] = 5
    #expect(try decide(world.input).rank == [1, 7, 6, 3, 5, 2, 3])
  }

  /// P. Biró and S. Kiselgof, "College admissions with stable score-limits",
  /// 2015: for every child, groups kept in are at least as good as any draw,
  /// and any draw as groups kept out.
  @Test func limitsAreOrdered() throws {
    var chance = Chance(7)
    var different = 0
    for _ in 0..<300 {
      var world = chance.world()
      // One phase: a child whom a lower limit seats early may miss a later program.
      for program in world.programs.indices {
        world.programs[program].phase = 1
        world.programs[program].reservations = []
        world.programs[program].reviewsDocuments = false
      }
      for child in world.children.indices { world.children[child].kept = nil }
      world.drawOrder = world.children.indices.map { Int32($0) }.shuffled(using: &chance)
      let places = try [Rules.TiePolicy.allIn, .lottery, .allOut].map { policy in
        world.rules.tiePolicy = policy
        return try decide(world.input).place.map { $0 < 0 ? .max : $0 }
      }
      let limits = try limits(of: &world)
      for program in world.programs.indices {
        #expect(limits[0][program] >= limits[1][program])
        #expect(limits[1][program] >= limits[2][program])
      }
      for child in world.children.indices {
        #expect(places[0][child] <= places[1][child])
        #expect(places[1][child] <= places[2][child])
        if places[0][child] != places[2][child] { different += 1 }
      }
    }
    #expect(different > 40)
  }

  /// By policy (groups in, a draw, groups out), by program: the last rank seated
  /// where somebody was turned away, in the order that knows no draw.
  private func limits(of world: inout World) throws -> [[Int32]] {
    world.rules.tiePolicy = .allOut
    let rank = try decide(world.input).rank
    return try [Rules.TiePolicy.allIn, .lottery, .allOut].map { policy in
      world.rules.tiePolicy = policy
      let (input, outcome) = (world.input, try decide(world.input))
      return input.programs.indices.map { program in
        guard outcome.cutoff[program] >= 0 else { return input.programs[program].quota == 0 ? 0 : .max }
        let seated = outcome.place.filter { $0 >= 0 && Int(input.wishProgram[Int($0)]) == program }
        return seated.map { rank[Int($0)] }.max() ?? 0
      }
    }
  }

  @Test func quotaZeroAdmitsNobody() throws {
    for policy in [Rules.TiePolicy.allIn, .allOut, .council] {
      var world = World(quotas: [0], children: [Child(0, marks: "8"), Child(0, marks: "8")])
      world.rules.tiePolicy = policy
      let outcome = try decide(world.input)
      #expect(outcome.status == [.waiting, .waiting])
      #expect(outcome.cutoff == [-1])
      #expect(cutoffTable(world.input, outcome).map(\.cutoff) == [.all])
      #expect(broken(world.input, outcome) == [])
    }
  }
}
