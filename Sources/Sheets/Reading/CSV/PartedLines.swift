public import Tables

extension Grid {
  /// The sheet with each row cut into cells, where every row is a line of a CSV in one cell: so it is when a CSV
  /// was opened in one column, and saved again. Nil for any other sheet. Whether the lines are meant so, only
  /// their labels say.
  public func partingLines(limits: ReadingLimits = .standard) -> Grid? {
    guard rows.count > 1, cells.count == rows.count, cells.allSatisfy({ $0.column == 0 && $0.kind == .text })
    else { return nil }
    var text: [UInt8] = []
    var line: Int32 = 1
    for (row, cell) in zip(rows, cells) {
      // Each record keeps its row.
      while line < row.number {
        text.append(UInt8(ascii: "\n"))
        line += 1
      }
      text += self.text(of: cell)
    }
    text.append(UInt8(ascii: "\n"))
    let (delimiter, start) = text.withUnsafeBufferPointer { CSVDialect.tell($0, from: 0) }
    var reader = CSVReader(text, delimiter: delimiter, limits: limits)
    guard start == 0, (try? reader.read(from: 0)) != nil else { return nil }
    var parted = reader.grid
    guard parted.cells.count > cells.count, parted.rows.map(\.number) == rows.map(\.number) else {
      return nil
    }
    for index in rows.indices { parted.rows[index].hidden = rows[index].hidden }
    (parted.name, parted.visibility, parted.epoch1904) = (name, visibility, epoch1904)
    return parted
  }
}
