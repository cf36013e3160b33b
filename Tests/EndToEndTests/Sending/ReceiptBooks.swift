import Foundation
import Sheets
import Tables

/// The texts of the first sheet of a receipt, cell by cell.
func receiptText(_ workdir: Workdir, _ unit: String, _ name: String, sheet: Int = 0) throws -> [String] {
  let bytes = Array(try Data(contentsOf: workdir.path("Outbox/\(unit)/bien-nhan/\(name).xlsx")))
  let grid = try readWorkbook(bytes, limits: .standard).grids[sheet]
  return grid.cells.map { grid.string(of: $0) }
}

/// A receipt as somebody saves it again after correcting cells: every sheet, cell for cell.
func corrected(
  _ workdir: Workdir, _ unit: String, _ name: String, sheet: Int, _ cells: [String: String] = [:]
) throws -> [UInt8] {
  var book = try savedAgain(workdir, "Outbox/\(unit)/bien-nhan/\(name).xlsx")
  for (row, columns) in book.sheets[sheet].rows.enumerated() {
    for column in columns.indices {
      if let text = cells[cellAddress(column: column, row: row + 1)] {
        book.sheets[sheet].rows[row][column] = text
      }
    }
  }
  return book.bytes
}

/// A workbook of ours as an office program would save it, without its looks.
func savedAgain(_ workdir: Workdir, _ path: String) throws -> MadeWorkbook {
  let grids = try readWorkbook(Array(try Data(contentsOf: workdir.path(path))), limits: .standard).grids
  return MadeWorkbook(
    grids.map { grid in
      var rows: [[String]] = []
      for (index, row) in grid.rows.enumerated() {
        while rows.count < Int(row.number) { rows.append([]) }
        for cell in grid.cellRange(ofRow: index).map({ grid.cells[$0] }) {
          while rows[rows.count - 1].count <= Int(cell.column) { rows[rows.count - 1].append("") }
          rows[rows.count - 1][Int(cell.column)] = written(cell, in: grid)
        }
      }
      return MadeWorkbook.Sheet(name: grid.name, rows: rows, isHidden: grid.visibility != .visible)
    })
}

/// As ``MadeWorkbook`` takes it; a date stays one.
private func written(_ cell: Grid.Cell, in grid: Grid) -> String {
  let text = grid.string(of: cell)
  switch cell.kind {
  case .text: return text
  case .date:
    let day = Int(text).flatMap { Day(excelSerial: $0, epoch1904: grid.epoch1904) }
    return day.map { "@" + $0.iso } ?? text
  default: return "#" + text
  }
}
