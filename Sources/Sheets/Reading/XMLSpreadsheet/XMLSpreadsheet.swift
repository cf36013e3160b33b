import Tables

/// A whole SpreadsheetML workbook on its way to grids.
final class XMLSpreadsheet: XMLVisitor {
  private(set) var grids: [Grid] = []

  private var scripts: [String: Grid.Script] = [:]
  private var formats: [String: NumberFormat] = [:]
  private var style = ""
  private var collector: CellCollector?
  private var size = SheetSize()
  private var visibility = Grid.Visibility.visible
  private var row = 0
  private var column = -1
  /// How many rows more the last one stands for.
  private var emptyRows = 0
  /// How many columns more the last cell covers.
  private var mergedColumns = 0
  /// What is open, by depth.
  private var path: [Element] = []
  private var cell = OpenCell()
  private var text: [UInt8] = []

  private enum Element {
    case workbook, styles, style, sheet, table, row, cell, data, options, visible, other
  }

  private struct OpenCell {
    var kind = Grid.Kind.text
    var hasFormula = false
    var hasData = false
    var style = "Default"
  }

  private static let names: [StaticString] = ["urn:schemas-microsoft-com:office:spreadsheet"]

  override func start(_ element: XMLElement, depth: Int) {
    let kind = kind(of: element)
    path.append(kind)
    switch kind {
    case .sheet: startSheet(element)
    case .row: attempt { () throws(ReadingError) in try startRow(element) }
    case .cell: attempt { () throws(ReadingError) in try startCell(element) }
    case .data: startData(element)
    case .style: style = attribute("ID", of: element) ?? ""
    case .visible: text = []
    default:
      if depth == 1, kind != .workbook { return fail(.damaged(.xml)) }
      if path.dropLast().last == .style, isSpreadsheet(element) { startProperty(element) }
    }
  }

  /// Of a style.
  private func startProperty(_ element: XMLElement) {
    if element.isNamed("Font"), let font = attribute("FontName", of: element) {
      scripts[style] = Grid.Script(fontName: font.utf8)
    } else if element.isNamed("NumberFormat"), let code = attribute("Format", of: element) {
      formats[style] = NumberFormat(code)
    }
  }

