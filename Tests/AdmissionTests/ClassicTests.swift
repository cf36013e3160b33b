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
}
