import TableSchema
import Tables
import Testing

/// The types of tables.md, cell by cell.
@Suite struct ValueTests {
  @Test func textsAreTrimmedAndComposed() throws {
    let nfd = "Tha\u{0301}i"
    let sheet = roster(
      "Dân tộc", ["Kinh\u{00A0}", "1️⃣" + nfd, "\u{200B}Hoa", "T\u{00E0}y", "Ba   na", "Ðao", "2️⃣Mạo"])
    let table = try sheet.table()
    #expect(texts("ethnicity", table) == ["Kinh", "Thái", "Hoa", "Tày", "Ba na", "Đao", "Mạo"])
    #expect(Array(table.text("ethnicity", 1).utf8) == Array("Th\u{00E1}i".utf8))
    #expect(Array(table.text("ethnicity", 5).utf8) == Array("Đao".utf8))
    let told = try sheet.told(facts: ["count", "repaired", "suggestion"])
    #expect(
      told == [
        "C2 repair hidden-characters count=2 repaired=Kinh", "1 repair recomposed repaired=Thái",
        "C4 repair hidden-characters repaired=Hoa", "C7 repair recomposed repaired=Đao",
        "2 note unknown-ethnicity suggestion=Dao",
      ])
    // Before and after, as they are spelled.
    let repaired = try #require(try sheet.reading().findings.first { $0.place.row == 3 })
    #expect(repaired.value.unicodeScalars.elementsEqual(nfd.unicodeScalars))
  }

  @Test func codesAreKeptAsWritten() throws {
    let sheet = roster("Lớp", ["9A1", "09", "9  A", "#9", "1️⃣@44713", "#9.5"], isCSV: false)
    #expect(texts("sourceClass", try sheet.table()) == ["9A1", "09", "9  A", "9", "01/06/2022", "9.5"])
    #expect(try sheet.told(facts: ["type", "reason"]) == ["1 error type-error type=code reason=date"])
  }

  @Test func idsThatLostDigitsAreRefused() throws {
    let sheet = roster("SBD", ["00123", "1️⃣8.0207E+10", "2️⃣8,0207e+10", "1E10"])
    #expect(try sheet.told() == ["1 error digits-lost", "2 error digits-lost"])
    #expect(texts("examNo", try sheet.table()) == ["00123", "8.0207E+10", "8,0207e+10", "1E10"])
    let numbers = roster("SBD", ["#8.0207123456E10", "1️⃣#12345678901234567890"], isCSV: false)
    #expect(try numbers.told().contains("1 error digits-lost"))
    #expect(try numbers.table().text("examNo", 0) == "80207123456")
  }

  @Test func phonesGetTheirZeroBack() throws {
    let sheet = roster("SĐT", ["0912345678", "1️⃣#912345678", "2️⃣912345678", "123456789"], isCSV: false)
    #expect(
      texts("phone", try sheet.table()) == ["0912345678", "0912345678", "0912345678", "123456789"])
    #expect(
      try sheet.told(facts: ["repaired"]) == [
        "1 repair leading-zero repaired=0912345678", "2 repair leading-zero repaired=0912345678",
      ])
  }

  @Test func patternsNameTheirForm() throws {
    let sheet = roster("Mã định danh Bộ GD&ĐT", ["8012345678", "1️⃣801234567", "2️⃣80123456789"])
    #expect(
      try sheet.told(facts: ["form"]) == ["1 error pattern form=10 chữ số", "2 error pattern form=10 chữ số"])
  }

  @Test func codesOfProgramsAreSafeNames() throws {
    let sheet = SheetLiteral(
      """
      Mã trường | Mã chương trình | Chỉ tiêu
      A | chuyen-toan | 1
      A | 1️⃣chuyên | 1
      A | 2️⃣.x | 1
      A | 3️⃣x. | 1
      A | 4️⃣Bo-Sung | 1
      A | 5️⃣aaaaaaaaaabbbbbbbbbbccccccccccddd | 1
      A | aaaaaaaaaabbbbbbbbbbccccccccccdd | 1
      """)
    #expect(try sheet.told() == (1...5).map { "\($0) error pattern" })
  }

  @Test func integers() throws {
    let values = ["2022", "2.022", "1️⃣2,022", "2022,0", "2 022", "2️⃣20.22", "3️⃣abc", "4️⃣3000", "5️⃣1899"]
    let sheet = roster("Năm tốt nghiệp", values)
    #expect(
      numbers("completed", try sheet.table()) == [2022, 2022, nil, 2022, 2022, nil, nil, nil, nil])
    #expect(
      try sheet.told(facts: ["type", "maximum", "minimum"]) == [
        "1 error type-error type=integer", "2 error type-error type=integer",
        "3 error type-error type=integer", "4 error maximum maximum=2999", "5 error minimum minimum=1900",
      ])
  }

  @Test func amountsWithGroups() throws {
    let sheet = SheetLiteral(
      """
      Mã trường | Mã khoản thu | Tên khoản thu | Kỳ thu | Số tiền
      A | a | A | 1 | 1.500.000
      A | b | B | 1 | #563220
      A | c | C | 1 | 1️⃣#1.5
      A | d | D | 1 | #1.5E6
      """, isCSV: false)
    #expect(numbers("amount", try sheet.table()) == [1_500_000, 563_220, nil, 1_500_000])
    #expect(
      try sheet.told(facts: ["count", "type"]) == [
        "E2 repair reread", "1 error type-error type=integer",
      ])
  }

  @Test func decimalsAreExact() throws {
    let sheet = roster(
      "ĐTB 9",
      ["8,5", "8.5", "#8.3000000000000007", "#9", "1️⃣#8.33333333333333", "2️⃣8,5,5", "8,2500", "3️⃣@44713"],
      isCSV: false)
    let tenths: (Int64) -> Int64 = { $0 * 1_000_000_000 }
    #expect(
      numbers("average9", try sheet.table()) == [
        tenths(85), tenths(85), tenths(83), tenths(90), nil, nil, 82_500_000_000, nil,
      ])
    #expect(try sheet.table().text("average9", 2) == "8.3")
    #expect(
      try sheet.told(facts: ["type", "reason", "count", "repaired"]) == [
        "1 error type-error type=decimal reason=decimals", "2 error type-error type=decimal",
        "C8 repair reread repaired=8.25", "3 error type-error type=decimal",
      ])
  }

  /// Each cell by itself, and none that is refused.
  @Test func everyCellThatWasReadOtherwise() throws {
    let values = ["1️⃣8,500", "8,5", "2️⃣8.50", "3️⃣11,50"]
    #expect(
      try roster("ĐTB 9", values, isCSV: false).told(facts: ["count", "repaired"]) == [
        "1 repair reread count=2 repaired=8.5", "2 repair reread repaired=8.5", "3 error maximum",
      ])
  }

  /// The finding says what the sender sees in the cell.
  @Test func whatAProgramMadeOfATextIsNoText() throws {
    let values = ["Kinh", "1️⃣@44713", "2️⃣?1", "3️⃣@44713.5", "4️⃣^0.25"]
    let sheet = roster("Dân tộc", values, isCSV: false)
    #expect(
      try sheet.told(facts: ["reason"]) == [
        "1 error type-error reason=date", "2 error type-error reason=truth", "3 error type-error reason=date",
        "4 error type-error reason=date",
      ])
    let errors = try sheet.reading().findings.map(\.value)
    #expect(errors == ["01/06/2022", "TRUE", "01/06/2022", "06:00:00"])
    // In a remark anything may stand.
    let remarks = roster("Ghi chú", ["@44713", "?0", "#5"], isCSV: false)
    #expect(texts("note", try remarks.table()) == ["01/06/2022", "FALSE", "5"])
    #expect(try remarks.told() == [])
  }

  @Test func namesHaveALetter() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh
      1️⃣#12345 | 01/02/2007
      2️⃣... | 01/02/2007
      Ý | 01/02/2007
      Ơ 2 | 01/02/2007
      3️⃣@44713 | 01/02/2007
      """, isCSV: false)
    #expect(try sheet.told() == ["1 error pattern", "2 error pattern", "3 error type-error"])
    let parts = SheetLiteral("Họ đệm|Tên|Ngày sinh\nLê|1️⃣#5|01/02/2007", isCSV: false)
    #expect(try parts.told() == ["1 error pattern"])
  }

  @Test func marksAreOfTen() throws {
    for label in ["ĐTB 9", "Toán 5", "Ngữ văn 9", "ĐTB Ngoại ngữ"] {
      let sheet = roster(label, ["0", "10", "10,0", "1️⃣85", "2️⃣-3", "3️⃣#10.01"], isCSV: false)
      #expect(
        try sheet.told(facts: ["maximum", "minimum"]).filter { !$0.contains("reread") } == [
          "1 error maximum maximum=10", "2 error minimum minimum=0", "3 error maximum maximum=10",
        ])
    }
  }

  /// Dates by the number format, never by guess.
  @Test func aNumberIsNoDay() throws {
    let sheet = roster("Ngày nộp", ["@39114", "1️⃣#39114", "2️⃣#7", "3️⃣#2007"], isCSV: false)
    #expect(
      try sheet.told(facts: ["reason", "suggestion"]) == [
        "1 error type-error reason=bare-number suggestion=01/02/2007",
        "2 error type-error reason=bare-number", "3 error type-error reason=bare-number",
      ])
    #expect(numbers("submitted", try sheet.table()).map { $0 != nil } == [true, false, false, false])
  }

  /// What is too large is not what has too many decimals.
  @Test func numbersBeyondTheRangeAreToldAsSuch() throws {
    let sheet = SheetLiteral(
      "Cột điểm|Hệ số\nToán|1️⃣999999999999\nVăn|2️⃣999999999999,5\nSử|922337203\nĐịa|3️⃣0,1234567", isCSV: true)
    #expect(
      try sheet.told(facts: ["reason"]) == [
        "1 error type-error reason=too-large", "2 error type-error reason=too-large",
        "3 error type-error reason=decimals",
      ])
  }

  @Test func coefficientsHaveSixDecimals() throws {
    let sheet = SheetLiteral("Cột điểm|Hệ số\nToán|0,333333\nVăn|1️⃣0,3333333")
    #expect(numbers("coefficient", try sheet.table()) == [3_333_330_000, nil])
    #expect(try sheet.told() == ["1 error type-error"])
  }

  @Test func datesInText() throws {
    let values = [
      "15/03/2007", "5/3/2007", "05-03-2007", "5.3.2007", "2007-03-05", "2021-08-10 00:00:00",
      "2021-08-10T00:00:00.000Z", "31/12/2099", "1️⃣05/03/07", "2️⃣30/02/2007", "3️⃣2007", "4️⃣05/03-2007",
      "5️⃣20070305", "6️⃣03/15/2007", "7️⃣05/03/2007x",
    ]
    let sheet = roster("Ngày nộp", values)
    let days = numbers("submitted", try sheet.table()).map { $0.map { Day(number: Int32($0)).iso } }
    #expect(
      days == [
        "2007-03-15", "2007-03-05", "2007-03-05", "2007-03-05", "2007-03-05", "2021-08-10", "2021-08-10",
        "2099-12-31", nil, nil, nil, nil, nil, nil, nil,
      ])
    #expect(
      try sheet.told(facts: ["reason"]) == [
        "1 error type-error reason=two-digit-year", "2 error type-error reason=no-such-day",
        "3 error type-error", "4 error type-error", "5 error type-error",
        "6 error type-error reason=no-such-day", "7 error type-error",
      ])
  }

  @Test(arguments: [false, true])
  func datesOfBothEpochs(_ epoch1904: Bool) throws {
    // 5 October 2007
    let serial = epoch1904 ? 39_360 - 1462 : 39_360
    let values = ["@\(serial)", "@\(serial).5", "@\(serial).75", "~2007-10-05", "1️⃣#2007", "2️⃣^0.5", "3️⃣@-1"]
    let sheet = roster("Ngày nộp", values, isCSV: false, epoch1904: epoch1904)
    #expect(
      texts("submitted", try sheet.table()) == [
        "05/10/2007", "05/10/2007", "05/10/2007", "2007-10-05", "2007", "12:00:00", "-1",
      ])
    #expect(numbers("submitted", try sheet.table()).prefix(4).allSatisfy { $0 == 13_791 })
    #expect(try sheet.told() == ["1 error type-error", "2 error type-error", "3 error type-error"])
    // The same number with an exponent, and a day with the sign of universal time.
    let spelled = [epoch1904 ? "@3.7898E4" : "@3.936E4", "@\(serial)0e-1", "~2007-10-05Z", "1️⃣@3E9"]
    let others = roster("Ngày nộp", spelled, isCSV: false, epoch1904: epoch1904)
    #expect(numbers("submitted", try others.table()) == [13_791, 13_791, 13_791, nil])
    #expect(try others.told() == ["1 error type-error"])
  }

  /// Five in the afternoon of universal time is midnight in Vietnam: which day was meant, nobody can tell.
  @Test func momentsOfAnotherDayAreAsked() throws {
    let moments = [
      "~2007-09-21T16:59:59Z", "1️⃣~2007-09-21T17:00:00.000Z", "~2007-09-21T17:00:00", "2️⃣~2007-12-31T23:30:00Z",
    ]
    let sheet = roster("Ngày nộp", moments, isCSV: false)
    #expect(
      try sheet.told(facts: ["reason", "suggestion", "written"]) == [
        "1 error type-error reason=other-day suggestion=22/09/2007 written=21/09/2007",
        "2 error type-error reason=other-day suggestion=01/01/2008 written=31/12/2007",
      ])
    #expect(try sheet.table().held == [false, true, false, true])
  }

  /// A clock that is seven hours ahead of universal time is ours.
  @Test func momentsByOtherClocks() throws {
    let moments = [
      "2007-09-21T16:59:59+00:00", "1️⃣2007-09-21T17:00:00+00:00", "2007-09-21T17:00:00+07:00",
      "2007-09-21 00:00:00+07", "2️⃣2007-09-21T00:30:00+0800", "3️⃣2007-09-21 12:00:00-05:00",
      "2007-09-21 8:00-10:00", "2007-09-21T01:00:00+08:00", "4️⃣2007-09-21T20:00:00z",
      "2007-09-21T16:00:00-00:00",
      "2007-09-21T10:00+99999999999999999999:00",
    ]
    let sheet = roster("Ngày nộp", moments)
    #expect(
      try sheet.told(facts: ["reason", "suggestion", "written"]).prefix(4) == [
        "1 error type-error reason=other-day suggestion=22/09/2007 written=21/09/2007",
        "2 error type-error reason=other-day suggestion=20/09/2007 written=21/09/2007",
        "3 error type-error reason=other-day suggestion=22/09/2007 written=21/09/2007",
        "4 error type-error reason=other-day suggestion=22/09/2007 written=21/09/2007",
      ])
  }

  @Test func flags() throws {
    let sheet = roster("Bán trú", ["có", "Không", "X", "", "#1", "#0", "?1", "CO", "1️⃣chưa"], isCSV: false)
    #expect(numbers("boarding", try sheet.table()) == [1, 0, 1, nil, 1, 0, 1, 1, nil])
    #expect(try sheet.told(facts: ["type"]) == ["1 error type-error type=flag"])
  }

  @Test func choicesAreFolded() throws {
    let sheet = SheetLiteral(
      """
      Mã trường | Cách xếp
      A | CÂN BẰNG
      B | can bang
      C | theođiểm
      D | 1️⃣theo điễn
      E | 2️⃣xyz
      """)
    let table = try sheet.table()
    let schema = try #require(try ProjectSchemas.schemas.get()[.classRules])
    #expect(
      (0..<5).map { schema.choice("mode", in: table, row: $0) } == [
        "balanced", "balanced", "byScore", nil, nil,
      ])
    #expect(
      try sheet.told(facts: ["suggestion", "words"]) == [
        "1 error enum suggestion=theo điểm words=cân bằng; theo điểm; bốc thăm; theo tên; giữ lớp cũ",
        "2 error enum words=cân bằng; theo điểm; bốc thăm; theo tên; giữ lớp cũ",
      ])
  }

  @Test func listsAreSeparatedBySemicolons() throws {
    let sheet = roster("Diện ưu tiên", ["UT1; KK2 ;", ";;", "UT1", "#3", "Con liệt sĩ; UT2"], isCSV: false)
    #expect(texts("priorities", try sheet.table()) == ["UT1;KK2", "", "UT1", "3", "Con liệt sĩ;UT2"])
    #expect(try sheet.told() == [])
  }

  @Test func itemsOfListsHaveTypes() throws {
    let programs = SheetLiteral(
      "Mã trường|Mã chương trình|Chỉ tiêu|Nhận nguyện vọng\nA|a|1|1; 2\nA|b|1|1️⃣NV1\nA|c|1|2")
    #expect(texts("wishes", try programs.table()) == ["1;2", "NV1", "2"])
    #expect(try programs.told(facts: ["items"]) == ["1 error type-error items=integer"])
    let units = SheetLiteral(
      "Mã đơn vị|Tên đơn vị|Vai trò|Cấp học\nA|A|Trường|THCS; Trung học phổ thông\nB|B|truong|1️⃣ĐH")
    #expect(texts("levels", try units.table()) == ["THCS;THPT", "ĐH"])
    #expect(try units.told() == ["1 error enum"])
  }

  @Test func brokenCellsHoldTheirRow() throws {
    let sheet = roster("ĐTB 9", ["1️⃣!#N/A", "2️⃣=?", "#8"], isCSV: false)
    #expect(try sheet.told() == ["1 error error-cell", "2 error formula-without-value"])
    #expect(try sheet.table().held == [true, true, false])
    let required = SheetLiteral("Họ và tên|Ngày sinh\nAn|1️⃣=?", isCSV: false)
    #expect(try required.told() == ["1 error formula-without-value"])
  }
}
