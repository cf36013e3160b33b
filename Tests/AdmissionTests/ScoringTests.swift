import Admission
import Tables
import Testing

/// The score of a child for a program (contract.md 4).
@Suite struct ScoringTests {
  private func score(_ world: World, _ child: Int = 0) throws -> String {
    Exact(raw: try decide(world.input).score[child]).text
  }

  /// domain.md 1.5: four years of learning and conduct, by the matrix
  /// (G-T 10, G-K 9, K-K 8, TB-T 7), and priority up to a cap.
  @Test(arguments: [(nil, "36"), ("1.5", "35.5"), ("0", "34")] as [(String?, String)])
  func fourYearsOfRecords(_ cap: String?, _ expected: String) throws {
    var world = World(quotas: [1], children: [Child(0, marks: "10", "9", "8", "7")])
    world.recipes = [
      Recipe(terms: (0..<4).map { .init(field: $0, coefficient: exact("1")) }, usesExam: false)
    ]
    world.rules.priorityCap = cap.map(exact)
    world.priorities = [
      1: .init(kind: .priority, points: exact("2")), 2: .init(kind: .priority, points: exact("1")),
    ]
    world.children[0].claims = [2, 1]
    #expect(try score(world) == expected)
  }

  /// Tây Ninh 2025: 70 % of three papers and 30 % of the yearly averages.
  @Test func seventyThirty() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "7.25", "6.5", "8.75", "33.1")])
    let papers = (0..<3).map { Recipe.Term(field: $0, coefficient: exact("0.7")) }
    world.recipes = [Recipe(terms: papers + [.init(field: 3, coefficient: exact("0.3"))], usesExam: true)]
    #expect(try score(world) == "25.68")
  }

  @Test func thirdsAreExactToTheLastDecimal() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "8.3333")])
    world.recipes = [Recipe(terms: [.init(field: 0, coefficient: exact("0.333333"))], usesExam: false)]
    #expect(try score(world) == "2.7777638889")
  }

  @Test func priorityAndTheHighestIncentiveAreBothAdded() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "20")])
    world.priorities = [
      1: .init(kind: .priority, points: exact("1.5")), 2: .init(kind: .incentive, points: exact("0.5")),
      3: .init(kind: .incentive, points: exact("1")),
    ]
    world.children[0].claims = [1, 2, 3, 99]
    let outcome = try decide(world.input)
    #expect(outcome.score == [exact("22.5").raw])
    #expect(outcome.priority[0] == exact("1.5").raw)
    #expect(outcome.incentive[0] == exact("1").raw)
    world.programs[0].noPriority = true
    #expect(try score(world) == "20")
  }

  @Test func withoutScoringEveryoneHasZero() throws {
    var world = World(quotas: [1], children: [Child(0), Child(0)])
    world.priorities = [1: .init(kind: .priority, points: exact("1"))]
    world.children[1].claims = [1]
    world.programs[0].recipe = nil
    let outcome = try decide(world.input)
    #expect(outcome.score == [0, 0])
    #expect(outcome.rank == [1, 1])
  }

  @Test func overflowNamesTheApplicantAndTheProgram() throws {
    var world = World(quotas: [1, 1], children: [Child(0, marks: "1"), Child(1, marks: "900000000")])
    world.recipes[0].terms[0].coefficient = exact("2")
    #expect(throws: DecisionError.overflow(applicant: 1, program: 1)) { try decide(world.input) }
    // Of several, in stretches of their own, the first.
    world.children += [Child(0, marks: "900000000"), Child(1, marks: "1"), Child(0, 1, marks: "900000000")]
    #expect(throws: DecisionError.overflow(applicant: 1, program: 1)) { try decide(world.input, jobs: 3) }
    world.children.removeLast(3)
    world.recipes[0].terms[0].coefficient = exact("1")
    world.priorities = [1: .init(kind: .incentive, points: exact("900000000"))]
    world.children[1].claims = [1]
    #expect(throws: DecisionError.overflow(applicant: 1, program: 1)) { try decide(world.input) }
    world.children[1].claims = []
    world.rules = Rules(method: .margin, tiePolicy: .allOut, margins: [exact("-900000000")])
    #expect(throws: DecisionError.overflow(applicant: 1, program: 1)) { try decide(world.input) }
  }

  @Test func manyDistinctPointsKeepTheirValues() {
    var points = PointsByWish(count: 1000)
    for wish in 0..<1000 { points[wish] = Int64(wish * wish) }
    #expect((0..<1000).allSatisfy { points[$0] == Int64($0 * $0) })
  }
}
