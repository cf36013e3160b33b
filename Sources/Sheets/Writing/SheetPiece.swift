import Tables

/// One of the worksheets that a sheet's rows fill: the first, or one that it
/// goes on in.
struct SheetPiece {
  let plan: SheetPlan
  let book: BookParts
  /// The style of each column's body cells, and its number.
  private(set) var columnStyles: [(style: CellStyle, number: Int)] = []
  /// The style of cells beyond the columns that were described.
  let otherStyle: (style: CellStyle, number: Int)
  var sheet: Worksheet
  /// Body rows written to this part.
  var bodyRows = 0
  /// What the caller's row numbers exceed this part's by.
  private var offset = 0
  private var nextRow: Int

  init(_ plan: SheetPlan, name: String, book: BookParts) {
    self.plan = plan
    self.book = book
    let isList = plan.spec.form == .list
    let other = CellStyle(bordered: isList)
    otherStyle = (other, book.styles.number(of: other))
    for column in plan.spec.columns {
      let style = column.style(bordered: isList)
      columnStyles.append((style, book.styles.number(of: style)))
    }
    sheet = Worksheet(name: name)
    nextRow = plan.firstBodyRow
    open()
  }

  private mutating func open() {
    let isFirst = book.sheets.isEmpty
    sheet.open { xml in plan.addHead(to: &xml, isFirst: isFirst, styles: &book.styles) }
    plan.write(plan.above, from: 1, to: &sheet, book: book)
    plan.writeHeader(to: &sheet, book: book)
  }

  mutating func skip(toRow target: Int) { nextRow = max(nextRow, target - offset) }

  /// Opens the next body row, in the next part where this one is full.
  mutating func openBodyRow() {
    if bodyRows >= book.rowLimit || nextRow > Worksheet.lastRow {
      close(isLast: false)
      offset += nextRow - plan.firstBodyRow
      sheet = Worksheet(name: book.names.take(plan.spec.name))
      bodyRows = 0
      nextRow = plan.firstBodyRow
      open()
    }
    sheet.openRow(nextRow)
    nextRow += 1
  }

  mutating func recordCut(_ column: Int) {
    book.cuts.append(.init(sheet: sheet.name, cell: cellAddress(column: column, row: sheet.row)))
  }

  /// Ends the part; what stands below comes after the last one's rows.
  mutating func close(isLast: Bool) {
    let lastBodyRow = nextRow - 1
    if isLast { plan.write(plan.below, from: nextRow, to: &sheet, book: book) }
    let index = book.sheets.count + 1
    let tail = SheetTail(
      plan: plan, merges: sheet.merges, lastBodyRow: lastBodyRow, lastRow: sheet.row,
      hasNotes: !sheet.notes.isEmpty, longLists: book.longLists, links: sheet.links,
      sheetNames: book.sheetNames)
    let entry = sheet.close(path: "xl/worksheets/sheet\(index).xml") { tail.add(to: &$0) }
    book.sheets.append(
      BookParts.FinishedSheet(
        name: sheet.name, rows: bodyRows, isHidden: false, entry: entry,
        notes: sheet.notes.isEmpty
          ? nil
          : NoteParts(
            notes: sheet.notes, index: index, widths: plan.spec.columns.map(\.width)),
        filter: tail.filter,
        printTitles: plan.printTitles))
  }
}
