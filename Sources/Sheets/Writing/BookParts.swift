import Tables

/// What the sheets of one workbook share while they are written, and what of
/// them is finished.
final class BookParts {
  var texts = TextPool()
  var styles = StyleSheet()
  var names = SheetNames()
  var sheets: [FinishedSheet] = []
  var cuts: [WrittenBook.Cut] = []
  /// The names of the sheets as they were given, for links to them.
  let sheetNames: [String]
  /// Where each list stands that is too long for a drop-down of its own.
  let longLists: [[String]: String]
  /// Body rows in one worksheet.
  let rowLimit: Int

  /// A worksheet that is done.
  struct FinishedSheet {
    let name: String
    let rows: Int
    let isHidden: Bool
    let entry: ZipEntry
    let notes: NoteParts?
    let filter: CellRange?
    let printTitles: PrintTitles?
  }

  init(rowLimit: Int, names: SheetNames, sheetNames: [String], longLists: [[String]: String]) {
    self.sheetNames = sheetNames
    self.rowLimit = rowLimit
    self.names = names
    self.longLists = longLists
  }

  /// A text of ours, or a blank where it is empty.
  func writeText(_ string: String, to sheet: inout Worksheet, column: Int, style: Int) {
    guard !string.isEmpty else { return sheet.blank(column, style: style) }
    let (text, isCut) = cellText(Array(string.utf8)[...])
    if isCut { cuts.append(.init(sheet: sheet.name, cell: cellAddress(column: column, row: sheet.row))) }
    sheet.text(column, style: style, number: texts.number(of: text))
  }
}
