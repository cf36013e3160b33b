import Tables

/// What a format shows of a whole number beside its digits: all that a person takes for a part of it.
enum ShownDigits: Equatable {
  /// Nothing; or what of it is not certain.
  case asTheyAre
  /// First so many zeros, then at least so many digits: `"0"000` shows 12 as 0012.
  case padded(before: Int, least: Int)
  case pattern(NumberPattern)

  /// Of a format given by its code.
  ///
  /// Of a number with decimals, a currency, a thousands mark or an exponent the value is what counts, as where signs depend
  /// on it; so only places of digits are looked at, and what stands between them in any case. Of several
  /// sections the first is that of positive numbers, where zeros need no other.
  init(_ code: String) {
    self = .asTheyAre
    guard code.utf8.count <= 80, let (parts, hasSections) = partsOfFormat(code) else { return }
    let before = parts.prefix { $0 == .literal(UInt8(ascii: "0")) }.count
    let optional = parts[before...].prefix { $0 == .digitIfAny }.count
    let least = parts[(before + optional)...].prefix { $0 == .digit }.count
    if before + optional + least == parts.count {
      if before + least <= 20, least > 1 || before > 0 && optional + least > 0, before == 0 || !hasSections {
        self = .padded(before: before, least: least)
      }
    } else if !hasSections, let pattern = NumberPattern(parts) {
      self = .pattern(pattern)
    }
  }

  /// How many zeros are shown in front of a whole number (`123`, `123.0`).
  func zeros(before number: ArraySlice<UInt8>) -> UInt8 {
    guard case .padded(let before, let least) = self else { return 0 }
    let digits = number.prefix { $0 &- UInt8(ascii: "0") < 10 }
    let rest = number[digits.endIndex...]
    guard !digits.isEmpty,
      rest.isEmpty
        || (rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") })
    else { return 0 }
    // Where no digit has to be shown, none is shown of 0: it is the last of those in front.
    if least == 0, digits.elementsEqual("0".utf8) { return UInt8(before - 1) }
    return UInt8(before + max(0, least - digits.count))
  }
}

/// The parts of the first section, and whether there are others; nil where there is anything but digits and what is shown
/// as it stands.
private func partsOfFormat(_ code: String) -> (parts: [NumberPattern.Part], hasSections: Bool)? {
  // What no XML may have is no part of what we write.
  guard code.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }) else {
    return nil
  }
  var parts: [NumberPattern.Part] = []
  var bytes = Array(code.utf8)[...]
  while let byte = bytes.popFirst() {
    switch byte {
    case UInt8(ascii: ";"): return (parts, true)
    case UInt8(ascii: "0"): parts.append(.digit)
    case UInt8(ascii: "#"): parts.append(.digitIfAny)
    case UInt8(ascii: "\""):
      let quoted = bytes.prefix { $0 != byte }
      bytes = bytes.dropFirst(quoted.count)
      guard bytes.popFirst() != nil else { return nil }
      parts += quoted.map { .literal($0) }
    case UInt8(ascii: "\\"):
      guard let escaped = bytes.popFirst() else { return nil }
      parts.append(.literal(escaped))
    case UInt8(ascii: "["):
      let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
      bytes = bytes.dropFirst(inside.count + 1)
      guard isUnseen(inside) else { return nil }
    default:
      guard byte >= 0x80 || " -():+'".utf8.contains(byte) else { return nil }
      parts.append(.literal(byte))
    }
  }
  return (parts, false)
}

/// What stands in brackets is a colour, or the language of a format that writes the digits of ours: `[Red]`, `[$-409]`,
/// `[$-vi-VN]`. A sign of a currency is seen, a condition decides, and other languages have digits of their own.
private func isUnseen(_ inside: ArraySlice<UInt8>) -> Bool {
  let text = String(decoding: inside.map(lowercased), as: UTF8.self)
  if ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"].contains(text) { return true }
  if text.hasPrefix("color") { return text.dropFirst(5).allSatisfy { " 0123456789".contains($0) } }
  guard text.hasPrefix("$-") else { return false }
  let language = text.dropFirst(2)
  return ["vi-vn", "en-us", "en-gb", "vi", "en"].contains(String(language))
    || language.count <= 4 && language.allSatisfy(\.isHexDigit)
}
