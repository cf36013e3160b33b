import Foundation
import Sheets
import Tables

/// The texts of the first sheet of a receipt, cell by cell.
func receiptText(_ workdir: Workdir, _ unit: String, _ name: String, sheet: Int = 0) throws -> [String] {
  let bytes = Array(try Data(contentsOf: workdir.path("Outbox/\(unit)/bien-nhan/\(name).xlsx")))
  let grid = try readWorkbook(bytes, limits: .standard).grids[sheet]
  return grid.cells.map { grid.string(of: $0) }
}
