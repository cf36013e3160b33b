import Tables

/// What stands in columns without a label is left out, and said: once a column. A row of a text file that
/// has more cells than the header is held: where a separator within a value has parted it (`8,5`), all
/// behind it stands one column too far to the right, and nothing else shows that; see also ``RecordLengths``.
struct UnlabelledCells {
  private struct Found {
    var column: Int
    /// Of a text file each cell, of a workbook the first.
    var cells: [(row: Int, value: String)]
    var count = 1
  }

  private let header: Header
  private let isCSV: Bool
  /// In the order of the sheet.
  private var found: [Found] = []

  init(
    _ view: CellView, _ cells: [(row: Int32, cell: Int32)], header: Header, isCSV: Bool
  ) {
    self.header = header
    self.isCSV = isCSV
    let last = header.columns.map(\.sheetColumn).max() ?? -1
    var places: [UInt16: Int] = [:]
    for (row, index) in cells {
      let cell = view.cells[Int(index)]
      let text = cleaned(view.text(cell), collapsing: true).bytes
      guard !text.isEmpty else { continue }
      let isExtra = isCSV && Int(cell.column) > last
      if let known = places[cell.column] {
        found[known].count += 1
        if isExtra { found[known].cells.append((Int(row), String(decoding: text, as: UTF8.self))) }
      } else {
        places[cell.column] = found.count
        found.append(
          Found(column: Int(cell.column), cells: [(Int(row), String(decoding: text, as: UTF8.self))]))
      }
    }
    found.sort { $0.column < $1.column }
  }

  /// Returns the rows that are held.
  func tell(_ findings: inout FindingList) -> Set<Int> {
    let last = header.columns.map(\.sheetColumn).max() ?? -1
    var told: Set<Int> = []
    for column in found {
      let place = ColumnPlace(label: "", sheetColumn: column.column)
      if isCSV, column.column > last {
        for cell in column.cells where told.insert(cell.row).inserted {
          findings.add(
            .extraCell, .error, row: cell.row, column: place, value: cell.value, facts: ["reason": "ragged"])
        }
      } else {
        findings.add(
          .blankLabel, .note, headerRow: header.lastRow, column: place, value: column.cells[0].value,
          facts: ["count": String(column.count)])
      }
    }
    return told
  }
}
