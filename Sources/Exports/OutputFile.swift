public import Sheets

/// A file of a published folder.
public struct OutputFile: Sendable {
  /// From the folder: `tai-chinh/khoan-thu.xlsx`.
  public var path: String
  /// Its content.
  public var bytes: [UInt8]
  /// Rows of data in it; header and titles do not count.
  public var rows: Int

  /// A file whose bytes are there already.
  public init(_ path: String, bytes: [UInt8], rows: Int) {
    self.path = path
    self.bytes = bytes
    self.rows = rows
  }

  /// A workbook, written at once.
  public init(_ path: String, _ book: BookSpec, rows: Int) {
    self.init(path, bytes: book.written().bytes, rows: rows)
  }
}
