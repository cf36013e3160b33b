import Tables

/// A whole number as people write it: `280`, `-3`, `1.500.000`, `1 500 000`,
/// and `45,0` or `45.0`; nil for anything else.
func wholeNumber(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
  var value: Int64 = 0
  var index = 0
  var negative = false
  if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
    negative = first == UInt8(ascii: "-")
    index = 1
  }
  var digits = 0
  // Digits since the last separator; nil before the first.
  var group: Int?
  while index < text.count {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let (tens, o1) = value.multipliedReportingOverflow(by: 10)
      let (sum, o2) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !o1, !o2 else { return nil }
      value = sum
      digits += 1
      if let count = group { group = count + 1 }
    case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: ","):
      if isZeroFraction(text, from: index), group == nil || group == 3 {
        return digits > 0 ? (negative ? -value : value) : nil
      }
      guard byte != UInt8(ascii: ","), digits > 0, group.map({ $0 == 3 }) ?? (digits <= 3) else { return nil }
      group = 0
    default: return nil
    }
    index += 1
  }
  guard digits > 0, group == nil || group == 3 else { return nil }
  return negative ? -value : value
}

/// `.0`, `,0`, `.00` or `,00` up to the end.
private func isZeroFraction(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
  let rest = text[(index + 1)...]
  return text[index] != UInt8(ascii: " ") && (1...2).contains(rest.count)
    && rest.allSatisfy { $0 == UInt8(ascii: "0") }
}

/// Whether a text is a decimal, whatever its length: `8`, `8,5`, `8.33333333333333`.
func isDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let parts = text.split(omittingEmptySubsequences: false) {
    $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
  }
  return parts.count <= 2
    && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
}

/// `8.0207E+10` in a text: digits that a spreadsheet program has lost for good.
func isScientific(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let e = text.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }), e > 0,
    e + 2 < text.count, text[e + 1] == UInt8(ascii: "+")
  else { return false }
  let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
  return text[..<e].allSatisfy { isDigit($0) || isMark($0) } && text[(e + 2)...].allSatisfy(isDigit)
}
