import TableSchema
import Tables
import Testing

/// Identifiers whose digits were written in groups.
@Suite struct DigitGroupTests {
  private func ids(_ values: [String], isCSV: Bool = true) -> SheetLiteral {
    let lines = values.enumerated().map { "\($1)|Học Sinh \($0)|01/02/2007" }
    return SheetLiteral(
      (["Số CCCD|Họ và tên|Ngày sinh"] + lines).joined(separator: "\n"), isCSV: isCSV)
  }

  @Test func digitsInGroups() throws {
    let values = [
      "080 207 000050", "080.207.000.051", "080-207-000052", "080207  000053", "'080 207 000 054",
    ]
    for isCSV in [true, false] {
      let sheet = ids(values, isCSV: isCSV)
      let table = try sheet.table()
      #expect(texts("personalId", table) == (50...54).map { "0802070000\($0)" })
      #expect(!table.held.contains(true))
      #expect(
        try sheet.told(facts: ["repaired"])
          == (50...54).map { "A\($0 - 48) repair reread repaired=0802070000\($0)" })
    }
    // They are judged like any other.
    #expect(try ids(["080 206 000050"]).told().contains("A2 note id-birth-date"))
  }

  /// Other digits than those that are asked for, other signs, and what a program writes of a number.
  @Test(arguments: [
    "080 207 00005", "080 207 0000500", "080/207/000050", "080.207-000050", "080.207 000050", "80207000050.0",
    "080207.000050", "123.456.789.012", "123 456 789 012", "0.20700005012", "080 207 00005x",
    "080,207,000,050",
    "080..207.000050", "Số 080 207 000050",
  ])
  func whatIsNoIdentifierInGroups(_ value: String) throws {
    let sheet = ids([value])
    #expect(try sheet.told() == ["A2 error pattern"])
    #expect(texts("personalId", try sheet.table()) == [value])
  }

  /// Ten digits are the ministry's code; a number of no fixed form stays as it is.
  @Test func otherIdentifiers() throws {
    let sheet = SheetLiteral(
      """
      Mã định danh | Họ và tên | Ngày sinh | SBD | Điện thoại
      080 207 000050 | An | 01/02/2007 | 10 02 | 0912 345 678
      80 1234 5678 | Bình | 01/02/2007 | 10.03 | 0912.345.679
      1.234.567.890 | Chi | 01/02/2007 | 10-04 |
      """)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000050", "", "1.234.567.890"])
    #expect(texts("moetId", table) == ["", "8012345678", ""])
    #expect(texts("examNo", table) == ["10 02", "10.03", "10-04"])
    #expect(texts("phone", table) == ["0912 345 678", "0912.345.679", ""])
    #expect(table.held == [false, false, true])
  }
}
