/// The shared texts of a workbook: each different text once, numbered in the
/// order of its first use.
struct SharedTexts {
  /// What a cell can hold, in UTF-16 units.
  static let longestText = 32_767

  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing: the number of a text plus one, or 0. Hashes are seeded
  /// anew in each process, so that nobody can send names that collide; they
  /// decide places in this table and nothing in the output.
  private var slots = [Int32](repeating: 0, count: 1024)
  private var hashes: [Int] = []
  /// How many cells use a text.
  private(set) var uses = 0

  var count: Int { ends.count }

  /// The number of a text, which must not be longer than a cell can hold.
  mutating func number(of text: ArraySlice<UInt8>) -> Int {
    uses += 1
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, self[number] == text { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ends.count + 1)
    arena.append(contentsOf: text)
    ends.append(arena.count)
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private subscript(number: Int) -> ArraySlice<UInt8> {
    arena[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// `xl/sharedStrings.xml`.
  func part() -> ZipEntry {
    let deflation = Deflation()
    var xml = XMLBytes.part()
    xml.add("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    xml.attribute(" count", uses)
    xml.attribute(" uniqueCount", count)
    xml.add(">")
    for number in 0..<count {
      xml.add("<si>")
      xml.textElement(self[number])
      xml.add("</si>")
      if xml.bytes.count > 1 << 16 {
        deflation.add(xml.bytes)
        xml.bytes.removeAll(keepingCapacity: true)
      }
    }
    xml.add("</sst>")
    deflation.add(xml.bytes)
    return ZipEntry(path: "xl/sharedStrings.xml", deflation)
  }
}

/// What a cell can hold of a text: valid UTF-8 (anything else becomes U+FFFD),
/// at most 32,767 UTF-16 units without half a character at the end.
func cellText(_ bytes: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, isCut: Bool) {
  var text = bytes
  if (try? UTF8Span(validating: bytes.span)) == nil {
    text = Array(String(decoding: bytes, as: UTF8.self).utf8)[...]
  }
  guard text.count > SharedTexts.longestText else { return (text, false) }
  let string = String(decoding: text, as: UTF8.self)
  guard string.utf16.count > SharedTexts.longestText else { return (text, false) }
  return (Array(string.shortened(toUTF16: SharedTexts.longestText).utf8)[...], true)
}

extension String {
  /// As many of its characters as fit into so many UTF-16 units.
  func shortened(toUTF16 limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var kept = String.UnicodeScalarView()
    var units = 0
    for scalar in unicodeScalars {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units > limit { break }
      kept.append(scalar)
    }
    return String(kept)
  }
}
