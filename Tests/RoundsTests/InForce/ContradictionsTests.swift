import Tables
import Testing

@testable import Rounds

/// contract.md 4, Setup: of every table that decides, a row that means nothing and two rows for one key stop
/// the round, named by file, sheet and cell; another round stands.
@Suite struct ContradictionsTests {
  /// A table of one kind, right in all rows but one.
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: TableKind
    var header: String
    /// By number, rows that are right.
    var good: @Sendable (Int) -> String
    /// A row that is wrong, its code and the column of the cell; or one that repeats the first.
    var bad: String
    var code: FindingCode
    var column: String

    var testDescription: String { "\(kind) \(code)" }
  }

  static let cases: [Case] = [
    Case(
      kind: .scoring, header: "Cột điểm|Hệ số|Mã trường", good: { "ĐTB \($0)|1|" }, bad: "ĐTB 9|1|X",
      code: .foreignKey, column: "C"),
    Case(
      kind: .scoring, header: "Cột điểm|Hệ số|Mã trường", good: { "ĐTB \($0)|1|" }, bad: "ĐTB 1|2|",
      code: .uniqueError, column: "A"),
    Case(
      kind: .scoring, header: "Cột điểm|Hệ số|Bảng quy đổi", good: { "ĐTB \($0)|1|" },
      bad: "HL 9 + HK 9 + ĐTB 9|1|hb", code: .setup, column: "A"),
    Case(
      kind: .conversions, header: "Tên bảng|Giá trị 1|Điểm", good: { "hb|x\($0)|1" }, bad: "hb|x1|2",
      code: .uniqueError, column: "B"),
    Case(
      kind: .conversions, header: "Tên bảng|Giá trị 1|Điểm", good: { "hb|x\($0)|1" }, bad: "hb|y|mười",
      code: .typeError, column: "C"),
    Case(
      kind: .priorities, header: "Mã diện|Tên diện|Loại|Điểm cộng|Mã trường",
      good: { "D\($0)|Diện \($0)|ưu tiên|1|" }, bad: "E|Diện E|ưu tiên|1|X", code: .foreignKey, column: "E"),
    Case(
      kind: .priorities, header: "Mã diện|Tên diện|Loại|Điểm cộng|Mã trường",
      good: { "D\($0)|Diện \($0)|ưu tiên|1|" }, bad: "d1|Diện khác|ưu tiên|1|", code: .uniqueError,
      column: "A"),
    Case(
      kind: .tieBreaks, header: "Thứ tự|Tiêu chí|Chiều|Mã trường", good: { "\($0)|ĐTB \($0)|giảm|" },
      bad: "1|Toán 9|giảm|", code: .uniqueError, column: "A"),
    Case(
      kind: .tieBreaks, header: "Thứ tự|Tiêu chí|Chiều|Mã trường", good: { "\($0)|ĐTB \($0)|giảm|" },
      bad: "20|ĐTB 9|ngang|", code: .enumeration, column: "C"),
    Case(
      kind: .cutoffs, header: "Mã trường|Nguyện vọng|Điểm chuẩn", good: { "A|\($0)|20" }, bad: "A|1|21",
      code: .uniqueError, column: "B"),
    Case(
      kind: .cutoffs, header: "Mã trường|Nguyện vọng|Điểm chuẩn", good: { "A|\($0)|20" }, bad: "X|1|21",
      code: .foreignKey, column: "A"),
    Case(
      kind: .programs, header: "Mã trường|Mã chương trình|Chỉ tiêu", good: { "A|p\($0)|20" }, bad: "A|p1|21",
      code: .uniqueError, column: "B"),
    Case(
      kind: .reservations, header: "Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại",
      good: { "A|Tuyến|\($0)|1|dành riêng" }, bad: "A|Tuyến|1|2|dành riêng", code: .uniqueError, column: "E"),
    Case(
      kind: .reservations, header: "Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại",
      good: { "A|Tuyến|\($0)|1|dành riêng" }, bad: "A|Diện|Z|2|dành riêng", code: .foreignKey, column: "C"),
    Case(
      kind: .zones, header: "Xã/Phường|Mã trường|Tuyến", good: { "Xã \($0)|A|1" }, bad: "Xã 1|A|2",
      code: .uniqueError, column: "B"),
    Case(
      kind: .zones, header: "Xã/Phường|Mã trường|Tuyến", good: { "Xã \($0)|A|1" }, bad: "Xã B|X|2",
      code: .foreignKey, column: "B"),
    Case(
      kind: .units, header: "Mã đơn vị|Tên đơn vị|Vai trò|Mã cơ quan quản lý",
      good: { "U\($0)|Trường \($0)|Trường|" },
      bad: "U99|Trường 99|Trường|X", code: .foreignKey, column: "D"),
  ]

  @Test(arguments: cases)
  func aRowThatContradictsStopsItsRoundAtItsCell(_ wrong: Case) throws {
    var world = World()
    world.drop("so", file: "dot.xlsx", Setup.rounds(Setup.l10, Setup.l10.replacing("l10", with: "l12")))
    for round in ["l10", "l12"] {
      world.drop("so", round, file: "\(round).xlsx", Setup.units, Setup.programs)
    }
    world.pass()
    #expect(world.round()?.setupFindings == [])
    let rows = (1...16).map(wrong.good) + [wrong.bad]
    world.drop(
      "so", "l10", mode: .supplement, file: "sai.xlsx", ([wrong.header] + rows).joined(separator: "\n"))
    world.pass()
    let errors = try #require(world.round()).setupFindings.filter { $0.finding.severity == .error }
    let last = try #require(
      errors.last { $0.finding.place.row == 18 }, "\(world.codes()) \(errors.map(\.finding))")
    #expect(errors.allSatisfy { $0.file == "sai.xlsx" && $0.finding.place.sheet == "Sheet1" })
    #expect(last.finding.code == wrong.code)
    #expect(last.finding.place.cell == wrong.column + "18")
    #expect(world.round("l12")?.setupFindings == [])
  }
}
