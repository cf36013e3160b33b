import Tables
import Testing

/// Signs of a spreadsheet program that stand in a text as they are.
@Suite struct SheetSignsTests {
  @Test func anApostropheBeforeDigitsIsDropped() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Điện thoại | ĐTB 9
      1️⃣'080207000001 | 'Lê An | 2️⃣'01/02/2007 | 3️⃣'0912345678 | 4️⃣'8,5
      '080207000002 | Trần Bình | 02/02/2007 | 0912345679 | 5️⃣'x
      """)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001", "080207000002"])
    #expect(texts("birthDate", table) == ["01/02/2007", "02/02/2007"])
    #expect(texts("fullName", table) == ["'Lê An", "Trần Bình"])
    #expect(numbers("average9", table) == [85_000_000_000, nil])
    #expect(
      try sheet.told(facts: ["repaired", "count"]) == [
        "1 repair reread repaired=080207000001 count=2", "2 repair reread repaired=01/02/2007",
        "3 repair reread repaired=0912345678", "4 repair reread repaired=8,5",
        "A3 repair reread repaired=080207000002", "5 error type-error",
      ])
  }

  /// Ten digits behind it are the ministry's code, as without it.
  @Test func aSharedLabel() throws {
    let sheet = SheetLiteral(
      "Mã định danh|Họ và tên|Ngày sinh\n'080207000001|An|01/02/2007\n'1234567890|Bình|01/02/2007")
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001", ""])
    #expect(texts("moetId", table) == ["", "1234567890"])
  }

  /// A formula that was written down is no value, wherever it stands.
  @Test func aFormulaHoldsItsRow() throws {
    let text = """
      Số CCCD | Họ và tên | Ngày sinh | Nơi sinh | ĐTB 9
      080207000001 | 1️⃣=HYPERLINK("x") | 01/02/2007 | Hà Nội | 2️⃣=A1+B1
      3️⃣=1+1 | Trần Bình | 02/02/2007 | Hà Nội | 8
      080207000003 | Lê Chi | 02/02/2007 | 4️⃣=B3 | 8
      080207000004 | Vũ Dũng | 02/02/2007 | Hà Nội | 8
      """
    var sheet = SheetLiteral(text)
    sheet.grid.hasFormulaTexts = true
    #expect(
      try sheet.told(facts: ["reason"]).filter { $0.contains("error") } == [
        "1 error formula-without-value reason=text", "2 error formula-without-value reason=text",
        "3 error formula-without-value reason=text", "4 error formula-without-value reason=text",
      ])
    #expect(try sheet.table().held == [true, true, true, false])
  }

  @Test func anArrowIsNoFormula() throws {
    var sheet = SheetLiteral(
      "Họ và tên|Ngày sinh|Nơi ở hiện tại\nAn|01/02/2007|=> chuyển đi\nBình|01/02/2007|== như trên\nChi|01/02/2007|="
    )
    sheet.grid.hasFormulaTexts = true
    #expect(try sheet.told() == [])
  }

  /// Under their labels forms have letters for who it is, and numbers for the rest.
  @Test(arguments: ["A|B|C|1|2", "1|2|3|4|5", "(1)|(2)|(3)|(4)|(5)", "a|b|1|2|3", "A|B|C|D|E"])
  func lettersAndNumbersUnderTheLabels(_ line: String) throws {
    let sheet = SheetLiteral("STT|Họ và tên|Ngày sinh|Lớp|ĐTB 9\n\(line)\n1|An|01/02/2007|9A|8")
    #expect(texts("fullName", try sheet.table()) == ["An"])
    #expect(try sheet.told() == [])
  }

  /// In a table about nobody they are what they say.
  @Test func lettersAndNumbersThatAreData() throws {
    let programs = SheetLiteral("Mã trường|Chỉ tiêu|Thứ tự xét\nA|1|2\nB|3|1")
    #expect(texts("school", try programs.table()) == ["A", "B"])
    let conversions = SheetLiteral("Bảng quy đổi|Giá trị|Điểm\nA|1|2\nA|2|3")
    #expect(try conversions.table().rowCount == 2)
  }

  @Test func otherLettersAreAChild() throws {
    let sheet = SheetLiteral("Họ và tên|Lớp|Ngày sinh\nA|C|01/02/2007\nB|C|01/02/2007")
    #expect(texts("fullName", try sheet.table()) == ["A", "B"])
  }

  /// Two text files joined: the labels of the second stand behind the mark of its beginning.
  @Test func labelsBehindAMark() throws {
    let sheet = SheetLiteral(
      "\u{FEFF}Họ và tên|Ngày sinh|Lớp\nAn|01/02/2007|9A\n\u{FEFF}Họ và tên|Ngày sinh|Lớp\nBình|02/02/2007|9A"
    )
    #expect(texts("fullName", try sheet.table()) == ["An", "Bình"])
    #expect(try sheet.told() == [])
  }
}
