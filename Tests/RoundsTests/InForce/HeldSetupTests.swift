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

  /// The names of rows that all have an error are known: what none of them carries is misspelt.
  @Test func whatNoHeldRowDeclaresIsUnknown() {
    let world = world(
      Setup.rounds(Setup.l10), Setup.units, "Mã trường|Mã chương trình|Chỉ tiêu\nA|chuyen|x\nB||10",
      "Tên bảng|Giá trị 1|Giá trị 2|Điểm\nhocluc|Giỏi||9\nhocluc|giỏi||8",
      "Cột điểm|Hệ số|Bảng quy đổi\nHọc lực 9|1|hocluk\nHọc lực 8|1|hocluc",
      "Mã trường|Mã chương trình|Loại đối tượng|Giá trị|Số chỗ|Loại\nA|chuyenn|Tuyến|1|1|dành riêng\n"
        + "A|chuyen|Tuyến|1|1|dành riêng")
    #expect(undeclared(world, 5) == ["C2 unknown", "C3 standing"])
    #expect(undeclared(world, 6) == ["B2 unknown", "B3 standing"])
    let suggestions = [5, 6].map { seq in
      world.outcome(seq)?.findings.compactMap { $0.facts["suggestion"] } ?? []
    }
    #expect(suggestions == [["hocluc"], ["chuyen"]])
    #expect(stops(world).sorted() == ["2.xlsx C2", "3.xlsx B2", "3.xlsx B3", "4.xlsx C2", "5.xlsx B2"])
  }

  /// Not every unit is a school, nor does every school take children in.
  @Test func whoNamesAHeldUnitThatTakesNobodyInDoesNotWait() {
    let twice =
      Setup.units + "\nK|Kho bạc|Tài chính|\nK|Kho bạc|Tài chính|\nT|Trường THCS Tân Tiến|Trường|PGD"
      + "\nB|Trường THPT Bình Minh|Trường|"
    var world = world(Setup.rounds(Setup.l10), twice, Setup.programs)
    world.drop("DVC", "l10", roster(child(1, wishes: "A|K"), child(2, wishes: "T|B")))
    world.drop(
      "so", "l10", file: "dt.xlsx",
      "Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại\nA|Trường cuối cấp|T|1|dành riêng\n"
        + "A|Trường cuối cấp|K|1|dành riêng")
    world.pass()
    #expect(undeclared(world, 4) == ["F3 school", "G2 unknown", "G3 standing"])
    // Of a school that leavers come from it waits all the same.
    #expect(undeclared(world, 5) == ["C2 standing", "C3 unknown"])
  }

  /// A cut-off that was given twice is not lacking, others are.
  @Test func aCutoffOfHeldRowsIsNotMissing() throws {
    var world = world(
      Setup.rounds("l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|Theo điểm chuẩn cho trước|Lấy cả nhóm"),
      Setup.units, "Mã trường|Chỉ tiêu\nA|10",
      "Mã trường|Nguyện vọng|Điểm chuẩn\nA|1|20\nA|1|21")
    world.drop("DVC", "l10", roster(child(1, wishes: "A")))
    world.pass()
    guard case .stopped(let errors, _) = decide(try #require(world.round()), schemas: shippedSchemas) else {
      Issue.record("not stopped")
      return
    }
    #expect(errors.compactMap { $0.finding.facts["wish"] } == ["2"])
    #expect(errors.filter { $0.file == "3.xlsx" }.count == 2)
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
