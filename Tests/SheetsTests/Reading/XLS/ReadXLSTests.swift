import Sheets
import Tables
import Testing

/// Workbooks of Excel 97 to 2003, from another program's hand and from ours.
@Suite struct ReadXLSTests {
  @Test func valuesFontsAndHiddenSheets() throws {
    let workbook = try readWorkbook(try fixture("gia-tri.xls"))
    #expect(workbook.format == .xls)
    #expect(workbook.grids.map(\.name) == ["Lớp 9A", "Ẩn", "Rất ẩn"])
    #expect(workbook.grids.map(\.visibility) == [.visible, .hidden, .veryHidden])
    let grid = workbook.grids[0]
    #expect(
      shown(grid) == [
        "A2=Họ và\ntên", "B2=number 8.25", "C2=date 40816", "D2=dateTime 40816.5", "E2=time 0.25",
        "F2=boolean 1", "G2=formulaWithoutValue ", "I2=079206001234", "A3=number 79206001234", "B3=number -7",
        "C3=number 8.5",
        "D3=number 0.1", "E3=number 1e+100", "F3=number 1234567.891", "G3=error #N/A", "A5=DANH SÁCH",
        "A6=Trần Văn Ân", "A7=NguyÔn V¨n ¸nh", "B7=trÇn thÞ hoµ", "C7=Nguyeãn Vaên AÙnh",
      ])
    #expect(grid.rows.map(\.hidden) == [false, true, false, false, false])
    #expect(grid.merges == [.init(firstRow: 5, lastRow: 5, firstColumn: 0, lastColumn: 2)])
    #expect(grid.cells.suffix(3).map(\.script) == [.tcvn3, .tcvn3Capitals, .vni])
    #expect(grid.cells.dropLast(3).allSatisfy { $0.script == .unicode })
  }

  /// Sixty long texts, one and two bytes a character, over many records.
  @Test func sharedTextsGoOnInOtherRecords() throws {
    let cells = try cells(try fixture("noi-tiep.xls"))
    for index in 0..<60 {
      let number = (index < 10 ? "0" : "") + String(index)
      #expect(
        cells[2 * index] == "A\(index + 1)=" + String(repeating: "Nguyễn Thị Minh Khai \(number) ", count: 20)
      )
      #expect(cells[2 * index + 1] == "B\(index + 1)=" + String(repeating: "ascii \(number) ", count: 30))
    }
  }

  @Test func datesFrom1904() throws {
    let grid = try #require(try readWorkbook(try fixture("tu-1904.xls")).grids.first)
    #expect(grid.epoch1904)
    #expect(shown(grid) == ["A1=date 39353"])
  }

  /// A text that goes on in another record says again how many bytes a character
  /// has; fonts and phonetic marks behind it do not.
  @Test func theWidthChangesWhereATextGoesOn() throws {
    var book = MadeXLS()
    let rich = joined(le(2, 2), [0x0C], le(1, 2), le(3, 4), Array("AB".utf8))
    book.globals = [
      (0x00FC, joined(le(4, 4), le(4, 4), le(5, 2), [0], Array("Ngu".utf8))),
      (0x003C, joined([1], twoBytes("yễ"), le(4, 2), [1], twoBytes("Ân"))),
      (0x003C, joined([0], Array("12".utf8), rich, le(1, 2))),
      (0x003C, joined(le(0, 2), [9, 9, 9], narrow("cuoi"))),
    ]
    book.cells = (0..<4).map { (0x00FD, at($0, 0) + le($0, 4)) }
    #expect(refusal(book.bytes) == #"read: [["A1=Nguyễ", "A2=Ân12", "A3=AB", "A4=cuoi"]]"#)
  }

  @Test func everyKindOfCell() throws {
    var book = MadeXLS()
    book.globals = [
      (0x041E, le(164, 2) + narrow("dd/mm/yyyy")), (0x00E0, le(0, 4)), (0x00E0, le(0, 2) + le(164, 2)),
    ]
    func formula(_ column: Int, _ value: [UInt8]) -> (UInt16, [UInt8]) {
      (0x0006, joined(at(1, column), value, le(0, 6), le(0, 2)))
    }
    book.cells = [
      (0x0204, at(0, 0) + wide("Lê Ân")), (0x00D6, joined(at(0, 1), narrow("rich"), le(1, 2), le(0, 4))),
      (0x027E, at(0, 2) + le(UInt32(bitPattern: -5 << 2 | 2), 4)), (0x027E, at(0, 3) + le(825 << 2 | 3, 4)),
      (0x027E, at(0, 4) + le(Double(7.5).bitPattern >> 32, 4)),
      (
        0x00BD,
        joined(le(0, 2), le(5, 2), le(0, 2), le(1 << 2 | 2, 4), le(1, 2), le(40816 << 2 | 2, 4), le(6, 2))
      ),
      (0x0205, at(0, 7) + [0, 0]), (0x0205, at(0, 8) + [7, 1]),
      (0x0203, at(0, 9) + le(Double.nan.bitPattern, 8)), (0x0205, at(0, 10) + [0x2B, 1]),
      formula(0, le(Double(8.3).bitPattern, 8)), formula(1, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
      formula(2, [2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF]), formula(3, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
      formula(4, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), (0x04BC, [1, 2, 3]), (0x0207, wide("Đỗ")),
      formula(5, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
      (0x0201, at(2, 0)),
    ]
    #expect(
      try cells(book.bytes) == [
        "A1=Lê Ân", "B1=rich", "C1=number -5", "D1=number 8.25", "E1=number 7.5", "F1=number 1",
        "G1=date 40816", "H1=boolean 0", "I1=error #DIV/0!", "J1=error #NUM!",
        "K1=error #GETTING_DATA", "A2=number 8.3",
        "B2=boolean 1",
        "C2=error #REF!", "E2=Đỗ", "F2=formulaWithoutValue ",
      ])
  }

  @Test func zerosThatTheFormatShows() throws {
    var book = MadeXLS()
    book.globals = [
      (0x041E, le(164, 2) + narrow("000000")), (0x00E0, le(0, 4)), (0x00E0, le(0, 2) + le(164, 2)),
    ]
    book.cells = [
      (0x027E, joined(le(0, 4), le(1, 2), le(123 << 2 | 2, 4))), (0x027E, at(0, 1) + le(123 << 2 | 2, 4)),
    ]
    #expect(try readWorkbook(book.bytes).grids.first?.cells.map(\.zeros) == [3, 0])
  }

  @Test func signsThatTheFormatShows() throws {
    var book = MadeXLS()
    book.globals = [
      (0x041E, le(164, 2) + narrow(#"000\-000"#)), (0x00E0, le(0, 4)), (0x00E0, le(0, 2) + le(164, 2)),
    ]
    book.cells = [
      (0x027E, joined(le(0, 4), le(1, 2), le(123 << 2 | 2, 4))), (0x027E, at(0, 1) + le(123 << 2 | 2, 4)),
    ]
    let grid = try #require(try readWorkbook(book.bytes).grids.first)
    #expect(grid.cells.map { grid.pattern(of: $0)?.formatCode } == [#"000"-"000"#, nil])
  }

  /// What nobody has calculated holds 0 or an empty text, and is shown with a value by whoever opens it.
  @Test func aFormulaThatNobodyCalculated() throws {
    func formula(_ row: Int, _ value: [UInt8]) -> (UInt16, [UInt8]) {
      (0x0006, joined(at(row, 0), value, le(0, 6), le(0, 2)))
    }
    let nothing = [formula(0, le(0, 8)), formula(1, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF])]
    var book = MadeXLS()
    book.cells = nothing
    #expect(try cells(book.bytes) == ["A1=formulaWithoutValue ", "A2=formulaWithoutValue "])
    // Another formula has a value: somebody did.
    book.cells = nothing + [formula(2, le(Double(8.3).bitPattern, 8))]
    #expect(try cells(book.bytes) == ["A1=number 0", "A3=number 8.3"])
    // The program that did says so, or that it is to be done again.
    book.cells = nothing
    book.globals = [(0x01C1, le(0x01C1, 4) + le(101_972, 4))]
    #expect(try cells(book.bytes) == ["A1=number 0"])
    book.globals = [(0x01C1, le(0x01C1, 4) + le(0, 4))]
    #expect(try cells(book.bytes) == ["A1=formulaWithoutValue ", "A2=formulaWithoutValue "])
  }

  @Test func aShortStreamLiesInSmallSectors() throws {
    var book = MadeXLS()
    book.small = true
    book.cells = [(0x0204, at(0, 0) + narrow("nho"))]
    #expect(refusal(book.bytes) == #"read: [["A1=nho"]]"#)
  }

  @Test func chartsAreNoSheets() throws {
    var book = MadeXLS()
    book.sheetKind = 2
    #expect(refusal(book.bytes) == "read: []")
    for (kind, content) in [(2, "chart"), (1, "macros"), (6, nil)] as [(UInt8, String?)] {
      book.sheetKind = kind
      #expect(
        try readWorkbook(book.bytes).notes.map { $0.facts["content"] } == [content].filter { $0 != nil })
    }
    book.sheetKind = 0
    // A chart in a sheet has a beginning and an end of its own.
    book.cells = [
      (0x0809, le(0x0600, 2) + le(0x20, 2)), (0x0204, at(0, 0) + narrow("axis")), (0x000A, []),
      (0x0204, at(1, 0) + narrow("cell")),
    ]
    #expect(refusal(book.bytes) == #"read: [["A2=cell"]]"#)
  }

  /// Rows and cells in any order; parts of texts in old fonts are certain only together.
  @Test func ordersAndRuns() throws {
    var book = MadeXLS()
    for name in ["Arial", ".VnTime", ".VnTime", ".VnTime", ".VnTime"] {
      book.globals.append((0x0031, joined(le(0, 14), [UInt8(name.utf8.count), 0], Array(name.utf8))))
    }
    book.globals.append((0x00E0, le(0, 4)))
    func rich(_ start: Int, _ number: Int) -> [UInt8] {
      joined(le(2, 2), [8], le(1, 2), Array("ab".utf8), le(start, 2), le(number, 2))
    }
    book.cells = [
      (0x0204, at(1, 0) + rich(0, 5)), (0x0204, at(0, 1) + rich(1, 5)), (0x0204, at(0, 0) + rich(0, 0)),
    ]
    let grid = try #require(try readWorkbook(book.bytes).grids.first)
    #expect(shown(grid) == ["A1=ab", "B1=ab", "A2=ab"])
    #expect(grid.cells.map(\.script) == [.unicode, .unicode, .tcvn3])
  }
}
