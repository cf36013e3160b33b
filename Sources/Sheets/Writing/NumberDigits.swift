import Tables

extension [UInt8] {
  /// The number in decimal digits.
  mutating func appendDigits(of number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    // From the last digit to the first; 20 are the most.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(contentsOf: digits[first...])
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
