import TableSchema
import Tables

/// The typed values of one row in force.
struct RowReader {
  let schema: Schema
  let table: Table
  let row: Int

  func text(_ key: String) -> String { table.text(key, row) }
  func choice(_ key: String) -> String? { schema.choice(key, in: table, row: row) }
  func flag(_ key: String) -> Bool { table.number(key, row) == 1 }
  func integer(_ key: String) -> Int? { table.number(key, row).flatMap { Int(exactly: $0) } }
  func decimal(_ key: String) -> Exact? { table.number(key, row).map { Exact(raw: $0) } }

  func day(_ key: String) -> Day? {
    table.number(key, row).flatMap { Int32(exactly: $0) }.map { Day(number: $0) }
  }

  /// The items of a list; of words, what the code calls them.
  func list(_ key: String) -> [String] {
    let items = listItems(text(key))
    guard let choices = schema.field(key)?.field.choices, !choices.isEmpty else { return items }
    return items.map { item in
      let wanted = folded(item.utf8)
      return choices.first { choice in choice.words.contains { folded($0.utf8) == wanted } }?.value ?? item
    }
  }
}

extension Layer {
  /// The rows in force, those without an error alone.
  var goodRows: [Int32] { rows.filter { !table.held[Int($0)] } }
}
