/// A decimal number of any length, exactly: an optional sign, digits with at most
/// one point, and an optional exponent (`-1.23`, `.5`, `8.0207E+10`).
struct DecimalNumber: Hashable, Sendable {
  private(set) var negative = false
  /// Significant digits, without zeros at either end; empty for zero.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private(set) var exponent = 0

  /// Zero.
  init() {}

  /// Nil for anything but a number.
  init?(_ text: some RandomAccessCollection<UInt8>) {
    var index = text.startIndex
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      index = text.index(after: index)
    }
    var fraction = 0
    var point = false
    var any = false
    scan: while index < text.endIndex {
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
      index = text.index(after: index)
    }
    guard any, digits.count <= 400 else { return nil }
    if index < text.endIndex {
      guard text[index] == UInt8(ascii: "E") || text[index] == UInt8(ascii: "e"),
        let power = Int(String(decoding: text[text.index(after: index)...], as: UTF8.self)), abs(power) <= 400
      else { return nil }
      exponent = power
    }
    exponent -= fraction
    trim()
  }

  /// A whole number.
  init(_ whole: Int) {
    negative = whole < 0
    digits = String(whole.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    trim()
  }

  /// Whether it has no fraction.
  var isWhole: Bool { exponent >= 0 }

  /// As a machine's whole number; nil with a fraction or beyond its range.
  var whole: Int? { isWhole ? Int(String(decoding: plain, as: UTF8.self)) : nil }

  private mutating func trim() {
    digits.removeFirst(digits.prefix { $0 == 0 }.count)
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      exponent = 0
      negative = false
    }
  }

  /// Keeps `count` significant digits, half up; true if there were more.
  mutating func round(to count: Int) -> Bool {
    guard digits.count > count else { return false }
    let up = digits[count] >= 5
    exponent += digits.count - count
    digits.removeLast(digits.count - count)
    if up {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
      }
    }
    trim()
    return true
  }

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
    return negative ? [UInt8(ascii: "-")] + result : result
  }
}

extension DecimalNumber: Comparable {
  /// Smaller before larger.
  static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    guard a.negative == b.negative else { return a.negative }
    return a.negative ? b.isSmaller(than: a) : a.isSmaller(than: b)
  }

  /// Without the signs.
  private func isSmaller(than other: DecimalNumber) -> Bool {
    guard !digits.isEmpty, !other.digits.isEmpty else { return digits.isEmpty && !other.digits.isEmpty }
    let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
    guard size == otherSize else { return size < otherSize }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
