/// The cell formats of a workbook, numbered in the order of their first use.
struct StyleSheet {
  private var numbers: [CellStyle: Int] = [CellStyle(): 0]
  private var styles = [CellStyle()]

  /// The number of a style; 0 is the ordinary one.
  mutating func number(of style: CellStyle) -> Int {
    if let number = numbers[style] { return number }
    numbers[style] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  /// `xl/styles.xml`.
  func part() -> ZipEntry {
    var formats = Collected<String>([])
    var fonts = Collected([Font(CellStyle())])
    // Excel takes the first two fills for `none` and `gray125`, whatever stands there.
    var fills = Collected([Fill.none, Fill.gray])
    var cells = XMLBytes()
    for style in styles {
      let font = fonts.index(of: Font(style))
      let fill = fills.index(of: style.tone.fill.map { .solid($0) } ?? .none)
      let format = StyleSheet.formatNumber(style.format) { formats.index(of: $0) }
      cells.add("<xf")
      cells.attribute(" numFmtId", format)
      cells.attribute(" fontId", font)
      cells.attribute(" fillId", fill)
      cells.attribute(" borderId", style.bordered ? 1 : 0)
      cells.add(" xfId=\"0\"")
      if format != 0 { cells.add(" applyNumberFormat=\"1\"") }
      if font != 0 { cells.add(" applyFont=\"1\"") }
      if fill != 0 { cells.add(" applyFill=\"1\"") }
      if style.bordered { cells.add(" applyBorder=\"1\"") }
      cells.add(" applyAlignment=\"1\"><alignment")
      switch style.alignment {
      case .natural: break
      case .left: cells.add(" horizontal=\"left\"")
      case .centre: cells.add(" horizontal=\"center\"")
      case .right: cells.add(" horizontal=\"right\"")
      }
      cells.add(" vertical=\"center\"")
      if style.wraps { cells.add(" wrapText=\"1\"") }
      cells.add("/></xf>")
    }

    var xml = XMLBytes.part()
    xml.add("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    if !formats.all.isEmpty {
      xml.list("numFmts", formats.all.count) { xml in
        for (index, code) in formats.all.enumerated() {
          xml.add("<numFmt")
          xml.attribute(" numFmtId", StyleSheet.firstOwnFormat + index)
          xml.attribute(" formatCode", code)
          xml.add("/>")
        }
      }
    }
    xml.list("fonts", fonts.all.count) { xml in for font in fonts.all { font.add(to: &xml) } }
    xml.list("fills", fills.all.count) { xml in for fill in fills.all { fill.add(to: &xml) } }
    xml.add("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>")
    xml.add("<left style=\"thin\"><color rgb=\"FF7F7F7F\"/></left>")
    xml.add("<right style=\"thin\"><color rgb=\"FF7F7F7F\"/></right>")
    xml.add("<top style=\"thin\"><color rgb=\"FF7F7F7F\"/></top>")
    xml.add("<bottom style=\"thin\"><color rgb=\"FF7F7F7F\"/></bottom><diagonal/></border></borders>")
    xml.add("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>")
    xml.add("</cellStyleXfs>")
    xml.list("cellXfs", styles.count) { xml in xml.bytes += cells.bytes }
    xml.add("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
    xml.add("<dxfs count=\"0\"/><tableStyles count=\"0\"/></styleSheet>")
    return ZipEntry(path: "xl/styles.xml", xml)
  }

  /// Numbers below belong to the formats built into Excel.
  private static let firstOwnFormat = 164

  private static func formatNumber(_ format: CellStyle.Format, own: (String) -> Int) -> Int {
    switch format {
    case .general: 0
    case .integer: 1
    case .amount: 3
    case .text: 49
    case .digits(let count): firstOwnFormat + own(String(repeating: "0", count: max(count, 1)))
    case .pattern(let code): firstOwnFormat + own(code)
    case .decimal(let places) where places <= 0: 1
    case .decimal(2): 2
    case .decimal(let places):
      firstOwnFormat + own("0." + String(repeating: "0", count: min(places, 15)))
    case .date: firstOwnFormat + own("dd/mm/yyyy")
    case .dateTime: firstOwnFormat + own("dd/mm/yyyy hh:mm")
    case .time: firstOwnFormat + own("hh:mm:ss")
    }
  }
}

/// Different values in the order of their first appearance.
private struct Collected<Value: Equatable> {
  private(set) var all: [Value]

  init(_ first: [Value]) { all = first }

  mutating func index(of value: Value) -> Int {
    if let index = all.firstIndex(of: value) { return index }
    all.append(value)
    return all.count - 1
  }
}

/// What of a style is the font's.
private struct Font: Equatable {
  let bold: Bool
  let italic: Bool
  let size: Int
  let colour: String?
  let underlined: Bool

  init(_ style: CellStyle) {
    bold = style.bold
    italic = style.italic
    size = style.size
    colour = style.tone.letters
    underlined = style.tone == .link
  }

  func add(to xml: inout XMLBytes) {
    xml.add("<font>")
    if bold { xml.add("<b/>") }
    if italic { xml.add("<i/>") }
    if underlined { xml.add("<u/>") }
    xml.add("<sz")
    xml.attribute(" val", size)
    xml.add("/>")
    if let colour {
      xml.add("<color")
      xml.attribute(" rgb", colour)
      xml.add("/>")
    }
    xml.add("<name val=\"Times New Roman\"/><family val=\"1\"/></font>")
  }
}

private enum Fill: Equatable {
  case none, gray
  case solid(String)

  func add(to xml: inout XMLBytes) {
    switch self {
    case .none: xml.add("<fill><patternFill patternType=\"none\"/></fill>")
    case .gray: xml.add("<fill><patternFill patternType=\"gray125\"/></fill>")
    case .solid(let colour):
      xml.add("<fill><patternFill patternType=\"solid\"><fgColor")
      xml.attribute(" rgb", colour)
      xml.add("/><bgColor indexed=\"64\"/></patternFill></fill>")
    }
  }
}

extension CellStyle.Tone {
  fileprivate var fill: String? {
    switch self {
    case .plain, .warning, .faint, .link: nil
    case .header: "FFD9E2F3"
    case .error: "FFFFC7CE"
    case .repair: "FFFFEB9C"
    case .note: "FFDDEBF7"
    case .good: "FFE2EFDA"
    }
  }

  fileprivate var letters: String? {
    switch self {
    case .plain, .header: nil
    case .error: "FF9C0006"
    case .repair: "FF7F6000"
    case .note: "FF1F4E79"
    case .good: "FF375623"
    case .warning: "FFC00000"
    case .faint: "FF595959"
    case .link: "FF0563C1"
    }
  }
}

extension XMLBytes {
  /// `<name count="…">…</name>`.
  fileprivate mutating func list(_ name: StaticString, _ count: Int, _ content: (inout XMLBytes) -> Void) {
    add("<")
    add(name)
    attribute(" count", count)
    add(">")
    content(&self)
    add("</")
    add(name)
    add(">")
  }
}
