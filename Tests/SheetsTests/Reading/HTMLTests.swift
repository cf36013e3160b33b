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

  /// A decimal is what it is, not what is shown of it; the zeros in front of a number are.
  @Test func numbersThatAreShownRounded() throws {
    let cells = [
      #"<td x:num="8.25">8.3</td>"#, #"<td x:num="8.25">8,3</td>"#,
      #"<td x:num="80207000001">080207000001</td>"#,
      #"<td x:num="39114.5">01/02/2007</td>"#,
    ]
    let grid = try #require(
      try readWorkbook(page("<table><tr>\(cells.joined())</tr></table>")).grids.first)
    #expect(shown(grid) == ["A1=number 8.25", "B1=number 8.25", "C1=080207000001", "D1=01/02/2007"])
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

  /// Cells that reach down: what stands below them moves to the right, across any number of columns.
  @Test func cellsThatReachDown() throws {
    let bytes = page(
      """
      <table><tr><td rowspan=3>a</td><td>b</td><td rowspan=2 colspan=300>c</td><td rowspan=4>d</td></tr>
      <tr><td>e</td><td>f</td></tr><tr><td>g</td><td colspan=400>h</td><td>i</td></tr><tr><td>j</td></tr></table>
      <table><tr><td>k</td></tr></table>
      """)
    let grid = try #require(try readWorkbook(bytes).grids.first)
    // `h` lies over the column of `d`, as pages may have it, and `d` still reaches below it.
    #expect(
      shown(grid) == [
        "A1=a", "B1=b", "C1=c", "KQ1=d", "B2=e", "KR2=f", "B3=g", "C3=h", "OM3=i", "A4=j", "A5=k",
      ])
    let last = page(
      "<table><tr><td rowspan=2>a<td rowspan=9 colspan=16382>b<td>c<tr><td>d<tr><td>e<td>f</table>")
    #expect(refusal(last) == #"read: [["A1=a", "B1=b", "XFD1=c", "XFD2=d", "A3=e", "XFD3=f"]]"#)
  }

  /// Rows that hold nothing are no way to keep a reader busy, under a cell over all of the sheet neither.
  @Test func rowsThatNoSheetHas() {
    let rows = String(repeating: "<tr>", count: 1_048_576)
    #expect(
      refusal(page("<table><tr><td colspan=16384 rowspan=1048576>x</td></tr>\(rows)</table>"))
        == "format-error 1048577 detail=address")
  }

  /// The parser compares each attribute with each.
  @Test func tagsWithoutEnd() {
    let names = (0..<300).map { " a\($0)" }.joined()
    let refused = "too-large limit=xmlAttributes maximum=256"
    #expect(refusal(page("<table><tr><td\(names)>x</td></tr></table>")) == refused)
    for many in [" a", " a='>'", " < a", " a=\">\"b"] {
      let flood = String(repeating: many, count: 300)
      #expect(refusal(page("<table><tr><td\(flood)>x</td></tr></table>")) == refused)
    }
    let name = String(repeating: "a", count: 30_000)
    #expect(refusal(page("<table><tr><td \(name)>x</td></tr></table>")) == refused)
    // Nothing of the kind: a picture in its tag, a long script, a long style sheet, a long comment.
    let words = String(repeating: "x y\n", count: 40_000)
    let picture = String(repeating: "QUJD", count: 50_000)
    let long = "<img alt='a > b' src=\"\(picture)\"><script>\(words)</script><style>\(words)</style>"
    #expect(
      refusal(page("\(long)<!--\(words.prefix(90_000))--><table><tr><td>x</td></tr></table>"))
        == #"read: [["A1=x"]]"#)
  }

  /// What may stand before a page and behind it.
  @Test func commentsAndOtherBeginnings() {
    let table = "<table class=a><tr><td>x</td></tr></table>"
    let read = #"read: [["A1=x"]]"#
    for text in [
      "<!-- saved from url -->\n<html><body>\(table)</body></html>",
      "<!-- <html> --> <!-- -->\(table)", "<title>DS</title>\(table)",
      "<font face=\"Arial\">\(table)</font>", "<p>Danh sách</p>\n<TABLE><TR><TH>x</TH></TR></TABLE>\n<p>Hết",
      "<br />\n<b>Notice</b>: a > b<br />\n\(table)", "Cảnh báo: không có dữ liệu\n\(table)",
      "<script>\(String(repeating: "var x = '<'; ", count: 900))</script>\(table)",
      "<html><body>\(table)</body></html>\n<!-- generated in 0.1s -->\n<!-- -->\n",
      "<html><body>\(table)</body></html><script>if (1 < 2) { x() }</script>",
      "<body>\(table)</body>", "<div>\(table)<p>5 < 6</p></div>", "<html><body>\(table)</body>",
      "<html><body>\(table)</body></html><br>\n<p>Hết</p>",
    ] {
      #expect(sniff(Array(text.utf8)) == .html, "\(text)")
      #expect(refusal(Array(text.utf8)) == read, "\(text)")
    }
    for text in [
      "<html><body>\(table)<!-- </body> -->", "<html><body>\(table)</body></html><table><tr><td>y</td>",
      "<html><body>\(table)</body></html><html><body>\(table)", "<html><!-- </html> -->\(table)",
      "<body>\(table)",
      "<html><body>\(table)</body></html><!-- gener", "<div><table><tr><td><div>x</div>",
      "<font>\(table)<table><tr><td>y</td></font>", "<!-- \(table)",
    ] {
      #expect(refusal(Array(text.utf8)) == "unfinished reason=page", "\(text)")
    }
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
  @Test("F22: a page cut off anywhere is refused, or says so")
  func prefixes() throws {
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
