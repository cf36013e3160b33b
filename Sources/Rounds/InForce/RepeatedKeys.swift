import TableSchema
import Tables

extension Fold {
  /// Two rows of one sender for one key, where that is seen only now: with names
  /// replaced by codes, or on two sheets of one workbook. All of them are
  /// held: none is better than the others. Two
  /// rows of one child in a roster are left to the round's rule.
  mutating func holdRepeatedKeys(
    _ arrival: Int, _ rows: [Int: [(round: String, rows: [Int32])]], _ schema: Schema
  ) {
    guard schema.person != .optional, !schema.uniqueKeys.isEmpty else { return }
    var seen: [String: [IdKey: RowOfTable]] = [:]
    var keys: [IdKey] = []
    var repeated: [(row: RowOfTable, other: RowOfTable)] = []
    for position in rows.keys.sorted() {
      let table = tables[arrival][position]
      let identity = RowIdentity(table, schema)
      for (round, rows) in rows[position] ?? [] {
        for row in rows where identity.isReadable(Int(row)) {
          identity.keys(Int(row), into: &keys)
          for key in keys {
            if let other = seen[round]?[key] {
              let own = RowOfTable(table: position, row: Int(row))
              repeated += [(own, other), (other, own)]
              break
            }
            seen[round, default: [:]][key] = RowOfTable(table: position, row: Int(row))
          }
        }
      }
    }
    for (own, other) in repeated { holdRepeated(arrival, own, other, schema) }
  }

  private struct RowOfTable {
    var table: Int
    var row: Int
  }

  private mutating func holdRepeated(
    _ arrival: Int, _ own: RowOfTable, _ other: RowOfTable, _ schema: Schema
  ) {
    let (table, otherTable) = (tables[arrival][own.table], tables[arrival][other.table])
    var place = Finding.Place(sheet: table.sheet, row: Int(table.rowNumbers[own.row]))
    let isTold = table.findings.contains { $0.code == .uniqueError && $0.place.row == place.row }
    if isTold { return }
    // The key as it is meant, at the first cell of it that the sheet has.
    let unique = schema.uniqueKeys.first ?? []
    let keys = (schema.person == .none ? [] : Schema.identifierKeys) + unique.filter { $0 != "round" }
    let parts = keys.compactMap { table.column($0) }.filter { !$0.texts.isBlank(own.row) }
    let seen = parts.first { $0.sheetColumn >= 0 }
    place.column = seen?.sheetColumn ?? -1
    place.label = seen?.label ?? ""
    var texts: [String] = []
    for part in parts where !texts.contains(part.texts.string(own.row)) {
      texts.append(part.texts.string(own.row))
    }
    var facts = ["otherRow": String(otherTable.rowNumbers[other.row]), "key": texts.joined(separator: " · ")]
    if otherTable.sheet != table.sheet { facts["otherSheet"] = otherTable.sheet }
    tables[arrival][own.table].held[own.row] = true
    tables[arrival][own.table].findings.append(
      Finding(.uniqueError, .error, at: place, value: seen?.texts.string(own.row) ?? "", facts: facts))
  }
}
