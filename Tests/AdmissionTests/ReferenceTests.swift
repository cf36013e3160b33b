import Admission
import Foundation
import Tables
import Testing

/// The engine agrees with contract.md 4 written out naively.
@Suite struct ReferenceTests {
  @Test(arguments: 0..<20) func randomRounds(_ batch: Int) throws {
    var chance = Chance(UInt64(batch))
    let isLong = ProcessInfo.processInfo.environment["TUYENSINH_LONG"] != nil
    for number in 0..<(isLong ? 2000 : 60) {
      try expectAgreement(chance.world().input, "batch \(batch), round \(number)")
    }
  }

  /// Three children and three programs: every list of wishes with a score of 1
  /// or 2 for each child, up to renaming children, and every set of quotas
  /// 0…2, up to renaming programs; every 29th of them, with each policy and method in turn.
  @Test func smallWorlds() throws {
    let lists = orderedSubsets(of: [0, 1, 2])
    let kinds = lists.flatMap { list in ["1", "2"].map { (list, $0) } }
    var number = 0
    for q0 in 0...2 {
      for q1 in q0...2 {
        for q2 in q1...2 {
          for a in kinds.indices {
            for b in a..<kinds.count {
              for c in b..<kinds.count {
                number += 1
                guard number % 29 == 0 else { continue }
                var world = World(quotas: [q0, q1, q2])
                world.children = [a, b, c].map { kind in
                  var child = Child(marks: kinds[kind].1)
                  child.wishes = kinds[kind].0
                  return child
                }
                let turn = number / 29
                world.rules.tiePolicy = [.allIn, .allOut, .council][turn % 3]
                world.rules.method = [.simultaneous, .sequential, .margin][turn / 3 % 3]
                world.rules.margins = [.zero, exact("1")]
                try expectAgreement(world.input, "world \(number)")
              }
            }
          }
        }
      }
    }
    #expect(number == 10 * 5984)
  }
}

/// All lists without repetition, the empty one too.
func orderedSubsets(of items: [Int]) -> [[Int]] {
  [[]]
    + items.flatMap { first in orderedSubsets(of: items.filter { $0 != first }).map { [first] + $0 } }
}
