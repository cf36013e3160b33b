import TableSchema
import Tables

extension Fold {
  /// Two rows of one sender for one key, where that is seen only now: with names
  /// replaced by codes, or on two sheets of one workbook. The later is held. Two
  /// rows of one child in a roster are left to the round's rule.
  mutating func holdRepeatedKeys(
    _ arrival: Int, _ rows: [Int: [(round: String, rows: [Int32])]], _ schema: Schema
  ) {
    guard schema.person != .optional, !schema.uniqueKeys.isEmpty else { return }
    var seen: [String: [IdKey: Int32]] = [:]
    var keys: [IdKey] = []
    for position in rows.keys.sorted() {
      let table = tables[arrival][position]
      let identity = RowIdentity(table, schema)
      let told = Set(table.findings.filter { $0.code == .uniqueError }.map(\.place.row))
      var repeated: [(row: Int, other: Int32)] = []
      for (round, rows) in rows[position] ?? [] {
        for row in rows {
          identity.keys(Int(row), into: &keys)
          let number = table.rowNumbers[Int(row)]
          for key in keys {
            if let other = seen[round]?[key] {
              if !told.contains(Int(number)) { repeated.append((Int(row), other)) }
              break
            }
            seen[round, default: [:]][key] = number
          }
        }
      }
      for (row, other) in repeated {
        let place = Finding.Place(sheet: table.sheet, row: Int(table.rowNumbers[row]))
        tables[arrival][position].held[row] = true
        tables[arrival][position].findings.append(
          Finding(.uniqueError, .error, at: place, facts: ["otherRow": String(other)]))
      }
    }
  }
}
