/// A number as a workbook spells it (`8.5`, `8.3000000000000007`, `8.0207E+10`),
/// at the 15 significant digits that spreadsheet programs compute with.
struct SpelledNumber {
  private var negative = false
  /// Significant digits, without zeros at either end; empty for zero.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0
  /// More digits were spelled than can be trusted.
  private(set) var wasRounded = false

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      negative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    var fraction = 0
    var point = false
    var any = false
    scan: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        any = true
        digits.append(text[index] - UInt8(ascii: "0"))
        if point { fraction += 1 }
      case UInt8(ascii: "."):
        guard !point else { return nil }
        point = true
      default: break scan
      }
      index += 1
    }
    guard any, digits.count <= 400 else { return nil }
    if index < text.count {
      guard text[index] == UInt8(ascii: "E") || text[index] == UInt8(ascii: "e"),
        let power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)), abs(power) <= 400
      else { return nil }
      exponent = power
    }
    exponent -= fraction
    trim()
    round(to: 15)
  }

  private mutating func trim() {
    while digits.first == 0 { digits.removeFirst() }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { exponent = 0 }
  }

  private mutating func round(to count: Int) {
    guard digits.count > count else { return }
    wasRounded = true
    let up = digits[count] >= 5
    exponent += digits.count - count
    digits.removeLast(digits.count - count)
    if up {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    }
    trim()
  }

  var isWhole: Bool { exponent >= 0 }

  /// Digits with a point and without an exponent: `8.3`, `80207000000`.
  var plain: [UInt8] {
    var result = digits.map { $0 + UInt8(ascii: "0") }
    if exponent >= 0 {
      result += [UInt8](repeating: UInt8(ascii: "0"), count: digits.isEmpty ? 1 : exponent)
    } else {
      let missing = max(0, -exponent + 1 - result.count)
      result.insert(contentsOf: [UInt8](repeating: UInt8(ascii: "0"), count: missing), at: 0)
      result.insert(UInt8(ascii: "."), at: result.count + exponent)
    }
    return negative && !digits.isEmpty ? [UInt8(ascii: "-")] + result : result
  }
}
