import Sheets
import Tables
import Testing

/// Workbooks in the XML format of Excel 2003.
@Suite struct XMLSpreadsheetTests {
  private func workbook(_ rows: String, options: String = "", styles: String = "") -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
      <Styles>\(styles)</Styles>
      <Worksheet ss:Name="Lớp 9A"><Table>\(rows)</Table>
      <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">\(options)</WorksheetOptions></Worksheet>
      </Workbook>
      """.utf8)
  }

  @Test func cells() throws {
    let rows = """
      <Column ss:Width="80"/><Row><Cell><Data ss:Type="String">Họ &amp; tên</Data></Cell>\
      <Cell ss:Index="3"><ss:Data ss:Type="String"><html:B>Trần</html:B> Ân</ss:Data><Comment><ss:Data>note</ss:Data></Comment></Cell></Row>\
      <Row ss:Index="4" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="Number">8.5</Data></Cell>\
      <Cell><Data ss:Type="DateTime">2011-09-30T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>\
      <Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1+1"/>\
      <Cell ss:Formula="=4+4.5"><Data ss:Type="Number"></Data></Cell>\
      <Cell ss:Formula="=A9"><Data ss:Type="String"></Data></Cell></Row><Row/>\
      <Row ss:Span="2"/><Row><Cell><Data ss:Type="String">z</Data></Cell></Row>
      """
    let bytes = workbook(rows)
    #expect(sniff(bytes) == .xmlSpreadsheet)
    let book = try readWorkbook(bytes)
    #expect(book.format == .xmlSpreadsheet)
    let grid = try #require(book.grids.first)
    #expect(grid.name == "Lớp 9A")
    #expect(
      shown(grid) == [
        "A1=Họ & tên", "C1=Trần Ân", "A4=number 8.5", "C4=isoDate 2011-09-30", "D4=boolean 1",
        "E4=error #N/A",
        "F4=formulaWithoutValue ", "G4=formulaWithoutValue ", "A9=z",
      ])
    #expect(grid.rows.map(\.hidden) == [false, true, false])
    #expect(grid.merges == [.init(firstRow: 4, lastRow: 4, firstColumn: 0, lastColumn: 1)])
  }

  @Test func hiddenSheetsAndFonts() throws {
    let styles = #"<Style ss:ID="s1"><Font ss:FontName=".VnTimeH" x:Family="Swiss"/></Style>"#
    let row =
      #"<Row><Cell ss:StyleID="s1"><Data ss:Type="String">a</Data></Cell><Cell><Data>b</Data></Cell></Row>"#
    let grid = try #require(
      try readWorkbook(workbook(row, options: "<Visible>SheetVeryHidden</Visible>", styles: styles)).grids
        .first)
    #expect(grid.visibility == .veryHidden)
    #expect(grid.cells.map(\.script) == [.tcvn3Capitals, .unicode])
  }

  @Test func zerosThatTheFormatShows() throws {
    let styles = #"<Style ss:ID="s1"><NumberFormat ss:Format="000000"/></Style>"#
    let data = #"<Data ss:Type="Number">123</Data>"#
    let row = #"<Row><Cell ss:StyleID="s1">\#(data)</Cell><Cell>\#(data)</Cell></Row>"#
    let grid = try #require(try readWorkbook(workbook(row, styles: styles)).grids.first)
    #expect(grid.cells.map(\.zeros) == [3, 0])
  }

  @Test func signsThatTheFormatShows() throws {
    let styles = #"<Style ss:ID="s1"><NumberFormat ss:Format="000\-000"/></Style>"#
    let data = #"<Data ss:Type="Number">123</Data>"#
    let row = #"<Row><Cell ss:StyleID="s1">\#(data)</Cell><Cell>\#(data)</Cell></Row>"#
    let grid = try #require(try readWorkbook(workbook(row, styles: styles)).grids.first)
    #expect(grid.cells.map { grid.pattern(of: $0)?.formatCode } == [#"000"-"000"#, nil])
  }

  /// Indices and spans that no sheet has are refused where they stand: they are never calculated with.
  @Test func numbersThatNoSheetHas() {
    let numbers = [
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1048577", "-1", "3,5", "",
    ]
    let data = "<Data>a</Data>"
    for number in numbers {
      for rows in [
        #"<Row ss:Index="\#(number)"/><Row><Cell>\#(data)</Cell></Row>"#,
        #"<Row ss:Span="\#(number)"/><Row><Cell>\#(data)</Cell></Row>"#,
        #"<Row><Cell ss:Index="\#(number)">\#(data)</Cell></Row>"#,
        #"<Row><Cell ss:Index="\#(number)"/><Cell>\#(data)</Cell></Row>"#,
        #"<Row><Cell ss:MergeAcross="\#(number)">\#(data)</Cell></Row>"#,
        #"<Row><Cell ss:MergeDown="\#(number)">\#(data)</Cell></Row>"#,
      ] {
        let outcome = refusal(workbook(rows))
        #expect(
          ["format-error detail=address", "format-error 1 detail=address"].contains(outcome), "\(rows)")
      }
    }
    #expect(refusal(workbook(#"<Row ss:Index="0"/>"#)) == "format-error detail=address")
    #expect(refusal(workbook(#"<Row><Cell ss:Index="16385"/></Row>"#)) == "format-error 1 detail=address")
    let last = #"<Cell ss:Index="16384">\#(data)</Cell>"#
    #expect(refusal(workbook("<Row>\(last)</Row>")) == #"read: [["XFD1=a"]]"#)
    #expect(refusal(workbook("<Row>\(last)<Cell/></Row>")) == "format-error XFE1 detail=address")
    #expect(
      refusal(workbook(#"<Row ss:Index="1048576"/><Row/>"#)) == "format-error 1048577 detail=address")
    #expect(
      refusal(workbook(#"<Row><Cell>\#(data)</Cell></Row><Row ss:Span="1048574"/>"#))
        == #"read: [["A1=a"]]"#)
  }

  @Test func brokenOnes() {
    let bytes = workbook("<Row><Cell><Data>a</Data></Cell></Row>")
    for length in stride(from: 40, to: bytes.count, by: 7) {
      #expect(!refusal(Array(bytes.prefix(length))).hasPrefix("read"), "\(length)")
    }
    let doctype = #"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook/>"#
    #expect(refusal(Array(doctype.utf8)) == "forbidden-content")
    #expect(refusal(Array(#"<?xml version="1.0"?><Other/>"#.utf8)).hasPrefix("format-error"))
    #expect(
      refusal(workbook(#"<Row ss:Index="0"><Cell><Data>a</Data></Cell></Row>"#)).hasPrefix("format-error"))
    #expect(
      refusal(workbook(#"<Row ss:Index="99999999"><Cell><Data>a</Data></Cell></Row>"#)).hasPrefix(
        "format-error"))
    let twice = #"<Row><Cell><Data>a</Data></Cell><Cell ss:Index="1"><Data>b</Data></Cell></Row>"#
    #expect(refusal(workbook(twice)) == "format-error A1 detail=address")
    #expect(refusal(bytes, limits: .init(cells: 0)) == "too-large A1 limit=cells maximum=0")
  }
}
