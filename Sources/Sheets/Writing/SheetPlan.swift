import Tables

/// What a sheet's rows will be, as far as it is known before the body comes.
struct SheetPlan {
  let spec: SheetSpec
  let above: [TextLayout.Line]
  let below: [TextLayout.Line]
  /// 0 without a header, 2 with headings over the labels.
  let headerRows: Int

  init(_ spec: SheetSpec) {
    self.spec = spec
    let layout = TextLayout(widths: spec.columns.map(\.width))
    above = spec.above.flatMap(layout.lines)
    below = spec.below.flatMap(layout.lines) + layout.lines(of: spec.signatures)
    if spec.form == .free || spec.columns.isEmpty {
      headerRows = 0
    } else {
      headerRows = spec.form == .list && spec.columns.contains { !$0.group.isEmpty } ? 2 : 1
    }
  }

  var firstHeaderRow: Int { above.count + 1 }
  var firstBodyRow: Int { above.count + headerRows + 1 }

  /// The row that frozen panes end with; 0 for none.
  var frozenRows: Int {
    switch spec.form {
    case .list: spec.frozenRows ?? firstBodyRow - 1
    case .flat: 0
    case .free: spec.frozenRows ?? 0
    }
  }

  /// Views, widths and the formats of whole columns: what stands before the rows.
  func addHead(to xml: inout XMLBytes, isFirst: Bool, styles: inout StyleSheet) {
    if spec.form != .flat { xml.add("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>") }
    xml.add("<sheetViews><sheetView")
    if isFirst { xml.add(" tabSelected=\"1\"") }
    xml.add(" workbookViewId=\"0\">")
    addPane(to: &xml)
    xml.add("</sheetView></sheetViews><sheetFormatPr")
    // A list's rows are a little airier than Excel's own.
    xml.attribute(" defaultRowHeight", spec.form == .list ? 18 : 15)
    if spec.form == .list { xml.add(" customHeight=\"1\"") }
    xml.add("/>")
    guard !spec.columns.isEmpty else { return }
    xml.add("<cols>")
    for (index, column) in spec.columns.prefix(Worksheet.columnLimit).enumerated() {
      xml.add("<col")
      xml.attribute(" min", index + 1)
      xml.attribute(" max", index + 1)
      // The margins on both sides of a cell, as Excel counts them.
      xml.attribute(" width", String(min(max(column.width, 1), 250) + 0.7109375))
      xml.attribute(" style", styles.number(of: column.style(bordered: false)))
      xml.add(" customWidth=\"1\"/>")
    }
    xml.add("</cols>")
  }

  /// Repeated on each printed page: a list's header; where every cell is placed, the last row that
  /// stays in sight; with several pages side by side the first column, too.
  var printTitles: PrintTitles? {
    switch spec.form {
    case .list where headerRows > 0:
      PrintTitles(rows: firstHeaderRow...(firstBodyRow - 1), firstColumn: pagesWide > 1)
    case .free where frozenRows > 0: PrintTitles(rows: frozenRows...frozenRows, firstColumn: pagesWide > 1)
    case .list, .free, .flat: nil
    }
  }

  /// So many pages stand side by side that what is printed can still be read: one, but for very wide sheets.
  var pagesWide: Int {
    // What a page holds, in characters, at about three fifths of the size on the screen.
    let most = spec.page.landscape ? 240.0 : 160
    return max(1, Int((spec.columns.reduce(0) { $0 + $1.width } / most).rounded(.up)))
  }

  private func addPane(to xml: inout XMLBytes) {
    let columns = spec.form == .flat ? 0 : max(spec.frozenColumns, 0)
    guard frozenRows > 0 || columns > 0 else { return }
    xml.add("<pane")
    if columns > 0 { xml.attribute(" xSplit", columns) }
    if frozenRows > 0 { xml.attribute(" ySplit", frozenRows) }
    xml.attribute(" topLeftCell", cellAddress(column: columns, row: frozenRows + 1))
    let pane = columns == 0 ? "bottomLeft" : frozenRows == 0 ? "topRight" : "bottomRight"
    xml.attribute(" activePane", pane)
    xml.add(" state=\"frozen\"/><selection")
    xml.attribute(" pane", pane)
    xml.add("/>")
  }

  /// The header cells, row by row: headings over labels, or labels alone.
  func writeHeader(to sheet: inout Worksheet, book: BookParts) {
    guard headerRows > 0 else { return }
    let columns = spec.columns
    let isList = spec.form == .list
    let style = book.styles.number(
      of: CellStyle(
        format: .text, bold: true, alignment: isList ? .centre : .natural, wraps: isList, bordered: isList,
        tone: isList ? .header : .plain))
    if headerRows == 2 {
      sheet.openRow(firstHeaderRow, height: 21)
      for (index, column) in columns.enumerated() {
        let isFirst = index == 0 || column.group.isEmpty || columns[index - 1].group != column.group
        let text = column.group.isEmpty ? column.label : isFirst ? column.group : ""
        book.writeText(text, to: &sheet, column: index, style: style)
        guard isFirst else { continue }
        if column.group.isEmpty {
          if !column.note.isEmpty { sheet.note(index, column.note) }
          sheet.merge(CellRange(rows: firstHeaderRow...(firstHeaderRow + 1), columns: index...index))
        } else {
          let end = columns[index...].prefix { $0.group == column.group }.endIndex - 1
          sheet.merge(CellRange(rows: firstHeaderRow...firstHeaderRow, columns: index...end))
        }
      }
      sheet.closeRow()
    }
    let lines = columns.map { TextLayout.lineCount(of: $0.label, width: $0.width, bold: true) }.max() ?? 1
    sheet.openRow(firstBodyRow - 1, height: isList ? max(lines * 15 + 6, 21) : nil)
    for (index, column) in columns.enumerated() {
      let isCovered = headerRows == 2 && column.group.isEmpty
      book.writeText(isCovered ? "" : column.label, to: &sheet, column: index, style: style)
      if !isCovered, !column.note.isEmpty { sheet.note(index, column.note) }
    }
    sheet.closeRow()
  }

  /// Rows of text, from a row on.
  func write(_ lines: [TextLayout.Line], from row: Int, to sheet: inout Worksheet, book: BookParts) {
    for (index, line) in lines.enumerated() where !line.blocks.isEmpty {
      sheet.openRow(row + index, height: line.height)
      for (block, columns) in line.blocks {
        let style = book.styles.number(
          of: CellStyle(
            format: .text, bold: block.bold, italic: block.italic, size: block.size,
            alignment: block.alignment, wraps: true, tone: block.tone))
        for column in columns {
          let text = column == columns.lowerBound ? block.text : ""
          book.writeText(text, to: &sheet, column: column, style: style)
        }
        sheet.merge(CellRange(rows: (row + index)...(row + index), columns: columns))
      }
      sheet.closeRow()
    }
  }
}

/// What is repeated on each printed page of a sheet.
struct PrintTitles {
  var rows: ClosedRange<Int>
  /// The first column, too.
  var firstColumn: Bool

  /// As the workbook names it: `'9A1'!$A:$A,'9A1'!$3:$3`.
  func reference(on sheet: String) -> String {
    let rows = quoted(sheet) + "!$\(rows.lowerBound):$\(rows.upperBound)"
    return firstColumn ? quoted(sheet) + "!$A:$A," + rows : rows
  }
}
