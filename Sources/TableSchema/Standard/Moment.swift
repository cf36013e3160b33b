import Tables

/// A time of day, or a day and a time of day, with or without a time zone.
struct Moment: Hashable, Sendable {
  /// Seconds since the beginning of 1970, or of the day; in UTC where there is a zone.
  var seconds: Int
  /// Decimals of a second, without zeros at the end.
  var fraction: [UInt8] = []
  var hasZone = false

  /// As XML Schema compares: with a zone and without one they differ only when
  /// fourteen hours either way cannot change which is earlier.
  func order(to other: Moment) -> StandardValue.Order? {
    if hasZone != other.hasZone {
      let difference = seconds - other.seconds
      guard difference.magnitude > 14 * 3600 else { return nil }
      return difference < 0 ? .smaller : .larger
    }
    guard seconds == other.seconds else { return StandardValue.order(seconds, other.seconds) }
    if fraction == other.fraction { return .equal }
    return fraction.lexicographicallyPrecedes(other.fraction) ? .smaller : .larger
  }
}

/// Reads dates and times in the forms of XML Schema, from left to right.
struct MomentScanner {
  private let text: [UInt8]
  private var index = 0

  init(_ text: some Sequence<UInt8>) { self.text = Array(text) }

  var isAtEnd: Bool { index == text.count }
  var next: UInt8? { index < text.count ? text[index] : nil }

  /// That character, if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// So many digits as a number; nil if there are fewer. At most 18.
  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    let run = text[index...].prefix(count.upperBound).prefix { $0 &- UInt8(ascii: "0") < 10 }
    guard run.count >= count.lowerBound else { return nil }
    index += run.count
    return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// `2024-01-26`.
  mutating func day() -> Day? {
    guard let year = digits(4...4), take("-"), let month = digits(2...2), take("-"), let day = digits(2...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// `15:00:00`, as seconds of the day; `24:00:00` is the end of it.
  mutating func time() -> Int? {
    guard let hour = digits(2...2), take(":"), let minute = digits(2...2), take(":"),
      let second = digits(2...2), minute < 60, second < 60, hour < 24 || (hour, minute, second) == (24, 0, 0)
    else { return nil }
    return (hour * 60 + minute) * 60 + second
  }

  /// `.300`, without the zeros at its end; nothing where there is no point, nil where a point stands alone.
  mutating func fraction() -> [UInt8]? {
    guard take(".") else { return [] }
    var run = Array(text[index...].prefix { $0 &- UInt8(ascii: "0") < 10 })
    guard !run.isEmpty else { return nil }
    index += run.count
    while run.last == UInt8(ascii: "0") { run.removeLast() }
    return run
  }

  /// `Z`, `+07:00`: seconds east of Greenwich; nothing where none is written.
  mutating func zone() -> (isThere: Bool, offset: Int)? {
    if take("Z") { return (true, 0) }
    guard next == UInt8(ascii: "+") || next == UInt8(ascii: "-") else { return (false, 0) }
    let west = take("-")
    if !west { _ = take("+") }
    guard let hours = digits(2...2), take(":"), let minutes = digits(2...2), hours <= 14, minutes < 60,
      hours < 14 || minutes == 0
    else { return nil }
    let offset = (hours * 60 + minutes) * 60
    return (true, west ? -offset : offset)
  }

  /// `2024-01-26T15:00:00.300-05:00`.
  mutating func moment() -> Moment? {
    guard let day = day(), take("T"), let time = time(), let fraction = fraction(), let zone = zone() else {
      return nil
    }
    return Moment(
      seconds: Int(day.number) * 86_400 + time - zone.offset, fraction: fraction, hasZone: zone.isThere)
  }

  /// A year of XML Schema: four digits or more, no zero in front of more than four, a minus for years before Christ.
  mutating func year() -> Int? {
    let negative = take("-")
    let isPadded = next == UInt8(ascii: "0")
    let start = index
    guard let year = digits(4...9), !isPadded || index - start == 4 else { return nil }
    return negative ? -year : year
  }
}
