/// One directive of a time pattern: `%d`, `%B`.
struct Directive {
  private let letter: Unicode.Scalar

  init(_ letter: UInt8) { self.letter = Unicode.Scalar(letter) }

  typealias Readings = [(length: Int, reading: TimePattern.Reading)]

  /// How much of `text` it can take, and what is known then; the longest first.
  func readings(of text: ArraySlice<UInt8>, _ known: TimePattern.Reading) -> Readings {
    switch letter {
    case "Y": numbers(text, 4...4, 1...9999, known) { $0.year = $1 }
    case "y": numbers(text, 2...2, 0...99, known) { $0.year = $1 + ($1 < 69 ? 2000 : 1900) }
    case "m": numbers(text, 1...2, 1...12, known) { $0.month = $1 }
    case "d": numbers(text, 1...2, 1...31, known) { $0.day = $1 }
    case "j": numbers(text, 1...3, 1...366, known) { $0.dayOfYear = $1 }
    case "H": numbers(text, 1...2, 0...23, known) { $0.hour = $1 }
    // Without a.m. or p.m. it is the morning.
    case "I":
      numbers(text, 1...2, 1...12, known) { reading, hour in
        reading.hour = hour
        reading.isAfternoon = reading.isAfternoon ?? false
      }
    case "M": numbers(text, 1...2, 0...59, known) { $0.minute = $1 }
    case "S": numbers(text, 1...2, 0...59, known) { $0.second = $1 }
    case "u": numbers(text, 1...1, 1...7, known) { _, _ in }
    case "w": numbers(text, 1...1, 0...6, known) { _, _ in }
    case "f": fractions(text, known)
    case "B", "b": names(text, Self.months, known) { $0.month = $1 + 1 }
    case "A", "a": names(text, Self.days, known) { _, _ in }
    case "p": names(text, ["am", "pm"], known) { $0.isAfternoon = $1 == 1 }
    case "Z": names(text, ["utc", "gmt"], known) { reading, _ in reading.offset = 0 } + [(0, known)]
    case "z": zones(text, known)
    default: []
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  private static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private func numbers(
    _ text: ArraySlice<UInt8>, _ lengths: ClosedRange<Int>, _ range: ClosedRange<Int>,
    _ known: TimePattern.Reading, _ set: (inout TimePattern.Reading, Int) -> Void
  ) -> Readings {
    let run = text.prefix(lengths.upperBound).prefix { $0 &- UInt8(ascii: "0") < 10 }
    guard run.count >= lengths.lowerBound else { return [] }
    return (lengths.lowerBound...run.count).reversed().compactMap { length in
      let number = run.prefix(length).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard range.contains(number) else { return nil }
      var reading = known
      set(&reading, number)
      return (length, reading)
    }
  }

  private func fractions(_ text: ArraySlice<UInt8>, _ known: TimePattern.Reading) -> Readings {
    let run = text.prefix(6).prefix { $0 &- UInt8(ascii: "0") < 10 }
    return stride(from: run.count, to: 0, by: -1).map { length in
      var reading = known
      reading.fraction = Array(run.prefix(length))
      while reading.fraction.last == UInt8(ascii: "0") { reading.fraction.removeLast() }
      return (length, reading)
    }
  }

  /// Names in any case; `%b` and `%a` are their first three letters.
  private func names(
    _ text: ArraySlice<UInt8>, _ names: [String], _ known: TimePattern.Reading,
    _ set: (inout TimePattern.Reading, Int) -> Void
  ) -> Readings {
    let isShort = letter == "b" || letter == "a"
    return names.indices.compactMap { index in
      let name = isShort ? names[index].utf8.prefix(3) : names[index].utf8[...]
      guard text.prefix(name.count).map(TimePattern.lowercased).elementsEqual(name) else { return nil }
      var reading = known
      set(&reading, index)
      return (name.count, reading)
    }
  }

  /// `Z`, `+0700`, `+07:00`.
  private func zones(_ text: ArraySlice<UInt8>, _ known: TimePattern.Reading) -> Readings {
    var scanner = MomentScanner(text)
    var reading = known
    if scanner.take("Z") {
      reading.offset = 0
      return [(1, reading)]
    }
    let west = scanner.take("-")
    guard west || scanner.take("+"), let hours = scanner.digits(2...2), hours < 24 else { return [] }
    let colon = scanner.take(":")
    guard let minutes = scanner.digits(2...2), minutes < 60 else { return [] }
    reading.offset = (west ? -60 : 60) * (hours * 60 + minutes)
    return [(colon ? 6 : 5, reading)]
  }

  /// What it would be on the afternoon of Friday, 26 January 2024.
  var example: String {
    switch letter {
    case "Y": "2024"
    case "y": "24"
    case "m": "01"
    case "d": "26"
    case "j": "026"
    case "H": "15"
    case "I": "03"
    case "M": "30"
    case "S": "00"
    case "u", "w": "5"
    case "f": "300"
    case "B": "January"
    case "b": "Jan"
    case "A": "Friday"
    case "a": "Fri"
    case "p": "PM"
    case "Z": "UTC"
    case "z": "+0700"
    default: ""
    }
  }
}
