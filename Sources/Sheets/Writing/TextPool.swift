/// The shared texts of a workbook: each different text once, numbered in the
/// order of its first use.
struct TextPool {
  /// What a cell can hold, in UTF-16 units.
  static let longestText = 32_767

  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing: the number of a text plus one in the lower half, and the
  /// upper half of its hash; 0 for none. Hashes are seeded anew in each process,
  /// so that nobody can send names that collide; they decide places in this
  /// table and nothing in the output.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private let seed = TextHash.seed()
  /// How many cells use a text.
  private(set) var uses = 0

  var count: Int { ends.count }

  /// The number of a text, which must not be longer than a cell can hold.
  mutating func number(of text: ArraySlice<UInt8>) -> Int { text.withUnsafeBytes { number(of: $0) } }

  /// The same of bytes that stand elsewhere.
  mutating func number(of text: UnsafeRawBufferPointer) -> Int {
    uses += 1
    let hash = TextHash.hash(text, seed: seed)
    let mark = hash & TextPool.upperHalf
    var slot = place(of: hash)
    while slots[slot] != 0 {
      if slots[slot] & TextPool.upperHalf == mark {
        let number = Int(slots[slot] & ~TextPool.upperHalf) - 1
        if isEqual(number, text) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = mark | UInt64(ends.count + 1)
    arena.append(contentsOf: text)
    ends.append(arena.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  /// Where a text is looked for first; by the upper half, which the table keeps.
  private func place(of hash: UInt64) -> Int { Int(hash >> 32) & (slots.count - 1) }

  private func isEqual(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    return arena.withUnsafeBytes {
      TextHash.isEqual(UnsafeRawBufferPointer(rebasing: $0[start...].prefix(text.count)), text)
    }
  }

  private subscript(number: Int) -> ArraySlice<UInt8> {
    arena[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  private mutating func grow() {
    let before = slots
    slots = [UInt64](repeating: 0, count: before.count * 2)
    for entry in before where entry != 0 {
      var slot = place(of: entry)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
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
        deflation.addLater(xml.bytes)
        xml.bytes = []
        xml.bytes.reserveCapacity(3 << 15)
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
  guard text.count > TextPool.longestText else { return (text, false) }
  let string = String(decoding: text, as: UTF8.self)
  guard string.utf16.count > TextPool.longestText else { return (text, false) }
  return (Array(string.shortened(toUTF16: TextPool.longestText).utf8)[...], true)
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
