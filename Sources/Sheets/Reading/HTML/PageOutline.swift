/// The tags of a page as far as they tell whether all of it is there.
///
/// Comments and scripts are stepped over: programs write them before the page and behind it.
struct PageOutline {
  /// The page, or its body, has a beginning of its own; then it has an end too.
  private var opens: Set<String> = []
  private var lastTag = ""
  /// It has ended, and no table has begun since.
  private var isClosed = false
  /// Tables that have begun and not ended.
  private var openTables = 0
  /// Of one tag.
  private(set) var mostAttributes = 0
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

  /// Nothing of a table is missing: a page, or its body, has its own end behind the last table, and what is
  /// no whole page has no table open.
  var isWhole: Bool {
    guard !isOpen else { return false }
    if !opens.isEmpty { return isClosed }
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
    guard let close = endOfTag(from: nameEnd, in: text, isEnd: name.hasPrefix("/")) else { return nil }
    if name == "script" || name == "style" {
      return text.firstIndex(of: "</" + name, from: close).flatMap {
        text[$0...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      }
    }
    lastTag = name
    switch name {
    case "table":
      openTables += 1
      isClosed = false
    case "tr", "td", "th": isClosed = false
    case "/html", "/body": isClosed = true
    case "/table": openTables = max(0, openTables - 1)
    case "html", "body": opens.insert(name)
    default: break
    }
    return close + 1
  }

  /// Where the bracket stands that ends a tag, which may be in a value, too: as the parser sees it.
  private mutating func endOfTag(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, isEnd: Bool
  ) -> Int? {
    let close = UInt8(ascii: ">")
    if isEnd { return text[start...].firstIndex(of: close) }
    var index = text.skip(from: start) { isAttributePart($0) }
    var attributes = 0
    while true {
      index = text.skip(from: index, isTextBlank)
      guard index < text.count else { return nil }
      if text[index] == close { break }
      attributes += 1
      // No parser takes more of a name at once.
      let name = text.skip(from: index, upTo: 100) { isAttributePart($0) }
      guard name > index else {
        // Nothing that a tag has.
        index = text.skip(from: index) { !isTextBlank($0) && $0 != close }
        continue
      }
      index = text.skip(from: name, isTextBlank)
      guard index < text.count, text[index] == UInt8(ascii: "=") else { continue }
      index = text.skip(from: index + 1, isTextBlank)
      guard index < text.count else { return nil }
      let quote = text[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = text[(index + 1)...].firstIndex(of: quote) else { return nil }
        index = end + 1
      } else {
        index = text.skip(from: index) { !isTextBlank($0) && $0 != close }
      }
    }
    mostAttributes = max(mostAttributes, attributes)
    return index
  }

  private func isAttributePart(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || (byte >= 0x30 && byte <= 0x3A)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || byte == UInt8(ascii: "/")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Behind the bytes from `start` on that are so, `most` of them.
  fileprivate func skip(from start: Int, upTo most: Int = .max, _ isSo: (UInt8) -> Bool) -> Int {
    var index = start
    while index < count, index - start < most, isSo(self[index]) { index += 1 }
    return index
  }
}
