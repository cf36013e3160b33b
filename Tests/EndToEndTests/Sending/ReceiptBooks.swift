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
  let bytes = Array(try Data(contentsOf: workdir.path("Outbox/\(unit)/bien-nhan/\(name).xlsx")))
  let grids = try readWorkbook(bytes, limits: .standard).grids
  return MadeWorkbook(
    grids.enumerated().map { number, grid in
      var rows: [[String]] = []
      for (index, row) in grid.rows.enumerated() {
        while rows.count < Int(row.number) { rows.append([]) }
        for cell in grid.cellRange(ofRow: index).map({ grid.cells[$0] }) {
          while rows[Int(row.number) - 1].count <= Int(cell.column) { rows[Int(row.number) - 1].append("") }
          rows[Int(row.number) - 1][Int(cell.column)] =
            (cell.kind == .text ? "" : "#") + grid.string(of: cell)
        }
      }
      for (row, columns) in rows.enumerated() where number == sheet {
        for column in columns.indices {
          if let text = cells[cellAddress(column: column, row: row + 1)] { rows[row][column] = text }
        }
      }
      return MadeWorkbook.Sheet(name: grid.name, rows: rows)
    }
  ).bytes
}
