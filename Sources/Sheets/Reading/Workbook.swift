public import Tables

/// What a reader found in a file: its sheets as cells.
public struct Workbook: Sendable {
  /// What the content turned out to be.
  public var format: Format
  /// Every worksheet in the order of its tabs, hidden ones too; for a CSV one
  /// grid without a name. Chart, dialog and macro sheets are not among them.
  public var grids: [Grid]
  /// What is worth telling though everything was read: `unfinished` as a note
  /// where a CSV's last record has no line end.
  public var notes: [Finding]

  /// The format that the content has, whatever the file is called.
  public enum Format: Hashable, Sendable {
    case xlsx
    /// A workbook of Excel 97 to 2003.
    case xls
    /// The XML format that Excel had in 2003.
    case xmlSpreadsheet
    /// A page with tables.
    case html
    /// A text with one record a line. `byteOrderMark`: the UTF-8 began with one.
    case csv(delimiter: UInt8, byteOrderMark: Bool)
  }

  /// The format knows texts alone: a number in it is one that somebody wrote.
  public var hasTextsOnly: Bool {
    switch format {
    case .csv, .html: true
    case .xlsx, .xls, .xmlSpreadsheet: false
    }
  }

  /// No sheet has a cell: to be told as `empty-file`.
  public var isEmpty: Bool { grids.allSatisfy(\.cells.isEmpty) }
}
