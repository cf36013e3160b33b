import TableSchema
import Tables
import Testing

@testable import Rounds

/// contract.md 2: one sender has one row for a person. Two children under one identifier are not one.
@Suite struct ClassListsTests {
  private func named(_ name: String, _ number: Int, _ className: String) -> String {
    child(number, className).split(separator: "|", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 1 ? name : String($1) }.joined(separator: "|")
  }

  @Test func twoChildrenUnderOneIdentifierInTwoClassesBothStay() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(named("Nguyễn Văn A", 1, "9A1"), child(2)))
    world.pass()
    world.drop("S", "l10", file: "9A2.xlsx", roster(named("Trần Thị B", 1, "9A2"), child(3, "9A2")))
    world.pass()
    #expect(
      world.inForce(.roster, "fullName") == [
        "2:Nguyễn Văn A", "2:Nguyễn Văn 2", "3:Trần Thị B", "3:Nguyễn Văn 3",
      ])
    #expect(world.outcome()?.changes == Changes(added: 2, removed: 0, altered: 0))
    // The identifier corrected, each class has its own again.
    world.drop("S", "l10", file: "9A2.xlsx", roster(named("Trần Thị B", 4, "9A2"), child(3, "9A2")))
    world.pass()
    #expect(
      world.inForce(.roster, "personalId") == ["2:" + id(1), "2:" + id(2), "4:" + id(4), "4:" + id(3)])
  }

  @Test func aNameIsCorrectedInItsClassAndByASupplement() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(named("Nguyễn Văn A", 1, "9A1"), child(2)))
    world.pass()
    world.drop("S", "l10", file: "9A1.xlsx", roster(named("Nguyễn Văn Anh", 1, "9A1"), child(2)))
    world.pass()
    world.drop("S", "l10", mode: .supplement, file: "them.xlsx", roster(named("Nguyễn Văn Ba", 1, "9A3")))
    world.pass()
    #expect(world.inForce(.roster, "fullName") == ["3:Nguyễn Văn 2", "4:Nguyễn Văn Ba"])
  }

  /// Of two files of one pass none is the newer.
  @Test func aChildOnTwoListsOfOnePassStaysOnBoth() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1), child(2)))
    world.drop("S", "l10", file: "9A2.xlsx", roster(child(2, "9A2"), child(3, "9A2")))
    world.pass()
    #expect(world.inForce(.roster, "sourceClass") == ["2:9A1", "2:9A1", "3:9A2", "3:9A2"])
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1)))
    world.pass()
    #expect(world.inForce(.roster, "sourceClass") == ["3:9A2", "3:9A2", "4:9A1"])
  }
}
