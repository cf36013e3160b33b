import Tables

/// How a field writes its dates and times.
enum TimeForm: Sendable {
  /// The form of the standard: `2024-01-26`, `15:00:00`, `2024-01-26T15:00:00.300-05:00`.
  case standard
  case pattern(TimePattern)
  /// Any of the ways in which people and programs write them, the day before the month.
  case any

  func date(_ text: [UInt8]) -> Day? {
    switch self {
    case .standard:
      var scanner = MomentScanner(text)
      guard let day = scanner.day(), scanner.isAtEnd else { return nil }
      return day
    case .pattern(let pattern): return pattern.reading(of: text)?.date
    case .any:
      guard case .day(let day) = text.withUnsafeBufferPointer({ DateText($0) }) else { return nil }
      return day
    }
  }

  func time(_ text: [UInt8]) -> Moment? {
    switch self {
    case .standard:
      var scanner = MomentScanner(text)
      // The end of a day is its beginning.
      guard let seconds = scanner.time(), scanner.isAtEnd else { return nil }
      return Moment(seconds: seconds % 86_400)
    case .pattern(let pattern):
      return pattern.reading(of: text).map {
        Moment(seconds: $0.time - ($0.offset ?? 0), fraction: $0.fraction, hasZone: $0.offset != nil)
      }
    case .any: return Self.anyTime(text)
    }
  }

  func moment(_ text: [UInt8]) -> Moment? {
    switch self {
    case .standard:
      var scanner = MomentScanner(text)
      guard let moment = scanner.moment(), scanner.isAtEnd else { return nil }
      return moment
    case .pattern(let pattern):
      guard let reading = pattern.reading(of: text), let day = reading.date else { return nil }
      return Moment(
        seconds: Int(day.number) * 86_400 + reading.time - (reading.offset ?? 0), fraction: reading.fraction,
        hasZone: reading.offset != nil)
    case .any:
      if let moment = TimeForm.standard.moment(text) { return moment }
      guard let day = date(text) else { return nil }
      let gap = text.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
      guard let gap else { return Moment(seconds: Int(day.number) * 86_400) }
      guard var moment = Self.anyTime(Array(text[(gap + 1)...])) else { return nil }
      moment.seconds += Int(day.number) * 86_400
      return moment
    }
  }

  /// `7:05`, `07:05:30.5`, with a zone or without.
  private static func anyTime(_ text: [UInt8]) -> Moment? {
    var scanner = MomentScanner(text)
    guard let hour = scanner.digits(1...2), hour < 24, scanner.take(":"), let minute = scanner.digits(2...2),
      minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") {
      guard let digits = scanner.digits(2...2), digits < 60 else { return nil }
      second = digits
    }
    guard let fraction = scanner.fraction(), let zone = scanner.zone(), scanner.isAtEnd else { return nil }
    return Moment(
      seconds: (hour * 60 + minute) * 60 + second - zone.offset, fraction: fraction, hasZone: zone.isThere)
  }

  /// What such a cell looks like.
  func example(_ kind: StandardKind) -> String {
    switch (self, kind) {
    case (.pattern(let pattern), _): pattern.example
    case (_, .date): "2024-01-26"
    case (_, .time): "15:30:00"
    default: "2024-01-26T15:30:00"
    }
  }
}
