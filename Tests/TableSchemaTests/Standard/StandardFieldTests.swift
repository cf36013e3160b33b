import Foundation
import Tables
import Testing

@testable import TableSchema

/// Every type, format and constraint of the standard, one column at a time.
@Suite struct StandardFieldTests {
  struct Case: Sendable, CustomStringConvertible {
    var field: String
    /// Each text with the codes that are found, joined by spaces.
    var texts: [(text: String, codes: String)]

    var description: String { field }

    init(_ object: [String: Any]) throws {
      let field = try #require(object["field"] as? [String: Any])
      self.field = String(
        decoding: try JSONSerialization.data(
          withJSONObject: field.merging(["name": "a"]) { $1 }, options: .sortedKeys), as: UTF8.self)
      texts = []
      for part in [object, object["unlike"] as? [String: Any] ?? [:]] {
        texts += (part["passes"] as? [String] ?? []).map { ($0, "") }
        for (codes, failing) in part["fails"] as? [String: [String]] ?? [:] {
          texts += failing.map { ($0, codes) }
        }
      }
    }
  }

  static let cases = Result {
    let array = try JSONSerialization.jsonObject(with: Data(standardCases.utf8)) as? [[String: Any]]
    return try #require(array).map(Case.init)
  }

  @Test func everyTextIsToldAsTheStandardHasIt() throws {
    let cases = try Self.cases.get()
    #expect(cases.count > 70)
    for example in cases {
      #expect(!example.texts.isEmpty)
      for (text, codes) in example.texts {
        // A second column keeps the row from being blank.
        let schema = try StandardSchema(
          file: "s.json", json: Array(#"{"fields": [\#(example.field), {"name": "b"}]}"#.utf8))
        let found = schema.check(sheet([["a", "b"], [text, "x"]])).findings.map(\.code.rawValue)
        #expect(found.joined(separator: " ") == codes, "\(example.field): \(text.debugDescription)")
      }
    }
  }
}

/// A CSV of these cells; blank ones do not exist.
func sheet(_ rows: [[String]]) -> Grid {
  var grid = Grid(name: "")
  for (index, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
    grid.rows.append(Grid.Row(number: Int32(index + 1), hidden: false, firstCell: Int32(grid.cells.count)))
    for (column, text) in row.enumerated() where !text.isEmpty {
      grid.cells.append(
        Grid.Cell(
          start: UInt32(grid.bytes.count), length: UInt32(text.utf8.count), column: UInt16(column),
          kind: .text,
          inShared: false))
      grid.bytes += text.utf8
    }
  }
  return grid
}
