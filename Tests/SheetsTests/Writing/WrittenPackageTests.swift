import Testing

@testable import Sheets

/// Every kind of workbook that we write, judged by the rules of packages.
@Suite struct WrittenPackageTests {
  static let books: [(name: String, spec: BookSpec)] = [
    ("nothing", BookSpec(sheets: [])),
    ("a list with everything", BookSpec(title: "a & b", sheets: [sampleList(rows: 7)])),
    ("two lists of one name", BookSpec(sheets: [sampleList(rows: 1), sampleList(rows: 0)])),
    ("a flat import", BookSpec(sheets: [flat])),
    ("a sheet where every cell is placed, with notes", BookSpec(sheets: [free])),
    ("drop-downs too long for a cell", BookSpec(sheets: [longLists, sampleList(rows: 2)])),
    ("the last cell of a sheet", BookSpec(sheets: [last])),
    ("hostile texts", BookSpec(title: "<>&\"'\u{1}", sheets: [hostile])),
  ]

  private static let flat = SheetSpec(
    name: "import", form: .flat,
    columns: [ColumnSpec("mã", width: 8, kind: .code), ColumnSpec("tiền", width: 9, kind: .amount)]
  ) { sink in
    for row in 0..<3 {
      sink.text("00\(row)")
      sink.integer(Int64(row) * 1_500_000)
      sink.endRow()
    }
  }

  private static let free = SheetSpec(
    name: "[a]:*?/\\'", form: .free, columns: [], frozenRows: 3,
    merges: [CellRange(rows: 1...1, columns: 0...4), CellRange(rows: 2...3, columns: 1...2)]
  ) { sink in
    sink.text("DANH SÁCH")
    sink.endRow()
    sink.skip(toRow: 5)
    sink.skip(toColumn: 3)
    for tone in [CellStyle.Tone.error, .repair, .note] {
      sink.mark(tone, note: "Ghi chú\n\(tone)")
      sink.number(spelled: Array("8.25".utf8)[...])
    }
    sink.boolean(false)
    sink.error("#DIV/0!")
    sink.endRow()
  }

  private static let last = SheetSpec(name: "XFD", form: .free, columns: []) { sink in
    sink.skip(toRow: 1_048_576)
    sink.skip(toColumn: 16_383)
    sink.text("cuối")
    sink.endRow()
  }

  private static let longLists = SheetSpec(
    name: "Nguyện vọng",
    columns: [
      ColumnSpec("NV1", width: 30, choices: Choices((0..<60).map { "Trường THPT số \($0), xã \"A\"" })),
      ColumnSpec("NV2", width: 30, choices: Choices((0..<400).map { "THPT \($0)" })),
      ColumnSpec(
        "Giới tính", width: 9, choices: Choices(["Nam", "Nữ"]),
        prompt: Prompt(title: String(repeating: "ư", count: 50), text: String(repeating: "😀", count: 200))),
    ])

  private static let hostile = SheetSpec(
    name: "=1+1", columns: [ColumnSpec("=A1", width: 10, wraps: true, note: "=note")],
    page: PageSpec(footer: String(repeating: "&", count: 300), pageWord: "&")
  ) { sink in
    for text in hostileTexts {
      sink.mark(.error, note: text)
      sink.text(text)
      sink.endRow()
    }
  }

  @Test(arguments: books.indices) func keepsTheRules(_ index: Int) throws {
    let book = Self.books[index]
    let faults = try PackageRules(book.spec.written().bytes).faults
    #expect(faults.isEmpty, "\(book.name): \(faults)")
  }

  @Test func aSheetThatGoesOnInAnother() throws {
    let book = BookWriter(rowLimit: 3).write(BookSpec(sheets: [sampleList(rows: 8)]))
    #expect(book.sheets.map(\.rows) == [3, 3, 2])
    let faults = try PackageRules(book.bytes).faults
    #expect(faults.isEmpty, "\(faults)")
  }

  /// The judge sees what is wrong.
  @Test(arguments: [
    ("xl/worksheets/sheet1.xml", "<sheetViews>", "<autoFilter ref=\"A1:B2\"/><sheetViews>"),
    ("xl/worksheets/sheet1.xml", "<row r=\"2\"", "<row r=\"1\""),
    ("xl/worksheets/sheet1.xml", "t=\"s\"><v>0<", "t=\"s\"><v>999<"),
    ("xl/worksheets/sheet1.xml", "r:id=\"rId1\"", "r:id=\"rId9\""),
    ("xl/styles.xml", "patternType=\"gray125\"", "patternType=\"solid\""),
    ("xl/styles.xml", "<fonts count=\"", "<fonts count=\"9"),
    ("xl/workbook.xml", "sheetId=\"1\" r:id=\"rId1\"", "sheetId=\"1\" r:id=\"rId2\""),
    ("xl/workbook.xml", "localSheetId=\"0\"", "localSheetId=\"7\""),
    ("xl/sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"1"),
    ("[Content_Types].xml", "/xl/comments1.xml", "/xl/comments2.xml"),
    ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet7.xml"),
  ])
  func whatBreaksARuleIsSeen(_ path: String, _ right: String, _ wrong: String) throws {
    let zip = try Unzip(BookSpec(sheets: [sampleList(rows: 4)]).written().bytes)
    #expect(zip.text(path).contains(right))
    var archive = ZipArchive()
    let bytes = archive.write(
      zip.entries.map { entry in
        var xml = XMLBytes()
        xml.bytes = Array(
          (entry.path == path ? entry.text.replacing(right, with: wrong, maxReplacements: 1) : entry.text)
            .utf8)
        return ZipEntry(path: entry.path, xml)
      })
    #expect(try !PackageRules(bytes).faults.isEmpty)
  }
}
