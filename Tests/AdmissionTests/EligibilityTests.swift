import Admission
import Tables
import Testing

/// Whether a wish competes, or the first reason why not.
@Suite struct EligibilityTests {
  private func verdict(_ world: World) throws -> Verdict {
    let input = world.input
    let outcome = try decide(input)
    #expect(broken(input, outcome) == [])
    return outcome.verdict[0]
  }

  @Test func statesAndGroups() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "5")])
    #expect(try verdict(world) == .eligible)
    world.programs[0].acceptedWishes = [2, 3]
    #expect(try verdict(world) == .wishNotTaken)
    world.programs[0].special = true
    #expect(try verdict(world) == .wrongGroup)
    world.children[0].state = .withdrawn
    #expect(try verdict(world) == .withdrawn)
    world.children[0].state = .held
    #expect(try verdict(world) == .held)
  }

  @Test func marks() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "5", "0")])
    world.recipes = [
      Recipe(
        terms: [
          .init(field: 0, coefficient: exact("1"), above: exact("2")),
          .init(field: 1, coefficient: exact("1")),
        ], usesExam: true)
    ]
    #expect(try verdict(world) == .eligible)
    world.programs[0].minimum = exact("5")
    #expect(try verdict(world) == .eligible)
    world.programs[0].minimum = exact("5.0001")
    #expect(try verdict(world) == .belowMinimum)
    world.children[0].marks[0] = exact("2").raw
    #expect(try verdict(world) == .failingMark)
    world.children[0].marks[1] = FieldValue.unconvertible
    #expect(try verdict(world) == .noConversion)
    world.children[0].marks[0] = FieldValue.missing
    #expect(try verdict(world) == .missingMark)
    world.children[0].violated = true
    #expect(try verdict(world) == .violation)
    world.children[0].marks[1] = FieldValue.absent
    #expect(try verdict(world) == .absent)
  }

  @Test func aViolationCountsOnlyWhereTheExaminationIsScored() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "5")])
    world.children[0].violated = true
    #expect(try verdict(world) == .eligible)
    world.recipes[0].usesExam = true
    #expect(try verdict(world) == .violation)
    world.programScores = [0: [0: exact("7")]]
    #expect(try verdict(world) == .eligible)
  }

  @Test func age() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "5")])
    world.programs[0].bornFrom = Day(year: 2016, month: 1, day: 1)
    world.programs[0].bornTo = Day(year: 2016, month: 12, day: 31)
    world.programs[0].ageExempt = [4]
    #expect(try verdict(world) == .age)
    for (year, month, day, expected) in [
      (2015, 12, 31, Verdict.age), (2016, 1, 1, .eligible), (2016, 12, 31, .eligible), (2017, 1, 1, .age),
    ] {
      world.children[0].born = Day(year: year, month: month, day: day)
      #expect(try verdict(world) == expected)
    }
    world.children[0].claims = [3, 4]
    #expect(try verdict(world) == .eligible)
    world.programs[0].bornTo = nil
    world.programs[0].ageExempt = []
    #expect(try verdict(world) == .eligible)
  }

  @Test func programScoresReplaceTheWholeScore() throws {
    var world = World(quotas: [2], children: [Child(0, marks: "5"), Child(0, marks: "9")])
    world.priorities = [
      1: .init(kind: .priority, points: exact("2")), 2: .init(kind: .direct, points: .zero),
    ]
    world.children[0].claims = [1]
    world.children[1].claims = [2]
    world.programScores = [0: [0: exact("31.5")]]
    let outcome = try decide(world.input)
    #expect(outcome.score == [exact("31.5").raw, 0])
    #expect(outcome.verdict == [.eligible, .noProgramScore])
    #expect(broken(world.input, outcome) == [])
  }

  @Test func directAdmissionFreesFromMarksAndMinimumOnly() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "5", "1")])
    world.recipes = [
      Recipe(
        terms: (0..<2).map { .init(field: $0, coefficient: exact("1"), above: exact("1")) }, usesExam: true)
    ]
    world.priorities = [
      1: .init(kind: .direct, points: .zero), 2: .init(kind: .priority, points: exact("2")),
    ]
    world.children[0].claims = [1, 2]
    world.programs[0].minimum = exact("30")
    #expect(try verdict(world) == .eligible)
    #expect(try decide(world.input).score == [exact("8").raw])
    for mark in [FieldValue.missing, FieldValue.absent, FieldValue.unconvertible] {
      world.children[0].marks[1] = mark
      #expect(try verdict(world) == .eligible)
      #expect(try decide(world.input).score == [0])
    }
    world.children[0].violated = true
    #expect(try verdict(world) == .violation)
    world.programs[0].zoned = true
    #expect(try verdict(world) == .outOfZone)
    world.programs[0].bornFrom = Day(year: 2016, month: 1, day: 1)
    #expect(try verdict(world) == .age)
  }

  @Test func directAdmissionTakesASeatOfTheQuotaBeforeEverybody() throws {
    var world = World(
      quotas: [1], children: [Child(0, marks: "30"), Child(0), Child(nil, 0)])
    world.priorities = [1: .init(kind: .direct, points: .zero)]
    world.children[1].claims = [1]
    #expect(try decide(world.input).programs(world.input) == [nil, 0, nil])
  }
}
