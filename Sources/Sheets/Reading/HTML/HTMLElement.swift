import Tables

/// The start of an element of a page.
struct HTMLElement {
  let name: String
  private var attributes: [(name: String, value: String)] = []
  /// Of all that the page gives it.
  private(set) var attributeCount = 0

  /// As libxml2 hands it over: names and values in turn, a value may be missing.
  init(
    name: UnsafePointer<UInt8>, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    self.name = String(cString: name)
    guard var next = attributes else { return }
    while let name = next[0] {
      // Nobody needs more than a few.
      if attributeCount < 64 {
        self.attributes.append((String(cString: name), next[1].map { String(cString: $0) } ?? ""))
      }
      attributeCount += 1
      next += 2
    }
  }

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// A number of columns or rows, 1 if it is none.
  func span(_ name: String, most: Int) -> Int {
    guard let value = self[name].flatMap({ Int($0) }), value > 1 else { return 1 }
    return min(value, most)
  }

  /// What the element's own font makes of texts; nil if it names none.
  var script: Grid.Script? {
    if let font = self["style"].flatMap({ Self.font(in: $0) }) { return Grid.Script(fontName: font) }
    return self["face"].map { Grid.Script(fontName: Self.fontName($0)) }
  }

  /// The first font of declarations such as `color:red; font-family:.VnTime, serif`.
  static func font(in style: some StringProtocol) -> [UInt8]? {
    value(of: "font-family", in: style).map(fontName)
  }

  var isHidden: Bool {
    self["style"].flatMap { Self.value(of: "display", in: $0) }?.hasPrefix("none") ?? false
  }

  private static func value(of property: String, in style: some StringProtocol) -> String? {
    for part in style.split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1)
      if pair.count == 2, trimmed(pair[0]).lowercased() == property { return trimmed(pair[1]) }
    }
    return nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let isBlank = { (character: Character) in character.isWhitespace }
    return String(Substring(text).drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  /// The first name of a list, without its quotes.
  private static func fontName(_ list: String) -> [UInt8] {
    let first = list.prefix { $0 != "," }
    return first.utf8.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != 0x20 }
  }
}
