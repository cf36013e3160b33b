import Tables

/// A pattern of C's and Python's `strptime`: `%d/%m/%Y %H:%M`.
///
/// Names of days and months are English, whatever the machine speaks.
struct TimePattern: Sendable {
  private enum Part: Sendable {
    case literal(UInt8)
    /// One space or more of any kind.
    case space
    case directive(UInt8)
  }

  private var parts: [Part] = []

  /// Nil for a pattern without directives, or with one that is not supported
  /// (`%U`, `%W`, `%G`, `%V`: weeks).
  init?(_ pattern: String) {
    let abbreviations: [UInt8: String] = [
      UInt8(ascii: "c"): "%a %b %d %H:%M:%S %Y", UInt8(ascii: "x"): "%m/%d/%y", UInt8(ascii: "X"): "%H:%M:%S",
      UInt8(ascii: "D"): "%m/%d/%y", UInt8(ascii: "T"): "%H:%M:%S", UInt8(ascii: "F"): "%Y-%m-%d",
      UInt8(ascii: "R"): "%H:%M",
    ]
    var rest = Array(pattern.utf8)[...]
    var hasDirective = false
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let letter = rest.popFirst() else { return nil }
        if let written = abbreviations[letter] {
          guard let inner = TimePattern(written) else { return nil }
          parts += inner.parts
        } else if letter == UInt8(ascii: "%") {
          parts.append(.literal(letter))
          continue
        } else {
          guard "aAbBdfHIjmMpSuwyYzZ".utf8.contains(letter) else { return nil }
          parts.append(.directive(letter))
        }
        hasDirective = true
      } else if byte == 0x20 || (9...13).contains(byte) {
        parts.append(.space)
      } else {
        parts.append(.literal(byte))
      }
    }
    guard hasDirective else { return nil }
  }

  /// What a text says. Parts that the pattern lacks are those of the first
  /// second of 1900, as `strptime` has it.
  struct Reading: Equatable {
    var year = 1900
    var month = 1
    var day = 1
    var dayOfYear: Int?
    var hour = 0
    var isAfternoon: Bool?
    var minute = 0
    var second = 0
    var fraction: [UInt8] = []
    /// Seconds east of Greenwich.
    var offset: Int?

    /// The day, if the calendar has it.
    var date: Day? {
      guard let dayOfYear else { return Day(year: year, month: month, day: day) }
      guard let first = Day(year: year, month: 1, day: 1) else { return nil }
      let day = Day(number: first.number + Int32(dayOfYear - 1))
      return day.components.year == year ? day : nil
    }

    /// The second of the day.
    var time: Int {
      let hour = isAfternoon.map { self.hour % 12 + ($0 ? 12 : 0) } ?? self.hour
      return (hour * 60 + minute) * 60 + second
    }
  }

  /// Nil for a text that the pattern does not match as a whole.
  func reading(of text: some Sequence<UInt8>) -> Reading? {
    let text = Array(text)
    guard let reading = match(0, text[...], Reading()), reading.date != nil else { return nil }
    return reading
  }

  /// Numbers take as many digits as they can, and fewer where the rest would not match.
  private func match(_ index: Int, _ text: ArraySlice<UInt8>, _ reading: Reading) -> Reading? {
    guard index < parts.count else { return text.isEmpty ? reading : nil }
    switch parts[index] {
    case .literal(let byte):
      guard let first = text.first, Self.lowercased(first) == Self.lowercased(byte) else { return nil }
      return match(index + 1, text.dropFirst(), reading)
    case .space:
      let run = text.prefix { $0 == 0x20 || (9...13).contains($0) }.count
      // A run of spaces in the pattern is matched by its first.
      var next = index + 1
      while next < parts.count, case .space = parts[next] { next += 1 }
      return run > 0 ? match(next, text.dropFirst(run), reading) : nil
    case .directive(let letter):
      for (length, reading) in Directive(letter).readings(of: text, reading) {
        if let result = match(index + 1, text.dropFirst(length), reading) { return result }
      }
      return nil
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// How a moment of 2024 would be written.
  var example: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .literal(let byte): text.unicodeScalars.append(Unicode.Scalar(byte))
      case .space: text += " "
      case .directive(let letter): text += Directive(letter).example
      }
    }
  }
}
