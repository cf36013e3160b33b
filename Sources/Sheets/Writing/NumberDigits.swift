import Tables

extension [UInt8] {
  /// The number in decimal digits.
  mutating func appendDigits(of number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      guard let place = digits.baseAddress else { return }
      append(contentsOf: digits[..<place.writeDigits(of: number.magnitude)])
    }
  }

  /// `dd/mm/yyyy`.
  mutating func appendDigits(of day: Day) {
    let (year, month, dayOfMonth) = day.components
    appendTwoDigits(dayOfMonth)
    append(UInt8(ascii: "/"))
    appendTwoDigits(month)
    append(UInt8(ascii: "/"))
    appendTwoDigits(year / 100)
    appendTwoDigits(year % 100)
  }

  private mutating func appendTwoDigits(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
