import Tables

/// How many fields the records of a text file have, beside the labels.
///
/// A record with more of them, blank ones too, is held: where a separator within a value has parted it (`8,5`), all
/// behind it stands one column too far to the right, and the last, blank, falls out. Where all records have the same
/// surplus of blanks, the program that wrote them ends each with a separator. Records with fewer are told once: many
/// programs leave out the blanks at the end, and some people a separator. Excel asks of sixteen rows at a time how many
/// cells to write: where such a block is all alike, it was the program.
struct RecordLengths {
  private let grid: Grid
  private let rows: [Int32]
  private let header: Header
  /// Of the labels; 0 in a workbook.
  private var width = 0

  init(_ grid: Grid, rows: [Int32], header: Header) {
    self.grid = grid
    self.rows = rows
    self.header = header
    for row in grid.rows.prefix(while: { $0.number <= header.lastRow }) where row.number >= header.firstRow {
      width = max(width, Int(row.fieldCount))
    }
  }

  /// Nothing more of rows in `told`, of which a cell beyond the labels has been told.
  func tell(besides told: Set<Int>, _ findings: inout FindingList) {
    guard width > 0, let first = rows.first else { return }
    let counts = rows.map { Int(grid.rows[Int($0)].fieldCount) }
    let areAlike = counts.allSatisfy { $0 == Int(grid.rows[Int(first)].fieldCount) }
    guard !areAlike else { return }
    let ofBlock = blocks(counts)
    let beyond = ColumnPlace(label: "", sheetColumn: width)
    let known = told.union(ofBlock)
    for (row, count) in counts.enumerated() where count > width && !known.contains(row) {
      findings.add(.extraCell, .error, row: row, column: beyond, facts: ["reason": "ragged"])
    }
    tellShort(counts, besides: ofBlock, &findings)
  }

  /// The data rows of blocks that are all alike.
  private func blocks(_ counts: [Int]) -> Set<Int> {
    let blocks = Dictionary(grouping: counts.indices) { (grid.rows[Int(rows[$0])].number - 1) / 16 }
    return Set(
      blocks.values.filter { block in
        block.count >= 4 && block.allSatisfy { counts[$0] == counts[block[0]] }
      }.joined())
  }

  private func tellShort(_ counts: [Int], besides ofBlock: Set<Int>, _ findings: inout FindingList) {
    let short = counts.indices.filter { counts[$0] < width && !ofBlock.contains($0) }
    // Where most are, that is how the program writes.
    guard let row = short.first, short.count * 2 <= counts.count,
      let column = header.columns.filter({ $0.sheetColumn >= counts[row] && !$0.targets.isEmpty })
        .min(by: { $0.sheetColumn < $1.sheetColumn })
    else { return }
    findings.add(
      .missingCell, .note, row: row,
      column: ColumnPlace(label: column.label, sheetColumn: column.sheetColumn),
      facts: ["count": String(counts[row]), "rows": String(short.count)])
  }
}
