/// Gives sheets names that spreadsheet programs accept: at most 31 characters,
/// none of `[]:*?/\`, no apostrophe at either end, each once without regard to
/// case.
struct SheetNames {
  private var taken: Set<String> = []
  static let longestName = 31

  /// A free name as close as possible to the one wished for.
  mutating func take(_ wish: String) -> String {
    let base = SheetNames.valid(wish)
    if taken.insert(base.lowercased()).inserted { return base }
    var number = 2
    while true {
      let name = SheetNames.numbered(base, number)
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }

  private static func numbered(_ base: String, _ number: Int) -> String {
    let suffix = " (\(number))"
    return base.shortened(toUTF16: longestName - suffix.utf16.count) + suffix
  }

  /// Cut off between words, where one ends in the second half.
  private static func shortened(_ name: String) -> String {
    let cut = name.shortened(toUTF16: longestName)
    guard cut != name, !cut.hasSuffix(" "), name.dropFirst(cut.count).first != " ",
      let space = cut.lastIndex(of: " "), cut[..<space].utf16.count > longestName / 2
    else { return cut.trimmed }
    return String(cut[..<space]).trimmed
  }

  private static func valid(_ wish: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in wish.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": name.append("-")
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: name.append(" ")
      default: name.append(scalar)
      }
    }
    let text = shortened(String(name).trimmed)
    // Excel keeps the name History for itself.
    if text.isEmpty || text.lowercased() == "history" { return "Sheet" + text }
    return text
  }
}

extension String {
  /// Without spaces and apostrophes at the ends, or a comma behind.
  fileprivate var trimmed: String {
    let isEdge = { (character: Unicode.Scalar) in character == " " || character == "'" }
    let kept = unicodeScalars.drop(while: isEdge)
    guard let last = kept.lastIndex(where: { !isEdge($0) && $0 != "," }) else { return "" }
    return String(kept[...last])
  }
}
