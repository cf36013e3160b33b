import Tables

/// Which kind of value the number of a cell is, by the cell's style.
final class CellStyles: XMLVisitor {
  private var customFormats: [Int: NumberFormat] = [:]
  private var formatOfStyle: [Int32] = []
  private var section = Section.other

  private enum Section { case formats, styles, other }

  /// For each style number, what numbers in it are.
  var formats: [NumberFormat] {
    formatOfStyle.map { customFormats[Int($0)] ?? NumberFormat(builtIn: Int($0)) }
  }

  override func start(_ element: XMLElement, depth: Int) {
    switch depth {
    case 1:
      if !element.isNamed("styleSheet") || !element.isSpreadsheet { fail(.damaged(.xml)) }
    case 2:
      section = element.isNamed("numFmts") ? .formats : element.isNamed("cellXfs") ? .styles : .other
    case 3 where section == .formats && element.isNamed("numFmt"):
      guard let id = number(element, "numFmtId"), let code = element.text("formatCode") else { return }
      customFormats[id] = NumberFormat(unescaped(code))
    case 3 where section == .styles && element.isNamed("xf"):
      formatOfStyle.append(Int32(clamping: number(element, "numFmtId") ?? 0))
    default: break
    }
  }

  private func number(_ element: XMLElement, _ name: StaticString) -> Int? {
    element.text(name).flatMap { Int($0) }
  }
}
