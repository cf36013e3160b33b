import Disk

extension Received {
  /// Reads a payload that stands as ``compactJSON(_:)`` writes it, many times faster than what knows all
  /// of JSON: of these entries a journal has most. Nil for any other bytes.
  init?(fastFrom payload: [UInt8]) {
    var line = Line(payload)
    do throws(Line.Other) {
      try line.skip("{\"destination\":{\"mode\":")
      guard let mode = IntakeRules.Mode(rawValue: try line.text()) else { return nil }
      var round: String?
      if line.skips(",\"round\":") { round = try line.text() }
      try line.skip(",\"unit\":")
      destination = IntakeRules.Destination(unit: try line.text(), round: round, mode: mode)
      try line.skip("},\"hasOtherNames\":")
      hasOtherNames = try line.flag()
      try line.skip(",\"hash\":")
      hash = try line.text()
      try line.skip(",\"identity\":{\"changed\":")
      let changed: Int64 = try line.number()
      try line.skip(",\"device\":")
      let device: UInt64 = try line.number()
      try line.skip(",\"inode\":")
      let inode: UInt64 = try line.number()
      try line.skip(",\"modified\":")
      let modified: Int64 = try line.number()
      try line.skip(",\"size\":")
      identity = Identity(
        device: device, inode: inode, size: try line.number(), modified: modified, changed: changed)
      try line.skip("},\"pass\":")
      pass = try line.number()
      try line.skip(",\"path\":{\"folders\":[")
      var folders: [FileName] = []
      while !line.skips("]") {
        if !folders.isEmpty { try line.skip(",") }
        folders.append(try line.name())
      }
      try line.skip(",\"name\":")
      path = InboxPath(folders, try line.name())
      try line.skip("},\"seq\":")
      seq = try line.number()
      try line.skip(",\"size\":")
      size = try line.number()
      try line.skip(",\"utc\":")
      utc = try line.text()
      try line.skip("}")
    } catch {
      return nil
    }
    guard line.isAtEnd else { return nil }
  }
}

/// A line of JSON of which every byte is known beforehand but the values.
private struct Line {
  /// It is another line.
  struct Other: Error {}

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func skips(_ words: StaticString) -> Bool {
    let end = at + words.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for (place, index) in zip(at..<end, 0...) where bytes[place] != words.utf8Start[index] { return false }
    at = end
    return true
  }

  mutating func skip(_ words: StaticString) throws(Other) { if !skips(words) { throw Other() } }

  mutating func flag() throws(Other) -> Bool {
    if skips("true") { return true }
    try skip("false")
    return false
  }

  /// Digits without a zero in front, perhaps with a minus.
  mutating func number<Number: FixedWidthInteger>() throws(Other) -> Number {
    let start = at
    if Number.isSigned, at < bytes.count, bytes[at] == 0x2D { at += 1 }
    let first = at
    var value: Number = 0
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
      let (ten, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let digit = Number(bytes[at] - 0x30)
      let (sum, overflows) =
        first > start ? ten.subtractingReportingOverflow(digit) : ten.addingReportingOverflow(digit)
      if tooLarge || overflows { throw Other() }
      value = sum
      at += 1
    }
    guard at > first, bytes[first] != 0x30 || (at == first + 1 && first == start) else { throw Other() }
    return value
  }

  /// A text without anything that JSON writes in another way than it is.
  mutating func text() throws(Other) -> String {
    let inner = try quoted()
    guard let text = String(validating: inner, as: UTF8.self) else { throw Other() }
    return text
  }

  /// A name as its hexadecimal digits.
  mutating func name() throws(Other) -> FileName {
    let digits = try quoted()
    guard digits.count.isMultiple(of: 2) else { throw Other() }
    var name: [UInt8] = []
    name.reserveCapacity(digits.count / 2)
    var index = digits.startIndex
    while index < digits.endIndex {
      guard let high = Line.value(digits[index]), let low = Line.value(digits[index + 1]) else {
        throw Other()
      }
      name.append(high << 4 | low)
      index += 2
    }
    return FileName(name)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  private mutating func quoted() throws(Other) -> ArraySlice<UInt8> {
    try skip("\"")
    let start = at
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] < 0x20 || bytes[at] == 0x5C { throw Other() }
      at += 1
    }
    let inner = bytes[start..<at]
    try skip("\"")
    return inner
  }
}
