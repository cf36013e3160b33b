internal import CLibXML2
import Tables

/// A sheet with the characters that a page spells by number or name, `&#7877;` or `&ecirc;`, as what they are: some
/// programs write names so into a text file.
func withoutEntities(_ grid: Grid) -> Grid {
  // What a program writes so it writes so from the beginning: of a large file no more is looked at.
  let isAny = [grid.bytes, grid.sharedBytes].contains { arena in
    arena.withUnsafeBufferPointer { has(ampersand, in: UnsafeBufferPointer(rebasing: $0.prefix(1 << 20))) }
  }
  guard isAny else { return grid }
  var result = grid
  for index in grid.cells.indices where grid.cells[index].kind == .text {
    let text = grid.text(of: grid.cells[index])
    guard text.contains(ampersand), let spelled = decoded(Array(text)) else { continue }
    result.replace(index, by: spelled, from: .entities)
    if spelled.first == "=" { result.hasFormulaTexts = true }
  }
  return result
}

private let ampersand = UInt8(ascii: "&")

/// Nil where there is nothing to decode.
private func decoded(_ text: [UInt8]) -> String? {
  var result: [UInt8] = []
  var index = 0
  var isAny = false
  while index < text.count {
    // The longest names have eight letters.
    if text[index] == ampersand,
      let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
      let scalar = scalar(of: text[(index + 1)..<end])
    {
      result += Array(String(Character(scalar)).utf8)
      index = end + 1
      isAny = true
    } else {
      result.append(text[index])
      index += 1
    }
  }
  return isAny ? String(decoding: result, as: UTF8.self) : nil
}

/// Of what stands between `&` and `;`.
private func scalar(of name: ArraySlice<UInt8>) -> Unicode.Scalar? {
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
