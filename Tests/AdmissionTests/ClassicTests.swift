import Admission
import Tables
import Testing

/// Instances with a published answer.
@Suite struct ClassicTests {
  /// Programs that rank children as listed, the best first, each with one seat.
  private func world(_ wishes: [[Int]], _ rankings: [[Int]]) -> World {
    var world = World(quotas: rankings.map { _ in 1 })
    world.children = wishes.map { list in
      var child = Child()
      child.wishes = list
      return child
    }
    for (program, ranking) in rankings.enumerated() {
      world.programScores[Int32(program)] = Dictionary(
        uniqueKeysWithValues: ranking.enumerated().map { place, child in
          (Int32(child), Exact(raw: Int64(ranking.count - place)))
        })
    }
    return world
  }

  /// D. Gale and L. S. Shapley, "College Admissions and the Stability of
  /// Marriage", 1962, example 3: only α–C, β–D, γ–A, δ–B is stable.
  @Test func galeAndShapley() throws {
    let input = world(
      [[0, 1, 2, 3], [0, 3, 2, 1], [1, 0, 2, 3], [3, 1, 2, 0]],
      [[3, 2, 0, 1], [1, 3, 0, 2], [3, 0, 1, 2], [2, 1, 0, 3]]
    ).input
    let outcome = try decide(input)
    #expect(outcome.programs(input) == [2, 3, 0, 1])
    #expect(broken(input, outcome) == [])
  }

  /// A. E. Roth, "The Economics of Matching", 1982, in the form of A.
  /// Abdulkadiroğlu and T. Sönmez, "School Choice: A Mechanism Design Approach",
  /// 2003, example 1; and the Boston mechanism on the same preferences.
  @Test func schoolChoice() throws {
    var world = world([[1, 0, 2], [0, 1, 2], [0, 1, 2]], [[0, 2, 1], [1, 0, 2], [1, 0, 2]])
    #expect(try decide(world.input).programs(world.input) == [0, 1, 2])
    world.rules.method = .sequential
    #expect(try decide(world.input).programs(world.input) == [1, 2, 0])
  }

  /// D. Gale and L. S. Shapley, 1962, example 1: three stable results; the best
  /// for those who choose gives everybody the first wish.
  @Test func galeAndShapleyThreeStableResults() throws {
    let input = world([[0, 1, 2], [1, 2, 0], [2, 0, 1]], [[1, 2, 0], [2, 0, 1], [0, 1, 2]]).input
    let outcome = try decide(input)
    #expect(outcome.programs(input) == [0, 1, 2])
    #expect(broken(input, outcome) == [])
  }

  /// After E. M. Azevedo and J. D. Leshno, "A Supply and Demand Framework for
  /// Two-Sided Matching Markets", 2016, IV.A, with the numbers of M. Kapur,
  /// DeferredAcceptance.jl, examples/SchoolIncentives.jl: a school that wins the
  /// second child over loses the fourth.
  @Test func aBetterSchoolLosesAGoodChild() throws {
    let rankings = [[1, 0, 2, 3, 4], [0, 2, 3, 1, 4]]
    var before = world([[1, 0], [0, 1], [0, 1], [0, 1], [0, 1]], rankings)
    var after = world([[1, 0], [1, 0], [0, 1], [0, 1], [0, 1]], rankings)
    for program in 0..<2 {
      before.programs[program].quota = 2 + program
      after.programs[program].quota = 2 + program
    }
    #expect(try decide(before.input).programs(before.input) == [1, 0, 0, 1, 1])
    #expect(try decide(after.input).programs(after.input) == [1, 1, 0, 0, 1])
  }

  /// After F. Kojima, "School choice: Impossibilities for affirmative action",
  /// 2012: a cap on the majority can harm the minority that it is meant to help;
  /// and I. Hafalir, B. Yenmez and M. Yildirim, "Effective affirmative action in
  /// school choice", 2013: seats reserved for the minority do not.
  @Test func capsCanHarmWhomTheyHelp() throws {
    // Children 0 and 1 are the majority, of school 1; child 2 the minority, of school 2.
    var world = world([[0], [0, 1], [1, 0]], [[0, 1, 2], [1, 2]])
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

  /// What A. Abdulkadiroğlu and T. Sönmez, 2003, say of Boston: who names a
  /// wanted program second has lost it to those who name it first, whatever the
  /// priorities.
  @Test func immediateAcceptanceRewardsTheFirstWish() throws {
    var world = world([[0, 1], [0, 1], [1, 0]], [[0, 1, 2], [1, 0, 2]])
    world.rules.method = .sequential
    #expect(try decide(world.input).programs(world.input) == [0, nil, 1])
    world.rules.method = .simultaneous
    #expect(try decide(world.input).programs(world.input) == [0, 1, nil])
  }
}
