import Tables

/// A ``Grid`` in the making from cells that a reader has whole, one after the other.
struct CellCollector {
  private(set) var grid: Grid
  private let limits: ReadingLimits
  /// With what the sheets before held.
  private(set) var size: SheetSize
  private var hiddenRows: Set<Int> = []
  private var lastColumn = -1
  private var inOrder = true

  init(_ grid: Grid, before: SheetSize, limits: ReadingLimits) {
    self.grid = grid
    size = before
    self.limits = limits
  }

  /// The cells in the order of the sheet.
  consuming func finish() throws(ReadingError) -> Grid {
    for index in grid.rows.indices where hiddenRows.contains(Int(grid.rows[index].number)) {
      grid.rows[index].hidden = true
    }
    if !inOrder { try putInOrder(&grid) }
    return grid
  }

  /// Rows from 1.
  mutating func hide(row: Int) { hiddenRows.insert(row) }

  mutating func merge(_ merge: Grid.Merge) { grid.merges.append(merge) }

  /// A cell with a text of its own; an empty text is no cell.
  mutating func add(
    row: Int, column: Int, kind: Grid.Kind, text: UnsafeBufferPointer<UInt8>, script: Grid.Script = .unicode,
    format: NumberFormat? = nil
  ) throws(ReadingError) {
    if isLonger(text, than: limits.cellCharacters) {
      throw .over(.cellCharacters, limits, at: place(row, column))
    }
    let start = grid.bytes.count
    guard start + text.count <= UInt32.max else {
      throw .over(.inflatedBytes, limits, at: place(row, column))
    }
    if kind == .formulaWithoutValue || !text.isEmpty {
      try add(
        row: row,
        Grid.Cell(
          start: UInt32(start), length: UInt32(text.count), column: UInt16(clamping: column), kind: kind,
          inShared: false, script: script), column: column)
      grid.bytes.append(contentsOf: text)
      if kind == .number { format?.mark(lastCellOf: &grid) }
      if kind == .text, text.first == FieldScanner.equals { grid.hasFormulaTexts = true }
    }
  }

  mutating func add(
    row: Int, column: Int, kind: Grid.Kind, text: some Collection<UInt8>, script: Grid.Script = .unicode,
    format: NumberFormat? = nil
  ) throws(ReadingError) {
    let bytes = Array(text)
    try bytes.withUnsafeBufferPointer { text throws(ReadingError) in
      try add(row: row, column: column, kind: kind, text: text, script: script, format: format)
    }
  }

  /// A cell whose text lies in ``Grid/sharedBytes``.
  mutating func add(
    row: Int, column: Int, shared range: Range<UInt32>, script: Grid.Script
  ) throws(ReadingError) {
    guard !range.isEmpty else { return }
    try add(
      row: row,
      Grid.Cell(
        start: range.lowerBound, length: UInt32(range.count), column: UInt16(clamping: column), kind: .text,
        inShared: true, script: script), column: column)
  }

  private mutating func add(row: Int, _ cell: Grid.Cell, column: Int) throws(ReadingError) {
    guard row >= 1, row <= Address.lastRow, column >= 0, column <= Address.lastColumn else {
      throw .damaged(.address, at: place(row, column))
    }
    size.cells += 1
    size.textBytes += Int(cell.length)
    guard size.cells <= limits.cells else { throw .over(.cells, limits, at: place(row, column)) }
    guard size.textBytes <= limits.inflatedBytes else {
      throw .over(.inflatedBytes, limits, at: place(row, column))
    }
    let lastRow = grid.rows.last.map { Int($0.number) } ?? 0
    if row != lastRow {
      if row < lastRow { inOrder = false }
      grid.rows.append(Grid.Row(number: Int32(row), hidden: false, firstCell: Int32(grid.cells.count)))
      lastColumn = -1
    }
    if column <= lastColumn { inOrder = false }
    lastColumn = column
    if cell.script != .unicode { grid.hasOldFonts = true }
    grid.cells.append(cell)
  }

  private func place(_ row: Int, _ column: Int) -> Finding.Place {
    .init(sheet: grid.name, row: row, column: column)
  }
}
