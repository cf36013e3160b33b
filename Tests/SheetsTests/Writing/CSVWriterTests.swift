import Tables
import Testing

@testable import Sheets

@Suite struct CSVWriterTests {
  @Test func writesAsExcelReadsIt() throws {
    var csv = CSVWriter(guardsFormulas: false)
    csv.text("mã,số")
    csv.text("a \"b\"")
    csv.text("two\r\nlines")
    csv.text(" edge")
    csv.text("=1")
    csv.blank()
    csv.endRow()
    csv.integer(-1_500_000)
    csv.integer(.min)
    csv.decimal(Exact(raw: 367_500_000_000))
    csv.date(try #require(Day(year: 2007, month: 3, day: 9)))
    csv.word("-")
    csv.endRow()
    #expect(Array(csv.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: csv.bytes.dropFirst(3), as: UTF8.self)
        == "\"mã,số\",\"a \"\"b\"\"\",\"two\r\nlines\",\" edge\",=1,\r\n"
        + "-1500000,-9223372036854775808,36.75,09/03/2007,-\r\n")
    #expect(csv.guarded.isEmpty)
    #expect(csv.rows == 2)
  }

  @Test func aRowOfOneBlankIsNoEmptyLine() {
    var csv = CSVWriter(guardsFormulas: false)
    csv.blank()
    csv.endRow()
    csv.text("a")
    csv.endRow()
    #expect(String(decoding: csv.bytes.dropFirst(3), as: UTF8.self) == "\"\"\r\na\r\n")
  }

  @Test func cellsMadeOnceStandAsIfWrittenEachTime() {
    func write(_ csv: inout CSVWriter) {
      csv.text("a,b")
      csv.text("=1")
      csv.blank()
    }
    let cells = CSVWriter.cells(guardsFormulas: true, write)
    var plain = CSVWriter(guardsFormulas: true)
    var made = CSVWriter(guardsFormulas: true)
    for _ in 0..<3 {
      plain.integer(7)
      write(&plain)
      plain.endRow()
      var piece = CSVWriter(piece: true)
      piece.integer(7)
      piece.put(cells)
      piece.endRow()
      made.append(piece)
    }
    #expect(made.bytes == plain.bytes && made.guarded == plain.guarded && made.rows == 3)
    #expect(made.guarded.map(\.row) == [1, 2, 3])
  }

  @Test func formulasAreGuardedAndRecorded() {
    var csv = CSVWriter(guardsFormulas: true)
    csv.text("An")
    csv.text("=cmd|'/c calc'!A1")
    csv.integer(-5)
    csv.word("-")
    csv.endRow()
    #expect(
      String(decoding: csv.bytes.dropFirst(3), as: UTF8.self) == "An,\"'=cmd|'/c calc'!A1\",-5,-\r\n")
    #expect(csv.guarded == [CSVWriter.Guarded(row: 1, column: 1)])
  }

  @Test(arguments: [
    "=1", "+84", "-", "@x", "\tx", "\r=", "\n", "\u{0}", " =1", "\u{A0}-1", "\u{FEFF}=1", "\u{3000}@", "＝1",
    "＋1", "－1", "＠1", "'=1", "''=1", "' =1",
  ])
  func isNeeded(text: String) { #expect(FormulaGuard.isNeeded(Array(text.utf8)[...])) }

  @Test(arguments: ["", "An", "a=1", "1-2", "'", "'An", "（1", "，", "0123", "ＡＢ", "  x"])
  func isNotNeeded(text: String) { #expect(!FormulaGuard.isNeeded(Array(text.utf8)[...])) }

  /// Whoever takes the apostrophe off a text that needs the guard has the text that was written:
  /// a text with an apostrophe of its own is guarded too.
  @Test(arguments: hostileTexts + ["'", "\'\'", "\'\'\'=", "'An", ""])
  func takingTheGuardOffGivesTheTextBack(text: String) {
    let bytes = Array(text.utf8)
    let written = FormulaGuard.isNeeded(bytes[...]) ? [UInt8(ascii: "'")] + bytes : bytes
    let isGuarded = written.first == UInt8(ascii: "'") && FormulaGuard.isNeeded(written[...])
    #expect((isGuarded ? Array(written.dropFirst()) : written) == bytes)
  }

  /// A row put together in its own memory is the row that is written cell by cell.
  @Test func rowsOfTheirOwnMemoryAreTheSame() {
    let texts = [
      "", "a", "abc-1.5;2", "-1", "=1", "a,b", "a \"b\"", "\n", " edge", "é", "'x",
      String(repeating: "x", count: 900),
    ]
    let made = CSVWriter.cells(guardsFormulas: true) { csv in
      csv.text("@x")
      csv.integer(5)
    }
    let list = CSVCellList([made, CSVWriter.cells(guardsFormulas: true) { $0.blank() }])
    var plain = CSVWriter(piece: true)
    var other = CSVWriter(piece: true)
    var row = CSVRow()
    row.text("0800")
    let mark = row.mark
    for number in [0, 7, -1, 10, 1_000_000, .max, .min] as [Int64] {
      for text in texts {
        plain.text("0800")
        plain.text(text)
        plain.integer(number)
        plain.decimal(Exact(raw: number))
        plain.blank()
        plain.integer(1)
        for _ in 0..<2 { plain.put(made) }
        plain.blank()
        plain.endRow()
        row.text(text)
        row.integer(number)
        row.decimal(Exact(raw: number))
        row.blank()
        row.flag(true)
        row.put(made)
        row.put(list, at: 0)
        row.put(list, at: 1)
        row.end(in: &other, keeping: mark)
      }
    }
    #expect(other.bytes == plain.bytes && other.rows == plain.rows)
    #expect(other.guarded == plain.guarded && !other.guarded.isEmpty)
    var blank = CSVRow()
    var lines = CSVWriter(piece: true)
    let start = blank.mark
    blank.blank()
    blank.end(in: &lines, keeping: start)
    // A row that is kept whole is written again.
    blank.text("a")
    let whole = blank.mark
    for _ in 0..<2 { blank.end(in: &lines, keeping: whole) }
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "\"\"\r\na\r\na\r\n")
  }
}
