/// An ASCII letter as a small one; any other byte as it is.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

/// White space as XML has it.
@inline(__always)
func isXMLBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

/// White space as pages and other texts have it: the space, and the controls from the tab to the end of a line.
@inline(__always)
func isTextBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

extension UnsafeBufferPointer<UInt8> {
  /// Whether `pattern` stands at `offset`.
  func has(_ pattern: [UInt8], at offset: Int = 0) -> Bool {
    guard offset >= 0, offset <= count, pattern.count <= count - offset else { return false }
    return self[offset..<(offset + pattern.count)].elementsEqual(pattern)
  }

  /// Whether `pattern` stands anywhere.
  func contains(_ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, count >= pattern.count else { return false }
    var rest = self[...(count - pattern.count)]
    while let start = rest.firstIndex(of: first) {
      if has(pattern, at: start) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  /// Where `word`, in small letters, begins at `start` or later, in letters of either case.
  func firstIndex(of word: String, from start: Int) -> Int? {
    let word = Array(word.utf8)
    guard let first = word.first, start >= 0, start + word.count <= count else { return nil }
    return (start...(count - word.count)).first { index in
      lowercased(self[index]) == first
        && word.indices.allSatisfy { lowercased(self[index + $0]) == word[$0] }
    }
  }

  /// The little-endian number of `width` bytes at `offset`; nil beyond the end.
  func number(at offset: Int, width: Int) -> UInt64? {
    guard offset >= 0, offset <= count, width <= count - offset else { return nil }
    var value: UInt64 = 0
    for index in (0..<width).reversed() { value = value << 8 | UInt64(self[offset + index]) }
    return value
  }
}

/// Whether a UTF-8 text has more than `limit` UTF-16 units, which is how
/// spreadsheet programs count characters.
func isLonger(_ text: UnsafeBufferPointer<UInt8>, than limit: Int) -> Bool {
  guard text.count > limit else { return false }
  var units = 0
  for byte in text where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
  return units > limit
}
