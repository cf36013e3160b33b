/// The tags of a page as far as they tell whether all of it is there.
///
/// Comments and scripts are stepped over: programs write them before the page and behind it.
struct PageOutline {
  /// The page, or its body, has a beginning of its own; then it has an end too.
  private var opens: Set<String> = []
  /// The last tag: `/html`.
  private var lastTag = ""
  /// Tables that have begun and not ended.
  private var openTables = 0
  /// A tag, comment or script has begun and not ended.
  private var isOpen = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = end(of: start, in: text) else {
        isOpen = true
        return
      }
      index = end
    }
  }

  /// Nothing of a table is missing: a page ends with its own end, what is no whole page with no table open.
  var isWhole: Bool {
    guard !isOpen else { return false }
    if opens.contains("html") { return lastTag == "/html" }
    if opens.contains("body") { return lastTag == "/body" }
    return openTables == 0 && !["tr", "td", "th", "/td", "/th"].contains(lastTag)
  }

  /// Takes what begins at a bracket, and returns where it ends; nil if it does not.
  private mutating func end(of start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    if text.has(Array("<!--".utf8), at: start) {
      return text.firstIndex(of: "-->", from: start + 2).map { $0 + 3 }
    }
    var nameEnd = start + 1
    while nameEnd < text.count, nameEnd - start <= 8, isNamePart(text[nameEnd]) { nameEnd += 1 }
    let name = String(decoding: text[(start + 1)..<nameEnd].map(lowercased), as: UTF8.self)
    // A bracket in a text, `<5`.
    guard !name.isEmpty else { return start + 1 }
    guard let close = text[nameEnd...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    if name == "script" || name == "style" {
      return text.firstIndex(of: "</" + name, from: close).flatMap {
        text[$0...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      }
    }
    lastTag = name
    switch name {
    case "table": openTables += 1
    case "/table": openTables = max(0, openTables - 1)
    case "html", "body": opens.insert(name)
    default: break
    }
    return close + 1
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || byte == UInt8(ascii: "/")
  }
}
