import Tables

/// UTF-16 as UTF-8; half of a pair alone is U+FFFD.
func utf8Bytes(_ units: [UInt16]) -> [UInt8] {
  if units.allSatisfy({ $0 < 0x80 }) { return units.map { UInt8(truncatingIfNeeded: $0) } }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// Where the first bytes are that are not UTF-8 (Unicode 16, table 3-7).
func firstFault(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  guard let start = text.baseAddress else { return nil }
  var index = 0
  // Where a character begins, before which there is no fault.
  var safe = 0
  var due: UInt64 = 0
  while index + ByteWord.size <= text.count {
    if due == 0 { safe = index }
    let word = ByteWord(start + index)
    if due | word.beyondASCII != 0 {
      let leads = UTF8Leads(word)
      guard leads.continuations == leads.following | due, !leads.needCare else { break }
      due = leads.due
    }
    index += ByteWord.size
  }
  return firstFault(text, from: safe)
}

/// The leads among eight bytes: a flag in the top bit of each.
private struct UTF8Leads {
  /// The bytes that continue a character.
  let continuations: UInt64
  /// Those that must, for the leads before them.
  let following: UInt64
  /// Those that must in the next eight.
  let due: UInt64
  /// Some second byte is bound more closely, or a byte is in no UTF-8, or a
  /// character has four bytes: to be looked at one by one.
  let needCare: Bool

  @inline(__always)
  init(_ word: ByteWord) {
    let bits = word.bits
    let high = word.beyondASCII
    let any = high & bits << 1
    let three = any & bits << 2
    continuations = high ^ any
    following = any << 8 | three << 16
    due = any >> 56 | three >> 48
    let isFour = three & bits << 3
    let isOverlongTwo = any & ~three & ~(bits << 3 | bits << 4 | bits << 5 | bits << 6)
    let isE0 = three & ~(bits << 4 | bits << 5 | bits << 6 | bits << 7)
    let isED = three & bits << 4 & bits << 5 & ~(bits << 6) & bits << 7
    needCare = isFour | isOverlongTwo | isE0 | isED != 0
  }
}

/// The same from where a character begins, one after the other.
private func firstFault(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  var index = start
  while index < text.count {
    let lead = text[index]
    guard lead >= 0x80 else {
      index += 1
      continue
    }
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return index
    }
    guard index + length <= text.count, second.contains(text[index + 1]) else { return index }
    for offset in 2..<max(length, 2) where text[index + offset] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}
