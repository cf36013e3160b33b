import Sheets
import Tables
import Wording

/// One of the sender's sheets as it stood, each cell at its address, with what
/// was found in it.
struct ReceiptSheet {
  let grid: Grid
  /// The table that was read from it; nil where none was.
  let table: ReceiptContent.Table?
  let remarks: [ReceiptContent.Remark]
  let wording: ReceiptWording

  /// Columns up to the last label; none of a table so long that lines around nothing would make it slow.
  private let labelledColumns: Int

  init(
    grid: Grid, table: ReceiptContent.Table?, remarks: [ReceiptContent.Remark], wording: ReceiptWording
  ) {
    // What counts for each row stands in each, so that each can be seen and mended.
    let grid = grid.filling(table?.copied ?? [])
    self.grid = grid
    self.table = table
    self.remarks = remarks
    self.wording = wording
    let header = grid.rows.firstIndex { Int($0.number) == table?.headerRow }
    let last = header.flatMap { grid.cellRange(ofRow: $0).last }.map { Int(grid.cells[$0].column) + 1 } ?? 0
    labelledColumns = grid.rows.count <= ReceiptSheet.framedRows && last <= 256 ? last : 0
  }

  private static let framedRows = 10_000
  /// Cells that get a note besides their colour: spreadsheet programs grow
  /// slow with many.
  static let notedCells = 10_000
  private static let mergeLimit = 1_000

  func spec() -> SheetSpec {
    let marks = cellMarks()
    let name = grid.name.isEmpty ? wording.unnamedSheet : grid.name
    return SheetSpec(
      name: name, form: .free, columns: widths().map { ColumnSpec("", width: $0) },
      page: PageSpec(landscape: true, footer: wording.confidential, pageWord: wording.page),
      frozenRows: table?.headerRow, merges: merges()
    ) { sink in
      var next = marks[...]
      for index in grid.rows.indices {
        let row = Int(grid.rows[index].number)
        // Marked rows without any cell of their own.
        while let mark = next.first, mark.row < row {
          write([mark], at: mark.row, to: &sink)
          next.removeFirst()
        }
        let here = next.prefix { $0.row == row }
        next = next[here.endIndex...]
        write(row: index, marks: here, to: &sink)
      }
      while let mark = next.first {
        let here = next.prefix { $0.row == mark.row }
        write(here, at: mark.row, to: &sink)
        next = next[here.endIndex...]
      }
    }
  }

  // MARK: Marks

  /// A cell's colour and note.
  struct Mark {
    let row: Int
    let column: Int
    var severity: Finding.Severity
    var note: String
  }

  /// The marked cells by row and column, several findings of a cell together.
  /// A finding about a whole row marks the first cell of it.
  func cellMarks() -> [Mark] {
    let firstCells = grid.firstCells(for: remarks)
    let merges = headerMerges
    let lastMerged = merges.map(\.rows.upperBound).max() ?? 0
    let placed = remarks.compactMap { remark -> Mark? in
      let place = remark.finding.place
      guard place.row > 0 else { return nil }
      var (row, column) = (place.row, place.column >= 0 ? place.column : firstCells[place.row] ?? 0)
      if row <= lastMerged,
        let merge = merges.first(where: { $0.rows.contains(row) && $0.columns.contains(column) })
      {
        (row, column) = (merge.rows.lowerBound, merge.columns.lowerBound)
      }
      let severity = remark.finding.severity
      return Mark(
        row: row, column: column, severity: severity,
        note: wording.note(severity, value: remark.finding.value, repaired: remark.finding.repaired)
          + remark.statement)
    }
    let order = placed.indices.sorted {
      (placed[$0].row, placed[$0].column, placed[$0].severity, $0)
        < (placed[$1].row, placed[$1].column, placed[$1].severity, $1)
    }
    var marks: [Mark] = []
    for mark in order.map({ placed[$0] }) {
      if let last = marks.last, last.row == mark.row, last.column == mark.column {
        marks[marks.count - 1].note += "\n" + mark.note
      } else {
        marks.append(mark)
      }
    }
    for index in marks.indices.dropFirst(ReceiptSheet.notedCells) { marks[index].note = "" }
    return marks
  }

