import Tables

/// Rows above the labels of a table that are data as well, and would be lost without a word: of other lists in the
/// same sheet, whose labels are fewer, and of this one, where its labels were sorted among its rows. The table is
/// refused where that is certain; of others one can only ask. Titles, legends and what a form says once above its
/// table are none.
struct RowsAbove {
  let isRefused: Bool
  /// In the sheet, in order.
  private let rows: [Int32]
  /// The sheet row of the first labels above them; nil where they have none.
  private let labels: Int32?
  private let headerRow: Int32

  init?(_ reader: TableReader, above header: Header, _ columns: SheetColumns, _ schema: Schema) {
    let count = reader.grid.rows.prefix { $0.number < header.firstRow }.count
    guard count > 0, !reader.isPart else { return nil }
    headerRow = header.lastRow
    let others = OtherList.lists(reader, first: count, beside: schema)
    if let first = others.first {
      isRefused = others.contains { $0.isTable && ($0.isAboutPersons || $0.kind == schema.kind) }
      (rows, labels) = (others.flatMap(\.rows), first.labels)
      return
    }
    let own = OwnRows(reader, first: count, header, columns, schema)
    guard !own.rows.isEmpty else { return nil }
    (isRefused, rows, labels) = (own.areCertain, own.rows, nil)
  }

  func tell(_ findings: inout FindingList) {
    var facts = ["rows": String(rows.count), "list": stretches(of: rows), "headerRow": String(headerRow)]
    facts["otherRow"] = labels.map { String($0) }
    findings.add(.aboveLabels, isRefused ? .error : .note, headerRow: rows[0], facts: facts)
  }
}

/// Rows that would be those of the table if they stood below its labels.
private struct OwnRows {
  /// In the sheet, from the first in which nothing is wrong.
  private(set) var rows: [Int32] = []
  private(set) var areCertain = false

  init(_ reader: TableReader, first count: Int, _ header: Header, _ columns: SheetColumns, _ schema: Schema) {
    let grid = reader.grid
    // What stands above a table fills few of its columns, and in a narrow one anything may.
    let usual = grid.rows.indices.dropFirst(header.firstDataRow).prefix(20)
      .map { grid.filled($0, columns) }.sorted()
    guard let width = usual.isEmpty ? nil : usual[usual.count / 2], width > 2 else { return }
    let candidates = (0..<count).filter {
      4 * grid.filled($0, columns) >= 3 * width && grid.numbers($0, columns)
    }
    guard !candidates.isEmpty else { return }
    // The labels alone: a row right above them may be taken for a line of them.
    let below = grid.part(count..<header.firstDataRow, and: candidates)
    let reading = reader.reading(part: below)
    guard let table = reading.table ?? reading.refused, table.kind == schema.kind,
      let faultless = (0..<table.rowCount).first(where: { !table.held[$0] && table.namesSomebody($0) })
    else { return }
    let position = Int(table.rowNumbers[faultless] - below.rows[header.firstDataRow - count].number)
    rows = candidates[position...].map { grid.rows[$0].number }
    areCertain = schema.person != .none && rows.count > 1 && width > 3
  }
}

/// Labels above those of a table, and the rows of data below them.
private struct OtherList {
  let rows: [Int32]
  /// The sheet row of the labels.
  let labels: Int32
  let kind: TableKind
  let isAboutPersons: Bool
  /// Whether all is there that its kind needs.
  let isTable: Bool

  /// All of them among the first rows of a sheet, in order.
  static func lists(_ reader: TableReader, first count: Int, beside schema: Schema) -> [OtherList] {
    var lists: [OtherList] = []
    var count = count
    while count > 0 {
      let above = reader.grid.part(0..<count)
      guard let header = reader.schemas.search.header(of: above) else { break }
      if let list = OtherList(reader, above, header, beside: schema) { lists.insert(list, at: 0) }
      count = above.rows.prefix { $0.number < header.firstRow }.count
    }
    return lists
  }

  private init?(_ reader: TableReader, _ above: Grid, _ header: Header, beside schema: Schema) {
    guard 2 * header.columns.count(where: { !$0.targets.isEmpty }) > header.columns.count else { return nil }
    let own = reader.schemas.schemas[header.schema]
    // A legend of codes above a list of persons is none.
    guard own.person != .none || schema.person == .none else { return nil }
    let reading = reader.reading(part: above)
    guard let table = reading.table ?? reading.refused else { return nil }
    let columns = SheetColumns(header, schema: own)
    let numbers = Set(table.rowNumbers)
    let read = above.rows.indices.filter { numbers.contains(above.rows[$0].number) }
    rows = read.filter { above.isLikeData($0, columns) }.map { above.rows[$0].number }
    (labels, kind) = (header.lastRow, own.kind)
    isAboutPersons = own.person != .none
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

extension Table {
  /// What stands for a name is words alone, and a number has digits: `Ngày lập:` and `Hệ số` are neither.
  fileprivate func namesSomebody(_ row: Int) -> Bool {
    let names = ["fullName", "check:fullName"].map { text($0, row) }.filter { !$0.isEmpty }
    let numbers = ["personalId", "moetId", "examNo", "applicationNo"].map { text($0, row) }.filter {
      !$0.isEmpty
    }
    return names.allSatisfy { name in
      name.contains(where: \.isLetter) && !name.contains { $0.isNumber || $0 == ":" }
    } && numbers.allSatisfy { $0.contains(where: \.isNumber) }
  }
}

extension Grid {
  /// The cells of a row in which something stands, with their columns.
  private func said(_ row: Int) -> [(column: Int, isNumber: Bool)] {
    cells[cellRange(ofRow: row)].compactMap { cell in
      guard cell.kind == .text else { return (Int(cell.column), true) }
      let first = text(of: cell).first { $0 != UInt8(ascii: " ") }
      return first.map { (Int(cell.column), $0 &- UInt8(ascii: "0") < 10) }
    }
  }

  /// How many columns of the table a row fills.
  fileprivate func filled(_ row: Int, _ columns: SheetColumns) -> Int {
    let known = columns.known
    return said(row).count { ($0.column < known.count && known[$0.column]) || $0.column == columns.ordinal }
  }

  /// Whether a row has a number, where the table numbers its rows.
  fileprivate func numbers(_ row: Int, _ columns: SheetColumns) -> Bool {
    guard let ordinal = columns.ordinal else { return true }
    return said(row).contains { $0.column == ordinal && $0.isNumber }
  }

  /// Whether a row says something of several columns: two of which one begins with a digit, or more.
  fileprivate func isLikeData(_ row: Int, _ columns: SheetColumns) -> Bool {
    let known = columns.known
    let cells = said(row).filter {
      ($0.column < known.count && known[$0.column]) || ($0.isNumber && $0.column == columns.ordinal)
    }
    return cells.count > 3 || (cells.count > 1 && cells.contains(where: \.isNumber))
  }
}
