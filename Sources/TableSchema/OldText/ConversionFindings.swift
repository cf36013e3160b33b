import Tables

/// What was converted before a table was read, told once a column.
struct ConversionFindings {
  private struct Column {
    var first: Grid.Conversion
    var count = 0
  }

  private var columns: [UInt16: Column] = [:]
  private let grid: Grid

  /// Of the grid's conversions the first in each column, and how many there are.
  init(_ grid: Grid) {
    self.grid = grid
    for conversion in grid.conversions {
      let column = grid.cells[Int(conversion.cell)].column
      columns[column, default: Column(first: conversion)].count += 1
      if let first = columns[column]?.first, conversion.cell < first.cell {
        columns[column]?.first = conversion
      }
    }
  }

  func tell(in places: [ColumnPlace], _ findings: inout FindingList) {
    guard !columns.isEmpty else { return }
    for place in places {
      guard let column = columns[UInt16(clamping: place.sheetColumn)] else { continue }
      let index = Int(column.first.cell)
      let row = grid.rows.lastIndex { Int($0.firstCell) <= index }.map { grid.rows[$0].number } ?? 0
      findings.add(
        .converted, .repair, headerRow: row, column: place, value: grid.string(of: column.first.before),
        facts: [
          "encoding": column.first.script == .vni ? OldEncoding.vni.rawValue : OldEncoding.tcvn3.rawValue,
          "repaired": grid.string(of: grid.cells[index]), "count": String(column.count),
        ])
    }
  }
}
