/// A text as people compare it: lower case, without diacritics, `đ` as `d`,
/// runs of spaces, tabs and line breaks as one space, none at the ends,
/// invisible characters left out.
///
/// Precomposed and decomposed spellings, and both ways of placing a tone mark
/// (`hoà`, `hòa`), fold alike. Letters that are not Latin are kept, in lower
/// case. Bytes that are not UTF-8 count as U+FFFD.
public func folded(_ bytes: some Collection<UInt8>) -> [UInt8] {
  foldedASCII(bytes) ?? foldedScalars(String(decoding: bytes, as: UTF8.self).unicodeScalars)
}

/// ``folded(_:)`` of a string, as a string.
public func folded(_ text: String) -> String {
  String(decoding: folded(text.utf8), as: UTF8.self)
}

/// The fold of a text that is all ASCII; nil for any other.
private func foldedASCII(_ bytes: some Collection<UInt8>) -> [UInt8]? {
  var result = FoldedText(capacity: bytes.count)
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte + 32)
    case 0...0x20, 0x7F: result.appendSpace()
    case 0x80...: return nil
    default: result.append(byte)
    }
  }
  return result.bytes
}

private func foldedScalars(_ scalars: String.UnicodeScalarView) -> [UInt8] {
  var result = FoldedText(capacity: scalars.count)
  for scalar in scalars {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: result.append(UInt8(value) + 32)
    case 0x21...0x7E: result.append(UInt8(value))
    case _ where isSpace(value): result.appendSpace()
    case 0x300...0x36F: break
    case _ where isInvisible(value): break
    default:
      if let letter = baseLetter(value) {
        result.append(letter)
      } else {
        for byte in scalar.properties.lowercaseMapping.utf8 { result.append(byte) }
      }
    }
  }
  return result.bytes
}

/// Bytes in which a space stands only between two other bytes.
private struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var spaceDue = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ byte: UInt8) {
    if spaceDue {
      if !bytes.isEmpty { bytes.append(0x20) }
      spaceDue = false
    }
    bytes.append(byte)
  }

  mutating func appendSpace() { spaceDue = true }
}

/// Controls, tabs, line breaks, and every width of space.
public func isSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// Zero width, marks of direction, the soft hyphen, the byte order mark.
public func isInvisible(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
  default: false
  }
}

/// The plain lower-case letter that a Latin letter with diacritics is made from; nil for
/// letters of their own (`æ`, `ß`) and for everything that is not Latin.
func baseLetter(_ scalar: UInt32) -> UInt8? {
  let letter: UInt8
  switch scalar {
  case 0xC0..<0x250: letter = latin[Int(scalar) - 0xC0]
  case 0x1E00..<0x1F00: letter = latinAdditional[Int(scalar) - 0x1E00]
  default: return nil
  }
  return letter == UInt8(ascii: ".") ? nil : letter
}

/// The base letters of U+00C0 to U+024F, `.` where there is none.
private let latin = [UInt8](
  ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd"
    + "ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssss"
    + "ssttttttuuuuuuuuuuuuwwyyyzzzzzz.................................oo.............u"
    + "u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...."
    + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................").utf8)

/// The base letters of U+1E00 to U+1EFF.
private let latinAdditional = [UInt8](
  ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo"
    + "oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......"
    + "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu"
    + "uuyyyyyyyy......").utf8)
