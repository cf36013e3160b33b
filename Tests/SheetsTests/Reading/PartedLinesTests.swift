import Sheets
import Tables
import Testing

/// Rows that are lines of a CSV in one cell each.
@Suite struct PartedLinesTests {
  private func parted(_ text: String) throws -> [[String]]? {
    let grid = try #require(try readWorkbook(Array(text.utf8)).grids.first)
    return grid.partingLines().map { grid in
      grid.rows.indices.map { row in
        ["\(grid.rows[row].number)"] + grid.cellRange(ofRow: row).map { grid.string(of: grid.cells[$0]) }
      }
    }
  }

  @Test func eachIsCutIntoCells() throws {
    #expect(
      try parted("\"a,b,\"\"c d\"\"\"\r\n\r\n\"1,\"\"x, y\"\",3\"\r\n") == [
        ["1", "a", "b", "c d"], ["3", "1", "x, y", "3"],
      ])
    #expect(try parted("\"a;b\"\n\"1;2\"\n") == [["1", "a", "b"], ["2", "1", "2"]])
  }

  /// A list of one column, a table, and what is no CSV inside either.
  @Test(arguments: [
    "a\nb\n", "a,b\n1,2\n", "\"a\"\n\"b\"\n", "\"a,b\"\n\"1,\"\"2\"\n", "\"a,b\"\n", "\"a,b\"\n\"1\n2\"\n",
  ])
  func whatIsNone(text: String) throws {
    #expect(try parted(text) == nil)
  }
}
