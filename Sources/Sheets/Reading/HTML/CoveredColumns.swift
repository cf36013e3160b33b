/// The columns of a table that cells above reach down into.
///
/// A page may claim that every cell of a row reaches down to the end of the sheet: finding a free column
/// costs a few hundred steps a row at most, and a row that ends costs nothing.
struct CoveredColumns {
  private static let blockSize = 128

  /// By column, the last row that a cell above covers; only as far as one ever did.
  private var lastRows: [Int32] = []
  /// The least of each whole block of columns.
  private var leastOfBlock: [Int32] = []

  /// The first column from `column` on that nothing covers in a row.
  func firstFree(from column: Int, inRow row: Int) -> Int {
    var column = column
    while column < lastRows.count, lastRows[column] >= row {
      let block = column / Self.blockSize
      let isWhole = column % Self.blockSize == 0 && block < leastOfBlock.count && leastOfBlock[block] >= row
      column += isWhole ? Self.blockSize : 1
    }
    return column
  }

  /// A cell covers these columns down to a row.
  mutating func cover(_ columns: Range<Int>, downTo row: Int) {
    guard !columns.isEmpty else { return }
    let missing = columns.upperBound - lastRows.count
    if missing > 0 { lastRows += [Int32](repeating: 0, count: missing) }
    let row = Int32(row)
    for column in columns { lastRows[column] = max(lastRows[column], row) }
    let wholeBlocks = lastRows.count / Self.blockSize
    while leastOfBlock.count < wholeBlocks { leastOfBlock.append(least(ofBlock: leastOfBlock.count)) }
    let touched = columns.lowerBound / Self.blockSize...(columns.upperBound - 1) / Self.blockSize
    for block in touched where block < wholeBlocks { leastOfBlock[block] = least(ofBlock: block) }
  }

  private func least(ofBlock block: Int) -> Int32 {
    lastRows[(block * Self.blockSize)..<((block + 1) * Self.blockSize)].min() ?? 0
  }
}
