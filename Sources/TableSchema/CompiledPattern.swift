internal import CLibXML2

/// What libxml2 made of a regular expression. It is only read after it was made.
final class CompiledPattern: @unchecked Sendable {
  private let expression: xmlRegexpPtr

  /// Nil for what is no regular expression of XML Schema.
  init?(_ pattern: String) {
    _ = initialized
    // A bad pattern is told by whoever asked, not by the library on standard error.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let expression = xmlRegexpCompile(pattern) else { return nil }
    self.expression = expression
  }

  deinit { xmlRegFreeRegexp(expression) }

  /// Only for a pattern of one character: how often the library would go back in a longer text, nobody knows.
  func matches(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value != 0 else { return false }
    var text: UInt64 = 0
    for byte in UTF8.encode(scalar)?.reversed() ?? [] { text = text << 8 | UInt64(byte) }
    text = text.littleEndian
    return withUnsafeBytes(of: &text) { bytes in
      xmlRegexpExec(expression, bytes.baseAddress?.assumingMemoryBound(to: xmlChar.self)) == 1
    }
  }
}

private let initialized: Void = xmlInitParser()
