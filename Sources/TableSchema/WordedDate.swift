import Tables

/// A date as it stands in a sentence: `Ngày 01/02/2007`, `ngày 1 tháng 2 năm 2007`, `01/02/2007.`, `01 / 02 / 2007`.
/// Nothing but how a date is written is taken away; whether it is one, ``DateText`` says.
struct WordedDate {
  /// Day, month and year, with what parts them.
  let bytes: [UInt8]
  /// Which is the day and which the month is said in words.
  let isNamed: Bool

  /// Nil where nothing stands around the numbers, or more than a date.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let whole = folded(text)
    var rest = String(decoding: whole, as: UTF8.self)[...]
    while let last = rest.last, ".,; ".contains(last) { rest.removeLast() }
    let isOpened = rest.hasPrefix("ngay")
    if isOpened { rest = rest.dropFirst("ngay".count).drop { $0 == " " || $0 == ":" } }
    if let named = Self.named(rest) {
      bytes = named
      isNamed = true
      return
    }
    bytes = Self.closed(rest.utf8)
    isNamed = false
    guard bytes != whole, bytes.first.map({ $0 &- UInt8(ascii: "0") < 10 }) == true else { return nil }
  }

  /// `1 thang 2 nam 2007` as `1/2/2007`.
  private static func named(_ text: Substring) -> [UInt8]? {
    let words = text.split { $0 == " " || $0 == "," }
    guard words.count == 5, words[1] == "thang", words[3] == "nam" else { return nil }
    let numbers = [words[0], words[2], words[4]]
    guard numbers.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), numbers[0].count <= 2,
      numbers[1].count <= 2
    else { return nil }
    return Array(numbers.joined(separator: "/").utf8)
  }

  /// Without the spaces beside what parts the numbers.
  private static func closed(_ text: Substring.UTF8View) -> [UInt8] {
    var result: [UInt8] = []
    var isParted = false
    for byte in text {
      let parts = "/-.".utf8.contains(byte)
      if parts { while result.last == UInt8(ascii: " ") { result.removeLast() } }
      if byte != UInt8(ascii: " ") || !isParted { result.append(byte) }
      isParted = parts || (isParted && byte == UInt8(ascii: " "))
    }
    return result
  }
}
