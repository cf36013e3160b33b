import Tables

/// Whether a sheet of which no table came is a list of persons: its rows are not to be taken for what nobody sent.
struct ListedPersons {
  let schemas: SchemaSet
  let isCSV: Bool

  /// So many rows are looked at.
  private static let depth = 40

  /// A sheet without labels, beside tables of persons with the sheets that they stand in: personal ids stand in it one
  /// below the other, or under the labels of one of the tables it is one.
  func isList(_ grid: Grid, beside tables: [(table: Table, grid: Grid)]) -> Bool {
    if grid.listsPersons { return true }
    return tables.contains { beside in
      let labelled = grid.under(labelsOf: beside.table, in: beside.grid, depth: Self.depth)
      let reading = TableReader(grid: labelled, isCSV: isCSV, schemas: schemas).reading()
      guard let table = reading.table, table.kind == beside.table.kind else { return false }
      let alike = (0..<table.rowCount).count { !table.held[$0] && table.names($0, like: beside.table) }
      return alike >= 2 && 2 * alike >= table.rowCount
    }
  }
}

extension Table {
  /// Whether a row names somebody in the way of another table: by a number as long as those there, or by name and
  /// birth date.
  fileprivate func names(_ row: Int, like other: Table) -> Bool {
    for key in Schema.identifierKeys {
      guard let own = column(key)?.texts, !own.isBlank(row), let others = other.column(key)?.texts else {
        continue
      }
      if (0..<min(others.count, 20)).contains(where: { others[$0].count == own[row].count }) { return true }
    }
    return !text("fullName", row).isEmpty && number("birthDate", row) != nil
  }
}

extension Grid {
  /// Whether personal ids stand one below the other.
  var listsPersons: Bool {
    var counts: [UInt16: Int] = [:]
    for cell in cells where (11...12).contains(cell.length) && (cell.kind == .text || cell.kind == .number) {
      // A number has lost the zero in front.
      let zero = cell.kind == .number && cell.length == 11 ? [UInt8(ascii: "0")] : []
      guard PersonalId(zero + text(of: cell)) != nil else { continue }
      counts[cell.column, default: 0] += 1
      if counts[cell.column] == 2 { return true }
    }
    return false
  }
}
