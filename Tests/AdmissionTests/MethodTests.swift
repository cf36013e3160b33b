import Admission
import Tables
import Testing

/// The four methods.
@Suite struct MethodTests {
  /// `Xét hết NV1 mới đến NV2` is immediate acceptance: each wish number in
  /// turn, seats once given stay given.
  @Test func sequentialIsImmediateAcceptance() throws {
    var chance = Chance(41)
    for _ in 0..<200 {
      var world = World(quotas: (0..<4).map { _ in chance.number(0...3) })
      world.rules = Rules(method: .sequential, tiePolicy: .lottery)
      world.children = (0..<chance.number(1...12)).map { _ in
        var child = Child(marks: String(chance.number(1...3)))
        child.wishes = (0..<4).shuffled(using: &chance).prefix(chance.number(1...4)).map { $0 }
        return child
      }
      world.drawOrder = world.children.indices.map { Int32($0) }.shuffled(using: &chance)
      let input = world.input
      var seats = input.programs.map(\.quota)
      var places: [Int?] = Array(repeating: nil, count: world.children.count)
      for k in 0..<4 {
        for program in 0..<4 {
          let callers = world.children.indices.filter { child in
            let wishes = world.children[child].wishes
            return places[child] == nil && wishes.count > k && wishes[k] == program
          }.sorted { a, b in
            let (markA, markB) = (world.children[a].marks[0], world.children[b].marks[0])
            return markA != markB
              ? markA > markB : world.drawOrder?[a] ?? 0 < world.drawOrder?[b] ?? 0
          }
          for child in callers.prefix(seats[program]) { places[child] = program }
          seats[program] -= min(callers.count, seats[program])
        }
      }
      #expect(try decide(input).programs(input) == places)
    }
  }

  /// Who names a wanted program second has lost it to those who name it first, whatever the scores; where
  /// wishes compare alike it has not.
  @Test func immediateAcceptanceRewardsTheFirstWish() throws {
    var world = World(wishes: [[0, 1], [0, 1], [1, 0]], rankings: [[0, 1, 2], [1, 0, 2]])
    world.rules.method = .sequential
    #expect(try decide(world.input).programs(world.input) == [0, nil, 1])
    world.rules.method = .simultaneous
    #expect(try decide(world.input).programs(world.input) == [0, 1, nil])
    // The instance of ClassicTests.schoolChoice, one wish after the other.
    world = World(
      wishes: [[1, 0, 2], [0, 1, 2], [0, 1, 2]], rankings: [[0, 2, 1], [1, 0, 2], [1, 0, 2]])
    world.rules.method = .sequential
    #expect(try decide(world.input).programs(world.input) == [1, 2, 0])
  }

  /// Hà Nội 2025: NV2 needs 1 more than the school's NV1 cut-off, NV3 2 more.
  @Test func margins() throws {
    var world = World(
      quotas: [2, 0, 0],
      children: [
        Child(0, marks: "20"), Child(0, marks: "18"), Child(1, 0, marks: "20.75"),
        Child(1, 0, marks: "21.25"),
        Child(1, 2, 0, marks: "22"),
      ])
    world.rules = Rules(
      method: .margin, tiePolicy: .allOut, margins: [exact("0"), exact("1"), exact("2")])
    // Keys 20, 18, 19.75, 20.25 and 20: the two at 20 tie for the second seat and stay out.
    #expect(try decide(world.input).programs(world.input) == [nil, nil, nil, 0, nil])
    world.children[0].marks[0] += 1
    #expect(try decide(world.input).programs(world.input) == [0, nil, nil, 0, nil])
    #expect(try decide(world.input).rank == [2, 5, 3, 4, 2, 1, 1, 1, 3])
  }

  /// The minimum is reached before any margin, and the published score is the child's own.
  @Test func theMinimumIsBeforeTheMargin() throws {
    var world = World(quotas: [2, 0], children: [Child(1, 0, marks: "20"), Child(1, 0, marks: "19.9")])
    world.rules = Rules(method: .margin, tiePolicy: .allOut, margins: [exact("0"), exact("1")])
    world.programs[0].minimum = exact("20")
    let outcome = try decide(world.input)
    #expect(outcome.programs(world.input) == [0, nil])
    #expect(outcome.verdict[3] == .belowMinimum && outcome.score[1] == exact("20").raw)
    #expect(broken(world.input, outcome) == [])
  }

  @Test func noMarginForSpecialisedWishes() throws {
    var world = World(quotas: [1], children: [Child(marks: "20"), Child(marks: "20.5")])
    world.programs[0].special = true
    world.children[0].specialWishes = [0]
    world.children[1].specialWishes = [nil, 0]
    world.rules = Rules(method: .margin, tiePolicy: .allOut, margins: [exact("0"), exact("1")])
    #expect(try decide(world.input).programs(world.input) == [nil, 0])
  }

  /// TP.HCM: a cut-off for each wish number, and no quota.
  @Test func givenCutoffs() throws {
    var world = World(
      quotas: [0, 0],
      children: [
        Child(0, 1, marks: "30"), Child(0, 1, marks: "29.9"), Child(1, 0, marks: "30.9"),
        Child(1, 0, marks: "31"), Child(nil, nil, 0, marks: "40"), Child(1, marks: "1"),
      ])
    world.rules = Rules(method: .given, tiePolicy: .council, margins: [exact("5")])
    world.programs[0].givenCutoffs = [1: exact("30"), 2: exact("31")]
    world.programs[1].givenCutoffs = [1: exact("35"), 2: exact("29.5")]
    world.priorities = [1: .init(kind: .direct, points: .zero)]
    world.children[5].claims = [1]
    let input = world.input
    var outcome = try decide(input)
    #expect(outcome.programs(input) == [0, 1, nil, 0, nil, 1])
    #expect(
      outcome.status == [.admitted, .admitted, .notAdmitted, .admitted, .notAdmitted, .admitted])
    #expect(outcome.waitingPlace.allSatisfy { $0 == 0 })
    #expect(broken(input, outcome) == [])
    let rows = cutoffTable(input, outcome).map { "\($0.program) \($0.wish) \($0.cutoff)" }
    #expect(rows.contains("0 2 score(31)"))
    #expect(rows.contains("0 3 none"))

    outcome.place[1] = 2
    #expect(broken(input, outcome).contains(.cutoffs))
  }

  @Test func specialisedWishesComeFirst() throws {
    var world = World(quotas: [1, 1], children: [Child(0, marks: "9"), Child(0, marks: "8")])
    world.programs[1].special = true
    world.children[0].specialWishes = [1]
    #expect(try decide(world.input).programs(world.input) == [1, 0])
  }
}
