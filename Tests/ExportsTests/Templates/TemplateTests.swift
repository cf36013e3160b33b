import Sheets
import Tables
import Testing
import Wording

@testable import Exports

@Suite struct TemplateTests {
  static let template = TemplateBook(
    name: "Danh sách học sinh",
    columns: [
      .init(
        label: "Số định danh cá nhân", type: .code, isRequired: true, description: "12 chữ số.",
        example: "080207010001"),
      .init(label: "Ngày sinh", type: .date, isRequired: true, example: "09/03/2007"),
      .init(label: "Giới tính", type: .choice, words: ["Nam", "Nữ"], example: "Nữ"),
      .init(label: "ĐTB 9", type: .decimal, example: "8,5"),
      .init(label: "Lớp", type: .integer, example: "9"),
      .init(label: "Diện ưu tiên", type: .list, words: ["a", "b"], example: "a; b"),
      .init(label: "Ghi chú", type: .text),
    ])

  @Test func hasTheLabelsAndAnExampleRow() throws {
    let book = try readWorkbook(TemplateTests.template.workbook(in: .vi))
    #expect(book.grids.map(\.name) == ["Danh sách học sinh"])
    let grid = book.grids[0]
    let rows = grid.rows.indices.map { row in
      grid.cells[grid.cellRange(ofRow: row)].map { "\($0.kind) \(grid.string(of: $0))" }
    }
    #expect(
      rows == [
        [
          "text STT", "text Số định danh cá nhân (*)", "text Ngày sinh (*)", "text Giới tính", "text ĐTB 9",
          "text Lớp", "text Diện ưu tiên", "text Ghi chú",
        ],
        [
          "text VÍ DỤ", "text 080207010001", "date 39150", "text Nữ", "number 8.5", "number 9", "text a; b",
        ],
      ])
  }

  @Test func theExampleMarkIsTheSameInEveryLanguage() throws {
    let grid = try readWorkbook(TemplateTests.template.workbook(in: .en)).grids[0]
    #expect(grid.cells.map(grid.string).contains("VÍ DỤ"))
  }

  @Test func anExampleThatIsNoValueIsText() throws {
    let template = TemplateBook(
      name: "a",
      columns: [
        .init(label: "a", type: .date, example: "31/02/2007"),
        .init(label: "b", type: .integer, example: "x"),
        .init(label: "c", type: .decimal, example: "8,"),
      ])
    let grid = try readWorkbook(template.workbook(in: .vi)).grids[0]
    #expect(
      grid.cells.suffix(3).map { "\($0.kind) \(grid.string(of: $0))" } == [
        "text 31/02/2007", "text x", "text 8,",
      ])
  }
}
