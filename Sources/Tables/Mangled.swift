/// A text whose UTF-8 was read as Windows-1252 (`Nguyá»…n`), or as ISO 8859-1, as it was before;
/// nil for any other. Exact: every byte that it must have had is known, all
/// together are UTF-8, and that is Latin text.
///
/// A text of which one word has been through it twice and another once is undone word by word.
public func unmangled(_ text: String) -> String? {
  if let whole = unmangledWhole(text) { return whole }
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  guard words.count > 1, text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
  var result: [String] = []
  for word in words {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      result.append(String(word))
    } else if let before = unmangledWhole(String(word)) {
      result.append(before)
    } else {
      return nil
    }
  }
  return result.joined(separator: " ")
}

/// Nil also for what still looks mangled afterwards: nothing is half repaired.
private func unmangledWhole(_ text: String) -> String? {
  var current = text
  var isUndone = false
  // Some have been through it twice, or three times.
  for _ in 0..<3 {
    guard let before = unmangledOnce(current) else { break }
    current = before
    isUndone = true
  }
  let isText = current.unicodeScalars.allSatisfy { !(0x80...0x9F).contains($0.value) }
  return isUndone && isText && !isPartlyMangled(current) ? current : nil
}

private func unmangledOnce(_ text: String) -> String? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    // In ISO 8859-1 each of these stands for its own byte; in Windows-1252 it is another character that does.
    let isControl = (0x80...0x9F).contains(scalar.value)
    guard let byte = isControl ? UInt8(scalar.value) : CodePage.windows1252.byte(scalar) else { return nil }
    bytes.append(byte)
  }
  guard bytes.contains(where: { $0 >= 0x80 }), let decoded = String(validating: bytes, as: UTF8.self),
    decoded.unicodeScalars.allSatisfy({ isLatinText($0.value) })
  else { return nil }
  return decoded
}

/// Letters of Latin scripts, marks on them, and the signs of punctuation; besides
/// those of Windows-1252 and the controls that stand for its gaps, for what has been through it twice.
private func isLatinText(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0...0x24F, 0x2C6, 0x2DC, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x206F, 0x20AB, 0x20AC,
    0x2122, 0xFEFF:
    true
  default: false
  }
}

/// Whether a text has the marks of one that was mangled, but not all of its bytes any more.
public func isPartlyMangled(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  return zip(scalars, scalars.dropFirst()).contains { first, second in
    // The beginnings of every Vietnamese letter of three bytes, and of đ, ă, ơ and ư; then of all of them
    // after the second time.
    switch (first, second) {
    case ("á", "»"), ("á", "º"), ("Ä", "‘"), ("Ä", "ƒ"), ("Æ", "°"), ("Æ", "¡"): true
    case ("Ä", "\u{91}"), ("Ä", "\u{83}"): true
    case ("Ã", "¡"), ("Ã", "„"), ("Ã", "†"), ("Ã", "ƒ"): true
    default: false
    }
  }
}
