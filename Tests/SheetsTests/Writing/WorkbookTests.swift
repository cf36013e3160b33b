import Foundation
import FoundationXML
import Tables
import Testing

@testable import Sheets

@Suite struct WorkbookTests {
  /// A sheet's cells by address, as `type value style`, read by a plain scan.
  static func cells(_ xml: String) -> [String: String] {
    var cells: [String: String] = [:]
    for piece in xml.components("<c r=\"").dropFirst() {
      let address = piece.components("\"")[0]
      let type = piece.components(">")[0].components(" t=\"").dropFirst().first?.components("\"")[0] ?? "n"
      let body = piece.components("</c>")[0]
      let value = body.components("<v>").dropFirst().first?.components("</v>")[0] ?? ""
      cells[address] = value.isEmpty ? "" : type + " " + value
    }
    return cells
  }

  @Test func everyPartIsWellFormedAndInPlace() throws {
    let zip = try Unzip(BookSpec(title: "a & b", sheets: [sampleList(rows: 5)]).written().bytes)
    #expect(
      zip.entries.map(\.path) == [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml", "xl/drawings/vmlDrawing1.vml", "xl/comments1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml",
        "docProps/app.xml",
      ])
    for entry in zip.entries {
      #expect(XMLParser(data: Data(entry.content)).parse(), "\(entry.path)")
      if entry.path.hasSuffix(".xml"), entry.path != "[Content_Types].xml" {
        #expect(zip.text("[Content_Types].xml").contains("\"/\(entry.path)\""), "\(entry.path) has no type")
      }
    }
  }

  @Test func theSameSheetsGiveTheSameBytes() {
    let spec = BookSpec(sheets: [sampleList(rows: 20), sampleList(rows: 3)])
    #expect(spec.written().bytes == spec.written().bytes)
  }

  @Test func elementsStandInTheOrderExcelRequires() throws {
    let xml = try Unzip(BookSpec(sheets: [sampleList(rows: 5)]).written().bytes).text(
      "xl/worksheets/sheet1.xml")
    let order = [
      "<sheetPr>", "<sheetViews>", "<sheetFormatPr", "<cols>", "<sheetData>", "</sheetData>", "<autoFilter",
      "<mergeCells", "<dataValidations", "<printOptions", "<pageMargins", "<pageSetup", "<headerFooter>",
      "<ignoredErrors>", "<legacyDrawing",
    ]
    let places = try order.map { try #require(xml.firstRange(of: $0), "\($0)").lowerBound }
    #expect(places == places.sorted())
  }

  @Test func valuesAreWrittenByTheirType() throws {
    let day = try #require(Day(year: 2007, month: 3, day: 9))
    let old = try #require(Day(year: 1900, month: 2, day: 28))
    let book = BookSpec(sheets: [
      SheetSpec(name: "a", form: .free, columns: []) { sink in
        sink.integer(-42)
        sink.integer(1_000_000_000_000_000)
        sink.decimal(Exact(raw: 82_500_000_000))
        sink.decimal(Exact(raw: 1_234_567_890_123_456_789))
        sink.date(day)
        sink.date(old)
        sink.boolean(true)
        sink.error("#N/A")
        sink.error("#LẠ!")
        sink.number(spelled: Array("8.3000000000000007".utf8)[...])
        sink.number(spelled: Array("1E999".utf8)[...])
        sink.blank()
        sink.text("")
        sink.endRow()
        sink.skip(toRow: 7)
        sink.skip(toColumn: 2)
        sink.text("x")
      }
    ]).written()
    let zip = try Unzip(book.bytes)
    let cells = WorkbookTests.cells(zip.text("xl/worksheets/sheet1.xml"))
    let texts = CellTextTests.sharedTexts(zip.text("xl/sharedStrings.xml"))
    #expect(texts == ["1000000000000000", "123456789.0123456789", "28/02/1900", "#LẠ!", "1E999", "x"])
    #expect(
      cells == [
        "A1": "n -42", "B1": "s 0", "C1": "n 8.25", "D1": "s 1", "E1": "n 39150", "F1": "s 2", "G1": "b 1",
        "H1": "e #N/A", "I1": "s 3", "J1": "n 8.3000000000000007", "K1": "s 4", "L1": "", "M1": "",
        "C7": "s 5",
      ])
  }

  /// A mark is never shown rounded, whatever its column says.
  @Test func decimalsAreShownWhole() throws {
    let book = BookSpec(sheets: [
      SheetSpec(
        name: "a", form: .flat,
        columns: [
          ColumnSpec("x", width: 5, kind: .decimal(places: 1)), ColumnSpec("y", width: 5, kind: .integer),
        ]
      ) { sink in
        sink.decimal(Exact(raw: 82_512_000_000))
        sink.decimal(Exact(raw: 5_000_000_000))
      }
    ]).written()
    let styles = try Unzip(book.bytes).text("xl/styles.xml")
    #expect(styles.contains("formatCode=\"0.0000\""))
    #expect(styles.contains("formatCode=\"0.0\""))
  }

  @Test func aSheetGoesOnWhereItIsFull() throws {
    let list = SheetSpec(
      name: "Lớp", columns: [ColumnSpec("STT", width: 5, kind: .ordinal)], above: [TextRow(TextBlock("Tên"))],
      below: [TextRow(TextBlock("Hết"))]
    ) { sink in
      for _ in 0..<7 {
        sink.ordinal()
        sink.endRow()
      }
    }
    let other = SheetSpec(name: "lớp (2)", columns: [ColumnSpec("a", width: 5)])
    let book = BookWriter(rowLimit: 3).write(BookSpec(sheets: [list, other]))
    #expect(book.sheets.map(\.name) == ["Lớp", "Lớp (3)", "Lớp (4)", "lớp (2)"])
    #expect(book.sheets.map(\.rows) == [3, 3, 1, 0])
    let zip = try Unzip(book.bytes)
    let parts = (1...3).map { WorkbookTests.cells(zip.text("xl/worksheets/sheet\($0).xml")) }
    #expect(parts[0] == ["A1": "s 0", "A2": "s 1", "A3": "n 1", "A4": "n 2", "A5": "n 3"])
    #expect(parts[1] == ["A1": "s 0", "A2": "s 1", "A3": "n 4", "A4": "n 5", "A5": "n 6"])
    #expect(parts[2] == ["A1": "s 0", "A2": "s 1", "A3": "n 7", "A4": "s 2"])
    #expect(zip.text("xl/workbook.xml").contains("localSheetId=\"2\""))
  }

  @Test func aFreeSheetGoesOnFromItsFirstRow() throws {
    let book = BookWriter(rowLimit: 2).write(
      BookSpec(sheets: [
        SheetSpec(name: "a", form: .free, columns: []) { sink in
          for row in [1, 5, 9, 10] {
            sink.skip(toRow: row)
            sink.integer(Int64(row))
            sink.endRow()
          }
        }
      ]))
    let zip = try Unzip(book.bytes)
    #expect(WorkbookTests.cells(zip.text("xl/worksheets/sheet1.xml")) == ["A1": "n 1", "A5": "n 5"])
    #expect(WorkbookTests.cells(zip.text("xl/worksheets/sheet2.xml")) == ["A1": "n 9", "A2": "n 10"])
  }

  @Test func cellsBeyondTheLastColumnAreSaid() {
    let book = BookSpec(sheets: [
      SheetSpec(name: "a", form: .free, columns: []) { sink in
        sink.skip(toColumn: 16_383)
        sink.text("last")
        sink.text("beyond")
      }
    ]).written()
    #expect(book.cuts.map(\.cell) == ["XFE1"])
  }

  @Test func aBookWithoutSheetsOpens() throws {
    #expect(BookSpec(sheets: []).written().sheets.map(\.name) == ["Sheet"])
  }

  @Test func listsStandInTheCellOrOnAHiddenSheet() throws {
    let long = (0..<60).map { "Trường số \($0)" }
    let book = BookSpec(sheets: [
      SheetSpec(
        name: "a",
        columns: [
          ColumnSpec("a", width: 9, choices: Choices(["Nam", "Nữ"])),
          ColumnSpec("b", width: 9, choices: Choices(long, isClosed: false)),
          ColumnSpec("c", width: 9, choices: Choices(["a,b", "c"])),
          ColumnSpec("d", width: 9, choices: Choices(long)),
          ColumnSpec("e", width: 9, prompt: Prompt(title: String(repeating: "t", count: 40), text: "gõ")),
        ])
    ]).written()
    #expect(book.sheets.map(\.name) == ["a"])
    let zip = try Unzip(book.bytes)
    let sheet = zip.text("xl/worksheets/sheet1.xml")
    let formulas = sheet.components("<formula1>").dropFirst().map { $0.components("</formula1>")[0] }
    #expect(
      formulas == ["\"Nam,Nữ\"", "'DanhMuc'!$A$1:$A$60", "'DanhMuc'!$B$1:$B$2", "'DanhMuc'!$A$1:$A$60"])
    #expect(sheet.contains("sqref=\"E2:E1048576\""))
    #expect(sheet.contains("promptTitle=\"\(String(repeating: "t", count: 32))\""))
    #expect(zip.text("xl/workbook.xml").contains("name=\"DanhMuc\" sheetId=\"2\" state=\"hidden\""))
    #expect(Choices([String(repeating: "x", count: 255)]).inline != nil)
    #expect(Choices([String(repeating: "x", count: 256)]).inline == nil)
  }

  /// Excel takes these two fills for granted.
  @Test func stylesHaveTheirFixedPart() throws {
    let styles = try Unzip(BookSpec(sheets: [sampleList(rows: 3)]).written().bytes).text("xl/styles.xml")
    let fills = styles.components("<fill>")
    #expect(fills[1].contains("\"none\""))
    #expect(fills[2].contains("\"gray125\""))
    let formats = styles.components("<cellXfs")[1].components("</cellXfs>")[0]
    #expect(formats.hasPrefix(" count=\"\(formats.components("<xf ").count - 1)\""))
  }

  @Test func aFlatSheetIsItsTableAlone() throws {
    let book = BookSpec(sheets: [
      SheetSpec(
        name: "Nhập", form: .flat,
        columns: [ColumnSpec("Mã", width: 9, kind: .code), ColumnSpec("Số tiền", width: 9, kind: .integer)]
      ) { sink in
        sink.text("001")
        sink.integer(150_000)
        sink.endRow()
      }
    ]).written()
    let zip = try Unzip(book.bytes)
    let sheet = zip.text("xl/worksheets/sheet1.xml")
    for element in ["merge", "autoFilter", "headerFooter", "pane", "sheetPr"] {
      #expect(!sheet.contains(element))
    }
    #expect(!zip.text("xl/workbook.xml").contains("definedName"))
    #expect(WorkbookTests.cells(sheet) == ["A1": "s 0", "B1": "s 1", "A2": "s 2", "B2": "n 150000"])
  }

  /// A sheet too wide to be read on one page goes on several side by side, each with the header and the first column.
  @Test(arguments: [(columns: 10, landscape: true, pages: 1), (10, false, 2), (30, true, 3)])
  func whatIsPrintedCanBeRead(columns: Int, landscape: Bool, pages: Int) throws {
    let book = BookSpec(sheets: [
      SheetSpec(
        name: "Bảng", columns: (1...columns).map { ColumnSpec("\($0)", width: 20) }, above: [.blank],
        page: PageSpec(landscape: landscape)
      ) { $0.endRow() }
    ]).written()
    let zip = try Unzip(book.bytes)
    #expect(
      zip.text("xl/worksheets/sheet1.xml").contains("fitToWidth=\"\(pages)\" fitToHeight=\"0\""))
    let titles = "'Bảng'!$2:$2</definedName>"
    #expect(
      zip.text("xl/workbook.xml").contains(pages > 1 ? ">'Bảng'!$A:$A," + titles : ">" + titles))
  }
}
