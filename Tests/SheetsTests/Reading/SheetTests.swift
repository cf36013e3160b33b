import Sheets
import Tables
import Testing

/// Rows, sheets and parts in all the ways that programs write them.
@Suite struct SheetTests {
  private let one = #"<row r="1"><c r="A1"><v>1</v></c></row>"#

  @Test("F49: cells and rows without addresses")
  func missingAddresses() throws {
    let rows = """
      <row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row>\
      <row/><row><c r="B7"><v>5</v></c></row>
      """
    #expect(
      try cells(book(rows)) == ["A1=number 1", "D1=number 2", "E1=number 3", "A5=number 4", "B7=number 5"])
  }

  @Test("F49: rows and cells out of order, and twice")
  func rowsAndCellsOutOfOrder() throws {
    let rows = """
      <row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>\
      <row r="3" hidden="1"><c r="B3"><v>4</v></c></row>
      """
    let grid = try #require(try readWorkbook(book(rows).bytes).grids.first)
    #expect(shown(grid) == ["A1=number 3", "A3=number 2", "B3=number 4", "C3=number 1"])
    #expect(grid.rows.map(\.hidden) == [false, true])
    let twice = #"<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#
    #expect(refusal(book(twice)) == "format-error A2 detail=address")
    #expect(
      refusal(book(#"<row><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#))
        == "format-error B1 detail=address")
  }

  @Test func emptyRowsAndStyledCellsCostNothing() throws {
    let rows = String(repeating: "<row><c s=\"1\"/><c/></row>", count: 5_000) + "<row><c><v>1</v></c></row>"
    let grid = try #require(try readWorkbook(book(rows).bytes).grids.first)
    #expect(shown(grid) == ["A5001=number 1"])
    #expect(grid.rows.count == 1)
    #expect(try readWorkbook(book("<row/>").bytes).isEmpty)
  }

  @Test func hiddenRowsAndMerges() throws {
    let rows = #"<row r="1" hidden="true"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row>"#
    let merges = #"<mergeCells count="99999999"><mergeCell ref="A1:C2"/><mergeCell ref="D4"/></mergeCells>"#
    let grid = try #require(try readWorkbook(book(rows, after: merges).bytes).grids.first)
    #expect(grid.rows.map(\.hidden) == [true, false])
    #expect(grid.merges == [.init(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2)])
    let wrong = #"<mergeCells><mergeCell ref="C2:A1"/></mergeCells>"#
    #expect(refusal(book(rows, after: wrong)) == "format-error detail=address part=xl/worksheets/sheet1.xml")
  }

  @Test func sheetsInTheOrderOfTheirTabs() throws {
    var file = book(one)
    file["xl/workbook.xml"].content = Array(
      workbookPart(
        #"<sheet name="Biểu đồ" r:id="c"/><sheet name="Hộp" r:id="d"/><sheet name="Macro1" r:id="m"/>"#
          + #"<sheet name="Biểu đồ ẩn" r:id="c" state="hidden"/><sheet name="A &amp; B_x0021_" r:id="z"/>"#
          + #"<sheet name="ẩn" r:id="s" state="hidden"/><sheet name="rất ẩn" r:id="y" state="veryHidden"/>"#
      ).utf8)
    file["xl/_rels/workbook.xml.rels"].content = Array(
      relationships(
        sheetLink("s", "worksheets/sheet1.xml") + sheetLink("y", "/xl/worksheets/y.xml")
          + sheetLink("z", "..\\xl\\Worksheets\\Z.xml") + sheetLink("c", "chart.xml", kind: "chartsheet")
          + sheetLink("d", "dialog.xml", kind: "dialogsheet") + sheetLink("m", "m.xml", kind: "xlMacrosheet")
      ).utf8)
    file.parts.append(.init("xl/worksheets/y.xml", sheetPart("")))
    file.parts.append(.init("XL\\worksheets\\z.XML", sheetPart("<row><c><v>9</v></c></row>")))
    let workbook = try readWorkbook(file.bytes)
    // What a person sees as a sheet is named, though it is no table.
    #expect(
      workbook.notes
        == [("Biểu đồ", "chart"), ("Hộp", "dialog"), ("Macro1", "macros")].map {
          Finding(.sheetIgnored, .note, at: .init(sheet: $0), facts: ["content": $1])
        })
    let grids = workbook.grids
    #expect(grids.map(\.name) == ["A & B!", "ẩn", "rất ẩn"])
    #expect(grids.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(grids.map(shown) == [["A1=number 9"], ["A1=number 1"], []])
  }

  /// A macro module of an old workbook has a name and nothing else.
  @Test func sheetsWithoutARelationship() throws {
    var file = book(one)
    file["xl/workbook.xml"].content = Array(
      workbookPart(
        #"<sheet name="Module1" state="veryHidden" r:id=""/><sheet name="Module2"/><sheet name="S" r:id="s"/>"#
      ).utf8)
    #expect(try readWorkbook(file.bytes).grids.map(\.name) == ["S"])
    file["xl/workbook.xml"].content = Array(workbookPart(#"<sheet name="S" r:id="gone"/>"#).utf8)
    #expect(refusal(file) == "format-error detail=missing-part")
  }

  @Test func targetsWithPercentSigns() throws {
    for (name, target) in [
      ("Lớp 9A.xml", "L%E1%BB%9Bp%209A.xml"), ("a%20b.xml", "a%20b.xml"), ("5%.xml", "5%.xml"),
    ] {
      var file = book("")
      file["xl/_rels/workbook.xml.rels"].content = Array(relationships(sheetLink("s", target)).utf8)
      file.parts.append(.init("xl/" + name, sheetPart(one)))
      #expect(try cells(file) == ["A1=number 1"], "\(name)")
    }
  }

  @Test func absoluteTargetsFromTheRoot() throws {
    var file = book(one)
    file["_rels/.rels"].content = Array(
      relationships(sheetLink("b", "/XL/Workbook.xml", kind: "officeDocument")).utf8)
    #expect(try cells(file) == ["A1=number 1"])
  }

  /// Excel's own limit of rows and columns, all styled and all empty.
  @Test func aMillionEmptyRowsAndTenThousandEmptyColumns() throws {
    var rows: [UInt8] = []
    for number in 2...1_048_576 { rows += Array("<row r=\"\(number)\"/>".utf8) }
    let wide = (1...16_383).map { #"<c r="\#(columnLetters($0))1" s="4"/>"# }.joined()
    let merges = (2..<50_002).map { #"<mergeCell ref="A\#($0):B\#($0)"/>"# }.joined()
    var file = book("")
    let sheet = sheetPart(
      #"<row r="1"><c r="A1"><v>1</v></c>\#(wide)</row>|"#, after: "<mergeCells>\(merges)</mergeCells>")
    let halves = sheet.split(separator: "|").map { Array($0.utf8) }
    file["xl/worksheets/sheet1.xml"].content = halves[0] + rows + halves[1]
    let grid = try #require(try readWorkbook(file.bytes).grids.first)
    #expect(shown(grid) == ["A1=number 1"])
    #expect(grid.rows.count == 1)
    #expect(grid.merges.count == 50_000)
  }

  @Test("F48: unusual prefixes and the strict namespaces")
  func prefixesAndStrictNamespaces() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    var file = book("")
    file["xl/workbook.xml"].content = Array(
      #"<x:workbook xmlns:x="\#(strict)" xmlns:q="\#(links)"><x:sheets><x:sheet name="S" q:id="s"/></x:sheets></x:workbook>"#
        .utf8)
    file["xl/_rels/workbook.xml.rels"].content = Array(
      relationships(#"<Relationship Id="s" Type="\#(links)/worksheet" Target="worksheets/sheet1.xml"/>"#).utf8
    )
    file["xl/worksheets/sheet1.xml"].content = Array(
      """
      <x:worksheet xmlns:x="\(strict)" xmlns:o="urn:other"><x:sheetData><x:row r="1"><o:c><x:v>7</x:v></o:c>\
      <x:c r="B1"><x:v>8</x:v></x:c><x:c o:r="C9" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>
      """.utf8)
    #expect(try cells(file) == ["B1=number 8", "C1=t"])
  }

  @Test func otherEncodingsOfAPart() throws {
    let text = sheetPart(#"<row><c t="inlineStr"><is><t>Đặng</t></is></c></row>"#)
    for (mark, wide) in [([0xFF, 0xFE] as [UInt8], false), ([0xFE, 0xFF], true)] {
      var file = book("")
      let declared = text.replacing("UTF-8", with: "UTF-16")
      file["xl/worksheets/sheet1.xml"].content =
        mark + declared.utf16.flatMap { wide ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : le($0, 2) }
      #expect(try cells(file) == ["A1=Đặng"])
    }
    var file = book("")
    file["xl/worksheets/sheet1.xml"].content = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(try cells(file) == ["A1=Đặng"])
  }

  @Test func longPartsArriveInPieces() throws {
    let rows = (1...4_000).map {
      #"<row r="\#($0)"><c r="A\#($0)" t="inlineStr"><is><t>Học sinh ă \#($0)</t></is></c><c><v>\#($0).25</v></c></row>"#
    }
    let expected = (1...4_000).flatMap { ["A\($0)=Học sinh ă \($0)", "B\($0)=number \($0).25"] }
    #expect(try cells(book(rows.joined())) == expected)
  }

  @Test func theBarePassSeesTheSameBytes() throws {
    let file = book(one, shared: "<si><t>x</t></si>")
    let size = file["xl/worksheets/sheet1.xml"].content.count + file["xl/sharedStrings.xml"].content.count
    #expect(try bareXLSXPass(file.bytes) == size)
  }
}
