/// A pattern that a whole text matches.
struct TextPattern {
  private enum Form {
    /// This many digits: the pattern of ids, matched without a regular expression.
    case digits(Int)
    case regex(Regex<AnyRegexOutput>)
  }

  private let form: Form

  /// Nil for a pattern that is no regular expression.
  init?(_ pattern: String) {
    if pattern.hasPrefix("[0-9]{"), pattern.hasSuffix("}"), let count = Int(pattern.dropFirst(6).dropLast()) {
      form = .digits(count)
    } else if let regex = try? Regex(pattern) {
      form = .regex(regex.matchingSemantics(.unicodeScalar))
    } else {
      return nil
    }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch form {
    case .digits(let count):
      return text.count == count && text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    case .regex(let regex):
      return (try? regex.wholeMatch(in: String(decoding: text, as: UTF8.self))) != nil
    }
  }
}
