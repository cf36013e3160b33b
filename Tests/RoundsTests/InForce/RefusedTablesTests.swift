import TableSchema
import Tables
import Testing

@testable import Rounds

/// Of a table that gives nothing everything that is wrong is told at once.
@Suite struct RefusedTablesTests {
  private func told(_ world: World, _ seq: Int? = nil) -> [String] {
    (world.outcome(seq)?.findings ?? []).map { finding in
      [finding.code.rawValue, finding.place.cell ?? ""].joined(separator: " ")
    }
  }

  /// Unknown schools and one id for two children, as if the column were there.
  @Test func referencesAndRepeats() {
    var world = Setup.world()
    world.drop(
      "S", file: "a.xlsx",
      """
      Số định danh cá nhân|Họ và tên|Lớp|NV1|NV2
      \(id(1))|Lê An|9A1|A|Nowhere
      \(id(2))|Trần Bình|9A1|Đâu đó|B
      \(id(1))|Phạm Chi|9A1|A|
      |Vũ Dũng|9A1|B|
      """)
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(
      told(world) == [
        "missing-label ", "shared-identifier B2", "foreign-key E2", "foreign-key D3", "shared-identifier B4",
      ])
    #expect(world.inForce(.roster, "personalId").isEmpty)
    #expect(world.last.newFacts.isEmpty)
  }

  /// A child that stands on a sheet that was read, too, is told where nothing is read, and its row there counts.
  @Test func besideASheetThatWasRead() {
    var world = Setup.world()
    world.drop(
      "S", "l10", roster(child(1), child(2)),
      "Số định danh cá nhân|Họ và tên|Lớp|NV1\n\(id(2))|Ai Khác|9A1|A\n\(id(3))|Lê An|9A1|X")
    world.pass()
    #expect(world.outcome()?.result == .partly)
    #expect(world.outcome()?.tables.map(\.accepted) == [2])
    #expect(
      told(world).filter { !$0.hasPrefix("id-") } == [
        "missing-label ", "shared-identifier B2", "foreign-key D3",
      ])
  }

  /// What stands in force by other lists is told as if the roster were used; its sender's own older list is not.
  @Test func besideWhatOthersSent() throws {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1), child(2)))
    world.drop("T", "l10", file: "t.xlsx", roster(child(3)))
    world.pass()
    world.drop(
      "T", "l10", file: "t.xlsx",
      "Số định danh cá nhân|Họ và tên|Lớp|NV1\n\(id(1))|Ai Khác|9A1|A\n\(id(3))|Lê An|9A1|A\n\(id(9))|Lê Bình|9A1|A"
    )
    world.drop(
      "T", "l10", file: "u.xlsx",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|NV1\n\(id(2))|Ai Khác|02/03/2007|9A2|X\n\(id(8))|Vũ Chi|02/03/2007|9A2|Y"
    )
    world.pass()
    #expect(told(world, 4).filter { !$0.hasPrefix("id-") } == ["missing-label ", "shared-identifier B2"])
    let shared = try #require(world.outcome(4)?.findings.first { $0.code == .sharedIdentifier })
    #expect(shared.facts["unit"] == "S" && shared.facts["otherRow"] == "2")
    #expect(!shared.facts.values.contains { $0.contains("Nguyễn") }, "the unit and the row only")
    #expect(
      told(world, 5).filter { !$0.hasPrefix("id-") } == [
        "too-many-errors ", "shared-identifier B2", "foreign-key E2", "foreign-key E3",
      ])
    #expect(world.outcome(5)?.tables.map(\.held) == [2])
  }

  @Test func setupTables() {
    var world = Setup.world()
    world.drop(
      "so", "l10", file: "b.xlsx", "Mã trường|Mã chương trình|Tên chương trình\nA||Lớp thường\nKhông có|a|Lớp"
    )
    world.pass()
    #expect(told(world) == ["missing-label ", "foreign-key A3"])
  }

  /// Whoever may not send a table is not asked to mend it.
  @Test func whatNobodyMaySend() {
    var world = Setup.world()
    world.drop("S", "l10", file: "b.xlsx", "Mã trường|Mã chương trình|Tên chương trình\nA||Lớp thường")
    world.pass()
    #expect(told(world) == ["not-allowed "])
  }

  /// The round is asked of the row that says it.
  @Test func roundsThatRowsName() {
    var world = Setup.world()
    world.drop(
      "S", file: "a.xlsx",
      "Mã đợt|Số định danh cá nhân|Họ và tên|NV1\nl10|\(id(1))|Lê An|X\nl99|\(id(2))|Lê Bình|A")
    world.pass()
    #expect(told(world) == ["missing-label ", "foreign-key D2", "unknown-round A3"])
  }
}
