import CLibXML2

/// A pattern that a whole text matches: a regular expression of XML Schema, as
/// Table Schema asks for.
///
/// What other languages of patterns have and XML Schema has not is translated where it means nothing for
/// a whole text (``PatternText``), and refused otherwise: looking ahead, back references, `\b`.
struct TextPattern: Sendable {
  private enum Form: Sendable {
    /// This many digits: the pattern of ids, matched without a regular expression.
    case digits(Int)
    /// Some letter among anything: the pattern of names, likewise.
    case letter
    case compiled(CompiledPattern)
  }

  private let form: Form

  /// Nil for a pattern that is no regular expression.
  init?(_ pattern: String) {
    if pattern.hasPrefix("[0-9]{"), pattern.hasSuffix("}"), let count = Int(pattern.dropFirst(6).dropLast()) {
      form = .digits(count)
    } else if pattern == ".*[A-Za-zÀ-ỹ].*" {
      form = .letter
    } else if let compiled = CompiledPattern(PatternText(pattern).translated) {
      form = .compiled(compiled)
    } else {
      return nil
    }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch form {
    case .digits(let count):
      text.count == count && text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    case .letter:
      text.contains {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || (0xC3...0xE1).contains($0)
      }
    case .compiled(let compiled): compiled.matches(text)
    }
  }
}

/// What libxml2 made of a pattern. It is only read after it was made.
private final class CompiledPattern: @unchecked Sendable {
  private let expression: xmlRegexpPtr

  init?(_ pattern: String) {
    _ = initialized
    // A bad pattern is told by whoever asked, not by the library on standard error.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let expression = xmlRegexpCompile(pattern) else { return nil }
    self.expression = expression
  }

  deinit { xmlRegFreeRegexp(expression) }

  /// A text that costs more steps than the library allows does not match.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.contains(0) else { return false }
    return withUnsafeTemporaryAllocation(of: xmlChar.self, capacity: text.count + 1) { buffer in
      let end = buffer.initialize(fromContentsOf: text)
      buffer.initializeElement(at: end, to: 0)
      return xmlRegexpExec(expression, buffer.baseAddress) == 1
    }
  }
}

private let initialized: Void = xmlInitParser()
