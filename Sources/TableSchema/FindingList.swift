import Tables

/// The findings of one table while it is read, and the rows that they hold.
struct FindingList {
  /// Of more errors than this only the first of each row is told: no row is held without a word.
  static let mostErrors = 100_000
  /// More repairs or notes of one code than this in a column are only counted.
  static let mostAlike = CellRepairs.mostTold

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
  private var errors = 0
  /// Of the errors, how many are told by none of their own.
  private var untold = 0
  /// Of repairs and notes, how many there are of one code in a column.
  private var alike: [Kind: Int] = [:]

  private struct Kind: Hashable {
    var code: FindingCode
    var column: Int
  }

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
    guard mayTell(code, severity, row: row, column: column) else { return }
    let place = Finding.Place(
      sheet: sheet, row: Int(rowNumbers[row]), column: column.sheetColumn, label: column.label)
    findings.append(Finding(code, severity, at: place, value: value, facts: facts))
  }

  /// Counts what is found in a row, and says whether it is told by itself.
  private mutating func mayTell(
    _ code: FindingCode, _ severity: Finding.Severity, row: Int, column: ColumnPlace
  ) -> Bool {
    guard severity == .error else {
      let kind = Kind(code: code, column: column.sheetColumn)
      alike[kind, default: 0] += 1
      return alike[kind, default: 0] <= Self.mostAlike
    }
    errors += 1
    refused.insert(Cell(row: row, column: column.sheetColumn))
    defer { held[row] = true }
    let isTold = errors <= Self.mostErrors || !held[row]
    if !isTold { untold += 1 }
    return isTold
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

  /// Drops what was found in rows.
  mutating func forget(_ rows: [Int]) {
    let numbers = Set(rows.map { Int(rowNumbers[$0]) })
    findings.removeAll { numbers.contains($0.place.row) }
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

  /// What was mended in a column; `sheetRow` is the row of the sheet of one that was counted otherwise.
  mutating func add(_ repairs: CellRepairs, column: ColumnPlace, sheetRow: (_ row: Int) -> Int) {
    let sheet = sheet
    findings += repairs.findings { row in
      Finding.Place(sheet: sheet, row: sheetRow(row), column: column.sheetColumn, label: column.label)
    }
  }

  /// Whether an error in that cell has been told: one is enough.
  func isToldAbout(row: Int, column: ColumnPlace) -> Bool {
    held[row] && refused.contains(Cell(row: row, column: column.sheetColumn))
  }

  /// In the order of the sheet: by row, then column; equal places as they were found. What was only
  /// counted is said at the first of its kind.
  mutating func finish() {
    for (kind, count) in alike where count > Self.mostAlike {
      let first = findings.firstIndex { $0.code == kind.code && $0.place.column == kind.column }
      if let first { findings[first].facts["more"] = String(count - Self.mostAlike) }
    }
    if untold > 0, let last = findings.lastIndex(where: { $0.severity == .error }) {
      findings[last].facts["untold"] = String(untold)
    }
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
