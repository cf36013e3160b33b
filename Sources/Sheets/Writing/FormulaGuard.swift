/// Keeps texts in a CSV from running as formulas in the spreadsheet program
/// that opens it: an apostrophe goes before a text that begins like one (OWASP).
public enum FormulaGuard {
  /// The text would be taken for a formula, or for the guarded form of one.
  ///
  /// What counts is the first character after spaces, a byte order mark and
  /// apostrophes: `=`, `+`, `-`, `@`, their full-width forms, or a tab, line
  /// break or NUL anywhere before.
  public static func isNeeded(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let first = rest.first {
      switch first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0:
        return true
      case UInt8(ascii: " "), UInt8(ascii: "'"):
        rest = rest.dropFirst()
      // A no-break space.
      case 0xC2 where rest.starts(with: [0xC2, 0xA0]):
        rest = rest.dropFirst(2)
      // A byte order mark; an ideographic space.
      case 0xEF where rest.starts(with: [0xEF, 0xBB, 0xBF]),
        0xE3 where rest.starts(with: [0xE3, 0x80, 0x80]):
        rest = rest.dropFirst(3)
      case 0xEF where rest.starts(with: [0xEF, 0xBC]):
        // ＋ － ＝ ＠
        return [0x8B, 0x8D, 0x9D, 0xA0].contains(rest.dropFirst(2).first)
      default:
        return false
      }
    }
    return false
  }
}
