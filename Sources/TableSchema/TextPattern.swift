/// A pattern that a whole text matches: a regular expression of XML Schema, as
/// Table Schema asks for.
///
/// What other languages of patterns have and XML Schema has not is translated where it means nothing for
/// a whole text (``PatternText``), and refused otherwise: looking ahead, back references, `\b`. Refused is
/// also what has more states than ``PatternMachine/mostStates``; all others cost a text no more than its length.
struct TextPattern: Sendable {
  private enum Form: Sendable {
    /// This many digits: the pattern of ids, matched without a regular expression.
    case digits(Int)
    /// Some letter among anything: the pattern of names, likewise.
    case letter
    case machine(PatternMachine)
  }

  private let form: Form

  /// Nil for a pattern that is no regular expression, or one that is too large.
  init?(_ pattern: String) {
    let digits = pattern.utf8.dropFirst(6).dropLast()
    if pattern.hasPrefix("[0-9]{"), pattern.hasSuffix("}"),
      digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
      let count = Int(String(decoding: digits, as: UTF8.self))
    {
      form = .digits(count)
    } else if pattern == ".*[A-Za-zÀ-ỹ].*" {
      form = .letter
    } else if let translated = PatternText(pattern).translated, let machine = PatternMachine(translated) {
      form = .machine(machine)
    } else {
      return nil
    }
  }

  /// The pattern asks for so many digits, and nothing else.
  var digits: Int? {
    if case .digits(let count) = form { count } else { nil }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch form {
    case .digits(let count):
      text.count == count && text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    case .letter:
      text.contains {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || (0xC3...0xE1).contains($0)
      }
    case .machine(let machine): machine.matches(text)
    }
  }
}
