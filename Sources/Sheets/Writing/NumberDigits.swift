import Tables

extension [UInt8] {
  /// The number in decimal digits.
  mutating func appendDigits(of number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
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
