import Tables

/// Cells of one column that were mended in the same way. The first of a column says how many there are.
struct CellRepairs {
  struct Cell {
    /// In the sheet, from 1, or counted from the first of data.
    var row: Int32
    var value: String
    var facts: [String: String]
  }

  let code: FindingCode
  private(set) var cells: [Cell] = []
  private(set) var count = 0

  init(_ code: FindingCode) { self.code = code }

  mutating func add(row: Int, value: @autoclosure () -> String, facts: @autoclosure () -> [String: String]) {
    count += 1
    if cells.count < FindingList.mostAlike {
      cells.append(Cell(row: Int32(row), value: value(), facts: facts()))
    }
  }
}

/// What was converted before a table was read: each cell of the sheet.
struct ConversionFindings {
  private var columns: [Int: CellRepairs] = [:]

  /// Of the grid's conversions, in the order of the sheet.
  init(_ grid: Grid) {
    var row = 0
    for conversion in grid.conversions.sorted(by: { $0.cell < $1.cell }) {
      while row + 1 < grid.rows.count, grid.rows[row + 1].firstCell <= conversion.cell { row += 1 }
      let cell = grid.cells[Int(conversion.cell)]
      let encoding = conversion.script == .vni ? OldEncoding.vni : .tcvn3
      columns[Int(cell.column), default: CellRepairs(.converted)].add(
        row: Int(grid.rows[row].number), value: grid.string(of: conversion.before),
        facts: ["encoding": encoding.rawValue, "repaired": grid.string(of: cell)])
    }
  }

  /// `places` are those columns that have a label.
  func tell(in places: [ColumnPlace], _ findings: inout FindingList) {
    for (column, found) in columns.sorted(by: { $0.key < $1.key }) {
      let place = places.first { $0.sheetColumn == column } ?? ColumnPlace(label: "", sheetColumn: column)
      findings.add(found, column: place)
    }
  }
}

extension FindingList {
  /// Each cell, with its row of the sheet.
  mutating func add(_ repairs: CellRepairs, column: ColumnPlace, isOfData: Bool = false) {
    for (index, cell) in repairs.cells.enumerated() {
      var facts = cell.facts
      if index == 0, repairs.count > 1 { facts["count"] = String(repairs.count) }
      if index == 0, repairs.count > repairs.cells.count {
        facts["more"] = String(repairs.count - repairs.cells.count)
      }
      let row = isOfData ? rowNumbers[Int(cell.row)] : cell.row
      add(repairs.code, .repair, headerRow: row, column: column, value: cell.value, facts: facts)
    }
  }
}
