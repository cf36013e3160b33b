public import Tables

/// Takes the body of a sheet cell by cell, from left to right, row by row.
///
/// Each call writes the next cell of the current row in the style of its
/// column; a row begins with its first cell and ends with ``endRow()``.
public struct RowSink: ~Copyable {
  private let book: BookParts
  private var part: SheetPiece
  private var column = 0
  private var rowIsOpen = false
  private var ordinals: Int64 = 0
  private var pending = Pending()
  /// By column: the last style that was asked for instead of the column's, and its number.
  private var recent: [(style: CellStyle, number: Int)?]

  /// What was said about the next cell.
  private struct Pending {
    var style: CellStyle?
    var tone: CellStyle.Tone?
    var note = ""
    var link: CellLink?
    var isEmpty: Bool { style == nil && tone == nil && note.isEmpty && link == nil }
  }

  init(_ plan: SheetPlan, name: String, book: BookParts) {
    self.book = book
    part = SheetPiece(plan, name: name, book: book)
    recent = Array(repeating: nil, count: plan.spec.columns.count)
  }

  // MARK: The next cell

  /// The next cell stands out, with a note on it.
  public mutating func mark(_ tone: CellStyle.Tone, note: String = "") {
    pending.tone = tone
    pending.note = note
  }

  /// The next cell leads to a cell of a sheet of the workbook, counted from 0 as its
  /// sheets were given, and looks like a link.
  public mutating func link(toSheet sheet: Int, cell: String) {
    pending.tone = .link
    pending.link = CellLink(sheet: sheet, cell: cell)
  }

  /// The next cell has this style instead of its column's.
  public mutating func style(_ style: CellStyle) { pending.style = style }

