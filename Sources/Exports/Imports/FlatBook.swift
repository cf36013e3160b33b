import Sheets

extension OutputFile {
  /// A workbook that another program imports: one sheet with one header row and
  /// its rows, nothing else.
  init(import path: String, sheet: String, columns: [ColumnSpec], rows: [[ListValue]]) {
    let sheet = SheetSpec(name: sheet, form: .flat, columns: columns) { sink in
      for row in rows {
        for value in row { value.write(to: &sink) }
        sink.endRow()
      }
    }
    self.init(path, BookSpec(sheets: [sheet]))
  }
}
