import Sheets
import Testing

@Suite struct InflatedPartsTests {
  @Test func allThatWasDeflatedComesBack() throws {
    let sheet = SheetSpec(name: "Lớp 6", columns: [ColumnSpec("Họ và tên", width: 20)]) { sink in
      sink.text("Lê Thị Kiểm Thử")
      sink.endRow()
    }
    let book = BookSpec(sheets: [sheet]).written()
    let parts = try inflatedParts(book.bytes)
    #expect(parts.count > 4)
    #expect(parts.reduce(0) { $0 + $1.count } == book.xmlSize)
    #expect(parts.contains { String(decoding: $0, as: UTF8.self).contains("Lê Thị Kiểm Thử") })
  }

  @Test func whatIsNoContainerIsRefused() {
    #expect(throws: ReadingError.self) { try inflatedParts([1, 2, 3]) }
  }
}
