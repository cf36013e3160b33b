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
}
