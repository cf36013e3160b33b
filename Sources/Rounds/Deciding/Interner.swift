import Tables

/// Numbers for texts: each distinct text, compared without ASCII case, has one
/// number, from 0 in order of first appearance.
///
/// Open addressing over one arena of bytes: a text costs its bytes and twenty
/// more, and no allocation of its own.
struct Interner: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// A power of two of slots, each a number or −1; at most half are taken.
  private var slots = [Int32](repeating: -1, count: 16)

  var count: Int { ends.count }

  /// The number of a text, given to it now if it has none.
  mutating func number(_ text: ArraySlice<UInt8>) -> Int32 {
    let hash = Interner.hash(text)
    let slot = self.slot(of: text, hash)
    let known = slots[slot]
    if known >= 0 {
      keepSmaller(text, of: known)
      return known
    }
    let number = Int32(ends.count)
    arena.append(contentsOf: text)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = number
    if 2 * ends.count > slots.count { grow() }
    return number
  }

  mutating func number(_ text: [UInt8]) -> Int32 { number(text[...]) }

  /// The number of a text, or −1 if it has none.
  func find(_ text: ArraySlice<UInt8>) -> Int32 { slots[slot(of: text, Interner.hash(text))] }

  /// The text of a number; of several spellings the first in byte order,
  /// whatever the order in which they came.
  func text(_ number: Int32) -> ArraySlice<UInt8> { arena[range(number)] }

  private func range(_ number: Int32) -> Range<Int> {
    (number == 0 ? 0 : ends[Int(number) - 1])..<ends[Int(number)]
  }

  /// The slot where a text is, or where it belongs.
  private func slot(of text: ArraySlice<UInt8>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if hashes[Int(slots[slot])] == hash, equalsWithoutCase(arena[range(slots[slot])], text) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func keepSmaller(_ text: ArraySlice<UInt8>, of number: Int32) {
    let range = range(number)
    guard text.lexicographicallyPrecedes(arena[range]) else { return }
    arena.replaceSubrange(range, with: text)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in hashes.indices {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, with its high bits mixed into the low ones that choose the slot.
  private static func hash(_ text: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(lowered(byte))) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

/// Numbers for texts that are compared folded: each spelling is folded once.
struct FoldingInterner: Sendable {
  private var spellings = Interner()
  private var foldedOf: [Int32] = []
  private var folds = Interner()

  /// The number of a text, or −1 for a blank.
  mutating func number(_ text: ArraySlice<UInt8>) -> Int32 {
    guard !text.isEmpty else { return -1 }
    let spelling = spellings.number(text)
    if Int(spelling) == foldedOf.count {
      let fold = folded(text)
      foldedOf.append(fold.isEmpty ? -1 : folds.number(fold))
    }
    return foldedOf[Int(spelling)]
  }

  mutating func number(_ text: String) -> Int32 { number(ArraySlice(text.utf8)) }
}

/// Whether two codes are one: letters of ASCII count without case.
func equalsWithoutCase(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  var other = b.startIndex
  for byte in a {
    guard byte == b[other] || lowered(byte) == lowered(b[other]) else { return false }
    other += 1
  }
  return true
}

@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
}

/// The items of a list joined by `;`, without spaces at their ends.
func listParts(_ list: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  list.split(separator: UInt8(ascii: ";")).compactMap { item in
    let item = item.drop { $0 == 0x20 }
    return item.lastIndex { $0 != 0x20 }.map { item[...$0] }
  }
}
