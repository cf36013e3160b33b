import Tables

/// Finds the fields of a CSV.
struct FieldScanner {
  let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let delimiters: ByteWord

  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
    delimiters = ByteWord(repeating: delimiter)
  }

  /// A field that begins with a quote.
  struct Quoted {
    /// Where the value stands in the text.
    var value: Range<Int>
    /// Where the next delimiter or line end is, or the end of the text.
    var end: Int
    /// What the value is instead, where it has doubled quotes, or something stands behind its closing quote.
    var unquoted: [UInt8]?
  }

  /// What a field ends with.
  enum End {
    case field, record, text
  }

  @inline(__always)
  func isQuote(_ index: Int) -> Bool { index < text.count && text[index] == UInt8(ascii: "\"") }

  /// Steps over what ends the field that ends here.
  @inline(__always)
  func skipEnd(_ index: inout Int) -> End {
    guard index < text.count else { return .text }
    let byte = text[index]
    index &+= 1
    if byte == delimiter { return .field }
    if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") { index &+= 1 }
    return .record
  }

  func isDelimiter(_ index: Int) -> Bool { text[index] == delimiter }

  // MARK: Fields

  /// What a formula begins with.
  static let equals = UInt8(ascii: "=")

  /// What a spreadsheet program shows of a value: of `="0123"`, which keeps the zeros of a text there, what stands
  /// between the quotes; all of any other.
  static func shown(_ value: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    guard value.count >= 3, text[value.lowerBound] == equals, text[value.lowerBound + 1] == quote,
      text[value.upperBound - 1] == quote
    else { return value }
    let inner = (value.lowerBound + 2)..<(value.upperBound - 1)
    return text[inner].contains(quote) ? value : inner
  }

  /// Where the next delimiter or line end is, or the end of the text.
  @inline(__always)
  func end(from start: Int) -> Int {
    var index = start
    if let base = text.baseAddress {
      while index &+ ByteWord.size <= text.count {
        let word = ByteWord(base + index)
        // Line ends are the only controls in an ordinary text.
        let stops = word.equal(to: delimiters) | word.below(UInt8(ascii: "\r") + 1)
        guard stops != 0 else {
          index &+= ByteWord.size
          continue
        }
        index &+= ByteWord.first(stops)
        if endsField(base[index]) { return index }
        index &+= 1
      }
    }
    while index < text.count, !endsField(text[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The field whose quote stands at `start`; nil if it stays open, or if the next one, rows below, is another field's:
  /// what lies between would be no value, but whole rows.
  func quoted(at start: Int) -> Quoted? {
    let start = start + 1
    guard var close = quote(from: start) else { return nil }
    let next = close + 1
    if next == text.count || endsField(text[next]) { return Quoted(value: start..<close, end: next) }
    var unquoted: [UInt8] = []
    var from = start
    // A doubled quote stands for one.
    while isQuote(close + 1) {
      unquoted += text[from...close]
      from = close + 2
      guard let next = quote(from: from) else { return nil }
      close = next
    }
    unquoted += text[from..<close]
    // What follows a closing quote belongs to the value, as spreadsheet programs have it.
    let end = end(from: close + 1)
    let rest = text[(close + 1)..<end]
    if rest.contains(where: { $0 > UInt8(ascii: " ") }),
      text[start..<close].contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    {
      return nil
    }
    unquoted += rest
    return Quoted(value: start..<end, end: end, unquoted: unquoted)
  }

  private func quote(from start: Int) -> Int? {
    var index = start
    let quotes = ByteWord(repeating: UInt8(ascii: "\""))
    if let base = text.baseAddress {
      while index + ByteWord.size <= text.count {
        let found = ByteWord(base + index).equal(to: quotes)
        if found != 0 { return index + ByteWord.first(found) }
        index += ByteWord.size
      }
    }
    while index < text.count, text[index] != UInt8(ascii: "\"") { index += 1 }
    return index < text.count ? index : nil
  }
}
