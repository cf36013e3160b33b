extension Grid {
  /// A cell that has the value of the first cell of the range that it is merged into.
  public struct Copy: Hashable, Sendable {
    /// The sheet row, from 1.
    public var row: Int32
    /// The column, from 0.
    public var column: UInt16
    /// The sheet row of the range's first cell.
    public var origin: Int32
    /// The column of the range's first cell.
    public var originColumn: UInt16

    /// Of a range that begins at `origin`, in the column `originColumn`.
    public init(row: Int32, column: UInt16, origin: Int32, originColumn: UInt16) {
      self.row = row
      self.column = column
      self.origin = origin
      self.originColumn = originColumn
    }

    fileprivate var place: Address { Address(row: origin, column: originColumn) }
  }

  fileprivate struct Address: Hashable {
    var row: Int32
    var column: UInt16
  }

  /// The sheet with cells merged downwards taken apart, each with the value that stood in the first; what was known
  /// of conversions, by positions that are no more, is left out.
  ///
  /// - Parameter copies: by row, then column. Those of rows that the sheet has not are left out.
  public func filling(_ copies: [Copy]) -> Grid {
    guard !copies.isEmpty else { return self }
    var origins: [Address: Cell?] = [:]
    for copy in copies { origins[copy.place] = .some(nil) }
    let originRows = Set(copies.map(\.origin))
    for index in rows.indices where originRows.contains(rows[index].number) {
      for cell in cells[cellRange(ofRow: index)] {
        let place = Address(row: rows[index].number, column: cell.column)
        if origins[place] != nil { origins[place] = .some(cell) }
      }
    }
    var result = self
    result.conversions = []
    result.overmarked = []
    result.merges.removeAll { merge in
      merge.firstRow < merge.lastRow
        && origins[Address(row: merge.firstRow, column: merge.firstColumn)] != nil
    }
    result.cells = []
    result.cells.reserveCapacity(cells.count + copies.count)
    var rest = copies[...]
    for index in rows.indices {
      let number = rows[index].number
      var own = cells[cellRange(ofRow: index)]
      result.rows[index].firstCell = Int32(result.cells.count)
      while let copy = rest.first, copy.row <= number {
        rest.removeFirst()
        guard copy.row == number, var cell = origins[copy.place] ?? nil else { continue }
        let before = own.prefix { $0.column < copy.column }
        result.cells += before
        own = own[before.endIndex...]
        if own.first?.column == copy.column { own.removeFirst() }
        cell.column = copy.column
        result.cells.append(cell)
      }
      result.cells += own
    }
    return result
  }
}
