import Tables

/// The cells of the data rows, by sheet column: so many rows at a time that what
/// they hold is still at hand when the last column is read.
struct ColumnCells {
  /// No cell in this row.
  static let none: Int32 = -1
  /// Few enough to stay in the near cache, and no power of two: the columns would lie in each other's way there.
  private static let rowsAtOnce = 2000

  private let grid: Grid
  private let rows: [Int32]
  /// By sheet column, position in `cells` in units of ``rowsAtOnce``.
  private var slots: [Int]
  private var cells: [Int32]
  private var loaded = 0..<0

  /// By sheet column: it has a label, or it has been spoken of.
  private let spoken: [Bool]
  /// Of the rows that were taken the cells of all other columns: the data row, and the position in
  /// ``Grid/cells``.
  private(set) var unlabelled: [(row: Int32, cell: Int32)] = []

  /// Only the columns in `wanted`; `rows` are positions in ``Grid/rows``.
  init(_ grid: Grid, rows: [Int32], wanted: [Int], spoken: Set<Int>) {
    self.grid = grid
    self.spoken = (0...(spoken.max() ?? 0)).map(spoken.contains)
    self.rows = rows
    slots = [Int](repeating: -1, count: (wanted.max() ?? -1) + 1)
    for (slot, column) in wanted.enumerated() { slots[column] = slot }
    cells = [Int32](repeating: Self.none, count: Self.rowsAtOnce * wanted.count)
  }

  /// Takes the next rows; false after the last.
  mutating func loadNext() -> Bool {
    guard loaded.upperBound < rows.count else { return false }
    let loaded = loaded.upperBound..<min(loaded.upperBound + Self.rowsAtOnce, rows.count)
    self.loaded = loaded
    var unlabelled: [(row: Int32, cell: Int32)] = []
    let slots = slots
    cells.withUnsafeMutableBufferPointer { found in
      found.update(repeating: Self.none)
      slots.withUnsafeBufferPointer { slots in
        grid.cells.withUnsafeBufferPointer { cells in
          for (row, index) in rows[loaded].enumerated() {
            for cell in grid.cellRange(ofRow: Int(index)) {
              let column = Int(cells[cell].column)
              guard column < slots.count, slots[column] >= 0 else {
                if column >= spoken.count || !spoken[column] {
                  unlabelled.append((Int32(loaded.lowerBound + row), Int32(cell)))
                }
                continue
              }
              found[slots[column] &* Self.rowsAtOnce &+ row] = Int32(truncatingIfNeeded: cell)
            }
          }
        }
      }
    }
    self.unlabelled += unlabelled
    return true
  }

  /// The cells of the rows that were taken.
  subscript(sheetColumn: Int) -> ColumnBlock {
    let start = slots[sheetColumn] * Self.rowsAtOnce
    return ColumnBlock(rows: loaded, cells: cells[start..<(start + loaded.count)])
  }
}

/// The cells of one column in some rows that follow each other.
struct ColumnBlock {
  /// Positions among the data rows.
  let rows: Range<Int>
  /// Of each of them the position in ``Grid/cells``, or ``ColumnCells/none``.
  var cells: ArraySlice<Int32>

  subscript(row: Int) -> Int32 {
    get { cells[cells.startIndex + row - rows.lowerBound] }
    set { cells[cells.startIndex + row - rows.lowerBound] = newValue }
  }
}
