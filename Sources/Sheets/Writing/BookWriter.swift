import Tables

/// Writes a workbook: its sheets one after the other, then the parts that bind
/// them together, in a fixed order.
struct BookWriter {
  /// Body rows in one worksheet; a test lowers it.
  let rowLimit: Int

  func write(_ spec: BookSpec) -> WrittenBook {
    var sheets = spec.sheets
    // A workbook without a sheet cannot be opened.
    if sheets.isEmpty { sheets = [SheetSpec(name: "", form: .free, columns: [])] }
    var names = SheetNames()
    let sheetNames = sheets.map { names.take($0.name) }
    let lists = longLists(of: sheets)
    let listSheet = lists.isEmpty ? "" : names.take(BookSpec.choiceSheetName)
    let places = Dictionary(
      uniqueKeysWithValues: lists.enumerated().map { index, words in
        let column = columnLetters(index)
        return (words, "\(quoted(listSheet))!$\(column)$1:$\(column)$\(words.count)")
      })

    let book = BookParts(rowLimit: rowLimit, names: names, sheetNames: sheetNames, longLists: places)
    for (sheet, name) in zip(sheets, sheetNames) {
      var sink = RowSink(SheetPlan(sheet), name: name, book: book)
      sheet.body(&sink)
      sink.finish()
    }
    if !lists.isEmpty { writeListSheet(lists, name: listSheet, to: book) }

    let entries = PackageParts(title: spec.title, sheets: book.sheets).entries(
      texts: book.texts.part(), styles: book.styles.part())
    var archive = ZipArchive()
    return WrittenBook(
      bytes: archive.write(entries),
      sheets: book.sheets.filter { !$0.isHidden }.map { .init(name: $0.name, rows: $0.rows) },
      cuts: book.cuts, xmlSize: Int(entries.reduce(0) { $0 + $1.size }))
  }

  /// The different lists that drop-downs cannot hold themselves, in order.
  private func longLists(of sheets: [SheetSpec]) -> [[String]] {
    var lists: [[String]] = []
    for sheet in sheets where sheet.form != .free {
      for column in sheet.columns {
        guard let choices = column.choices, choices.inline == nil, !lists.contains(choices.words)
        else { continue }
        lists.append(choices.words)
      }
    }
    return lists
  }

  /// A hidden sheet with a list in each column.
  private func writeListSheet(_ lists: [[String]], name: String, to book: BookParts) {
    var sheet = Worksheet(name: name)
    sheet.open { _ in }
    for row in 0..<(lists.map(\.count).max() ?? 0) {
      sheet.openRow(row + 1)
      for (column, words) in lists.enumerated() where row < words.count {
        book.writeText(words[row], to: &sheet, column: column, style: 0)
      }
      sheet.closeRow()
    }
    let entry = sheet.close(path: "xl/worksheets/sheet\(book.sheets.count + 1).xml") { _ in }
    book.sheets.append(
      BookParts.FinishedSheet(
        name: name, rows: 0, isHidden: true, entry: entry, notes: nil, filter: nil, printTitles: nil))
  }
}

/// A sheet's name as it stands in a reference.
func quoted(_ sheet: String) -> String {
  "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
