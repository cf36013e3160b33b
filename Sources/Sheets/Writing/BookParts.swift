import Tables

/// What the sheets of one workbook share while they are written, and what of
/// them is finished.
final class BookParts {
  var texts = SharedTexts()
  var styles = StyleSheet()
  var names = SheetNames()
  var sheets: [FinishedSheet] = []
  var cuts: [WrittenBook.Cut] = []
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
    let repeatedRows: ClosedRange<Int>?
  }

  init(rowLimit: Int, names: SheetNames, longLists: [[String]: String]) {
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
