import Tables

/// A date as people and programs write it.
enum DateText {
  case day(Day)
  /// Why, where more can be said than that it is none.
  case wrong(TypeFault?)

  static let noDate = DateText.wrong(nil)

  /// `d/m/yyyy` with `/`, `-` or `.`; ISO `yyyy-mm-dd`; either with a time of day
  /// behind it, which says nothing but whether it is another day here. A year has four digits.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var scanner = Scanner(text: text)
    guard let first = scanner.number(), let separator = scanner.separator(),
      let second = scanner.number(), scanner.separator() == separator, let third = scanner.number(),
      scanner.isAtEndOrTime
    else {
      self = .noDate
      return
    }
    let parts: (year: Number, month: Number, day: Number) =
      first.digits == 4 ? (first, second, third) : (third, second, first)
    guard parts.month.digits <= 2, parts.day.digits <= 2 else {
      self = .noDate
      return
    }
    guard parts.year.digits == 4 else {
      self = .wrong(parts.year.digits == 2 ? .twoDigitYear : nil)
      return
    }
    guard let day = Day(year: parts.year.value, month: parts.month.value, day: parts.day.value) else {
      self = .wrong(.noSuchDay)
      return
    }
    self = scanner.daysFromHere == 0 ? .day(day) : .wrong(.otherDay)
  }

  /// The two days of a moment that is ``TypeFault/otherDay``: as it is written, and here.
  static func days(ofMoment text: UnsafeBufferPointer<UInt8>) -> (written: Day, here: Day)? {
    let date = text.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
    guard case .day(let day) = DateText(UnsafeBufferPointer(rebasing: date)) else { return nil }
    return (day, Day(number: day.number + Int32(Scanner(text: text, index: date.count).daysFromHere)))
  }

  private struct Number {
    var value: Int
    var digits: Int
  }

  private struct Scanner {
    let text: UnsafeBufferPointer<UInt8>
    var index = 0

    /// One to four digits.
    mutating func number() -> Number? {
      var number = Number(value: 0, digits: 0)
      while index < text.count, case let digit = text[index] &- UInt8(ascii: "0"), digit < 10 {
        guard number.digits < 4 else { return nil }
        number.value = number.value * 10 + Int(digit)
        number.digits += 1
        index += 1
      }
      return number.digits > 0 ? number : nil
    }

    mutating func separator() -> UInt8? {
      guard index < text.count else { return nil }
      let byte = text[index]
      guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else {
        return nil
      }
      index += 1
      return byte
    }

    /// Of a moment in universal time, or with the hours that its clock is ahead of that (`17:00Z`, `17:00+00:00`): 1
    /// where it is the next day here, seven hours ahead, -1 where it is the day before, else 0.
    var daysFromHere: Int {
      guard index < text.count else { return 0 }
      let time = text[(index + 1)...]
      guard let sign = time.lastIndex(where: { "+-Zz".utf8.contains($0) }) else { return 0 }
      let isBehind = time[sign] == UInt8(ascii: "-")
      let zone = Self.minutes(time[(sign + 1)...])
      func colons(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Int { part.count { $0 == UInt8(ascii: ":") } }
      // `8:00-10:00`, `8:00:00-10:00:00` say from when until when. No clock is further ahead than 14 hours.
      if zone > 14 * 60 || colons(time[(sign + 1)...]) > 1
        || (isBehind && text[index] != UInt8(ascii: "T") && colons(time[..<sign]) < 2)
      {
        return 0
      }
      let here = Self.minutes(time[..<sign]) + (isBehind ? zone : -zone) + 7 * 60
      return here >= 24 * 60 ? 1 : here < 0 ? -1 : 0
    }

    /// Of `17:30:00`, `17:30`, `1730` or `17`.
    private static func minutes(_ time: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
      let numbers = time.split { $0 &- UInt8(ascii: "0") >= 10 }.prefix(2)
        .map { (digits: $0.count, value: $0.prefix(4).reduce(0) { $0 * 10 + Int($1 & 0x0F) }) }
      guard let first = numbers.first else { return 0 }
      if first.digits == 4 { return first.value / 100 * 60 + first.value % 100 }
      return first.value * 60 + (numbers.count > 1 ? numbers[1].value : 0)
    }

    /// The end, or ` 00:00:00`, `T00:00:00.000Z`; a date alone may have a `Z` too.
    var isAtEndOrTime: Bool {
      guard index < text.count else { return true }
      if index == text.count - 1, text[index] | 0x20 == UInt8(ascii: "z") { return true }
      guard text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "T") else { return false }
      let time = text[(index + 1)...]
      let digits = time.prefix { ($0 &- UInt8(ascii: "0")) < 10 }.count
      return (1...2).contains(digits) && time.dropFirst(digits).first == UInt8(ascii: ":")
        && time.allSatisfy { ($0 &- UInt8(ascii: "0")) < 11 || ".+-Zz ".utf8.contains($0) }
    }
  }
}

extension Day {
  /// The day of a cell that holds a serial number; the part of a day is not looked at.
  init?(serial text: UnsafeBufferPointer<UInt8>, epoch1904: Bool) {
    var whole = 0
    var digits = 0
    for byte in text {
      guard case let digit = byte &- UInt8(ascii: "0"), digit < 10 else {
        // An exponent moves the point.
        if text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
          guard let value = Double(String(decoding: text, as: UTF8.self)), value >= 0, value < 1e7 else {
            return nil
          }
          self.init(excelSerial: Int(value), epoch1904: epoch1904)
          return
        }
        guard byte == UInt8(ascii: ".") else { return nil }
        break
      }
      guard digits < 7 else { return nil }
      whole = whole * 10 + Int(digit)
      digits += 1
    }
    guard digits > 0 else { return nil }
    self.init(excelSerial: whole, epoch1904: epoch1904)
  }

  /// `dd/mm/yyyy`, into `bytes`.
  func spell(into bytes: inout [UInt8]) {
    let (year, month, day) = components
    bytes.removeAll(keepingCapacity: true)
    for (value, separator) in [(day, UInt8(ascii: "/")), (month, UInt8(ascii: "/"))] {
      bytes.append(UInt8(ascii: "0") + UInt8(value / 10))
      bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
      bytes.append(separator)
    }
    for unit in [1000, 100, 10, 1] { bytes.append(UInt8(ascii: "0") + UInt8(year / unit % 10)) }
  }
}
