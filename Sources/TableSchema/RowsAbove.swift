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

  /// - Parameter data: the rows of the table, by their position in the sheet.
  init?(
    _ reader: TableReader, above header: Header, _ columns: SheetColumns, _ schema: Schema,
    below data: [Int32]
  ) {
    let count = reader.grid.rows.prefix { $0.number < header.firstRow }.count
    guard count > 0, !reader.isPart else { return nil }
    headerRow = header.lastRow
    let others = OtherList.lists(reader, first: count, beside: schema)
    if let first = others.first {
      isRefused = others.contains { $0.isTable && ($0.isAboutPersons || $0.kind == schema.kind) }
      (rows, labels) = (others.flatMap(\.rows), first.labels)
      return
    }
    let own = OwnRows(reader, first: count, header, columns, schema, below: data)
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
  /// In the sheet, in order.
  private(set) var rows: [Int32] = []
  /// Several children, or one with its number: no title has that, and no form's example. Or there is nobody else.
  private(set) var areCertain = false

  init(
    _ reader: TableReader, first count: Int, _ header: Header, _ columns: SheetColumns, _ schema: Schema,
    below data: [Int32]
  ) {
    let grid = reader.grid
    let own = data.prefix(20).map { Int($0) }
    // What stands above a table fills few of its columns, and in a narrow one anything may.
    let widths = own.map { grid.filled($0, columns) }.sorted()
    let all = columns.sources.count + (columns.ordinal == nil ? 0 : 1)
    let width = widths.isEmpty ? all : widths[widths.count / 2]
    func fills(_ row: Int) -> Bool {
      let filled = grid.filled(row, columns)
      return width > 2 ? 4 * filled >= 3 * width : schema.person != .none && filled == 2 && width == 2
    }
    let areNumbered = columns.ordinal != nil && 2 * own.count { grid.isNumbered($0, columns) } >= own.count
    let candidates = (0..<count).filter {
      grid.isNumbered($0, columns) || fills($0) || (schema.person != .none && !areNumbered)
    }
    guard !candidates.isEmpty else { return }
    // The labels alone: a row right above them may be taken for a line of them.
    let below = grid.part(count..<header.firstDataRow, and: candidates)
    let reading = reader.reading(part: below)
    guard let table = reading.table ?? reading.refused, table.kind == schema.kind else { return }
    let first = below.rows[header.firstDataRow - count].number
    func candidate(_ row: Int) -> Int { candidates[Int(table.rowNumbers[row] - first)] }
    func isNumbered(_ row: Int) -> Bool { areNumbered && grid.isNumbered(candidate(row), columns) }
    func isOne(_ row: Int) -> Bool {
      let isFull = fills(candidate(row))
      guard schema.person != .none else {
        return isFull && !table.held[row] && isNumbered(row) == areNumbered
      }
      // Where others are numbered, or something is wrong in it, its number or its place in the list must speak for it.
      let (isNumbered, hasNumber) = (isNumbered(row), table.hasNumber(row))
      let speaks = isNumbered || (isFull && (hasNumber || !areNumbered))
      let isLike =
        !table.held[row] || (isFull && (isNumbered || hasNumber) && grid.hasDay(candidate(row)))
      return speaks && isLike && table.namesSomebody(row, isFull: isFull || isNumbered)
    }
    let read = (0..<table.rowCount).filter { table.rowNumbers[$0] >= first }
    let found = read.filter(isOne)
    guard !found.isEmpty else { return }
    // Beside one that is, others may be that lack something more.
    let certainly = Set(found)
    let likely = read.filter {
      certainly.contains($0) || (fills(candidate($0)) && table.namesSomebody($0, isFull: true))
    }
    rows = likely.map { grid.rows[candidate($0)].number }
    let full = found.filter {
      fills(candidate($0)) && table.hasName($0)
        && (!table.held[$0] || (isNumbered($0) && table.hasNumber($0)))
    }
    areCertain =
      width > 3 && !full.isEmpty
      && !found.allSatisfy { grid.isExample(candidate($0), columns) || table.isExample($0) }
      && (found.count > 1 || own.isEmpty || full.contains { table.hasNumber($0) })
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
  fileprivate func hasName(_ row: Int) -> Bool { !names(row).isEmpty }

  private func names(_ row: Int) -> [String] {
    ["fullName", "check:fullName"].map { text($0, row) }.filter { !$0.isEmpty }
  }

  /// Whether one of the person's numbers is there: `000123`, and neither `Phòng 5` nor `12/DS`.
  fileprivate func hasNumber(_ row: Int) -> Bool {
    numbers(row).contains { $0.contains(where: \.isNumber) && !$0.contains(" ") && !$0.contains("/") }
  }

  /// `Nguyễn Văn A`: so forms call a child that there is not.
  fileprivate func isExample(_ row: Int) -> Bool {
    names(row).contains { $0.split(separator: " ").last?.count == 1 }
  }

  /// What stands for numbers of the person.
  private func numbers(_ row: Int) -> [String] {
    ["personalId", "moetId", "examNo", "applicationNo"].map { text($0, row) }.filter { !$0.isEmpty }
  }

  /// What stands for a name is words alone, and a number has digits: `Ngày lập:` and `Hệ số` are neither.
  ///
  /// - Parameter isFull: a name says enough where the rest is there.
  fileprivate func namesSomebody(_ row: Int, isFull: Bool) -> Bool {
    let (names, numbers) = (names(row), numbers(row))
    let areNames = names.allSatisfy { name in
      name.contains(where: \.isLetter) && !name.contains { $0.isNumber || $0 == ":" }
    }
    return areNames && numbers.allSatisfy { $0.contains(where: \.isNumber) }
      && (!numbers.isEmpty || (!names.isEmpty && isFull))
  }
}

extension Grid {
  /// The cells of a row in which something stands, in columns of the table: whether it is that of the running
  /// number, and whether a number stands there.
  private func said(_ row: Int, _ columns: SheetColumns) -> [(isOrdinal: Bool, isNumber: Bool)] {
    let known = columns.known
    return cells[cellRange(ofRow: row)].compactMap { cell in
      let column = Int(cell.column)
      let isOrdinal = column == columns.ordinal
      guard isOrdinal || (column < known.count && known[column]) else { return nil }
      guard cell.kind == .text else { return (isOrdinal, true) }
      let first = text(of: cell).first { $0 != UInt8(ascii: " ") }
      return first.map { (isOrdinal, isDigit($0)) }
    }
  }

  /// How many columns of the table a row fills.
  fileprivate func filled(_ row: Int, _ columns: SheetColumns) -> Int { said(row, columns).count }

  fileprivate func isNumbered(_ row: Int, _ columns: SheetColumns) -> Bool {
    said(row, columns).contains { $0.isOrdinal && $0.isNumber }
  }

  /// Whether something stands there like a day, a year or the number of a person.
  fileprivate func hasDay(_ row: Int) -> Bool {
    cells[cellRange(ofRow: row)].contains { cell in
      let text = text(of: cell)
      let isYear = text.count == 4 && (text.starts(with: "19".utf8) || text.starts(with: "20".utf8))
      return text.count(where: isDigit) >= (isYear ? 4 : 6)
    }
  }

  /// Whether in the place of a running number stands what marks the example of a form: `VD`, `Ví dụ 1`, `Mẫu:`, `*`.
  fileprivate func isExample(_ row: Int, _ columns: SheetColumns) -> Bool {
    guard let cell = cells[cellRange(ofRow: row)].first(where: { Int($0.column) == columns.ordinal }) else {
      return false
    }
    let text = folded(text(of: cell))
    return ["vd", "vi du", "mau", "*"].contains { text.starts(with: $0.utf8) }
  }

  /// Whether a row says something of several columns: two of which one begins with a digit, or more.
  fileprivate func isLikeData(_ row: Int, _ columns: SheetColumns) -> Bool {
    let cells = said(row, columns).filter { !$0.isOrdinal || $0.isNumber }
    return cells.count > 3 || (cells.count > 1 && cells.contains(where: \.isNumber))
  }
}
