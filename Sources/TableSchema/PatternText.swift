/// A pattern as people write it for other programs, in the words of XML Schema.
///
/// A pattern matches the whole text, so `^` or `\A` in front and `$` or `\Z` behind mean nothing here, nor
/// does it matter whether a quantifier is lazy. `(?:` and a group with a name are `(`, and a backslash before
/// a sign that has no meaning of its own is left out.
struct PatternText {
  private let bytes: [UInt8]

  init(_ pattern: String) { bytes = Array(pattern.utf8) }

  /// It would be refused in any language: a class or a group that does not end, an end where none began,
  /// a backslash before nothing, a quantifier of nothing.
  var isBroken: Bool {
    var (groups, index, mayRepeat) = (0, 0, false)
    var classStart: Int?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        guard index < bytes.count else { return true }
        index += 1
      } else if let start = classStart {
        // A bracket that comes first in a class stands for itself.
        let isFirst = index == start + 2 || (index == start + 3 && bytes[start + 1] == UInt8(ascii: "^"))
        if byte == UInt8(ascii: "]"), !isFirst { classStart = nil }
        mayRepeat = true
        continue
      }
      switch byte {
      case UInt8(ascii: "["): classStart = index - 1
      case UInt8(ascii: "("):
        groups += 1
        // What follows may be the `?` of a group of another kind.
        if index < bytes.count, bytes[index] == UInt8(ascii: "?") { index += 1 }
      case UInt8(ascii: ")"): groups -= 1
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        if !mayRepeat { return true }
      default: break
      }
      if groups < 0 { return true }
      mayRepeat = byte != UInt8(ascii: "(") && byte != UInt8(ascii: "|")
    }
    return groups > 0 || classStart != nil
  }

  var translated: String {
    var result: [UInt8] = []
    var inClass = false
    var isQuantified = false
    var index = 0
    let end = contentEnd
    if bytes.first == UInt8(ascii: "^") { index = 1 }
    if bytes.starts(with: #"\A"#.utf8) { index = 2 }
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < end {
        if !PatternText.isOrdinary(bytes[index]) { result.append(byte) }
        result.append(bytes[index])
        index += 1
        isQuantified = false
        continue
      }
      if inClass {
        result.append(byte)
        if byte == UInt8(ascii: "]") { inClass = false }
        continue
      }
      if byte == UInt8(ascii: "?"), isQuantified {
        isQuantified = false
        continue
      }
      result.append(byte)
      switch byte {
      case UInt8(ascii: "["): inClass = true
      case UInt8(ascii: "("): index += groupMark(at: index)
      default: break
      }
      isQuantified = [UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "}")].contains(
        byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the pattern ends without the anchor behind it.
  private var contentEnd: Int {
    if bytes.last == UInt8(ascii: "$"), !isEscaped(bytes.count - 1) { return bytes.count - 1 }
    if bytes.count > 1, [UInt8(ascii: "Z"), UInt8(ascii: "z")].contains(bytes[bytes.count - 1]),
      bytes[bytes.count - 2] == UInt8(ascii: "\\"), !isEscaped(bytes.count - 2)
    {
      return bytes.count - 2
    }
    return bytes.count
  }

  /// An odd number of backslashes stands before it.
  private func isEscaped(_ index: Int) -> Bool {
    bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// How long the mark is that makes a group of another kind that means the same: `?:`, `?<name>`, `?P<name>`.
  private func groupMark(at index: Int) -> Int {
    let rest = bytes[index...]
    if rest.starts(with: "?:".utf8) { return 2 }
    for mark in ["?P<", "?<"] where rest.starts(with: mark.utf8) {
      let name = rest.dropFirst(mark.utf8.count)
      // `?<=` and `?<!` look behind.
      guard let first = name.first, first != UInt8(ascii: "="), first != UInt8(ascii: "!"),
        let end = name.firstIndex(of: UInt8(ascii: ">"))
      else { return 0 }
      return end + 1 - index
    }
    return 0
  }

  /// A sign that stands for itself, with a backslash or without: neither a letter nor a digit, nor one that
  /// XML Schema gives a meaning.
  private static func isOrdinary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      false
    default: !#"\|.?*+(){}-[]^"#.utf8.contains(byte) && byte < 0x7F && byte >= 0x20
    }
  }
}
