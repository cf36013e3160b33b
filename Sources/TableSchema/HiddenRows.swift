import Tables

extension FindingList {
  /// Tells at the first row of data that is hidden how many there are, and which: a sheet that is filtered
  /// has thousands.
  mutating func tellHidden(_ rows: [Int]) {
    guard let first = rows.first else { return }
    add(
      .hiddenRows, .note, row: first, column: ColumnPlace(label: "", sheetColumn: -1),
      facts: ["rows": String(rows.count), "list": stretches(of: rows.map { rowNumbers[$0] })])
  }
}
