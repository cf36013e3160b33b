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
    var seen: [String: [IdKey: (table: Int, row: Int)]] = [:]
    var keys: [IdKey] = []
    var repeated: [(table: Int, row: Int, other: Int32)] = []
    for position in rows.keys.sorted() {
      let table = tables[arrival][position]
      let identity = RowIdentity(table, schema)
      for (round, rows) in rows[position] ?? [] {
        for row in rows {
          identity.keys(Int(row), into: &keys)
          for key in keys {
            if let other = seen[round]?[key] {
              repeated.append((position, Int(row), tables[arrival][other.table].rowNumbers[other.row]))
              repeated.append((other.table, other.row, table.rowNumbers[Int(row)]))
              break
            }
            seen[round, default: [:]][key] = (position, Int(row))
          }
        }
      }
    }
    for (position, row, other) in repeated { holdRepeated(arrival, position, row, other) }
  }

  private mutating func holdRepeated(_ arrival: Int, _ position: Int, _ row: Int, _ other: Int32) {
    let number = Int(tables[arrival][position].rowNumbers[row])
    let told = tables[arrival][position].findings.contains {
      $0.code == .uniqueError && $0.place.row == number
    }
    if told { return }
    let place = Finding.Place(sheet: tables[arrival][position].sheet, row: number)
    tables[arrival][position].held[row] = true
    tables[arrival][position].findings.append(
      Finding(.uniqueError, .error, at: place, facts: ["otherRow": String(other)]))
  }
}
