import Sheets
import Tables
import Testing

/// Each kind of cell that workbooks contain.
@Suite struct CellTests {
  @Test func sharedTexts() throws {
    let shared = """
      <si><t>Mã</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Nguyễn </t></r><r><t>Ân</t></r>\
      <rPh sb="0" eb="1"><t>not text</t></rPh></si><si/><si><t/></si><si><t><![CDATA[A<B]]>&amp;&#x111;</t></si>
      """
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
      <c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v> 4 </v></c><c r="F1" t="s"/></row>
      """
    #expect(try cells(book(rows, shared: shared)) == ["A1=Mã", "B1=Nguyễn Ân", "E1=A<B&đ"])
  }

  @Test func inlineTexts() throws {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t> 079 </t></is></c>\
      <c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>no</t></rPh></is></c>\
      <c r="C1" t="inlineStr"><is><t/></is></c><c r="D1"><is><t>untyped</t></is></c></row>
      """
    #expect(try cells(book(rows)) == ["A1= 079 ", "B1=ab", "D1=untyped"])
  }

  /// Some programs write 0 beside every formula and leave it to be calculated: it is no value.
  @Test func formulasThatWereNeverCalculated() throws {
    let rows =
      #"<row><c><f>A2</f><v>0</v></c><c><f>A3</f><v>7</v></c><c t="str"><f>A4</f><v></v></c><c><v>0</v></c></row>"#
    #expect(try cells(book(rows)) == ["A1=number 0", "B1=number 7", "D1=number 0"])
    var container = book(rows)
    let index = try #require(container.parts.firstIndex { $0.name == "xl/workbook.xml" })
    container.parts[index] = .init(
      "xl/workbook.xml",
      workbookPart(
        #"<sheet name="Lớp 9A" sheetId="1" r:id="s"/>"#,
        properties: #"<calcPr calcId="1" fullCalcOnLoad="1"/>"#))
    #expect(
      try cells(container) == [
        "A1=formulaWithoutValue ", "B1=number 7", "C1=formulaWithoutValue ", "D1=number 0",
      ])
  }

  /// A text that is a formula is known as such, shared or not; a formula's own value is none.
  @Test func formulasThatAreTexts() throws {
    func holds(_ rows: String, shared: String? = nil) throws -> Bool {
      try readWorkbook(book(rows, shared: shared).bytes).grids[0].hasFormulaTexts
    }
    #expect(try holds(#"<row><c t="inlineStr"><is><t>=A1</t></is></c></row>"#))
    #expect(try holds(#"<row><c t="s"><v>0</v></c></row>"#, shared: "<si><t>=A1</t></si>"))
    #expect(try !holds(#"<row><c t="s"><v>0</v></c></row>"#, shared: "<si><t>a=</t></si><si/>"))
    #expect(try !holds(#"<row><c t="str"><f>A1&amp;"x"</f><v>x</v></c><c><f>1+1</f><v>2</v></c></row>"#))
  }

  @Test func escapesAreDecodedOnce() throws {
    let texts = [
      "a_x000D_b", "_x005F_x000D_", "_xD83D__xDE00_", "_xD83D_", "_x00e9_", "_x12_", "_X0041_", "_", "_x0041",
    ]
    let shown = ["a\rb", "_x000D_", "😀", "\u{FFFD}", "é", "_x12_", "_X0041_", "_", "_x0041"]
    let rows = texts.map { #"<row><c t="inlineStr"><is><t>\#($0)</t></is></c></row>"# }.joined()
    #expect(try cells(book(rows)) == shown.enumerated().map { "A\($0 + 1)=\($1)" })
    let shared = texts.map { "<si><t>\($0)</t></si>" }.joined()
    let indices = texts.indices.map { #"<row><c t="s"><v>\#($0)</v></c></row>"# }.joined()
    #expect(try cells(book(indices, shared: shared)) == shown.enumerated().map { "A\($0 + 1)=\($1)" })
  }

  @Test func numbersKeepTheirSpelling() throws {
    let spelled = ["8.3000000000000007", "80207123456", "1E-3", "-0.50", "007", "1e+20"]
    let rows = spelled.map { "<row><c><v>\($0)</v></c></row>" }.joined()
    #expect(try cells(book(rows)) == spelled.enumerated().map { "A\($0 + 1)=number \($1)" })
    #expect(
      try cells(book("<row><c t=\"n\"><v>\n 8 </v></c><c><v>NaN</v></c></row>")) == ["A1=number 8", "B1=NaN"])
  }

  @Test func otherKinds() throws {
    let rows = """
      <row><c t="b"><v>1</v></c><c t="b"><v>false</v></c><c t="e"><v>#N/A</v></c>\
      <c t="d"><v>2011-09-30</v></c><c t="d"><v>2011-09-30T10:20:30</v></c><c t="b"><v>true</v></c></row>
      """
    #expect(
      try cells(book(rows)) == [
        "A1=boolean 1", "B1=boolean 0", "C1=error #N/A", "D1=isoDate 2011-09-30",
        "E1=isoDate 2011-09-30T10:20:30",
        "F1=boolean 1",
      ])
  }

  @Test("F49: formulas by their value, and without one")
  func formulasByTheirValue() throws {
    let rows = """
      <row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x_x0021_</v></c><c><f>A1</f></c>\
      <c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c><c t="b"><f>TRUE</f><v>1</v></c>\
      <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="str"><f>A1</f></c></row>
      """
    #expect(
      try cells(book(rows)) == [
        "A1=number 2", "B1=2x!", "C1=formulaWithoutValue ", "D1=formulaWithoutValue ", "F1=boolean 1",
        "G1=error #DIV/0!", "H1=formulaWithoutValue ",
      ])
  }

