import Admission
import Tables
import Testing

/// Instances with a published answer.
@Suite struct ClassicTests {
  /// D. Gale and L. S. Shapley, "College Admissions and the Stability of Marriage", American
  /// Mathematical Monthly 69 (1962), 9–15, example 1: three stable results; the best for those who
  /// choose gives everybody the first wish.
  @Test func galeAndShapleyThreeStableResults() throws {
    let world = World(
      wishes: [[0, 1, 2], [1, 2, 0], [2, 0, 1]], rankings: [[1, 2, 0], [2, 0, 1], [0, 1, 2]])
    try expect(world, [0, 1, 2])
  }

  /// The same, example 2: only α–C, β–D, γ–A, δ–B is stable.
  @Test func galeAndShapleyOneStableResult() throws {
    let world = World(
      wishes: [[0, 1, 2, 3], [0, 3, 2, 1], [1, 0, 2, 3], [3, 1, 2, 0]],
      rankings: [[3, 2, 0, 1], [1, 3, 0, 2], [3, 0, 1, 2], [2, 1, 0, 3]])
    try expect(world, [2, 3, 0, 1])
  }

  /// A. Abdulkadiroğlu and T. Sönmez, "School Choice: A Mechanism Design Approach", American Economic
  /// Review 93 (2003), 729–747, in an example after A. E. Roth 1982: the only stable result gives nobody
  /// its first wish.
  @Test func schoolChoice() throws {
    let world = World(
      wishes: [[1, 0, 2], [0, 1, 2], [0, 1, 2]], rankings: [[0, 2, 1], [1, 0, 2], [1, 0, 2]])
    try expect(world, [0, 1, 2])
  }

  /// A. E. Roth and M. Sotomayor, "Two-Sided Matching", 1990, example 2.9: in all stable results the
  /// same one is left over; the best for those who choose is i–i.
  @Test func whoIsLeftOver() throws {
    let world = World(
      wishes: [[0, 1, 2, 3], [3, 1, 2, 0], [3, 2, 0, 1], [0, 3, 2, 1], [0, 1, 3]],
      rankings: [[1, 2, 0, 3, 4], [2, 0, 1, 3, 4], [4, 3, 0, 1, 2], [0, 3, 4, 1, 2]])
    try expect(world, [0, 1, 2, 3, nil])
  }

  /// The same, example 2.17, after D. E. Knuth, "Mariages stables", 1976: ten stable results; the best for those
  /// who choose gives everybody the first wish.
  @Test func tenStableResults() throws {
    let world = World(
      wishes: [[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0]],
      rankings: [[3, 2, 1, 0], [2, 3, 0, 1], [1, 0, 3, 2], [0, 1, 2, 3]])
    try expect(world, [0, 1, 2, 3])
  }

  /// D. Gusfield and R. W. Irving, "The Stable Marriage Problem", 1989, section 1.6.5: eleven residents
  /// and five hospitals with 4, 1, 3, 2 and 1 places, some pairs not acceptable; the best result for
  /// the residents.
  @Test func residentsAndHospitals() throws {
    var world = World(
      wishes: [
        [2, 0, 4, 3], [0, 2, 3, 1, 4], [3, 4, 2, 0, 1], [2, 3, 0, 4], [0, 3, 1], [3, 2, 1, 0, 4],
        [1, 4, 0, 2], [0, 2, 1, 4, 3], [3, 0, 4], [2, 0, 4, 1, 3], [4, 3, 0, 2, 1],
      ],
      rankings: [
        [2, 6, 8, 10, 4, 3, 9, 7, 5, 0, 1], [4, 6, 9, 5, 7, 1, 2, 10],
        [10, 5, 7, 2, 1, 3, 6, 0, 9], [9, 0, 1, 10, 3, 8, 4, 2, 5, 7], [1, 3, 9, 6, 5, 0, 7, 2, 10, 8],
      ])
    for (program, places) in [4, 1, 3, 2, 1].enumerated() { world.programs[program].quota = places }
    try expect(world, [2, 0, 3, 2, 0, 2, 1, 0, 3, 0, 4])
  }

  /// After E. M. Azevedo and J. D. Leshno, "A Supply and Demand Framework for
  /// Two-Sided Matching Markets", 2016, IV.A, with the numbers of M. Kapur,
  /// DeferredAcceptance.jl, examples/SchoolIncentives.jl: a school that wins the
  /// second child over loses the fourth.
  @Test func aBetterSchoolLosesAGoodChild() throws {
    let rankings = [[1, 0, 2, 3, 4], [0, 2, 3, 1, 4]]
    var before = World(wishes: [[1, 0], [0, 1], [0, 1], [0, 1], [0, 1]], rankings: rankings)
    var after = World(wishes: [[1, 0], [1, 0], [0, 1], [0, 1], [0, 1]], rankings: rankings)
    for program in 0..<2 {
      before.programs[program].quota = 2 + program
      after.programs[program].quota = 2 + program
    }
    try expect(before, [1, 0, 0, 1, 1])
    try expect(after, [1, 1, 0, 0, 1])
  }

  private func expect(_ world: World, _ published: [Int?]) throws {
    let input = world.input
    let outcome = try decide(input)
    #expect(outcome.programs(input) == published)
    #expect(broken(input, outcome) == [])
  }
}
