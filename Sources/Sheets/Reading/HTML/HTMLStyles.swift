import Tables

/// The fonts that a page's own style sheets give to elements and classes, as Excel
/// writes them: `.xl65 {font-family:.VnTime}`. Nothing else of CSS is understood.
struct HTMLStyles {
  private struct Rule {
    /// Where it stands: of equally heavy rules the last one counts.
    var order: Int
    var script: Grid.Script
  }

  /// By `td`, `.xl65` or `td.xl65`.
  private var rules: [String: Rule] = [:]
  private var order = 0
  private let limit: Int

  /// At most so many rules count.
  init(limit: Int) { self.limit = limit }

  /// What the style sheet makes of texts in an element; nil if it names no font
  /// for it. A rule for a class outweighs one for an element, and one for both either.
  func script(of element: HTMLElement) -> Grid.Script? {
    guard !rules.isEmpty else { return nil }
    // Nobody needs more than a few.
    let classes = (element["class"] ?? "").split(whereSeparator: \.isWhitespace).prefix(8)
    for selectors in [classes.map { element.name + "." + $0 }, classes.map { "." + $0 }, [element.name]] {
      let found = selectors.compactMap { rules[$0] }
      if let last = found.max(by: { $0.order < $1.order }) { return last.script }
    }
    return nil
  }

  /// Takes the text of an element `style`.
  mutating func add(_ text: String) {
    var rest = withoutComments(text)[...]
    while let open = rest.firstIndex(of: "{") {
      let selectors = rest[..<open].split(separator: ";").last ?? ""
      let body = block(rest[open...])
      rest = rest[body.endIndex...].dropFirst()
      // `@page` and its like are about no cells.
      guard !selectors.contains("@"), let font = HTMLElement.font(in: body.dropFirst()) else { continue }
      let script = Grid.Script(fontName: font)
      for selector in selectors.split(separator: ",") { add(selector, script) }
    }
  }

  /// From a bracket up to the one that closes it.
  private func block(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// `td`, `.xl65` or `td.xl65`; what asks for more is left alone.
  private mutating func add(_ selector: Substring, _ script: Grid.Script) {
    let parts = selector.split(whereSeparator: \.isWhitespace)
    guard parts.count == 1, let name = parts.first, rules.count < limit,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) })
    else { return }
    let element = name.prefix { $0 != "." }
    order += 1
    rules[element.lowercased() + name[element.endIndex...]] = Rule(order: order, script: script)
  }

  /// Without `/* … */`, and without the marks that hide it from programs that know no styles.
  private func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    result += rest
    return result.replacing("<!--", with: "").replacing("-->", with: "")
  }
}
