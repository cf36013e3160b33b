import TableSchema
import Tables
import Testing

@testable import Rounds

/// Files of one pass that would replace one another, where one of them is in force already.
@Suite struct TwoVersionsTests {
  /// A is in force, and comes once more beside B: nobody knows which of the two is meant.
  @Test("F27: what is in force and comes again with another version holds both")
  func whatIsInForceComesWithAnotherVersion() {
    for files in [["a", "b"], ["b", "a"], ["a", "b", "a"]] {
      var world = Setup.world()
      let lists = ["a": roster(child(1)), "b": roster(child(2))]
      world.drop("S", "l10", roster(child(1)))
      world.pass()
      let seqs = 3..<3 + files.count
      for (seq, file) in zip(seqs, files) { world.drop("S", "l10", file: "\(seq).xlsx", lists[file] ?? "") }
      world.pass()
      #expect(seqs.allSatisfy { world.outcome($0)?.result == .pending }, "\(files)")
      #expect(seqs.allSatisfy { world.outcome($0)?.findings.map(\.code).contains(.twoVersions) == true })
      #expect(world.inForce(.roster, "personalId") == ["2:" + id(1)], "\(files)")
      // One comes again: what stood stays, or the other stands in its place.
      var other = world
      world.drop("S", "l10", roster(child(1)))
      world.pass()
      #expect(world.outcome()?.result == .taken && world.inForce(.roster, "personalId") == ["2:" + id(1)])
      other.drop("S", "l10", roster(child(2)))
      other.pass()
      #expect(other.inForce(.roster, "personalId") == ["\(seqs.upperBound):" + id(2)], "\(files)")
    }
  }

  @Test func theSameBytesTwiceInOnePassAreNoConflict() {
    var world = Setup.world()
    for _ in 1...2 {
      world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
      world.drop("S", "l10", file: "b.xlsx", roster(child(1)))
      world.pass()
    }
    #expect((2...5).allSatisfy { world.outcome($0)?.result == .taken })
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1)])
  }
}
