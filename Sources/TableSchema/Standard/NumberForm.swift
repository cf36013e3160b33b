/// How a field writes its numbers: the properties of `number` and `integer`.
struct NumberForm: Sendable {
  /// No point at all: a whole number.
  var isInteger = false
  var decimalChar = Array(".".utf8)
  /// None where it is empty.
  var groupChar: [UInt8] = []
  /// Nothing but the number stands in the cell.
  var isBare = true

  func value(of text: some Collection<UInt8>) -> StandardValue? {
    var number = Array(text)[...]
    number.trim { $0 == 0x20 || (9...13).contains($0) }
    if !isInteger, let special = Self.special(number) { return special }
    if !isBare { strip(&number) }
    guard let plain = plain(Array(number)) else { return nil }
    if isInteger {
      let digits =
        plain.first == UInt8(ascii: "-") || plain.first == UInt8(ascii: "+") ? plain.dropFirst() : plain[...]
      guard digits.allSatisfy(Self.isDigit) else { return nil }
    }
    return DecimalNumber(plain).map(StandardValue.number)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// `NaN`, `INF`, `-INF`, in any case.
  private static func special(_ text: ArraySlice<UInt8>) -> StandardValue? {
    switch String(decoding: text.map(TimePattern.lowercased), as: UTF8.self) {
    case "nan": .notANumber
    case "inf": .infinity(negative: false)
    case "-inf": .infinity(negative: true)
    default: nil
    }
  }

  /// Drops what stands before and behind: `€ -95.5 %`. A point belongs to the
  /// number if a digit follows it, a sign if it stands just before.
  private func strip(_ text: inout ArraySlice<UInt8>) {
    guard var first = text.firstIndex(where: Self.isDigit), let last = text.lastIndex(where: Self.isDigit)
    else {
      return
    }
    if !isInteger, text[..<first].reversed().starts(with: decimalChar.reversed()) {
      first -= decimalChar.count
    }
    if first > text.startIndex, text[first - 1] == UInt8(ascii: "-") || text[first - 1] == UInt8(ascii: "+") {
      first -= 1
    }
    text = text[first...last]
  }

  /// With a point and without groups; nil where a point is used that is not this field's.
  private func plain(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let rest = text[index...]
      if !groupChar.isEmpty, rest.starts(with: groupChar) {
        // Between digits.
        guard result.last.map(Self.isDigit) == true else { return nil }
        index += groupChar.count
        guard index < text.count, Self.isDigit(text[index]) else { return nil }
      } else if rest.starts(with: decimalChar) {
        result.append(UInt8(ascii: "."))
        index += decimalChar.count
      } else {
        guard text[index] != UInt8(ascii: ".") else { return nil }
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// What a number of this field looks like.
  var example: String {
    let (point, group) = (
      String(decoding: decimalChar, as: UTF8.self), String(decoding: groupChar, as: UTF8.self)
    )
    return isInteger ? "1\(group)250" : "1\(group)250\(point)5"
  }
}

extension ArraySlice {
  /// Drops such elements at both ends.
  fileprivate mutating func trim(_ isDropped: (Element) -> Bool) {
    while let first, isDropped(first) { removeFirst() }
    while let last, isDropped(last) { removeLast() }
  }
}
