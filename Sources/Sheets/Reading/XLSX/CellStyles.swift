import Tables

/// Which kind of value the number of a cell is, and what its font makes of a text,
/// by the cell's style.
final class CellStyles: XMLVisitor {
  private var customFormats: [Int: NumberFormat] = [:]
  private var formatOfStyle: [Int32] = []
  private var fonts: [Grid.Script] = []
  private var fontOfStyle: [Int32] = []
  private var section = Section.other

  private enum Section { case formats, fonts, styles, other }

  /// For each style number, what numbers in it are.
  var formats: [NumberFormat] {
    formatOfStyle.map { customFormats[Int($0)] ?? NumberFormat(builtIn: Int($0)) }
  }

  /// For each style number, what its font makes of texts; none where all fonts are ordinary.
  var scripts: [Grid.Script] {
    guard fonts.contains(where: { $0 != .unicode }) else { return [] }
    return fontOfStyle.map { Int($0) < fonts.count && $0 >= 0 ? fonts[Int($0)] : .unicode }
  }

  override func start(_ element: XMLElement, depth: Int) {
    switch depth {
    case 1:
      if !element.isNamed("styleSheet") || !element.isSpreadsheet { fail(.damaged(.xml)) }
    case 2:
      section =
        element.isNamed("numFmts")
        ? .formats : element.isNamed("cellXfs") ? .styles : element.isNamed("fonts") ? .fonts : .other
    case 3 where section == .formats && element.isNamed("numFmt"):
      guard let id = number(element, "numFmtId"), let code = element.text("formatCode") else { return }
      customFormats[id] = NumberFormat(unescaped(code))
    case 3 where section == .styles && element.isNamed("xf"):
      formatOfStyle.append(Int32(clamping: number(element, "numFmtId") ?? 0))
      fontOfStyle.append(Int32(clamping: number(element, "fontId") ?? 0))
    case 3 where section == .fonts && element.isNamed("font"): fonts.append(.unicode)
    case 4 where section == .fonts && element.isNamed("name"):
      guard let name = element.text("val"), !fonts.isEmpty else { return }
      fonts[fonts.count - 1] = Grid.Script(fontName: name.utf8)
    default: break
    }
  }

  private func number(_ element: XMLElement, _ name: StaticString) -> Int? {
    element.text(name).flatMap { Int($0) }
  }
}
