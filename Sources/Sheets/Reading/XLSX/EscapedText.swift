/// Decodes `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19), once, in the bytes from
/// `start` to the end: what is decoded is not looked at again, so that
/// `_x005F_x000D_` is the text `_x000D_`. Half of a surrogate pair alone
/// becomes U+FFFD.
func decodeEscapes(in bytes: inout [UInt8], from start: Int) {
  guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
  var read = first
  var write = first
  while read < bytes.count {
    guard let unit = escapedUnit(bytes, at: read) else {
      bytes[write] = bytes[read]
      read += 1
      write += 1
      continue
    }
    read += escapeLength
    var units = [unit]
    if UTF16.isLeadSurrogate(unit), let trail = escapedUnit(bytes, at: read), UTF16.isTrailSurrogate(trail) {
      units.append(trail)
      read += escapeLength
    }
    for byte in String(decoding: units, as: UTF16.self).utf8 {
      bytes[write] = byte
      write += 1
    }
  }
  bytes.removeLast(bytes.count - write)
}

/// A text with its `_xHHHH_` decoded.
func unescaped(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
  var bytes = Array(text.utf8)
  decodeEscapes(in: &bytes, from: 0)
  return String(decoding: bytes, as: UTF8.self)
}

/// How many bytes an escape takes.
let escapeLength = 7

private func escapedUnit(_ bytes: [UInt8], at start: Int) -> UInt16? {
  guard start + escapeLength <= bytes.count, bytes[start] == UInt8(ascii: "_"),
    bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
  else { return nil }
  var unit: UInt16 = 0
  for index in (start + 2)..<(start + 6) {
    switch bytes[index] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(bytes[index] - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"):
      unit = unit << 4 | UInt16(bytes[index] - UInt8(ascii: "A") + 10)
    case UInt8(ascii: "a")...UInt8(ascii: "f"):
      unit = unit << 4 | UInt16(bytes[index] - UInt8(ascii: "a") + 10)
    default: return nil
    }
  }
  return unit
}
