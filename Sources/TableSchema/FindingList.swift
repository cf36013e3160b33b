import Tables

/// The findings of one table while it is read, and the rows that they hold.
struct FindingList {
  /// More of them than this are held without being told one by one: such a
  /// table is refused as a whole.
  static let most = 100_000

  let sheet: String
  /// The sheet row of each row.
  let rowNumbers: [Int32]
  private(set) var findings: [Finding] = []
  private(set) var held: [Bool]

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// The cells with an error.
  private var refused: Set<Cell> = []

  init(sheet: String, rowNumbers: [Int32]) {
    self.sheet = sheet
    self.rowNumbers = rowNumbers
    held = [Bool](repeating: false, count: rowNumbers.count)
  }

  /// A finding in a cell; an error holds the row.
  mutating func add(
    _ code: FindingCode, _ severity: Finding.Severity, row: Int, column: ColumnPlace, value: String = "",
    facts: [String: String] = [:]
  ) {
    if severity == .error {
      held[row] = true
      refused.insert(Cell(row: row, column: column.sheetColumn))
    }
    guard findings.count < Self.most else { return }
    let place = Finding.Place(
      sheet: sheet, row: Int(rowNumbers[row]), column: column.sheetColumn, label: column.label)
    findings.append(Finding(code, severity, at: place, value: value, facts: facts))
  }

  /// Holds rows without a finding for each, and drops what was found in that column of them.
  mutating func hold(_ rows: [Int], insteadOfFindingsIn column: ColumnPlace) {
    var numbers: Set<Int> = []
    for row in rows {
      held[row] = true
      refused.insert(Cell(row: row, column: column.sheetColumn))
      numbers.insert(Int(rowNumbers[row]))
    }
    findings.removeAll { $0.place.column == column.sheetColumn && numbers.contains($0.place.row) }
  }

  /// A finding about the sheet or a column of it.
  mutating func add(
    _ code: FindingCode, _ severity: Finding.Severity, headerRow: Int32 = 0, column: ColumnPlace? = nil,
    value: String = "", facts: [String: String] = [:]
  ) {
    let place = Finding.Place(
      sheet: sheet, row: Int(headerRow), column: column?.sheetColumn ?? -1, label: column?.label ?? "")
    findings.append(Finding(code, severity, at: place, value: value, facts: facts))
  }

  /// Whether an error in that cell has been told: one is enough.
  func isToldAbout(row: Int, column: ColumnPlace) -> Bool {
    held[row] && refused.contains(Cell(row: row, column: column.sheetColumn))
  }

  /// In the order of the sheet: by row, then column; equal places as they were found.
  mutating func sort() {
    let order = findings.indices.sorted {
      let (a, b) = (findings[$0].place, findings[$1].place)
      return (a.row, a.column, $0) < (b.row, b.column, $1)
    }
    findings = order.map { findings[$0] }
  }
}

/// Where a column stands in its sheet, for findings.
struct ColumnPlace {
  var label: String
  /// From 0; −1 for a column put together from several.
  var sheetColumn: Int
}
