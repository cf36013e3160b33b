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
      "080 207 000050", "080.207.000.051", "080-207-000052", "080207 000053", "'080 207 000 054",
      "080–207–000055", "0802 0700 0056", "080 2 07 000057", "080 207000058",
    ]
    for isCSV in [true, false] {
      let sheet = ids(values, isCSV: isCSV)
      let table = try sheet.table()
      #expect(texts("personalId", table) == (50...58).map { "0802070000\($0)" })
      #expect(!table.held.contains(true))
      #expect(
        try sheet.told(facts: ["repaired"])
          == (50...58).map { "A\($0 - 48) repair reread repaired=0802070000\($0)" })
    }
    #expect(texts("personalId", try ids(["080\u{A0}207\u{A0}000050"]).table()) == ["080207000050"])
    // They are judged like any other.
    #expect(try ids(["080 206 000050"]).told().contains("A2 note id-birth-date"))
  }

  /// Other digits than those that are asked for, other signs, and what a program writes of a number.
  @Test(arguments: [
    "080 207 00005", "080 207 0000500", "080/207/000050", "080.207-000050", "080.207 000050", "80207000050.0",
    "080207.000050", "123.456.789.012", "123 456 789 012", "0.20700005012", "080 207 00005x",
    "080,207,000,050",
    "080..207.000050", "Số 080 207 000050", "080207  000053", "080 207-000 050", "080–207-000050",
    "-080 207 000050",
    "080 207 000050-", "0802 07000050", "080 207 0000 50", "0802070 00050",
    // The number of a row before it, and what begins as no id does.
    "1 80207000900", "1.80207000900", "01 0802070009", "80 2070 000501", "000 207 000050", "097 207 000050",
    "080 407 000050",
    // Telephones with the code of the country, which is a province too.
    "084-912-345-678", "084 351 234 567", "084.78.123.4567", "084 351234567", "084 91 2345678",
  ])
  func whatIsNoIdentifierInGroups(_ value: String) throws {
    let sheet = ids([value])
    #expect(try sheet.told() == ["A2 error pattern"])
    #expect(texts("personalId", try sheet.table()) == [value])
  }

  /// A girl of that province, as ids are written; a boy in any groups.
  @Test func idsOfTheProvinceWithTheCodeOfTheCountry() throws {
    let table = try ids(["084 307 000050", "084-207-000-051", "084307 000052", "0843 0700 0053"]).table()
    #expect(texts("personalId", table) == (0...3).map { "084\($0 == 1 ? 2 : 3)0700005\($0)" })
    #expect(!table.held.contains(true))
  }

  /// No other identifier is read in groups: they may be telephones, or two codes.
  @Test(arguments: ["0912 345 678", "2425-010-123", "01.02.2007.12", "0912.345.678", "80 1234 5678"])
  func noCodeOfTheMinistryInGroups(_ value: String) throws {
    for isCSV in [true, false] {
      let rows = "|Họ và tên|Ngày sinh\n\(value)|An|01/02/2007"
      let own = SheetLiteral("Mã định danh Bộ" + rows, isCSV: isCSV)
      #expect(texts("moetId", try own.table()) == [value])
      #expect(try own.told() == ["A2 error pattern"])
      let shared = SheetLiteral("Mã định danh" + rows, isCSV: isCSV)
      #expect(texts("personalId", try shared.table()) == [value])
      #expect(try shared.table().column("moetId").map { $0.texts.string(0) } ?? "" == "")
      #expect(try shared.told() == ["A2 error pattern"])
    }
  }

  /// A number of no fixed form stays as it is.
  @Test func otherIdentifiers() throws {
    let sheet = SheetLiteral(
      """
      Mã định danh | Họ và tên | Ngày sinh | SBD | Điện thoại
      080 207 000050 | An | 01/02/2007 | 10 02 | 0912 345 678
      8012345678 | Bình | 01/02/2007 | 10.03 | 0912.345.679
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
