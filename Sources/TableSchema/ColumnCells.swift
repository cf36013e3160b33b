import Tables

/// The cells of the data rows, by sheet column.
struct ColumnCells {
  /// No cell in this row.
  static let none: Int32 = -1

  private var columns: [[Int32]]
  /// By sheet column, position in `columns`.
  private var slots: [Int]

  /// Only the columns in `wanted`, in one pass over the rows.
  init(_ grid: Grid, rows: [Int32], wanted: [Int]) {
    let width = (wanted.max() ?? -1) + 1
    var slots = [Int](repeating: -1, count: width)
    for (slot, column) in wanted.enumerated() { slots[column] = slot }
    self.slots = slots
    let count = rows.count
    var flat = [Int32](repeating: Self.none, count: count * wanted.count)
    flat.withUnsafeMutableBufferPointer { flat in
      grid.cells.withUnsafeBufferPointer { cells in
        for (row, index) in rows.enumerated() {
          for cell in grid.cellRange(ofRow: Int(index)) {
            let column = Int(cells[cell].column)
            guard column < width, slots[column] >= 0 else { continue }
            flat[slots[column] * count + row] = Int32(cell)
          }
        }
      }
    }
    columns = wanted.indices.map { Array(flat[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// Of each row the position in ``Grid/cells``, or ``none``.
  subscript(sheetColumn: Int) -> [Int32] { columns[slots[sheetColumn]] }
}
