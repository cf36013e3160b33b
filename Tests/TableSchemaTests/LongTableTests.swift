import Tables
import Testing

/// Tables longer than what is read at once: what is found in a row does not
/// depend on how many rows are before it.
@Suite struct LongTableTests {
  /// A row of a roster, one of seven kinds; clean ones in runs of every length.
  private func line(_ row: Int) -> String {
    let name = "Nguyễn Văn \(row)"
    return switch row % 101 == 0 ? 1 : row % 13 == 5 ? row % 7 : 6 {
    case 1: "\(name)  Hai|01/02/2011|Kinh|0900000\(100 + row % 900)"
    case 2: "\(name)|31/02/2011|Kinh|0900000\(100 + row % 900)"
    case 3: "\(name)|01/02/2011|Kinhh|0900000\(100 + row % 900)"
    case 4: "\(name)|01/02/2011||900000\(100 + row % 900)"
    case 5: "|01/02/2011|Kinh|9E+08"
    default: "\(name)|01/02/2011|Kinh|0900000\(100 + row % 900)"
    }
  }

  private func roster(_ rows: Range<Int>) -> SheetLiteral {
    SheetLiteral(
      (["Họ và tên|Ngày sinh|Dân tộc|Điện thoại|Ghi chú"] + rows.map { line($0) + "|\($0)" }).joined(
        separator: "\n"))
  }

  @Test func theSameAsInPieces() throws {
    let count = 4_500
    let whole = try roster(0..<count).table()
    #expect(whole.rowCount == count)
    var (names, phones, days, held) = ([String](), [String](), [Int64?](), [Bool]())
    var told: Set<String> = []
    for start in stride(from: 0, to: count, by: 97) {
      let piece = try roster(start..<min(start + 97, count)).table()
      names += texts("fullName", piece)
      phones += texts("phone", piece)
      days += numbers("birthDate", piece)
      held += piece.held
      for finding in piece.findings where finding.severity == .error {
        told.insert("\(finding.place.row + start) \(finding.place.column) \(finding.code)")
      }
    }
    #expect((texts("fullName", whole) == names) as Bool)
    #expect((texts("phone", whole) == phones) as Bool)
    #expect((numbers("birthDate", whole) == days) as Bool)
    #expect((whole.held == held) as Bool)
    let errors = whole.findings.filter { $0.severity == .error }
    #expect(errors.count == told.count && errors.count > 100)
    #expect((Set(errors.map { "\($0.place.row) \($0.place.column) \($0.code)" }) == told) as Bool)
    #expect(whole.findings.filter { $0.code == .unknownEthnicity }.count == 1)
    #expect(names.contains { $0.hasSuffix(" Hai") })
  }

  /// Texts that stay as they are lie among blanks, repaired ones and refused ones, in runs of every length.
  @Test func eachTextStaysBesideItsRow() throws {
    let kinds: [(written: String, texts: [String], isHeld: Bool)] = [
      ("01/02/2011|Nam|8,5", ["01/02/2011", "Nam", "8,5"], false),
      ("02/11/2011|Nữ|9", ["02/11/2011", "Nữ", "9"], false),
      ("03/02/2011||", ["03/02/2011", "", ""], false),
      ("␣04/02/2011|␣nam|␣10", ["04/02/2011", "nam", "10"], false),
      ("31/02/2011|Nma|11", ["31/02/2011", "Nma", "11"], true),
      ("|Nam|8.25", ["", "Nam", "8.25"], true),
    ]
    let rows = (0..<4_500).map { row in kinds[row % 37 < 20 ? row % 2 : row * row % kinds.count] }
    let lines = rows.enumerated().map { "Nguyễn Văn \($0)|\($1.written)" }
    let table = try SheetLiteral(
      (["Họ và tên|Ngày sinh|Giới tính|Toán 9"] + lines).joined(separator: "\n")
    ).table()
    let math = try #require(table.columns.first { $0.label == "Toán 9" }).key
    for (index, key) in ["birthDate", "gender", math].enumerated() {
      #expect((texts(key, table) == rows.map { $0.texts[index] }) as Bool)
      let blanks = numbers(key, table).map { $0 == nil }
      #expect((blanks == rows.map { $0.texts[index].isEmpty || ($0.texts[0] == "31/02/2011") }) as Bool)
    }
    #expect((table.held == rows.map(\.isHeld)) as Bool)
    #expect(numbers(math, table).prefix(2) == [85_000_000_000, 90_000_000_000])
  }

  @Test func aRepeatedRowFarBelowIsDropped() throws {
    let lines = (0..<2_500).map { "Nguyễn Văn \($0)|01/02/2011|\(80_211_000_000 + $0)" }
    let sheet = SheetLiteral(
      (["Họ và tên|Ngày sinh|Mã định danh"] + lines + [lines[0], lines[2_499]]).joined(separator: "\n"))
    let table = try sheet.table()
    #expect(table.rowCount == 2_500)
    #expect(table.findings.filter { $0.code == .duplicateRow }.map(\.place.row) == [2_502, 2_503])
  }
}
