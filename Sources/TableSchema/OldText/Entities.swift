internal import CLibXML2
import Tables

/// A sheet with the characters that a page spells by number or name, `&#7877;` or `&ecirc;`, as what they are: some
/// programs write names so into a text file.
func withoutEntities(_ grid: Grid) -> Grid {
  guard grid.mayHaveEntities, hasEntity(grid.bytes) || hasEntity(grid.sharedBytes),
    !grid.conversions.contains(where: { $0.encoding == .entities })
  else { return grid }
  var result = grid
  for index in grid.cells.indices where grid.cells[index].kind == .text {
    let text = grid.text(of: grid.cells[index])
    guard text.contains(ampersand), let spelled = decoded(Array(text)) else { continue }
    result.replace(index, by: spelled, from: .entities)
    if spelled.first == "=" { result.hasFormulaTexts = true }
  }
  return result
}

/// Whether a character is spelled so anywhere in the texts of a sheet.
private func hasEntity(_ arena: [UInt8]) -> Bool {
  arena.withUnsafeBufferPointer { text in
    var start = 0
    while let found = firstIndex(of: ampersand, in: text, from: start) {
      if entity(at: found, in: text) != nil { return true }
      start = found + 1
    }
    return false
  }
}

/// Where a byte stands next, looked for eight at a time.
private func firstIndex(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard let base = text.baseAddress else { return nil }
  let wanted = ByteWord(repeating: byte)
  var index = start
  while index + ByteWord.size <= text.count, ByteWord(base + index).equal(to: wanted) == 0 {
    index += ByteWord.size
  }
  return text[index...].firstIndex(of: byte)
}

private let ampersand = UInt8(ascii: "&")

/// Nil where there is nothing to decode.
private func decoded(_ text: [UInt8]) -> String? {
  text.withUnsafeBufferPointer { text in
    var result: [UInt8] = []
    var index = 0
    var isAny = false
    while index < text.count {
      if let (scalar, end) = entity(at: index, in: text) {
        result += Array(String(Character(scalar)).utf8)
        index = end
        isAny = true
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return isAny ? String(decoding: result, as: UTF8.self) : nil
  }
}

/// The character that is spelled at a place, and where that ends. The longest names have eight letters.
private func entity(
  at index: Int, in text: UnsafeBufferPointer<UInt8>
) -> (scalar: Unicode.Scalar, end: Int)? {
  guard text[index] == ampersand, let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
    let scalar = scalar(of: Array(text[(index + 1)..<end]))
  else { return nil }
  return (scalar, end + 1)
}

/// Of what stands between `&` and `;`.
private func scalar(of name: [UInt8]) -> Unicode.Scalar? {
  let text = String(decoding: name, as: UTF8.self)
  let value: UInt32?
  if name.first == UInt8(ascii: "#") {
    let digits = text.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let rest = isHex ? digits.dropFirst() : digits
    guard rest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    value = UInt32(rest, radix: isHex ? 16 : 10)
  } else {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
    value = htmlEntityLookup(text)?.pointee.value
  }
  // Controls are nobody's letters, and of 128 to 159 programs mean different ones.
  guard let value, value >= 0x20, !(0x7F...0x9F).contains(value) else { return nil }
  return Unicode.Scalar(value)
}
