/// One sheet of a workbook: what stands above, its table, what stands below.
public struct SheetSpec: Sendable {
  /// The name on the tab; made valid and unique when it is written.
  public var name: String
  /// How it is laid out.
  public var form: Form
  /// Its columns from the left.
  public var columns: [ColumnSpec]
  /// Rows of text above the header.
  public var above: [TextRow]
  /// Rows of text below the last body row.
  public var below: [TextRow]
  /// Whoever signs, from left to right; they stand last, side by side.
  public var signatures: [Signature]
  /// How it is printed.
  public var page: PageSpec
  /// Columns that stay in sight when the sheet is scrolled sideways.
  public var frozenColumns: Int
  /// The row under which the sheet is frozen, 0 for none; nil for the header's
  /// last row in a list, and for none elsewhere.
  public var frozenRows: Int?
  /// Ranges merged besides those of titles and headers (rows from 1, columns from 0).
  public var merges: [CellRange]
  /// The body rows; called once when the workbook is written, and must give
  /// the same rows for the same values.
  public var body: @Sendable (inout RowSink) -> Void

  /// How a sheet is laid out.
  public enum Form: Sendable {
    /// For people and printers: styled and frozen header, filter, borders,
    /// header repeated on each page.
    case list
    /// For other programs: one header row and the body, nothing else.
    case flat
    /// No header row: the body places every cell.
    case free
  }

  /// A sheet with a name and columns, and what else is given.
  public init(
    name: String, form: Form = .list, columns: [ColumnSpec], above: [TextRow] = [],
    below: [TextRow] = [], signatures: [Signature] = [], page: PageSpec = PageSpec(),
    frozenColumns: Int = 0, frozenRows: Int? = nil, merges: [CellRange] = [],
    body: @escaping @Sendable (inout RowSink) -> Void = { _ in }
  ) {
    self.name = name
    self.form = form
    self.columns = columns
    self.above = above
    self.below = below
    self.signatures = signatures
    self.page = page
    self.frozenColumns = frozenColumns
    self.frozenRows = frozenRows
    self.merges = merges
    self.body = body
  }
}

/// How a sheet is printed: on A4, all columns on one page's width where they can be read on it.
public struct PageSpec: Hashable, Sendable {
  /// Wider than high.
  public var landscape: Bool
  /// The footer's left part; blank for none.
  public var footer: String
  /// The word before `page/pages` in the middle of the footer; nil for no page numbers.
  public var pageWord: String?

  /// Upright and without a footer, unless said otherwise.
  public init(landscape: Bool = false, footer: String = "", pageWord: String? = nil) {
    self.landscape = landscape
    self.footer = footer
    self.pageWord = pageWord
  }
}

/// A rectangle of cells: rows from 1, columns from 0.
public struct CellRange: Hashable, Sendable {
  /// From 1.
  public var rows: ClosedRange<Int>
  /// From 0.
  public var columns: ClosedRange<Int>

  /// The cells of these rows and columns.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
