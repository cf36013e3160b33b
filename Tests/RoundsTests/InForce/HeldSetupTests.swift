import TableSchema
import Tables
import Testing

@testable import Rounds

/// What is said of rows that name setup of which the row has an error, and of what a round then seems to lack.
@Suite struct HeldSetupTests {
  private func world(_ sheets: String...) -> World {
    var world = World()
    world.history.settings.maxBadShare = 1
    for (number, sheet) in sheets.enumerated() {
      world.drop("so", number == 0 ? nil : "l10", file: "\(number).xlsx", sheet)
    }
    world.pass()
    return world
  }

  private func undeclared(_ world: World, _ seq: Int) -> [String] {
    (world.outcome(seq)?.findings ?? []).filter { $0.code == .foreignKey }.map {
      "\($0.place.cell ?? "-") \($0.facts["undeclared"] ?? "unknown")"
    }.sorted()
  }

  private func stops(_ world: World) -> [String] {
    (world.round()?.setupFindings ?? []).map { "\($0.file) \($0.finding.place.cell ?? "-")" }
  }

  private func notes(_ world: World) throws -> [String] {
    switch decide(try #require(world.round()), schemas: shippedSchemas) {
    case .stopped(_, let others): others.compactMap { $0.finding.facts["reason"] }
    default: ["decided"]
    }
  }

  @Test func whoNamesAUnitOfAHeldRowWaits() {
    let twice = Setup.units + "\nA|Trường THPT Ánh Dương|Trường|"
    var world = world(Setup.rounds(Setup.l10), twice, Setup.programs + "\nNơi nào|||1")
    world.drop(
      "DVC", "l10", roster(child(1, wishes: "A|B"), child(2, wishes: "A/chuyen-toan"), child(3, wishes: "X")))
    world.pass()
    #expect(undeclared(world, 3) == ["A2 standing", "A3 standing", "A5 unknown"])
    #expect(undeclared(world, 4) == ["F2 standing", "F3 standing", "F4 unknown"])
    // What is to be mended is the repeated unit, and the school that nobody knows.
    #expect(stops(world).sorted() == ["1.xlsx A2", "1.xlsx A8", "2.xlsx A5"])
  }

  /// The same while the whole table is refused.
  @Test func whoNamesAUnitOfARefusedTableWaits() {
    var world = World()
    world.drop("so", file: "dot.xlsx", Setup.rounds(Setup.l10))
    world.drop("so", "l10", file: "dv.xlsx", "Mã đơn vị|Tên đơn vị|Vai trò\nA|THPT An Bình|Trường học")
    world.drop("so", "l10", file: "ct.xlsx", "Mã trường|Chỉ tiêu\nTHPT An Bình|10")
    world.pass()
    #expect(undeclared(world, 3) == ["A2 standing"])
    #expect(stops(world) == ["dv.xlsx C2"])
  }

  @Test func aConversionOfHeldRowsIsDeclared() throws {
    let world = world(
      Setup.rounds(Setup.l10), Setup.units, Setup.programs,
      "Tên bảng|Giá trị 1|Giá trị 2|Điểm\nq|Giỏi||9\nq|giỏi||8",
      "Cột điểm|Hệ số|Bảng quy đổi\nHọc lực 9|1|q")
    #expect(undeclared(world, 5) == ["C2 standing"])
    #expect(stops(world) == ["3.xlsx B2", "3.xlsx B3"])
    #expect(try notes(world) == [])
  }

  @Test func aConversionThatNobodyDeclaresIsMissing() {
    let world = world(
      Setup.rounds(Setup.l10), Setup.units, Setup.programs, "Cột điểm|Hệ số|Bảng quy đổi\nHọc lực 9|1|q")
    #expect(undeclared(world, 4) == ["C2 round"])
    #expect(stops(world) == ["3.xlsx C2"])
  }

  /// What stands in rows with an error is not said to be lacking.
  @Test func heldRowsAreNotMissing() throws {
    let zoned = "Mã trường|Mã chương trình|Chỉ tiêu|Xét theo tuyến\nA||10|có\nB||10|có"
    let scoring = "Cột điểm|Hệ số\nĐTB 9|một"
    let zones = "Xã/Phường|Mã trường|Tuyến\nXã Một|A|một"
    let held = world(Setup.rounds(Setup.l10), Setup.units, zoned, scoring, zones)
    #expect(try notes(held) == [])
    let lacking = world(Setup.rounds(Setup.l10), Setup.units, zoned, "Thứ tự|Tiêu chí|Chiều\n1|ĐTB 9|lên")
    #expect(try notes(lacking) == ["zoned-without-rows", "zoned-without-rows", "no-scoring"])
  }
}
