import TableSchema
import Tables

/// The identifiers of a round's people as numbers, by kind: position k of
/// ``Schema/identifierKeys`` is kind k.
struct Identifiers: Sendable {
  static let kinds = Schema.identifierKeys.count
  static let applicationNo = 3

  private(set) var texts = [Interner](repeating: Interner(), count: kinds)

  /// The text of an identifier; empty for −1.
  func text(_ kind: Int, _ number: Int32) -> ArraySlice<UInt8> {
    number < 0 ? [] : texts[kind].text(number)
  }

  /// The four numbers of a row, −1 for a blank, given now where a text has none.
  mutating func take(_ columns: PersonColumns, _ row: Int, into numbers: inout [Int32]) {
    for kind in 0..<Identifiers.kinds {
      let text = columns.text(kind, row)
      numbers.append(text.isEmpty ? -1 : texts[kind].number(text))
    }
  }
}

/// The identifier columns of a table about persons.
struct PersonColumns {
  private let columns: [TextColumn?]

  init(_ table: Table) { columns = Schema.identifierKeys.map { table.column($0)?.texts } }

  /// What a row gives; empty also for what cannot be read.
  func text(_ kind: Int, _ row: Int) -> ArraySlice<UInt8> {
    guard let text = columns[kind]?[row], !isUnreadable(key: text) else { return [] }
    return text
  }

  /// The identifiers that a row gives.
  func list(_ row: Int) -> [String] {
    columns.indices.map { String(decoding: text($0, row), as: UTF8.self) }.filter { !$0.isEmpty }
  }
}
