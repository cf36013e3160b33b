/// A workbook to be written: its sheets in order. The same spec gives the same
/// bytes on every machine with the same zlib.
public struct BookSpec: Sendable {
  /// The title in the document's properties; blank for none.
  public var title: String
  public var sheets: [SheetSpec]

  public init(title: String = "", sheets: [SheetSpec]) {
    self.title = title
    self.sheets = sheets
  }

  /// The workbook as the bytes of an `.xlsx` file.
  ///
  /// Every text is written as a shared text and nothing as a formula, so that
  /// no name can run as one. Sheet names are made valid and unique; a sheet
  /// with more than 1,000,000 body rows goes on as `name (2)`.
  public func written() -> WrittenBook { BookWriter(rowLimit: BookSpec.rowsPerSheet).write(self) }

  /// Body rows in one sheet before it is split.
  static let rowsPerSheet = 1_000_000

  /// The base name of the hidden sheet that holds lists too long to stand
  /// inside a cell's drop-down.
  public static let choiceSheetName = "DanhMuc"
}

/// A workbook's bytes and what a caller must know about them.
public struct WrittenBook: Sendable {
  public let bytes: [UInt8]
  /// The visible sheets as they were named and split, in order.
  public let sheets: [Sheet]
  /// Texts that were longer than a cell can hold (32,767 characters) and were
  /// cut there. Whoever publishes the workbook must say so.
  public let cuts: [Cut]
  /// Bytes of all parts before deflating.
  public let xmlSize: Int

  /// One sheet as written.
  public struct Sheet: Hashable, Sendable {
    public let name: String
    /// Body rows: neither titles nor header nor closing lines.
    public let rows: Int
  }

  /// A cell whose text was cut.
  public struct Cut: Hashable, Sendable {
    public let sheet: String
    /// The address of the cell, such as `D17`.
    public let cell: String
  }
}
