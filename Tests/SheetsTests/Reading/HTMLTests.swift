import Sheets
import Tables
import Testing

/// Pages with tables, whatever they are called.
@Suite struct HTMLTests {
  private func page(_ body: String) -> [UInt8] {
    Array(
      "<html><head><title>x</title><style>td {color:red}</style></head><body>\(body)</body></html>\n".utf8)
  }

  @Test func rowsAndCells() throws {
    let bytes = page(
      """
      <h1>Not a cell</h1>
      <table><caption>no</caption><thead><tr><th>STT</th><th>Họ  và
        <b>tên</b></th></tr></thead>
      <tr><td>1<td>Trần&nbsp;&#7848;n &amp; &eacute;<tr><td></td><td>line<br>break</td></tr></table>
      <table border="1"><tr><td><p>a</p><p>b</p></td></tr></table>
      """)
    #expect(sniff(bytes) == .html)
    let workbook = try readWorkbook(bytes)
    #expect(workbook.format == .html)
    #expect(workbook.hasTextsOnly)
    #expect(
      workbook.grids.map(shown) == [
        ["A1=STT", "B1=Họ và tên", "A2=1", "B2=Trần\u{A0}Ẩn & é", "B3=line\nbreak", "A4=a\nb"]
      ])
  }

  @Test func mergesAndHiddenRows() throws {
    let bytes = page(
      """
      <table><tr><td rowspan=2>a</td><td colspan="2">b</td></tr><tr style="height:1px;display:none"><td>c</td>\
      <td>d</td></tr><tr><td>e</td></tr></table>
      """)
    let grid = try #require(try readWorkbook(bytes).grids.first)
    #expect(shown(grid) == ["A1=a", "B1=b", "B2=c", "C2=d", "A3=e"])
    #expect(grid.rows.map(\.hidden) == [false, true, false])
    #expect(
      grid.merges == [
        .init(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0),
        .init(firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2),
      ])
  }

  /// What Excel writes: the whole number beside the rounded one, fonts by name.
  @Test func numbersAndFonts() throws {
    let bytes = page(
      """
      <table><tr><td x:num="79206001234">7.92E+10</td><td x:num>8,5</td>\
      <td><font face=".VnTime, serif">NguyÔn</font></td><td style="font-family:'VNI-Times'">Nguyeãn</td></tr></table>
      """)
    let grid = try #require(try readWorkbook(bytes).grids.first)
    #expect(shown(grid) == ["A1=number 79206001234", "B1=8,5", "C1=NguyÔn", "D1=Nguyeãn"])
    #expect(grid.cells.map(\.script) == [.unicode, .unicode, .tcvn3, .vni])
  }

  /// The style sheet of a page that Excel saved: fonts by class, hidden from old browsers in a comment.
  @Test func fontsByClass() throws {
    let bytes = Array(
      """
      <html><head><style>
      <!--table {mso-displayed-decimal-separator:"\\."; /* .xl66 {font-family:VNI-Times} */}
      @page {margin:1.0in; @top {font-family:.VnTime}}
      .font6 {color:black; font-family:VNI-Helve, sans-serif; mso-font-charset:0;}
      td {font-size:11.0pt; font-family:Calibri, sans-serif;}
      .xl65
        {mso-style-parent:style0; font-family:".VnTimeH", sans-serif; border:.5pt solid windowtext;}
      .xl66, th.xl67 {font-family:.VnTime;}
      td.xl68 {font-family:.VnArial} .xl68 {font-family:Arial} tr:hover {font-family:VNI-Times}
      --></style></head><body><table class=xl66>
      <tr><td class=xl65>nguyÔn</td><td class="xl9 xl66">lª</td><td>Lê</td><td class=xl67>A</td><th class=xl67>b</th>
      <td class=xl68>v¨n</td><td class=xl65><font class="font6">Nguyeãn</font></td><td class=xl65 style="font-family:Arial">C</td></tr>
      </table></body></html>
      """.utf8)
    let grid = try #require(try readWorkbook(bytes).grids.first)
    #expect(
      grid.cells.map { grid.string(of: $0) } == ["nguyÔn", "lª", "Lê", "A", "b", "v¨n", "Nguyeãn", "C"])
    #expect(
      grid.cells.map(\.script) == [
        .tcvn3Capitals, .tcvn3, .unicode, .unicode, .tcvn3, .tcvn3, .vni, .unicode,
      ])
  }

  @Test func aTableInACellIsRowsBelow() throws {
    let bytes = page("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>")
    let cells = try readWorkbook(bytes).grids.flatMap(shown)
    #expect(cells == ["A2=a", "B2=b"])
  }

  @Test func otherEncodings() throws {
    let head = Array("<table><tr><td>T".utf8)
    let workbook = try readWorkbook(
      head + [0xEA] + Array("n Nguy".utf8) + [0xEA, 0xDE] + Array("n</td></tr></table>".utf8))
    #expect(workbook.grids.flatMap(shown) == ["A1=Tên Nguyễn"])
    #expect(workbook.notes.map(\.code) == [.transcoded])
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "<html><table><tr><td>Ẩn</td></tr></table></html>".utf16 { wide += le(unit, 2) }
    #expect(sniff(wide) == .html)
    #expect(try readWorkbook(wide).grids.flatMap(shown) == ["A1=Ẩn"])
  }

  /// Cut off anywhere: refused, or nothing but blanks was missing.
  @Test func prefixes() throws {
    let bytes = page("<table><tr><td>a</td><td>Ẩn</td></tr><tr><td>b</td></tr></table>")
    let whole = refusal(bytes)
    #expect(whole.hasPrefix("read"))
    for length in 6..<bytes.count {
      let outcome = refusal(Array(bytes.prefix(length)))
      #expect(!outcome.hasPrefix("read") || outcome == whole, "\(length): \(outcome)")
    }
  }

  /// Entities of its own, other files, depth, claims about columns: nothing comes of them.
  @Test func hostilePages() throws {
    let entity = #"<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#
    let outcome = refusal(Array((entity + "<html><table><tr><td>x&a;y</td></tr></table></html>").utf8))
    #expect(!outcome.contains("root"))
    let deep = page("<table><tr><td>" + String(repeating: "<b>", count: 400) + "x</td></tr></table>")
    #expect(refusal(deep).contains("xmlDepth"))
    let wide = page(#"<table><tr><td colspan="99999999">a</td><td>b</td></tr></table>"#)
    #expect(refusal(wide) == "format-error XFE1 detail=address")
    let tall = page(#"<table><tr><td rowspan="99999999">a</td></tr></table>"#)
    #expect(refusal(tall) == #"read: [["A1=a"]]"#)
    let two = page("<table><tr><td>ab</td><td>abc</td></tr></table>")
    #expect(refusal(two, limits: .init(cells: 1)) == "too-large B1 limit=cells maximum=1")
    #expect(
      refusal(two, limits: .init(cellCharacters: 2)) == "too-large B1 limit=cellCharacters maximum=2")
    #expect(refusal(page("<p>no table</p>")) == "unsupported-format format=page")
  }
}
