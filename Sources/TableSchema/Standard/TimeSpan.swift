import Tables

/// A duration of XML Schema: months and seconds, which have no common measure.
struct TimeSpan: Hashable, Sendable {
  private var months = 0
  /// Whole seconds and decimals of one, both below zero in a negative duration.
  private var seconds = 0
  private var fraction: [UInt8] = []
  private var negative = false

  /// `P1Y2M3DT4H5M6.7S`: at least one part, and after `T` at least one.
  init?(_ text: some Sequence<UInt8>) {
    var scanner = MomentScanner(text)
    negative = scanner.take("-")
    guard scanner.take("P"), !scanner.isAtEnd else { return nil }
    guard Self.parts(&scanner, [("Y", 12), ("M", 1)], into: &months) != nil,
      Self.parts(&scanner, [("D", 86_400)], into: &seconds) != nil
    else { return nil }
    if scanner.take("T") {
      guard !scanner.isAtEnd,
        let open = Self.parts(&scanner, [("H", 3600), ("M", 60), ("S", 1)], into: &seconds)
      else { return nil }
      // Seconds alone may have decimals.
      if open {
        guard let fraction = scanner.fraction(), scanner.take("S") else { return nil }
        self.fraction = fraction
      }
    }
    guard scanner.isAtEnd else { return nil }
    if months == 0, seconds == 0, fraction.isEmpty { negative = false }
  }

  /// Adds up the parts that are there, each at most once and in order; true if a number before a point
  /// was read as seconds whose decimals and `S` follow, nil for what is no duration.
  private static func parts(
    _ scanner: inout MomentScanner, _ units: [(letter: Unicode.Scalar, size: Int)], into sum: inout Int
  ) -> Bool? {
    var units = units[...]
    while let next = scanner.next, next &- UInt8(ascii: "0") < 10 {
      let before = scanner
      guard let number = scanner.digits(1...9) else { return nil }
      if scanner.next == UInt8(ascii: "."), units.last?.letter == "S" {
        sum += number
        return true
      }
      guard let unit = units.firstIndex(where: { scanner.take($0.letter) }) else {
        // A part of the next group.
        scanner = before
        return units.last?.letter == "S" || units.isEmpty ? nil : false
      }
      sum += number * units[unit].size
      units = units[(unit + 1)...]
      if units.isEmpty { return false }
    }
    return false
  }

  /// Ordered only where it holds whatever month one counts from, as XML Schema has it.
  func order(to other: TimeSpan) -> StandardValue.Order? {
    let starts = [(1696, 9, 1), (1697, 2, 1), (1903, 3, 1), (1903, 7, 1)]
    let orders = starts.map { start in after(start).order(to: other.after(start)) }
    guard let first = orders.first, orders.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The moment so long after the first of a month.
  private func after(_ start: (year: Int, month: Int, day: Int)) -> Moment {
    let sign = negative ? -1 : 1
    let month = start.year * 12 + start.month - 1 + sign * months
    // Years so far away that the calendar does not have them are of average length.
    let day =
      Day(year: month / 12, month: month % 12 + 1, day: 1).map { Int($0.number) }
      ?? (month - 1970 * 12) * 146_097 / 4800
    let whole = day * 86_400 + sign * seconds
    guard negative, !fraction.isEmpty else { return Moment(seconds: whole, fraction: fraction) }
    return Moment(seconds: whole - 1, fraction: Self.complement(fraction))
  }

  /// What is left of a second.
  private static func complement(_ fraction: [UInt8]) -> [UInt8] {
    var result = fraction.map { UInt8(ascii: "9") - ($0 - UInt8(ascii: "0")) }
    if !result.isEmpty { result[result.count - 1] += 1 }
    return result
  }
}