  @Test func datesByTheCellsFormat() throws {
    let formats = """
      <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0&quot; d&quot;"/>\
      <numFmt numFmtId="14" formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/>\
      <xf numFmtId="14"/><xf/></cellXfs>
      """
    let rows = "<row>" + (0...7).map { #"<c s="\#($0)"><v>40815.5</v></c>"# }.joined() + "</row>"
    #expect(
      try cells(book(rows, formats: formats)) == [
        "A1=number 40815.5", "B1=date 40815.5", "C1=dateTime 40815.5", "D1=dateTime 40815.5",
        "E1=number 40815.5",
        "F1=number 40815.5", "G1=number 40815.5", "H1=number 40815.5",
      ])
    #expect(try cells(book(#"<row><c s="5"><v>1</v></c></row>"#)) == ["A1=number 1"])
    #expect(try cells(book(#"<row><c s="1" t="str"><v>1</v></c></row>"#, formats: formats)) == ["A1=1"])
  }

  /// 123 in the format `000000` is 000123 to whoever reads it.
  @Test func zerosThatTheFormatShows() throws {
    let formats = """
      <numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>
      """
    let values = [(1, "123"), (1, "1234567"), (1, " 7 "), (1, "8.5"), (0, "123")]
    let rows = "<row>" + values.map { #"<c s="\#($0)"><v>\#($1)</v></c>"# }.joined() + "</row>"
    let grid = try #require(try readWorkbook(book(rows, formats: formats).bytes).grids.first)
    #expect(grid.cells.map(\.zeros) == [3, 0, 5, 0, 0])
    #expect(grid.cells.map(grid.string) == ["123", "1234567", "7", "8.5", "123"])
  }

  /// 12345 in the format `000\-000` is 012-345.
  @Test func signsThatTheFormatShows() throws {
    let formats = #"""
      <numFmts><numFmt numFmtId="164" formatCode="000\-000"/><numFmt numFmtId="165" formatCode="&quot;0&quot;000"/></numFmts>\
      <cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      """#
    let values = [(1, "12345"), (0, "12345"), (2, "12"), (1, "8.5")]
    let rows = "<row>" + values.map { #"<c s="\#($0)"><v>\#($1)</v></c>"# }.joined() + "</row>"
    let grid = try #require(try readWorkbook(book(rows, formats: formats).bytes).grids.first)
    #expect(grid.cells.map { grid.pattern(of: $0)?.formatCode } == [#"000"-"000"#, nil, nil, #"000"-"000"#])
    #expect(grid.cells.map(\.zeros) == [0, 0, 2, 0])
  }

  /// Fills that are empty, colours that are none, numbers that are words: of all that only formats and fonts
  /// are looked at.
  @Test func brokenStylesAreNoMatter() throws {
    let formats = """
      <numFmts count="x"><numFmt numFmtId="a" formatCode="0"/><numFmt formatCode="0"/><numFmt numFmtId="164"/></numFmts>\
      <fonts><font><color rgb="red" theme="-1"/><name/></font><font/></fonts><fills><fill/><fill><patternFill/></fill></fills>\
      <borders/><cellXfs><xf numFmtId="99999999999" fontId="-3" fillId="9"/><xf numFmtId="14" fontId="x" odd="1"/>\
      <xf/></cellXfs><dxfs><dxf><fill><bgColor rgb=""/></fill></dxf></dxfs><tableStyles count="-1"/>
      """
    let rows = "<row>" + (0...3).map { #"<c s="\#($0)"><v>40815</v></c>"# }.joined() + "</row>"
    #expect(
      try cells(book(rows, formats: formats)) == [
        "A1=number 40815", "B1=date 40815", "C1=number 40815", "D1=number 40815",
      ])
  }

  /// What a format shows of a moment does not change what it is: below 1 there
  /// is no day, and time that has passed has none at all.
  @Test func timesAndMoments() throws {
    let formats = """
      <numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="hh:mm"/></numFmts>\
      <cellXfs><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs>
      """
    func kinds(_ value: String) throws -> [String] {
      let rows = "<row>" + (0...4).map { #"<c s="\#($0)"><v>\#(value)</v></c>"# }.joined() + "</row>"
      return try cells(book(rows, formats: formats)).map { String($0.dropFirst(3).prefix { $0 != " " }) }
    }
    for value in ["0.25", "0", "2.5E-1", ".5"] {
      #expect(try kinds(value) == ["time", "time", "time", "time", "time"], "\(value)")
    }
    for value in ["40815", "40815.5", "4.08155E4", "1"] {
      #expect(try kinds(value) == ["date", "dateTime", "dateTime", "time", "time"], "\(value)")
    }
    #expect(try kinds("-1") == ["date", "dateTime", "time", "time", "time"])
  }

  @Test("F49: dates of both epochs")
  func bothEpochs() throws {
    func epoch(_ properties: String) throws -> Bool {
      try readWorkbook(book("<row><c><v>1</v></c></row>", properties: properties).bytes).grids[0].epoch1904
    }
    #expect(try epoch(#"<workbookPr date1904="1"/>"#))
    #expect(try epoch(#"<workbookPr date1904="true"/>"#))
    #expect(try !epoch(#"<workbookPr date1904="0"/>"#))
    #expect(try !epoch(""))
  }
}
