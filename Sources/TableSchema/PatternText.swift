/// A pattern as people write it for other programs, in the words of XML Schema.
///
/// How, ``PatternTranslation`` says.
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

  /// Nil where it says something that XML Schema has no words for.
  var translated: String? { PatternTranslation(bytes).text }
}
