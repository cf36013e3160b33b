import Tables
import Testing

@testable import TableSchema

/// What stands in no cell of its own, by the standard.
@Suite struct StandardCellsTests {
  private let schema = #"{"fields": [{"name": "a", "type": "integer"}, {"name": "b"}], "missingValues": []}"#

  /// As frictionless reads workbooks unless it is told otherwise: a merged cell has its value once.
  @Test func mergedCellsAreNotFilled() throws {
    let schema = try StandardSchema(
      file: "s.json",
      json: Array(#"{"fields": [{"name": "a"}, {"name": "b", "constraints": {"required": true}}]}"#.utf8))
    let sheet = SheetLiteral(
      "a|b\n1|x\n2|\n3|x", isCSV: false,
      merges: [Grid.Merge(firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1)])
    #expect(
      schema.check(sheet.grid).findings.map { "\($0.place.cell ?? "") \($0.code.rawValue)" } == [
        "B3 required"
      ])
  }

  /// Of more records of blank texts than a sheet has rows the rest is not checked, and that is said once: they are no
  /// blank rows.
  @Test func moreBlankTextsThanCanBeTold() throws {
    let schema = try StandardSchema(file: "s.json", json: Array(schema.utf8))
    var grid = SheetLiteral("a|b\n1|x").grid
    let told = {
      schema.check(grid, mostBlankRecords: 100).findings.filter { $0.code != .typeError }
    }
    grid.blankRecords = [.init(first: 3, count: 100, fieldCount: 2)]
    grid.recordCount = 102
    #expect(told() == [])
    grid.blankRecords[0].count = 105
    grid.recordCount = 107
    #expect(told().map(\.code) == [.tooLarge])
    #expect(told().first?.place.row == 103)
    #expect(told().first?.facts == ["limit": "blankRecords", "maximum": "100"])
    // Rows without anything before that one are told.
    grid.blankRecords = [
      .init(first: 3, count: 100, fieldCount: 2), .init(first: 105, count: 3, fieldCount: 2),
    ]
    #expect(told().map(\.code) == [.blankRow, .tooLarge] && told().map(\.place.row) == [103, 105])
    #expect(told().first?.facts == ["rows": "2"])
  }
}
