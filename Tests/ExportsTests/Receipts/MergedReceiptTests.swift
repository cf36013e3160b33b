import Foundation
import Sheets
import TableSchema
import Tables
import Testing
import Wording

@testable import Exports

/// Cells that were merged downwards come back each for itself.
@Suite struct MergedReceiptTests {
  private static let schemas = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemas/tables")
    var files: [String: [UInt8]] = [:]
    for kind in TableKind.allCases {
      files[kind.rawValue] = [UInt8](try Data(contentsOf: folder.appending(path: kind.rawValue + ".json")))
    }
    return try SchemaSet(files: files)
  }

  /// A page in which the class, the first wish and an id are merged.
  private let page = Array(
    """
    <html><body><table>
    <tr><td>Số định danh cá nhân</td><td>Họ và tên</td><td>Ngày sinh</td><td>Lớp</td><td>NV1</td></tr>
    <tr><td>080207000001</td><td>Nguyễn An</td><td>01/02/2007</td><td rowspan=4>9A1</td><td rowspan=2>A</td></tr>
    <tr><td>080207000002</td><td>Lê Bình</td><td>02/02/2007</td></tr>
    <tr><td rowspan=2>080207000003</td><td>Trần Chi</td><td>03/02/2007</td><td>B</td></tr>
    <tr><td>Phạm Dũng</td><td>04/02/2007</td><td>C</td></tr>
    </table></body></html>

    """.utf8)

  private func table(_ grid: Grid) throws -> Table {
    try #require(validate(grid, isCSV: false, schemas: try Self.schemas.get()).table)
  }

  private func words(_ table: Table) -> [String] {
    (0..<table.rowCount).map { row in
      ["personalId", "fullName", "sourceClass", "wish1"].map { table.text($0, row) }.joined(separator: " ")
    }
  }

  /// Of a label that is merged down over both rows of labels only the first cell is seen: there the note stands.
  @Test func aNoteOnAMergedLabelStandsAtItsFirstCell() throws {
    let page = Array(
      """
      <html><body><table>
      <tr><td rowspan=2>Họ và tên</td><td rowspan=2>Ngày sinh</td><td rowspan=2>Lạ</td><td colspan=2>Nguyện vọng</td></tr>
      <tr><td>1</td><td>2</td></tr>
      <tr><td>Nguyễn An</td><td>01/02/2007</td><td>x</td><td>A</td><td>B</td></tr>
      </table></body></html>

      """.utf8)
    let grid = try #require(try readWorkbook(page).grids.first)
    let unknown = Finding(
      .unknownLabel, .note, at: .init(sheet: grid.name, row: 2, column: 2, label: "Lạ"), value: "Lạ")
    let sheet = ReceiptSheet(
      grid: grid, table: .init(try table(grid), name: "Danh sách học sinh"),
      remarks: [.init(unknown, message: "", statement: "")], wording: ReceiptWording(.vi))
    #expect(sheet.cellMarks().map { [$0.row, $0.column] } == [[1, 2]])
  }

  @Test func eachCellShowsWhatItCountsFor() throws {
    let grid = try #require(try readWorkbook(page).grids.first)
    let read = try table(grid)
    #expect(
      words(read) == [
        "080207000001 Nguyễn An 9A1 A", "080207000002 Lê Bình 9A1 A", "080207000003 Trần Chi 9A1 B",
        " Phạm Dũng 9A1 C",
      ])
    let content = ReceiptContent(
      file: "9A1.xls", sha256: "00", received: "", outcome: .partly,
      tables: [.init(read, name: "Danh sách học sinh")],
      findings: read.findings.map {
        .init(
          $0, message: sentence(for: $0, in: .vi), statement: statement(of: $0, in: .vi))
      },
      grids: [grid])
    let sheet = ReceiptSheet(
      grid: grid, table: content.tables[0], remarks: content.findings, wording: ReceiptWording(.vi))
    let marks = sheet.cellMarks()
    #expect(
      marks.map { cellAddress(column: $0.column, row: $0.row) } == ["D3", "E3", "A4", "D4", "D5"])
    #expect(marks.map(\.severity) == [.repair, .repair, .error, .repair, .repair])
    #expect(marks[0].note.contains("Sau: 9A1") && marks[0].note.contains("D2:D5"))
    #expect(marks[2].note.contains("Hãy bỏ gộp (Unmerge) rồi điền từng dòng"))

    // What is asked about is merged as it was, and sent back as it is means what it meant.
    let back = try #require(try readWorkbook(content.workbook(in: .vi)).grids.last)
    #expect(back.merges == [.init(firstRow: 4, lastRow: 5, firstColumn: 0, lastColumn: 0)])
    let again = try table(back)
    #expect(words(again) == words(read))
    #expect(again.held == [false, false, true, true] && again.held == read.held)
    #expect(again.findings.map(\.code) == [.mergedCells])
  }
}
