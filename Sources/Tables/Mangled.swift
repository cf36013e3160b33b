/// A text whose UTF-8 was read as Windows-1252 (`Nguyá»…n`), as it was before;
/// nil for any other. Exact: every byte that it must have had is known, and all
/// together are UTF-8.
public func unmangled(_ text: String) -> String? {
  var current = text
  var result: String?
  // Some have been through it twice.
  for _ in 0..<3 {
    guard let before = unmangledOnce(current) else { break }
    current = before
    result = before
  }
  return result
}

private func unmangledOnce(_ text: String) -> String? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    guard let byte = CodePage.windows1252.byte(scalar) else { return nil }
    bytes.append(byte)
  }
  guard bytes.contains(where: { $0 >= 0x80 }), let decoded = String(validating: bytes, as: UTF8.self) else {
    return nil
  }
  return decoded
}

/// Whether a text has the marks of one that was mangled, but not all of its bytes any more.
public func isPartlyMangled(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  return zip(scalars, scalars.dropFirst()).contains { first, second in
    // The beginnings of every Vietnamese letter of three bytes, and of đ, ă, ơ and ư.
    switch (first, second) {
    case ("á", "»"), ("á", "º"), ("Ä", "‘"), ("Ä", "ƒ"), ("Æ", "°"), ("Æ", "¡"): true
    default: false
    }
  }
}
