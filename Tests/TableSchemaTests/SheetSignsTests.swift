import Tables
import Testing

/// Signs of a spreadsheet program that stand in a text as they are.
@Suite struct SheetSignsTests {
  @Test func anApostropheBeforeDigitsIsDropped() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Điện thoại | ĐTB 9
      1️⃣'080207000001 | 6️⃣'Lê An | 2️⃣'01/02/2007 | 3️⃣'0912345678 | 4️⃣'8,5
      '080207000002 | Trần Bình | 02/02/2007 | 0912345679 | 5️⃣'x
      """)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001", "080207000002"])
    #expect(texts("birthDate", table) == ["01/02/2007", "02/02/2007"])
    #expect(texts("fullName", table) == ["Lê An", "Trần Bình"])
    #expect(numbers("average9", table) == [85_000_000_000, nil])
    #expect(
      try sheet.told(facts: ["repaired", "count"]) == [
        "1 repair reread repaired=080207000001 count=2", "6 repair reread repaired=Lê An",
        "2 repair reread repaired=01/02/2007", "3 repair reread repaired=0912345678",
        "4 repair reread repaired=8,5", "A3 repair reread repaired=080207000002", "5 error type-error",
      ])
  }

  /// Before letters too, on both sides, and as a program for letters has it; within a name it is a letter.
  @Test func anApostropheBeforeLettersIsDropped() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Lớp | Giới tính | NV1 | Ghi chú
      ’080207000001 | H'Nuê Êban | ’01/02/2007 | '9A1 | 'Nữ | 'A | 'ghi'
      080207000002 | 'Đỗ An' | 01/02/2007 | ‘ 9A1 ’ | Nam | '' | '
      """)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001", "080207000002"])
    #expect(texts("fullName", table) == ["H'Nuê Êban", "Đỗ An"])
    #expect(texts("sourceClass", table) == ["9A1", "9A1"])
    #expect(texts("wish1", table) == ["A", "''"])
    #expect(texts("note", table) == ["'ghi'", "'"])
    #expect(table.findings.filter { $0.code == .reread }.count == 7)
  }

  /// What a formula that failed has left in a text file is no name and no value.
  @Test func errorsInATextFile() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | ĐTB 9 | NV1 | Giới tính | Diện ưu tiên | Ghi chú
      1️⃣#N/A | 2️⃣#VALUE! | 3️⃣#DIV/0! | 4️⃣#n/a | 5️⃣#REF! | 6️⃣#NUM! | #N/A
      An | 01/02/2007 | 8 | # 1 | Nam | 'UT1 |
      """)
    #expect(texts("priorities", try sheet.table()).last == "UT1")
    #expect(try sheet.told().filter { $0.contains("error") } == (1...6).map { "\($0) error error-cell" })
  }

  /// Newer programs have more of them than older ones, and write them as texts where they are not known.
  @Test func errorsOfNewerPrograms() throws {
    let errors = [
      "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#GETTING_DATA",
      "#ERROR!", "#spill!", "Err:502", "Err:504", "err:522",
    ]
    for isCSV in [true, false] {
      let text = errors.map { "\($0)|Lê An|01/02/2007|\($0)" }.joined(separator: "\n")
      var sheet = SheetLiteral("Mã hồ sơ|Họ và tên|Ngày sinh|NV1\n" + text)
      sheet.isCSV = isCSV
      #expect(
        try sheet.told() == (2...14).flatMap { ["A\($0) error error-cell", "D\($0) error error-cell"] })
    }
  }

  /// Those with a number and no name: in every kind of column, and in none where anything may be written.
  @Test func errorsWithNumbers() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | ĐTB 9 | NV1 | Giới tính | Diện ưu tiên | Ghi chú | Lớp
      1️⃣Err:502 | 2️⃣Err:504 | 3️⃣Err:508 | 4️⃣Err:511 | 5️⃣Err:522 | 6️⃣Err:523 | Err:502 | Err:5x2
      """)
    #expect(try sheet.told().filter { $0.contains("error") } == (1...6).map { "\($0) error error-cell" })
    #expect(texts("sourceClass", try sheet.table()) == ["Err:5x2"])
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
    #expect(try sheet.told() == ["- note column-numbers"])
  }

  /// What could be a row of data is one, unless the running number begins again below it.
  @Test func numbersThatCouldBeData() throws {
    let marks = SheetLiteral("Số báo danh|Toán|Ngữ văn\n1|2|3\n2|7|8")
    #expect(texts("examNo", try marks.table()) == ["1", "2"])
    #expect(try marks.told(facts: ["reason"]) == ["A2 note column-numbers reason=data"])
    let numbered = SheetLiteral("STT|Số báo danh|Toán|Ngữ văn\n1|2|3|4\n1|100|7|8\n2|101|7|8")
    #expect(texts("examNo", try numbered.table()) == ["100", "101"])
    #expect(try numbered.told() == ["- note column-numbers"])
    let running = SheetLiteral("STT|Số báo danh|Toán|Ngữ văn\n1|2|3|4\n2|101|7|8")
    #expect(texts("examNo", try running.table()) == ["2", "101"])
    // A column that is only compared speaks as well, and on the second page it is what it was on the first.
    let compared = SheetLiteral("Số báo danh|Họ và tên|Ngữ văn\n1|2|3\n1|An|8")
    #expect(texts("examNo", try compared.table()) == ["1"])
    #expect(try compared.table().held == [false])
    let printed = SheetLiteral(
      "STT|SBD|Toán|Ngữ văn\n1|2|3|4\n1|100|7|8\nSTT|SBD|Toán|Ngữ văn\n1|2|3|4\n41|140|7|8")
    #expect(texts("examNo", try printed.table()) == ["100", "140"])
    let all = SheetLiteral("SBD|Toán|Ngữ văn\n1|2|3\nSBD|Toán|Ngữ văn\n1|2|3\n7|8|9")
    #expect(try all.told(facts: ["reason", "count"]).contains("A2 note column-numbers reason=data count=2"))
    // So many numbers nobody has.
    let seats = SheetLiteral(
      "Mã trường|Mã chương trình|Chỉ tiêu|Số chờ xét bổ sung|Thứ tự xét\n1|2|3|4|5\nA|a|9|2|1")
    #expect(texts("school", try seats.table()) == ["A"])
    let one = SheetLiteral("STT|Số báo danh|Toán|Ngữ văn\n1|2|3|4")
    #expect(texts("examNo", try one.table()) == ["2"])
    // Nobody has such a birth date.
    let dated = SheetLiteral("Họ và tên|Ngày sinh|Lớp\n1|2|3\nAn|01/02/2007|9A")
    #expect(texts("fullName", try dated.table()) == ["An"])
    let pages = SheetLiteral(
      "Họ và tên|Ngày sinh|Lớp\n1|2|3\nAn|01/02/2007|9A\nHọ và tên|Ngày sinh|Lớp\n1|2|3\nBình|01/02/2007|9A")
    #expect(try pages.told(facts: ["count"]) == ["- note column-numbers count=2"])
  }

  /// In a table about nobody they are what they say.
  @Test func lettersAndNumbersThatAreData() throws {
    let programs = SheetLiteral("Mã trường|Chỉ tiêu|Thứ tự xét\nA|1|2\nB|3|1")
    #expect(texts("school", try programs.table()) == ["A", "B"])
    let numbers = SheetLiteral("Mã trường|Chỉ tiêu|Thứ tự xét\n1|2|3\nB|3|1")
    #expect(texts("school", try numbers.table()) == ["1", "B"])
    #expect(try numbers.told(facts: ["reason"]) == ["A2 note column-numbers reason=data"])
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