  /// The ranges among the labels: of one only the first cell is seen.
  private var headerMerges: [CellRange] {
    guard let table else { return [] }
    return merges().filter { $0.rows.lowerBound <= table.headerRow }
  }

  // MARK: Rows

  /// Marked cells that hold nothing, and the rest of their row.
  private func write(
    _ marks: some Sequence<Mark>, at row: Int, after start: Int = 0, to sink: inout RowSink
  ) {
    sink.skip(toRow: row)
    var next = start
    for mark in marks { write(mark, row: row, after: &next, to: &sink) }
    skip(to: frame(row), row: row, after: &next, to: &sink)
    sink.endRow()
  }

  private func write(row index: Int, marks: ArraySlice<Mark>, to sink: inout RowSink) {
    let row = Int(grid.rows[index].number)
    sink.skip(toRow: row)
    var marks = marks
    var next = 0
    for cell in grid.cells[grid.cellRange(ofRow: index)] {
      while let mark = marks.first, mark.column < Int(cell.column) {
        write(mark, row: row, after: &next, to: &sink)
        marks.removeFirst()
      }
      skip(to: Int(cell.column), row: row, after: &next, to: &sink)
      let mark = marks.first.flatMap { $0.column == Int(cell.column) ? $0 : nil }
      if mark != nil { marks.removeFirst() }
      write(cell, row: row, mark: mark, to: &sink)
      next += 1
    }
    write(marks, at: row, after: next, to: &sink)
  }

  private func write(_ mark: Mark, row: Int, after next: inout Int, to sink: inout RowSink) {
    skip(to: mark.column, row: row, after: &next, to: &sink)
    sink.style(blankStyle(row: row, column: mark.column))
    sink.mark(mark.severity.tone, note: mark.note)
    sink.blank()
    next += 1
  }

  /// Goes on at a column; blank cells of the table before it have the table's thin lines.
  private func skip(to column: Int, row: Int, after next: inout Int, to sink: inout RowSink) {
    for blank in next..<max(next, min(column, frame(row))) {
      sink.style(blankStyle(row: row, column: blank))
      sink.blank()
    }
    sink.skip(toColumn: column)
    next = max(next, column)
  }

  /// So many columns of a row are drawn as a table's, whether there is anything in them or not.
  private func frame(_ row: Int) -> Int {
    guard let table, row > table.headerRow, row <= lastRow(table) else { return 0 }
    return labelledColumns
  }

  private func write(_ cell: Grid.Cell, row: Int, mark: Mark?, to sink: inout RowSink) {
    var style = style(row: row)
    let text = grid.text(of: cell)
    let isCode = table?.codeColumns.contains(Int(cell.column)) == true
    let isNumber = table?.numberColumns.contains(Int(cell.column)) == true
    let serial = grid.serial(of: cell)
    let shown = grid.shownFormat(of: cell)
    switch cell.kind {
    // As its sender sees it; so it is read when it comes back.
    case .number where shown != nil: style.format = shown ?? .general
    case .number where !isCode: style.format = .general
    case .text where grid.name.isEmpty && isNumber: style.format = .general
    case .date: style.format = .date
    case .dateTime: style.format = .dateTime
    case .time: style.format = .time
    default: break
    }
    if cell.kind == .date { style.alignment = .centre }
    sink.style(style)
    if let mark { sink.mark(mark.severity.tone, note: mark.note) }
    switch cell.kind {
    // A number that a CSV could only spell.
    case .text where grid.name.isEmpty && isNumber:
      if let number = Exact(parsing: text) { sink.decimal(number) } else { sink.text(text) }
    case .text, .isoDate: sink.text(text)
    // An id that a spreadsheet made a number becomes text again.
    case .number where isCode && shown == nil && text.allSatisfy(isDigit):
      sink.text(text)
    case .number: sink.number(spelled: text)
    case .date, .dateTime, .time: sink.number(spelled: serial)
    case .boolean: sink.boolean(text.first == UInt8(ascii: "1"))
    case .error: sink.error(grid.string(of: cell))
    // A blank one would be taken, if it came back as it is.
    case .formulaWithoutValue: sink.error("#N/A")
    }
  }

