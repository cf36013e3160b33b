/// A pattern of Python, JavaScript or Perl in the words of XML Schema, where the meaning is the same.
///
/// A pattern matches the whole text, so `^` or `\A` where it begins and `$` or `\Z` where it ends mean nothing
/// here, nor does it matter whether a quantifier is lazy. `(?:` and a group with a name are `(`, `{,3}` is
/// `{0,3}`, and a backslash before a sign that has no meaning of its own is left out; `\u1EF9` and `\xE0` are
/// the letters that they name.
struct PatternTranslation {
  /// Nil where there are no such words: `^` in the midst of a text, or in a group that is repeated.
  private(set) var text: String?

  private let bytes: [UInt8]
  private var index = 0
  private var result: [UInt8] = []
  /// Nothing that takes a character stands before this place.
  private var isAtStart = true
  /// Of each group that is open.
  private var groups: [Group] = []
  private var isQuantified = false

  private struct Group {
    /// ``isAtStart`` of the place before it.
    var isAtStart: Bool
    /// A beginning of the text was asked for in it.
    var asksForStart = false
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while index < bytes.count {
      guard translateNext() else { return }
    }
    text = String(decoding: result, as: UTF8.self)
  }

  /// False where XML Schema has no words.
  private mutating func translateNext() -> Bool {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "^"): return dropStart()
    case UInt8(ascii: "$"): return isEnd(index)
    case UInt8(ascii: "?") where isQuantified: isQuantified = false
    case UInt8(ascii: "("):
      result.append(byte)
      index += groupMark(at: index)
      groups.append(Group(isAtStart: isAtStart))
      isQuantified = false
    case UInt8(ascii: ")"):
      result.append(byte)
      if let group = groups.popLast(), group.asksForStart {
        if let next = bytes[index...].first, "*+{".utf8.contains(next) { return false }
        noteStart()
      }
      (isAtStart, isQuantified) = (false, false)
    case UInt8(ascii: "|"):
      result.append(byte)
      isAtStart = groups.last?.isAtStart ?? true
      isQuantified = false
    case UInt8(ascii: "\\") where index < bytes.count:
      let letter = bytes[index]
      if letter == UInt8(ascii: "A"), isAtStart {
        index += 1
        return dropStart()
      } else if letter | 0x20 == UInt8(ascii: "z"), isEnd(index + 1) {
        index += 1
      } else {
        translateEscape()
        (isAtStart, isQuantified) = (false, false)
      }
    case UInt8(ascii: "["):
      translateClass()
      (isAtStart, isQuantified) = (false, false)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      result.append(byte)
      isQuantified = true
    case UInt8(ascii: "{"):
      result.append(byte)
      if bytes[index...].first == UInt8(ascii: ",") { result.append(UInt8(ascii: "0")) }
      isAtStart = false
    default:
      result.append(byte)
      isAtStart = false
      isQuantified = byte == UInt8(ascii: "}")
    }
    return true
  }

  /// Leaves out what asks for the beginning of the text; false where it is not there.
  private mutating func dropStart() -> Bool {
    noteStart()
    return isAtStart
  }

  private mutating func noteStart() {
    if !groups.isEmpty { groups[groups.count - 1].asksForStart = true }
  }

  // MARK: Characters

  /// Behind a backslash.
  private mutating func translateEscape() {
    let letter = bytes[index]
    index += 1
    if let length = letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "x") ? 2 : nil,
      let value = UInt32(String(decoding: bytes[index...].prefix(length), as: UTF8.self), radix: 16),
      bytes.count >= index + length, let scalar = Unicode.Scalar(value), value >= 0x20
    {
      index += length
      if value < 0x80, Self.signs.contains(UInt8(value)) { result.append(UInt8(ascii: "\\")) }
      result += Array(String(Character(scalar)).utf8)
      return
    }
    if Self.hasMeaning(letter) { result.append(UInt8(ascii: "\\")) }
    result.append(letter)
  }

  /// Behind its bracket, to its end. A bracket that comes first stands for itself, and so does one that
  /// opens no class that is taken away.
  private mutating func translateClass() {
    result.append(UInt8(ascii: "["))
    if bytes[index...].first == UInt8(ascii: "^") {
      result.append(UInt8(ascii: "^"))
      index += 1
    }
    var isFirst = true
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "]") where !isFirst:
        result.append(byte)
        return
      case UInt8(ascii: "\\") where index < bytes.count: translateEscape()
      case UInt8(ascii: "-") where bytes[index...].first == UInt8(ascii: "[") && !isFirst:
        index += 1
        result.append(byte)
        translateClass()
      case UInt8(ascii: "["), UInt8(ascii: "]"): result += [UInt8(ascii: "\\"), byte]
      default: result.append(byte)
      }
      isFirst = false
    }
  }

  /// A letter or a digit, or a sign that XML Schema gives a meaning; any other stands for itself with a
  /// backslash and without.
  private static func hasMeaning(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: signs.contains(byte) || byte >= 0x7F || byte < 0x20
    }
  }

  private static let signs = Array(#"\|.?*+(){}-[]^"#.utf8)

  // MARK: Places

  /// Whether nothing that takes a character can follow: up to the end there are only ends of groups, and
  /// other ways to match them.
  private func isEnd(_ start: Int) -> Bool {
    var rest = bytes[start...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: ")"), UInt8(ascii: "$"): continue
      case UInt8(ascii: "|"): skipAlternatives(&rest)
      default: return false
      }
    }
    return true
  }

  /// To the end of the group, which is left, or of the pattern.
  private func skipAlternatives(_ rest: inout ArraySlice<UInt8>) {
    var depth = 0
    var inClass = false
    while let byte = rest.first {
      if byte == UInt8(ascii: ")"), depth == 0, !inClass { return }
      rest = rest.dropFirst(byte == UInt8(ascii: "\\") ? 2 : 1)
      switch byte {
      case UInt8(ascii: "["): inClass = true
      case UInt8(ascii: "]"): inClass = false
      case UInt8(ascii: "(") where !inClass: depth += 1
      case UInt8(ascii: ")") where !inClass: depth -= 1
      default: break
      }
    }
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
}
