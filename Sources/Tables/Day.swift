/// A calendar day of the proleptic Gregorian calendar, without time or zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  public let number: Int32

  /// The day so many days after 1 January 1970, or before it.
  public init(number: Int32) { self.number = number }

  /// The day written as year, month (1…12) and day of the month; nil if there
  /// is no such day. Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day of an Excel serial number (the whole part of it). In the 1900
  /// system serial 60 is the 29 February 1900 that never was: nil. Below 1
  /// (below 0 in the 1904 system) and after 9999: nil.
  public init?(excelSerial serial: Int, epoch1904: Bool) {
    if epoch1904 {
      guard (0...2_957_003).contains(serial) else { return nil }
      number = Int32(serial - 24_107)
    } else {
      guard (1...2_958_465).contains(serial), serial != 60 else { return nil }
      number = Int32(serial < 60 ? serial - 25_568 : serial - 25_569)
    }
  }

  /// The serial number in Excel's 1900 system, for days from 1 March 1900 on.
  public var excelSerial: Int { Int(number) + 25_569 }

  /// Earlier before later.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// As the calendar writes it: month 1…12, day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// `dd/mm/yyyy`, as Vietnamese papers write it.
  public var text: String {
    let (year, month, day) = components
    return "\(Day.padded(day, 2))/\(Day.padded(month, 2))/\(Day.padded(year, 4))"
  }

  /// `yyyy-mm-dd`.
  public var iso: String {
    let (year, month, day) = components
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Day: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { text }
}
