import Tables

/// A cell that was brought to Unicode, before and after.
struct ConvertedCell {
  /// In the sheet, from 1.
  var row: Int32
  var value: String
  var repaired: String
  var encoding: OldEncoding
}

/// What was converted before a table was read: each cell of the sheet.
struct ConversionFindings {
  private var columns: [Int: (cells: [ConvertedCell], count: Int)] = [:]

  /// Of the grid's conversions, in the order of the sheet.
  init(_ grid: Grid) {
    var row = 0
    for conversion in grid.conversions.sorted(by: { $0.cell < $1.cell }) {
      while row + 1 < grid.rows.count, grid.rows[row + 1].firstCell <= conversion.cell { row += 1 }
      let cell = grid.cells[Int(conversion.cell)]
      var column = columns[Int(cell.column)] ?? ([], 0)
      column.count += 1
      if column.cells.count < FindingList.mostConverted {
        column.cells.append(
          ConvertedCell(
            row: grid.rows[row].number, value: grid.string(of: conversion.before),
            repaired: grid.string(of: cell), encoding: conversion.script == .vni ? .vni : .tcvn3))
      }
      columns[Int(cell.column)] = column
    }
  }

  /// `places` are those columns that have a label.
  func tell(in places: [ColumnPlace], _ findings: inout FindingList) {
    for (column, found) in columns.sorted(by: { $0.key < $1.key }) {
      let place = places.first { $0.sheetColumn == column } ?? ColumnPlace(label: "", sheetColumn: column)
      findings.addConverted(found.cells, count: found.count, column: place)
    }
  }
}

extension FindingList {
  /// More of them than this in one column are only counted.
  static let mostConverted = 10_000

  /// The cells of a column that were brought to Unicode; at the first, how many there are.
  mutating func addConverted(_ cells: [ConvertedCell], count: Int, column: ColumnPlace) {
    for (index, cell) in cells.enumerated() where findings.count < Self.most {
      var facts = ["encoding": cell.encoding.rawValue, "repaired": cell.repaired]
      if index == 0, count > 1 { facts["count"] = String(count) }
      add(.converted, .repair, headerRow: cell.row, column: column, value: cell.value, facts: facts)
    }
  }
}
