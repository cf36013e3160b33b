import Testing

@testable import Sheets

@Suite struct LinkTests {
  private func cell(_ sink: inout RowSink, _ sheet: Int, _ cell: String, _ text: String) {
    sink.link(toSheet: sheet, cell: cell)
    sink.text(text)
    sink.endRow()
  }

  /// The name on the tab may differ from the one that was wished for.
  @Test func aCellLeadsToASheetByTheNameItWasGiven() throws {
    let book = BookSpec(sheets: [
      SheetSpec(name: "a", form: .free, columns: []) { sink in
        cell(&sink, 1, "D17", "D17")
        cell(&sink, 2, "A1", "A1")
        cell(&sink, 9, "A1", "nowhere")
      },
      SheetSpec(name: "Lớp 9/1 'A'", form: .free, columns: []),
      SheetSpec(name: "A", form: .free, columns: []),
    ]).written()
    let xml = try Unzip(book.bytes).text("xl/worksheets/sheet1.xml")
    let links = xml.components("<hyperlink ").dropFirst().map { $0.components("/>")[0] }
    #expect(links == ["ref=\"A1\" location=\"'Lớp 9-1 ''A'!D17\"", "ref=\"A2\" location=\"'A (2)'!A1\""])
  }

  /// Excel refuses a sheet whose parts stand in another order.
  @Test func linksStandBehindTheListsAndBeforeThePage() throws {
    let spec = SheetSpec(
      name: "a", columns: [ColumnSpec("a", width: 9, choices: Choices(["x", "y"]))]
    ) { sink in cell(&sink, 0, "A1", "x") }
    let xml = try Unzip(BookSpec(sheets: [spec]).written().bytes).text("xl/worksheets/sheet1.xml")
    let order = ["<dataValidations", "<hyperlinks>", "<printOptions"]
    let places = try order.map { try #require(xml.firstRange(of: $0), "\($0)").lowerBound }
    #expect(places == places.sorted())
  }

  /// A note on a narrow column needs more of its neighbours.
  @Test func notesAreAsWideAsTheirText() throws {
    func right(_ width: Double) throws -> Int {
      let columns = (0..<40).map { _ in ColumnSpec("", width: width) }
      let spec = SheetSpec(name: "a", form: .free, columns: columns) { sink in
        sink.mark(.error, note: "Sửa ô này.")
        sink.text("x")
      }
      let drawing = try Unzip(BookSpec(sheets: [spec]).written().bytes).text("xl/drawings/vmlDrawing1.vml")
      let anchor = drawing.components("<x:Anchor>")[1].components("</x:Anchor>")[0]
      return try #require(Int(anchor.components(", ")[4]))
    }
    #expect(try right(3) > right(20))
    #expect(try right(60) == 1)
  }
}
