public import Sheets
import Tables
import Wording

/// A file of a published folder.
public struct OutputFile: Sendable {
  /// From the folder: `tai-chinh/khoan-thu.xlsx`.
  public var path: String
  /// The whole file.
  public var bytes: [UInt8]
  /// Rows of data in it; header and titles do not count.
  public var rows: Int
  /// Cells whose text was changed so that it can stand in the file: an
  /// apostrophe before what a spreadsheet would run as a formula, or cut at the
  /// length that a cell can hold. `E17`, with the sheet before it in a workbook.
  public var altered: [String] = []

  /// A file of bytes.
  public init(_ path: String, bytes: [UInt8], rows: Int) {
    self.path = path
    self.bytes = bytes
    self.rows = rows
  }

  /// Whether it follows from the decided result. Who has not applied yet changes with every
  /// roster while a round is open, and decides nothing; nor does what is still to be reviewed.
  public var tellsResult: Bool {
    path != ListWording.List.notApplied.fileName && path != SchoolForm.decisions.rawValue
  }

  /// A workbook.
  public init(_ path: String, _ book: BookSpec) {
    let written = book.written()
    self.init(path, bytes: written.bytes, rows: written.sheets.reduce(0) { $0 + $1.rows })
    altered = written.cuts.map { $0.sheet + "!" + $0.cell }
  }

  /// A CSV whose first row is its header.
  init(_ path: String, _ csv: CSVWriter) {
    self.init(path, bytes: csv.bytes, rows: csv.rows - 1)
    altered = csv.guarded.map { cellAddress(column: $0.column, row: $0.row) }
  }
}
