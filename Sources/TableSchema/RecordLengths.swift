import Tables

/// How many fields the records of a text file have, beside the labels.
///
/// A record with more of them, blank ones too, is held: where a separator within a value has parted it (`8,5`), all
/// behind it stands one column too far to the right, and the last, blank, falls out. Where all records have the same
/// surplus of blanks, the program that wrote them ends each with a separator. Records with fewer are told once: many
/// programs leave out the blanks at the end, and some people a separator.
struct RecordLengths {
  private let header: Header
  /// Of the labels.
  private var width = 0
  /// By data row; none of a workbook.
  private var counts: [Int] = []

  init(_ grid: Grid, rows: [Int32], header: Header) {
    self.header = header
    for row in grid.rows.prefix(while: { $0.number <= header.lastRow }) where row.number >= header.firstRow {
      width = max(width, Int(row.fieldCount))
    }
    if width > 0 { counts = rows.map { Int(grid.rows[Int($0)].fieldCount) } }
  }

  /// Nothing more of rows in `told`, of which a cell beyond the labels has been told.
  func tell(besides told: Set<Int>, _ findings: inout FindingList) {
    guard let first = counts.first(where: { $0 != width }) else { return }
    let areAlike = counts.allSatisfy { $0 == first }
    guard !areAlike else { return }
    let beyond = ColumnPlace(label: "", sheetColumn: width)
    for (row, count) in counts.enumerated() where count > width && !told.contains(row) {
      findings.add(.extraCell, .error, row: row, column: beyond, facts: ["reason": "ragged"])
    }
    tellShort(&findings)
  }

  private func tellShort(_ findings: inout FindingList) {
    let short = counts.indices.filter { counts[$0] < width }
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
