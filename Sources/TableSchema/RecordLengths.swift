import Tables

/// How many fields the records of a text file have, beside the labels.
///
/// A record with more of them, blank ones, may have a value that a separator has parted (`8,5`): all behind it stands
/// one column too far to the right, and the last, blank, falls out. Many programs write such blanks too, and others
/// leave out those at the end of a record; so both are only told, once: the long ones unless all records are alike, the
/// short ones where they are the exception. See also ``PartedNumbers``.
struct RecordLengths {
  private let header: Header
  /// Of the labels; 0 in a workbook.
  private let width: Int
  /// By data row.
  private let counts: [Int]

  init(_ grid: Grid, rows: [Int32], header: Header) {
    self.header = header
    width =
      grid.rows.prefix { $0.number <= header.lastRow }.drop { $0.number < header.firstRow }
      .map { Int($0.fieldCount) }.max() ?? 0
    counts = width > 0 ? rows.map { Int(grid.rows[Int($0)].fieldCount) } : []
  }

  /// Whether all records have the same number of fields, more than there are labels.
  var areAllLonger: Bool {
    guard let first = counts.first, first > width else { return false }
    return counts.allSatisfy { $0 == first }
  }

  /// Nothing more of rows in `told`, of which a cell beyond the labels has been told.
  func tell(besides told: Set<Int>, _ findings: inout FindingList) {
    let areAlike = counts.allSatisfy { $0 == counts[0] }
    let long = areAlike ? [] : counts.indices.filter { counts[$0] > width && !told.contains($0) }
    if let row = long.first {
      findings.add(
        .extraCell, .note, row: row, column: ColumnPlace(label: "", sheetColumn: width),
        facts: ["rows": String(long.count)])
    }
    let short = counts.indices.filter { counts[$0] < width }
    if let row = short.first, short.count * 2 <= counts.count,
      let column = header.columns.filter({ $0.sheetColumn >= counts[row] && !$0.targets.isEmpty })
        .min(by: { $0.sheetColumn < $1.sheetColumn })
    {
      findings.add(
        .missingCell, .note, row: row,
        column: ColumnPlace(label: column.label, sheetColumn: column.sheetColumn),
        facts: ["count": String(counts[row]), "rows": String(short.count)])
    }
  }
}
