import Tables
import Testing

@testable import Sheets

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("dd/mm/yyyy", Grid.Kind.date), ("d-mmm-yy", .date), ("[$-42A]d mmmm yyyy;@", .date), ("mmm", .date),
    ("mm", .date),
    ("yyyy\\-mm\\-dd\\Thh:mm:ss", .dateTime), ("m/d/yy h:mm", .dateTime),
    ("dd/mm/yyyy hh:mm AM/PM", .dateTime),
    ("[h]:mm:ss", .time), ("mm:ss.0", .time), ("h:mm A/P", .time), ("hh\"h\"mm", .time), ("[mm]:ss", .time),
    ("DD.MM.YYYY", .date), ("\"ngày\" dd \"tháng\" mm", .date), ("m:s", .time), ("h:mm:ss m", .dateTime),
    ("General", .number), ("0.00", .number), ("#,##0\\ [$đ-42A]", .number), ("0.00E+00", .number),
    ("@", .number),
    ("[Red]0;[Blue]-0", .number), ("\"dd/mm\"0", .number), ("_(* #,##0_);_(* (#,##0);_(@_)", .number),
    ("0;dd/mm/yyyy", .number), ("0\\d", .number), ("_d0*m", .number), ("", .number), ("[", .number),
    ("\"", .number),
    ("General \"m\"", .number),
  ])
  func codes(_ code: String, _ expected: Grid.Kind) {
    #expect(kind(ofFormat: code) == expected, "\(code)")
  }

  /// A sheet of one cell, a number in a format.
  private func sheet(_ code: String, _ number: String) -> Grid {
    var grid = Grid(name: "")
    grid.bytes = Array(number.utf8)
    grid.cells = [
      .init(start: 0, length: UInt32(grid.bytes.count), column: 0, kind: .number, inShared: false)
    ]
    NumberFormat(code).mark(lastCellOf: &grid)
    return grid
  }

  @Test func zerosInFront() {
    func zeros(_ code: String, _ number: String) -> UInt8 { sheet(code, number).cells[0].zeros }
    #expect(zeros("000000", "123") == 3)
    #expect(zeros("000000", "123.0") == 3)
    #expect(zeros("000000;-000000;@", "0") == 5)
    #expect(zeros("000000000000", "80207123456") == 1)
    // Some are written down, some due; brackets that nobody sees change nothing.
    for (code, number, expected) in [
      (#""0"000"#, "12", 2), (#""0"000"#, "1234", 1), (#"\0000"#, "12", 2), (#"\00"#, "7", 1),
      ("##000", "12", 1),
      (##""0"#"##, "912345678", 1), ("\"0\"#########", "0", 0), (##""00"#"##, "0", 1),
      ("[$-409]000000", "123", 3),
      ("[Red]000", "1", 2), ("[$-vi-VN]000;@", "1", 2), ("[Color 5]00", "1", 1),
    ] {
      #expect(zeros(code, number) == UInt8(expected), "\(code) \(number)")
      #expect(sheet(code, number).patterns.isEmpty)
    }
    for (code, number) in [
      ("000", "123"), ("000", "1234"), ("000000", "8.5"), ("000000", "-12"), ("000000", "1E3"), ("0", "1"),
      ("", "1"), ("00.00", "1"), ("General", "1"), (##""0"##, "1"), (#"\0"#, "1"), ("", "0"),
      (#""0"000;0"#, "1"), ("[>9]000", "1"),
      ("[$-1000000]000", "1"), ("[$đ-42A]000", "1"), ("[DBNum1]000", "1"), ("0,000", "1"), ("000%", "1"),
      ("000E+00", "1"), ("00/00", "1"), ("00?", "1"), ("_(000_)", "1"), ("000*-", "1"), (#"00\"#, "1"),
      (##"00""##, "1"), (String(repeating: "0", count: 21), "1"),
    ] {
      #expect(zeros(code, number) == 0, "\(code) \(number)")
    }
  }

  /// As spreadsheet programs show them.
  @Test(arguments: [
    (#"000\-000"#, "12345", "012-345"), (#"000\-000"#, "7", "000-007"), (#"000\-000"#, "1234567", "1234-567"),
    ("000-000", "0", "000-000"), ("000 000", "123", "000 123"), (#"00"-"0000"#, "120034", "12-0034"),
    (#"00\.000"#, "1234", "01.234"), (#""9A"0"#, "1", "9A1"), (#""TS"0000"#, "12", "TS0012"),
    (#""Số \"000"#, "5", #"Số \005"#), (##"000\""##, "5", ##"005""##),
    ("0###\\ ###\\ ###", "912345678", "0912 345 678"),
    ("\"0\"### ### ###", "912345678", "0912 345 678"), ("[$-42A]0000 000 000", "912345678", "0912 345 678"),
    (#"000" "000"#, "123.0", "000 123"), (##""9A"#"##, "0", "9A"),
  ])
  func amongSigns(_ code: String, _ number: String, _ expected: String) throws {
    let grid = sheet(code, number)
    let pattern = try #require(grid.pattern(of: grid.cells[0]))
    let digits = Array(number.utf8.prefix { $0 != UInt8(ascii: ".") })
    #expect(pattern.text(of: digits).map { String(decoding: $0, as: UTF8.self) } == expected)
    #expect(pattern.length <= expected.utf8.count || number == "0")
    // It is the same in the code that we write for it.
    #expect(sheet(pattern.formatCode, number).patterns == [pattern])
    #expect(grid.cells[0].zeros == 0)
  }

  @Test func whatIsNotCertainIsNoPattern() {
    for code in [
      "# ##0", "### ### ###", ##"0" điểm""##, #""SBD "0"#, "#-##0", #"000-000;\-0"#, "000.000-0", "00,0-0",
      "000-000%", "0-0E+0",
      #"000"-0"#, "000-_)000", "General-00", "[h]-00", "dd-00", "-", ##""05""##, "000-000\u{FFFF}",
      "000-000\u{1}",
      String(repeating: "0-", count: 30),
    ] {
      #expect(sheet(code, "12").patterns.isEmpty, "\(code)")
    }
    for (code, number) in [
      ("000-000", "8.5"), ("000-000", "-12"), ("000-000", "1E3"), ("0###-###", "12"), ("\"0\"###-000", "12"),
    ] {
      let grid = sheet(code, number)
      #expect(grid.pattern(of: grid.cells[0])?.text(of: Array(number.utf8)) == nil, "\(code) \(number)")
    }
  }

  /// A cell has room for the number of twelve.
  @Test func moreFormatsThanACellCanName() throws {
    var grid = sheet("000-000", "12")
    let cell = grid.cells[0]
    for number in 1...20 {
      grid.cells.append(cell)
      NumberFormat(#""\#(number)-"00"#).mark(lastCellOf: &grid)
    }
    #expect(grid.patterns.count == 12)
    #expect(
      grid.cells.map { grid.pattern(of: $0) } == grid.patterns + Array(repeating: grid.patterns[0], count: 9))
  }

  @Test func builtIn() {
    let dates = Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36] + Array(50...58))
    let times: Set = [18, 19, 20, 21, 32, 33, 45, 46, 47]
    for id in 0...163 {
      let expected: Grid.Kind =
        dates.contains(id) ? .date : times.contains(id) ? .time : id == 22 ? .dateTime : .number
      #expect(kind(ofBuiltInFormat: id) == expected, "\(id)")
    }
  }
}