  /// Where no row could be read, all below the header is the table.
  private func lastRow(_ table: ReceiptContent.Table) -> Int {
    table.rows == 0 ? grid.rows.last.map { Int($0.number) } ?? table.lastRow : table.lastRow
  }

  /// Titles plain, the header as a header, the table in thin lines.
  private func style(row: Int) -> CellStyle {
    guard let table, row >= table.headerRow, row <= lastRow(table) else { return CellStyle(format: .text) }
    if row == table.headerRow {
      return CellStyle(
        format: .text, bold: true, alignment: .centre, wraps: true, bordered: true, tone: .header)
    }
    return CellStyle(format: .text, bordered: true)
  }

  /// A cell that is to be filled in: what is typed stays as it is, but a number is one.
  private func blankStyle(row: Int, column: Int) -> CellStyle {
    var style = style(row: row)
    if let table, row > table.headerRow, table.numberColumns.contains(column) { style.format = .general }
    return style
  }

  // MARK: Columns

  /// Wide enough for what the first rows of the table hold.
  private func widths() -> [Double] {
    var widths: [Double] = []
    for index in grid.rows.indices.prefix(2_000) {
      let row = Int(grid.rows[index].number)
      if let table, row < table.headerRow || row > lastRow(table) { continue }
      for cell in grid.cells[grid.cellRange(ofRow: index)] {
        let column = Int(cell.column)
        guard column < 1_000 else { break }
        while widths.count <= column { widths.append(5) }
        // A header may take two lines.
        let length = TextWidth.of(utf8: grid.text(of: cell))
        let isHeader = row == table?.headerRow
        let wanted: Double
        switch cell.kind {
        case .date: wanted = 11
        case .dateTime: wanted = 16
        // A spelling such as 8.3000000000000007 is shown much shorter.
        case .number: wanted = max(min(length, 13), grid.shownLength(of: cell)) + 1
        default: wanted = isHeader ? length * 0.6 + 2 : length + 1.5
        }
        widths[column] = min(max(widths[column], wanted), 45)
      }
    }
    return widths
  }

  /// The ranges that the sender merged and that are not taken apart; none over another, which spreadsheet
  /// programs refuse.
  private func merges() -> [CellRange] {
    var merges: [CellRange] = []
    for merge in grid.merges.prefix(ReceiptSheet.mergeLimit) {
      guard merge.firstRow >= 1, merge.firstRow <= merge.lastRow, merge.firstColumn <= merge.lastColumn,
        merge.firstRow < merge.lastRow || merge.firstColumn < merge.lastColumn
      else { continue }
      let range = CellRange(
        rows: Int(merge.firstRow)...Int(merge.lastRow),
        columns: Int(merge.firstColumn)...Int(merge.lastColumn))
      let isFree = merges.allSatisfy { !$0.rows.overlaps(range.rows) || !$0.columns.overlaps(range.columns) }
      if isFree { merges.append(range) }
    }
    return merges
  }
}

extension Grid {
  /// The serial number of a date or time in the 1900 system.
  fileprivate func serial(of cell: Cell) -> ArraySlice<UInt8> {
    let text = text(of: cell)
    guard epoch1904, cell.kind == .date || cell.kind == .dateTime else { return text }
    if text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      guard let value = Double(String(decoding: text, as: UTF8.self)) else { return text }
      return Array(String(value + 1_462).utf8)[...]
    }
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    guard let days = Int(String(decoding: whole, as: UTF8.self)), (0...2_957_003).contains(days)
    else { return text }
    return Array(String(days + 1_462).utf8)[...] + text[whole.endIndex...]
  }
}
