import Tables

/// What was converted before a table was read: each cell of the sheet.
struct ConversionFindings {
  /// By column; of one in two scripts each for itself.
  private var columns: [Int: [(encoding: OldEncoding, repairs: CellRepairs)]] = [:]

  /// Of the grid's conversions, in the order of the sheet.
  init(_ grid: Grid) {
    var row = 0
    for conversion in grid.conversions.sorted(by: { $0.cell < $1.cell }) {
      while row + 1 < grid.rows.count, grid.rows[row + 1].firstCell <= conversion.cell { row += 1 }
      let cell = grid.cells[Int(conversion.cell)]
      let encoding = conversion.encoding
      var found = columns.removeValue(forKey: Int(cell.column)) ?? []
      let index = found.firstIndex { $0.encoding == encoding } ?? found.count
      if index == found.count { found.append((encoding, CellRepairs(.converted))) }
      found[index].repairs.add(
        row: Int(grid.rows[row].number), value: grid.string(of: conversion.before),
        facts: ["encoding": encoding.rawValue, "repaired": grid.string(of: cell)])
      columns[Int(cell.column)] = found
    }
  }

  /// `places` are those columns that have a label.
  func tell(in places: [ColumnPlace], _ findings: inout FindingList) {
    guard !columns.isEmpty else { return }
    let labelled = Dictionary(places.map { ($0.sheetColumn, $0) }) { first, _ in first }
    for (column, found) in columns.sorted(by: { $0.key < $1.key }) {
      let place = labelled[column] ?? ColumnPlace(label: "", sheetColumn: column)
      for (_, repairs) in found { findings.add(repairs, column: place) { $0 } }
    }
  }
}