  /// A text as UTF-8; an empty one is a blank. Never taken for a formula.
  public mutating func text(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return blank() }
    let width = wrappingWidth
    guard let style = begin() else { return }
    let (text, isCut) = cellText(bytes)
    if isCut { part.recordCut(column) }
    text.withUnsafeBytes { put($0, width, style) }
  }

  /// The same for a string.
  public mutating func text(_ string: String) {
    var string = string
    // What is longer may have to be cut.
    guard string.utf8.count <= TextPool.longestText else { return text(Array(string.utf8)[...]) }
    guard !string.isEmpty else { return blank() }
    let width = wrappingWidth
    guard let style = begin() else { return }
    string.withUTF8 { put(UnsafeRawBufferPointer($0), width, style) }
  }

  /// A text that fits into a cell.
  private mutating func put(_ text: UnsafeRawBufferPointer, _ width: Double?, _ style: Int) {
    if let width { part.sheet.grow(toLines: TextLayout.lineCount(of: text, width: width)) }
    part.sheet.text(column, style: style, number: book.texts.number(of: text))
    column += 1
  }

  /// A whole number; as text where a spreadsheet would round it.
  public mutating func integer(_ value: Int64) {
    guard value.magnitude < 1_000_000_000_000_000 else { return text(String(value)) }
    guard let style = begin() else { return }
    part.sheet.number(column, style: style) { $0.appendDigits(of: value) }
    column += 1
  }

  /// An exact decimal, shown with at least the decimals it has; as text where
  /// a spreadsheet would round it.
  public mutating func decimal(_ value: Exact) {
    let decimals = value.fractionDigitsNeeded
    var significant = value.raw.magnitude
    for _ in decimals..<10 { significant /= 10 }
    guard significant < 1_000_000_000_000_000 else { return text(value.text) }
    let style = begin { format in
      switch format {
      case .integer, .amount: decimals > 0 ? .decimal(decimals) : format
      case .decimal(let places): .decimal(max(places, decimals))
      default: format
      }
    }
    guard let style else { return }
    part.sheet.number(column, style: style) { value.append(to: &$0) }
    column += 1
  }

  /// A day, shown dd/mm/yyyy in any column. Days before 1 March 1900, which
  /// spreadsheets miscount, are written as text.
  public mutating func date(_ day: Day) {
    guard day.excelSerial > 60 else { return text(day.text) }
    guard let style = begin(format: { _ in .date }) else { return }
    part.sheet.number(column, style: style) { $0.appendDigits(of: Int64(day.excelSerial)) }
    column += 1
  }

  /// A number as another program spelled it: digits, point, exponent. What is
  /// no such number is written as text.
  public mutating func number(spelled bytes: ArraySlice<UInt8>) {
    guard RowSink.isNumber(bytes) else { return text(bytes) }
    guard let style = begin() else { return }
    part.sheet.number(column, style: style) { $0.append(contentsOf: bytes) }
    column += 1
  }

  /// True or false, as spreadsheets have them.
  public mutating func boolean(_ value: Bool) {
    guard let style = begin() else { return }
    part.sheet.boolean(column, style: style, value)
    column += 1
  }

  /// An error value such as `#N/A`; one that spreadsheets do not know is
  /// written as text.
  public mutating func error(_ value: String) {
    guard let known = ErrorValue(rawValue: value) else { return text(value) }
    guard let style = begin() else { return }
    part.sheet.error(column, style: style, known)
    column += 1
  }

  /// The number of the row, counted from 1 down the sheet and its continuations.
  public mutating func ordinal() {
    ordinals += 1
    integer(ordinals)
  }

  /// A cell that holds nothing but its style.
  public mutating func blank() {
    guard let style = begin() else { return }
    part.sheet.blank(column, style: style)
    column += 1
  }

  // MARK: Where

  /// Leaves out cells up to a column (from 0).
  public mutating func skip(toColumn target: Int) { column = max(column, target) }

  /// The next row is this one of the sheet (from 1), if it lies ahead.
  public mutating func skip(toRow target: Int) {
    if !rowIsOpen { part.skip(toRow: target) }
  }

  /// Ends the row; in a list, cells that were not written become blank ones.
  public mutating func endRow() {
    if part.plan.spec.form == .list {
      while column < part.columnStyles.count { blank() }
    }
    openRow()
    part.sheet.closeRow()
    part.bodyRows += 1
    rowIsOpen = false
    column = 0
    pending = Pending()
  }

  mutating func finish() {
    if rowIsOpen { endRow() }
    part.close(isLast: true)
  }

  private mutating func openRow() {
    guard !rowIsOpen else { return }
    part.openBodyRow()
    rowIsOpen = true
  }

  /// Opens the row if need be; the number of the next cell's style, or nil where a
  /// sheet has no more columns. `format` may change the format where the value
  /// asks for another than the column's.
  private mutating func begin(
    format change: (CellStyle.Format) -> CellStyle.Format = { $0 }
  ) -> Int? {
    openRow()
    guard column < Worksheet.columnLimit else {
      part.recordCut(column)
      pending = Pending()
      return nil
    }
    let known = column < part.columnStyles.count ? part.columnStyles[column] : part.otherStyle
    let wanted = change(known.style.format)
    if pending.isEmpty, wanted == known.style.format { return known.number }
    var style = pending.style ?? known.style
    if pending.style == nil, style.format != wanted {
      style.format = wanted
      if wanted == .date { style.alignment = .centre }
    }
    if let tone = pending.tone { style.tone = tone }
    if !pending.note.isEmpty { part.sheet.note(column, pending.note) }
    if let link = pending.link { part.sheet.link(column, link) }
    pending = Pending()
    if column < recent.count, let last = recent[column], last.style == style { return last.number }
    let number = book.styles.number(of: style)
    if column < recent.count { recent[column] = (style, number) }
    return number
  }

  /// The width that the next cell's text is wrapped to; nil if it is not.
  private var wrappingWidth: Double? {
    guard column < part.columnStyles.count,
      pending.style?.wraps ?? part.columnStyles[column].style.wraps
    else { return nil }
    return part.plan.spec.columns[column].width
  }

  /// `-12`, `8.5`, `1E-3`: what a cell's value may spell, with a finite value.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isSpelled = bytes.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isSpelled, bytes.count < 64 else { return false }
    return Double(String(decoding: bytes, as: UTF8.self))?.isFinite ?? false
  }
}
