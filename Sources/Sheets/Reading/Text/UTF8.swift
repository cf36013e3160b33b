/// UTF-16 as UTF-8; half of a pair alone is U+FFFD.
func utf8Bytes(_ units: [UInt16]) -> [UInt8] {
  if units.allSatisfy({ $0 < 0x80 }) { return units.map { UInt8(truncatingIfNeeded: $0) } }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// Where the first bytes are that are not UTF-8 (Unicode 16, table 3-7).
func firstFault(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
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
