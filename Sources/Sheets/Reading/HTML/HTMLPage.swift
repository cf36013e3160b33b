internal import CLibXML2
import Tables

/// A page on its way to a ``Grid``: rows and cells of its tables, nothing else.
final class HTMLPage {
  private(set) var failure: ReadingError?
  var parser: htmlParserCtxtPtr?

  private let limits: ReadingLimits
  private var collector: CellCollector
  /// Whether there was a table at all, blank ones too.
  private(set) var hasTable = false
  private var depth = 0
  private var tables = 0
  /// From 1.
  private var row = 0
  private var column = 0
  private var inRow = false
  private var covered = CoveredColumns()
  private var cell: OpenCell?
  /// Open elements that name a font, the innermost last.
  private var fonts: [(name: String, script: Grid.Script)] = []
  /// Open elements whose text nobody sees.
  private var unseen = 0
  private var styles: HTMLStyles
  /// The text of the open element `style`; nil outside.
  private var styleText: [UInt8]?

  private struct OpenCell {
    var columns: Int
    var rows: Int
    var text: [UInt8] = []
    var spaceDue = false
    var scripts = RunScripts()
    /// The number behind what is shown.
    var number: String?
  }

  init(limits: ReadingLimits) {
    self.limits = limits
    styles = HTMLStyles(limit: limits.entries)
    collector = CellCollector(Grid(name: ""), before: SheetSize(), limits: limits)
  }

  func finish() throws(ReadingError) -> Grid { try collector.finish() }

  // MARK: What the parser says

  func start(_ element: HTMLElement) {
    depth += 1
    if depth > limits.xmlDepth { return fail(.over(.xmlDepth, limits)) }
    if element.attributeCount > limits.xmlAttributes { return fail(.over(.xmlAttributes, limits)) }
    if let script = element.script ?? styles.script(of: element) { fonts.append((element.name, script)) }
    switch element.name {
    case "table":
      // A table in a cell: its rows stand below.
      endCell()
      tables += 1
      hasTable = true
    case "tr" where tables > 0: startRow(element)
    case "td" where tables > 0, "th" where tables > 0: startCell(element)
    case "br": breakLine()
    case "p", "div", "li": if cell?.text.isEmpty == false { breakLine() }
    case "script", "title": unseen += 1
    case "style":
      unseen += 1
      styleText = []
    default: break
    }
  }

  func end(_ name: String) {
    depth -= 1
    if let font = fonts.last, font.name == name { fonts.removeLast() }
    switch name {
    case "td", "th": endCell()
    case "tr": endRow()
    case "table":
      endRow()
      tables = max(0, tables - 1)
      covered = CoveredColumns()
    case "script", "title": unseen = max(0, unseen - 1)
    case "style":
      unseen = max(0, unseen - 1)
      styles.add(String(decoding: styleText ?? [], as: UTF8.self))
      styleText = nil
    default: break
    }
  }

  /// Text of a cell: every run of white space is one space, as in every page.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let size = styleText?.count, size + bytes.count <= limits.xmlTagBytes { styleText? += bytes }
    guard unseen == 0, var open = cell else { return }
    cell = nil
    var hasLetters = false
    for byte in bytes {
      if isTextBlank(byte) {
        open.spaceDue = !open.text.isEmpty
        continue
      }
      // Enough of a text that is too long to know that it is.
      if open.text.count > limits.cellCharacters * 4 { break }
      if open.spaceDue, open.text.last != 0x0A { open.text.append(0x20) }
      open.spaceDue = false
      open.text.append(byte)
      hasLetters = true
    }
    if hasLetters { open.scripts.add(fonts.last?.script ?? .unicode) }
    cell = open
  }

  private func breakLine() {
    cell?.spaceDue = false
    cell?.text.append(0x0A)
  }

  // MARK: Rows and cells

  private func startRow(_ element: HTMLElement) {
    endRow()
    beginRow()
    if element.isHidden { collector.hide(row: row) }
  }

  private func beginRow() {
    row += 1
    column = 0
    inRow = true
    // Rows that hold nothing count against no other limit.
    if row > Address.lastRow { fail(.damaged(.address, at: .init(row: row))) }
  }

  private func startCell(_ element: HTMLElement) {
    endCell()
    if !inRow { beginRow() }
    column = covered.firstFree(from: column, inRow: row)
    cell = OpenCell(
      columns: element.span("colspan", most: Address.lastColumn + 1),
      rows: element.span("rowspan", most: Address.lastRow))
    cell?.number = element["x:num"]
  }

  private func endCell() {
    guard let open = cell else { return }
    cell = nil
    var text = open.text
    while let last = text.last, last == 0x0A || last == 0x20 { text.removeLast() }
    // A long number is shown rounded; what it is stands beside.
    var kind = Grid.Kind.text
    if let number = open.number, Double(number) != nil, isScientific(text) || isRounded(text, number) {
      text = Array(number.utf8)
      kind = .number
    }
    do throws(ReadingError) {
      try collector.add(
        row: row, column: column, kind: kind, text: text, script: open.scripts.resolved(in: .unicode))
    } catch { return fail(error) }
    let columns = min(open.columns, Address.lastColumn + 1 - column)
    let rows = min(open.rows, Address.lastRow + 1 - row)
    if columns > 1 || rows > 1, columns > 0, rows > 0, !text.isEmpty {
      collector.merge(
        Grid.Merge(
          firstRow: Int32(row), lastRow: Int32(row + rows - 1), firstColumn: UInt16(column),
          lastColumn: UInt16(column + columns - 1)))
    }
    if rows > 1, columns > 0 { covered.cover(column..<(column + columns), downTo: row + rows - 1) }
    column += max(1, columns)
  }

  private func endRow() {
    endCell()
    inRow = false
  }

  /// A decimal that is shown with fewer digits than it has. A whole number may be shown with zeros in front.
  private func isRounded(_ text: [UInt8], _ number: String) -> Bool {
    let signs: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-")]
    return number.contains(".") && text.contains { $0 &- UInt8(ascii: "0") < 10 }
      && text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || signs.contains($0) }
  }

  private func isScientific(_ text: [UInt8]) -> Bool {
    text.contains { $0 | 0x20 == UInt8(ascii: "e") }
      && Double(String(decoding: text, as: UTF8.self).filter { $0 != "," }) != nil
  }

  private func fail(_ error: ReadingError) {
    guard failure == nil else { return }
    failure = error
    xmlStopParser(parser)
  }
}
