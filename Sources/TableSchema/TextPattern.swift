import CLibXML2

/// A pattern that a whole text matches: a regular expression of XML Schema, as
/// Table Schema asks for.
///
/// XML Schema knows neither anchors nor groups that only group; many schemas have
/// them all the same. As a pattern matches the whole text anyway, `^` in front and `$`
/// behind mean nothing here, and `(?:` is `(`. What else is no regular
/// expression of XML Schema (looking ahead, back references, `\b`) is refused.
struct TextPattern: Sendable {
  private enum Form: Sendable {
    /// This many digits: the pattern of ids, matched without a regular expression.
    case digits(Int)
    case compiled(CompiledPattern)
  }

  private let form: Form

  /// Nil for a pattern that is no regular expression.
  init?(_ pattern: String) {
    if pattern.hasPrefix("[0-9]{"), pattern.hasSuffix("}"), let count = Int(pattern.dropFirst(6).dropLast()) {
      form = .digits(count)
    } else if let compiled = CompiledPattern(Self.withoutAnchors(pattern)) {
      form = .compiled(compiled)
    } else {
      return nil
    }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch form {
    case .digits(let count):
      text.count == count && text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    case .compiled(let compiled): compiled.matches(text)
    }
  }

  /// The pattern in the words of XML Schema.
  static func withoutAnchors(_ pattern: String) -> String {
    var bytes = Array(pattern.utf8)
    if bytes.first == UInt8(ascii: "^") { bytes.removeFirst() }
    if bytes.last == UInt8(ascii: "$"), !isEscaped(bytes, bytes.count - 1) { bytes.removeLast() }
    var result: [UInt8] = []
    var inClass = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      result.append(byte)
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        result.append(bytes[index])
      } else if byte == UInt8(ascii: "[") {
        inClass = true
      } else if byte == UInt8(ascii: "]") {
        inClass = false
      } else if byte == UInt8(ascii: "("), !inClass, bytes[(index + 1)...].starts(with: "?:".utf8) {
        index += 2
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// An odd number of backslashes stands before it.
  private static func isEscaped(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
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