  override func end(depth: Int) {
    switch path.popLast() {
    case .sheet: endSheet()
    case .cell: endCell()
    case .visible: endVisible()
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard path.contains(.data) || path.last == .visible else { return }
    // Enough of a text that is too long to know that it is.
    if text.count <= limits.cellCharacters * 4 { text.append(contentsOf: bytes) }
  }

  // MARK: Elements

  /// Which element this is where it stands.
  private func kind(of element: XMLElement) -> Element {
    let parent = path.last
    if parent == .options { return element.isNamed("Visible") ? .visible : .other }
    if parent == .sheet, element.isNamed("WorksheetOptions") { return .options }
    guard isSpreadsheet(element) else { return .other }
    switch parent {
    case nil: return element.isNamed("Workbook") ? .workbook : .other
    case .workbook:
      return element.isNamed("Worksheet") ? .sheet : element.isNamed("Styles") ? .styles : .other
    case .styles: return element.isNamed("Style") ? .style : .other
    case .sheet: return element.isNamed("Table") ? .table : .other
    case .table: return element.isNamed("Row") ? .row : .other
    case .row: return element.isNamed("Cell") ? .cell : .other
    case .cell: return element.isNamed("Data") ? .data : .other
    default: return .other
    }
  }

  private func isSpreadsheet(_ element: XMLElement) -> Bool {
    element.isIn(XMLSpreadsheet.names)
  }

  private func attribute(_ name: StaticString, of element: XMLElement) -> String? {
    element.text(name, in: XMLSpreadsheet.names)
  }

  /// A number that an element may have. One that no sheet can hold is refused: without it, all that
  /// follows would stand elsewhere.
  private func number(
    _ name: StaticString, of element: XMLElement, in range: ClosedRange<Int>
  ) throws(ReadingError) -> Int? {
    guard let text = attribute(name, of: element) else { return nil }
    guard let number = Int(text), range.contains(number) else { throw .damaged(.address, at: place) }
    return number
  }

  /// The row that is open, or was last.
  private var place: Finding.Place { .init(sheet: collector?.grid.name ?? "", row: row) }

  private func attempt(_ step: () throws(ReadingError) -> Void) {
    do throws(ReadingError) { try step() } catch { fail(error) }
  }

  private func startSheet(_ element: XMLElement) {
    let grid = Grid(name: attribute("Name", of: element) ?? "")
    collector = CellCollector(grid, before: size, limits: limits)
    visibility = .visible
    row = 0
    emptyRows = 0
  }

  private func endSheet() {
    guard let collector else { return }
    self.collector = nil
    size = collector.size
    do throws(ReadingError) {
      var grid = try collector.finish()
      grid.visibility = visibility
      grids.append(grid)
    } catch { fail(error) }
  }

  private func endVisible() {
    switch String(decoding: text, as: UTF8.self) {
    case "SheetHidden": visibility = .hidden
    case "SheetVeryHidden": visibility = .veryHidden
    default: break
    }
  }

  private func startRow(_ element: XMLElement) throws(ReadingError) {
    row = try number("Index", of: element, in: 1...Address.lastRow) ?? (row + 1 + emptyRows)
    guard row <= Address.lastRow else { throw .damaged(.address, at: place) }
    // Empty rows that are all alike are written once.
    emptyRows = try number("Span", of: element, in: 0...Address.lastRow) ?? 0
    column = -1
    if attribute("Hidden", of: element) == "1" { collector?.hide(row: row) }
  }

  private func startCell(_ element: XMLElement) throws(ReadingError) {
    column = try number("Index", of: element, in: 1...(Address.lastColumn + 1)).map { $0 - 1 } ?? (column + 1)
    guard column <= Address.lastColumn else {
      throw .damaged(.address, at: .init(sheet: place.sheet, row: row, column: column))
    }
    cell = OpenCell()
    cell.hasFormula = attribute("Formula", of: element) != nil
    cell.style = attribute("StyleID", of: element) ?? cell.style
    text = []
    let across = try number("MergeAcross", of: element, in: 0...(Address.lastColumn - column)) ?? 0
    let down = try number("MergeDown", of: element, in: 0...(Address.lastRow - row)) ?? 0
    if across > 0 || down > 0 {
      collector?.merge(
        Grid.Merge(
          firstRow: Int32(row), lastRow: Int32(row + down), firstColumn: UInt16(column),
          lastColumn: UInt16(column + across)))
    }
    mergedColumns = across
  }

  private func startData(_ element: XMLElement) {
    cell.hasData = true
    text = []
    cell.kind =
      switch attribute("Type", of: element) {
      case "Number": .number
      case "DateTime": .isoDate
      case "Boolean": .boolean
      case "Error": .error
      default: .text
      }
  }

  private func endCell() {
    if cell.kind == .isoDate {
      // A day is written as its midnight.
      let midnight = Array("T00:00:00.000".utf8)
      if text.suffix(midnight.count).elementsEqual(midnight) { text.removeLast(midnight.count) }
    }
    let isUncalculated = cell.hasFormula && (!cell.hasData || (cell.kind == .number && text.isEmpty))
    if cell.kind == .number, Double(String(decoding: text, as: UTF8.self)) == nil { cell.kind = .text }
    if isUncalculated { cell.kind = .formulaWithoutValue }
    let script = scripts[cell.style] ?? scripts["Default"] ?? .unicode
    let format = formats[cell.style]
    do throws(ReadingError) {
      try collector?.add(
        row: row, column: column, kind: cell.kind, text: text, script: script, format: format)
    } catch { fail(error) }
    column += mergedColumns
  }
}
