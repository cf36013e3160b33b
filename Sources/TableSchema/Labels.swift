import Tables

/// A label as labels are compared: without case, diacritics, spaces, line
/// breaks, colons and marks of a required column.
func labelKey(_ label: some Collection<UInt8>) -> [UInt8] {
  var key: [UInt8] = []
  for byte in folded(label) where byte != UInt8(ascii: " ") && byte != UInt8(ascii: ":") {
    key.append(byte)
    // `(*)` before `*`, so that no empty brackets are left.
    if byte == UInt8(ascii: ")"), key.suffix(3).elementsEqual("(*)".utf8) { key.removeLast(3) }
  }
  key.removeAll { $0 == UInt8(ascii: "*") }
  return key
}

/// The same without the signs around it: `"NV2"`, `NV 2.`.
func bareKey(_ label: some Collection<UInt8>) -> [UInt8] {
  func isSign(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
  let key = String(decoding: labelKey(label), as: UTF8.self)
  return Array(String(key.drop(while: isSign).reversed().drop(while: isSign).reversed()).utf8)
}

/// `text` with every `part` in it replaced.
func replacing(_ part: String, in text: String, by value: String) -> String {
  var bytes = Array(text.utf8)
  let part = Array(part.utf8)
  var from = 0
  while let range = firstRange(of: part, in: bytes, from: from) {
    bytes.replaceSubrange(range, with: value.utf8)
    from = range.lowerBound + value.utf8.count
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func firstRange(of part: [UInt8], in bytes: [UInt8], from: Int = 0) -> Range<Int>? {
  guard !part.isEmpty, bytes.count >= part.count + from else { return nil }
  for start in from...(bytes.count - part.count) where bytes[start...].starts(with: part) {
    return start..<(start + part.count)
  }
  return nil
}

/// 1…20 in Roman numerals.
func romanNumeral(_ number: Int) -> String {
  let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
  return String(repeating: "X", count: number / 10) + ones[number % 10]
}

extension Field {
  /// Every label of number `n` (0 outside a family): the title first.
  func labels(_ n: Int) -> [String] {
    ([title] + aliases + sharedAliases).map { spelled($0, number: n) }
  }

  /// A text of the schema about number `n` of a family; itself where `number` is 0.
  public func spelled(_ label: String, number: Int) -> String {
    guard number > 0 else { return label }
    return replacing(
      "{i}", in: replacing("{n}", in: label, by: String(number)), by: romanNumeral(number))
  }

  /// 0 for a single column, 1… for a family.
  public var numbers: ClosedRange<Int> { numbered > 0 ? 1...numbered : 0...0 }
}
