import Tables

/// Rows above the labels of a table that are data as well, and would be lost without a word: of another list in the
/// same sheet, whose labels are fewer, and of this one, where its labels were sorted among its rows. The table is
/// refused then. Titles, legends and what a form says once above its table are none.
struct RowsAbove {
  /// Whether the table is refused: they could be read for themselves. Of others one can only ask.
  let isRefused: Bool
  /// In the sheet, in order.
  private let rows: [Int32]
  /// The sheet row of the labels above them; nil where they have none.
  private let labels: Int32?
  private let headerRow: Int32

  init?(_ reader: TableReader, above header: Header, _ columns: SheetColumns, _ schema: Schema) {
    let grid = reader.grid
    let count = grid.rows.prefix { $0.number < header.firstRow }.count
    guard count > 0, !reader.isPart else { return nil }
    headerRow = header.lastRow
    let other = OtherList(reader, first: count, beside: schema)
    if let other, other.isTable {
      (isRefused, rows, labels) = (true, other.rows, other.labels)
      return
    }
    let own = Self.ownRows(reader, first: count, header, columns, schema)
    if !own.isEmpty {
      (isRefused, rows, labels) = (true, own, nil)
      return
    }
    guard let other else { return nil }
    (isRefused, rows, labels) = (false, other.rows, other.labels)
  }

  func tell(_ findings: inout FindingList) {
    var facts = ["rows": String(rows.count), "list": stretches(of: rows), "headerRow": String(headerRow)]
    facts["otherRow"] = labels.map { String($0) }
    findings.add(.aboveLabels, isRefused ? .error : .note, headerRow: rows[0], facts: facts)
  }

  /// Those that would be rows of the table if they stood below its labels, from the first in which nothing is wrong.
  private static func ownRows(
    _ reader: TableReader, first count: Int, _ header: Header, _ columns: SheetColumns, _ schema: Schema
  ) -> [Int32] {
    let grid = reader.grid
    let candidates = (0..<count).filter { grid.isLikeData($0, columns) }
    guard !candidates.isEmpty else { return [] }
    // The labels alone: a row right above them may be taken for a line of them.
    let below = grid.part(count..<header.firstDataRow, and: candidates)
    let reading = reader.reading(part: below)
    guard let table = reading.table ?? reading.refused, table.kind == schema.kind else { return [] }
    let faultless = (0..<table.rowCount).filter { row in
      // A name that is only compared may be anything, and has letters.
      let name = table.text("check:fullName", row)
      return !table.held[row] && (name.isEmpty || name.contains { $0.isLetter })
    }
    // A row of a table about nobody may be a sum that stands above it.
    guard faultless.count > (schema.person == .none ? 1 : 0) else { return [] }
    let position = Int(table.rowNumbers[faultless[0]] - below.rows[header.firstDataRow - count].number)
    return candidates[position...].map { grid.rows[$0].number }
  }
}

/// The best labels above those of a table, and the rows of data below them.
private struct OtherList {
  let rows: [Int32]
  /// The sheet row of the labels.
  let labels: Int32
  /// Whether all is there that its kind needs.
  let isTable: Bool

  init?(_ reader: TableReader, first count: Int, beside schema: Schema) {
    let above = reader.grid.part(0..<count)
    guard let header = reader.schemas.search.header(of: above),
      2 * header.columns.count(where: { !$0.targets.isEmpty }) > header.columns.count
    else { return nil }
    let own = reader.schemas.schemas[header.schema]
    // A legend of codes above a list of persons is none.
    guard own.person != .none || schema.person == .none else { return nil }
    let reading = reader.reading(part: above)
    guard let table = reading.table ?? reading.refused else { return nil }
    let columns = SheetColumns(header, schema: own)
    let numbers = Set(table.rowNumbers)
    let read = above.rows.indices.filter { numbers.contains(above.rows[$0].number) }
    rows = read.filter { above.isLikeData($0, columns) }.map { above.rows[$0].number }
    labels = header.lastRow
    isTable = reading.table != nil
    guard !rows.isEmpty, isTable || (schema.person != .none && !columns.names.isEmpty) else { return nil }
  }
}

extension TableReader {
  /// Reads some rows of the sheet as if nothing else were there.
  func reading(part: Grid, takesNumbers: Bool = false) -> TableReading {
    TableReader(
      grid: part, isCSV: isCSV, schemas: schemas, takesNumbers: takesNumbers, isPart: true
    ).reading()
  }
}

extension Grid {
  /// Whether a row says something of several columns: two of which one begins with a digit, or more.
  fileprivate func isLikeData(_ row: Int, _ columns: SheetColumns) -> Bool {
    let known = columns.known
    var filled = 0
    var hasDigits = false
    for cell in cells[cellRange(ofRow: row)] {
      let column = Int(cell.column)
      let first = text(of: cell).first { $0 != UInt8(ascii: " ") }
      guard cell.kind != .text || first != nil else { continue }
      let isNumber = cell.kind != .text || first.map { $0 &- UInt8(ascii: "0") < 10 } == true
      let isKnown = column < known.count && known[column]
      guard isKnown || (isNumber && column == columns.ordinal) else { continue }
      filled += 1
      hasDigits = hasDigits || isNumber
    }
    return filled > 3 || (filled > 1 && hasDigits)
  }
}
