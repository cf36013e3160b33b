import TableSchema
import Tables
import Testing

/// Columns put together, and columns that say the same.
@Suite struct ColumnTests {
  @Test func namesInTwoColumns() throws {
    let sheet = SheetLiteral(
      """
      Họ đệm | Tên | Ngày sinh
      Nguyễn Thị Mai | Anh | 15/03/2007
      1️⃣ | | 15/03/2007
      """)
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate"])
    #expect(table.column("fullName")?.sheetColumn == -1)
    #expect(texts("fullName", table) == ["Nguyễn Thị Mai Anh", ""])
    #expect(try sheet.told() == ["- error required"])
  }

  @Test func birthDatesInThreeColumns() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày | Tháng | Năm
      An | 5 | 10 | 2007
      Bình | 1️⃣31 | 2 | 2007
      Chi | 2️⃣5 | | 2007
      Dung | 5 | 3️⃣13 | 2007
      Em | 5 | 10 | 4️⃣07
      """)
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate"])
    #expect(texts("birthDate", table) == ["05/10/2007", "31/2/2007", "5//2007", "5/13/2007", "5/10/07"])
    #expect(numbers("birthDate", table).map { $0 != nil } == [true, false, false, false, false])
    #expect(
      try sheet.told(facts: ["type", "reason", "minimum", "maximum"]) == [
        "1 error type-error type=date reason=no-such-day", "2 error type-error type=date reason=incomplete",
        "3 error maximum maximum=12", "4 error minimum minimum=1900",
      ])
  }

  @Test func twoPartsOfThreeAreNoDate() throws {
    let sheet = SheetLiteral("Họ và tên|Tháng|Năm\nAn|10|2007")
    #expect(try sheet.told(facts: ["label"]) == ["- error missing-label label=Ngày sinh"])
  }

  @Test func crossesForGirls() throws {
    let sheet = SheetLiteral("Họ và tên|Ngày sinh|Nữ\nAn|05/10/2007|x\nBình|05/10/2007|\nChi|05/10/2007|1️⃣y")
    let table = try sheet.table()
    #expect(texts("gender", table) == ["Nữ", "Nam", ""])
    #expect(numbers("gender", table) == [1, 0, nil])
    #expect(try sheet.told(facts: ["type"]) == ["1 error type-error type=flag"])
  }

  @Test func twoColumnsOfOneKeyMustAgree() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | NTNS | NV1 | Nguyện vọng 1
      An | 05/10/2007 | 5-10-2007 | THPT-A | thpt-a
      Bình | | 05/10/2007 | | B
      Chi | 05/10/2007 | 1️⃣06/10/2007 | A |
      Dung | 05/10/2007 | | A | 2️⃣Trường A
      """)
    let table = try sheet.table()
    #expect(texts("birthDate", table) == ["05/10/2007", "05/10/2007", "05/10/2007", "05/10/2007"])
    #expect(numbers("birthDate", table).allSatisfy { $0 != nil })
    #expect(texts("wish1", table) == ["THPT-A", "B", "A", "A"])
    // A code and its name: whoever knows the names will tell.
    #expect(texts("second:wish1", table) == ["", "", "", "Trường A"])
    #expect(try sheet.told(facts: ["other"]) == ["1 error duplicate-label other=Ngày sinh"])
  }

  @Test func checkedColumnsHoldNothing() throws {
    let sheet = SheetLiteral(
      """
      SBD | Họ đệm | Tên | Ngày sinh | Trường | Toán | Ngữ văn
      001 | Nguyễn Văn | An | 31/02/2007 | THCS A | 8 | 9
      """)
    let table = try sheet.table()
    #expect(table.text("check:fullName", 0) == "Nguyễn Văn An")
    #expect(table.text("check:birthDate", 0) == "31/02/2007")
    #expect(table.number("check:birthDate", 0) == nil)
    #expect(table.text("check:sourceSchool", 0) == "THCS A")
    #expect(table.held == [false])
    #expect(try sheet.told() == [])
  }

  /// Of two lists side by side nobody is asked to write the same in both.
  @Test func twoListsSideBySide() throws {
    let names = SheetLiteral("Họ và tên|Ngày sinh|Họ và tên|Ngày sinh\nAn|01/02/2007|1️⃣Bé|2️⃣03/02/2007")
    #expect(
      try names.told(facts: ["lists", "otherCell"]) == [
        "1 error duplicate-label lists=beside otherCell=A2",
        "2 error duplicate-label lists=beside otherCell=B2",
      ])
    let parts = SheetLiteral("Họ|Tên|Ngày sinh|Họ|Tên\nLê|An|01/02/2007|Võ|1️⃣Bé")
    #expect(try parts.told(facts: ["lists"]).contains("1 error duplicate-label lists=beside"))
  }

  /// A name that stands twice makes no second list, nor does a slip of the pen; nor does one left of its names.
  @Test func oneListWithTheNameTwice() throws {
    let twice = SheetLiteral(
      "Họ và tên|Ngày sinh|Điện thoại|Họ và tên học sinh|Điện thoại\nAn|01/02/2007|0912345678|An|1️⃣0912345679")
    #expect(try twice.told(facts: ["lists"]) == ["1 error duplicate-label"])
    let slip = SheetLiteral(
      "Họ và tên|Ngày sinh|Họ và tên học sinh\nAn|01/02/2007|An\nBé|01/02/2007|1️⃣Bình\nLan|01/02/2007|Lan")
    #expect(try slip.told(facts: ["lists"]) == ["1 error duplicate-label"])
    let left = SheetLiteral(
      "Họ và tên|Điện thoại|Điện thoại|Họ và tên|Ngày sinh\nAn|0912345678|1️⃣0912345679|2️⃣Lan|01/02/2007")
    #expect(
      try left.told(facts: ["lists"]) == [
        "1 error duplicate-label", "2 error duplicate-label lists=beside",
      ])
  }

  /// What is wrong in one of two columns is not told again by the other, in whichever order they stand.
  @Test(arguments: ["1️⃣#N/A|0912345678", "0912345678|1️⃣#N/A"])
  func anErrorValueIsToldOnce(_ pair: String) throws {
    let sheet = SheetLiteral("Họ và tên|Ngày sinh|Điện thoại|Điện thoại\nAn|01/02/2007|\(pair)")
    #expect(try sheet.told() == ["1 error error-cell"])
  }
}
