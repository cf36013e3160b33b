/// A code page of Windows: one byte for each character.
public struct CodePage: Sendable {
  private let scalars: [Unicode.Scalar?]
  private let bytes: [Unicode.Scalar: UInt8]

  /// Western European.
  public static let windows1252 = CodePage(changes: [:])

  /// Vietnamese: letters with their tones as marks behind them.
  public static let windows1258 = CodePage(changes: [
    0x8A: nil, 0x8E: nil, 0x9A: nil, 0x9E: nil, 0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}",
    0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă", 0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}",
    0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
  ])

  /// By what differs from Windows-1252.
  private init(changes: [UInt8: Unicode.Scalar?]) {
    // Of 0x80 to 0x9F; a point where there is none.
    let upper = Array("€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ".unicodeScalars)
    scalars = (0...255).map { (byte: UInt8) -> Unicode.Scalar? in
      if let change = changes[byte] { return change }
      guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
      return upper[Int(byte) - 0x80] == "." ? nil : upper[Int(byte) - 0x80]
    }
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (byte, scalar) in scalars.enumerated() {
      if let scalar { bytes[scalar] = UInt8(byte) }
    }
    self.bytes = bytes
  }

  /// The text that bytes are, tones put on their letters; nil if one of them is
  /// no character here, or a tone that stands on no vowel.
  public func text(_ bytes: some Sequence<UInt8>) -> String? {
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for byte in bytes {
      guard let scalar = scalars[Int(byte)] else { return nil }
      if let vowel = last {
        let isTone = (0x300...0x323).contains(scalar.value)
        let composed = isTone ? VietnameseVowel.composed(vowel, scalar) : nil
        if isTone, composed == nil { return nil }
        text.append(composed ?? vowel)
        last = isTone ? nil : scalar
      } else if (0x300...0x323).contains(scalar.value) {
        return nil
      } else {
        last = scalar
      }
    }
    if let last { text.append(last) }
    return String(text)
  }

  /// The byte that a character is; where there is none, a control character of
  /// that number is its own, as programs of Windows have it.
  func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    bytes[scalar] ?? (scalar.value < 0x100 && scalars[Int(scalar.value)] == nil ? UInt8(scalar.value) : nil)
  }
}
