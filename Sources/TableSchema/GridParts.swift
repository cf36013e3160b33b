import Tables

extension Grid {
  /// Its first rows and one more, where they stand.
  func first(_ count: Int, and row: Int) -> Grid {
    var result = Grid(name: name, epoch1904: epoch1904)
    result.patterns = patterns
    let kept = rows.indices.prefix(count) + [row]
    result.merges = merges.filter { $0.lastRow < rows[row].number }
    for row in kept { result.append(row, of: self, as: rows[row].number) }
    return result
  }

  /// Some of its rows where they stand, and others right below them.
  func part(_ range: Range<Int>, and rows: [Int] = []) -> Grid {
    var result = Grid(name: name, epoch1904: epoch1904)
    result.patterns = patterns
    guard let first = range.first, let last = range.last else { return result }
    let numbers = self.rows[first].number...self.rows[last].number
    result.merges = merges.filter { numbers.contains($0.firstRow) && numbers.contains($0.lastRow) }
    for row in range { result.append(row, of: self, as: self.rows[row].number) }
    for (index, row) in rows.enumerated() {
      result.append(row, of: self, as: numbers.upperBound + 1 + Int32(index))
    }
    return result
  }

  /// Its first rows under the labels of another sheet.
  func under(labelsOf table: Table, in other: Grid, depth: Int) -> Grid {
    var result = Grid(name: name, epoch1904: epoch1904)
    result.patterns = patterns
    result.merges = other.merges.filter { $0.lastRow <= table.headerRow }
    let labels = other.rows.indices.filter { other.rows[$0].number <= table.headerRow }
    for row in labels { result.append(row, of: other, as: other.rows[row].number) }
    for row in rows.indices.prefix(depth) {
      result.append(row, of: self, as: table.headerRow + 1 + Int32(row))
    }
    return result
  }

  private mutating func append(_ row: Int, of other: Grid, as number: Int32) {
    rows.append(Row(number: number, hidden: false, firstCell: Int32(cells.count)))
    for cell in other.cells[other.cellRange(ofRow: row)] {
      var copy = cell
      copy.start = UInt32(bytes.count)
      copy.inShared = false
      bytes.append(contentsOf: other.text(of: cell))
      cells.append(copy)
    }
  }
}
