import Tables

/// Walks from field to field of a CSV.
struct FieldScanner {
  let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let delimiters: ByteWord
  private var index: Int
  /// The last value that had doubled quotes, or something behind its closing quote.
  private(set) var unquoted: [UInt8] = []

  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from start: Int) {
    self.text = text
    self.delimiter = delimiter
    delimiters = ByteWord(repeating: delimiter)
    index = start
  }

  struct Field {
    /// Where the value stands in the text.
    var range: Range<Int>
    /// Otherwise the value is ``FieldScanner/unquoted``.
    var isUnquoted = true
  }

  /// What a field ends with.
  enum End {
    case field, record, text
  }

  var isAtEnd: Bool { index >= text.count }

  /// The field that begins here, up to what ends it; nil if its quote stays open.
  @inline(__always)
  mutating func next() -> Field? {
    let start = index
    if start < text.count, text[start] == UInt8(ascii: "\"") { return nextQuoted() }
    index = end(from: start)
    return Field(range: start..<index)
  }

  /// Steps over what ends the field that was read.
  @inline(__always)
  mutating func skipEnd() -> End {
    guard index < text.count else { return .text }
    let byte = text[index]
    index += 1
    if byte == delimiter { return .field }
    if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
    return .record
  }

  // MARK: Fields

  /// Where the next delimiter or line end is, or the end of the text.
  @inline(__always)
  private func end(from start: Int) -> Int {
    var index = start
    if let base = text.baseAddress {
      while index + ByteWord.size <= text.count {
        let word = ByteWord(base + index)
        // Line ends are the only controls in an ordinary text.
        let stops = word.equal(to: delimiters) | word.below(UInt8(ascii: "\r") + 1)
        guard stops != 0 else {
          index += ByteWord.size
          continue
        }
        index += ByteWord.first(stops)
        if endsField(text[index]) { return index }
        index += 1
      }
    }
    while index < text.count, !endsField(text[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func nextQuoted() -> Field? {
    let start = index + 1
    guard var close = quote(from: start) else { return nil }
    index = close + 1
    if index == text.count || endsField(text[index]) { return Field(range: start..<close) }
    unquoted.removeAll(keepingCapacity: true)
    var from = start
    // A doubled quote stands for one.
    while close + 1 < text.count, text[close + 1] == UInt8(ascii: "\"") {
      unquoted += text[from...close]
      from = close + 2
      guard let next = quote(from: from) else { return nil }
      close = next
    }
    unquoted += text[from..<close]
    // What follows a closing quote belongs to the value, as spreadsheet programs have it.
    index = end(from: close + 1)
    unquoted += text[(close + 1)..<index]
    return Field(range: start..<index, isUnquoted: false)
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
