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
      try line.skip("},")
      var folders: [FileName]?
      if line.skips("\"folders\":") {
        folders = try line.names()
        try line.skip(",")
      }
      try line.skip("\"hasOtherNames\":")
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
      if let folders {
        try line.skip(",\"seal\":")
        seal = try line.text()
        path = InboxPath(folders, "")
      } else {
        try line.skip(",\"path\":{\"folders\":")
        let folders = try line.names()
        try line.skip(",\"name\":")
        path = InboxPath(folders, try line.name())
        try line.skip("}")
        seal = ""
      }
      try line.skip(",\"seq\":")
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
    guard let name = FileName(hexText: try quoted()) else { throw Other() }
    return name
  }

  /// Names between brackets.
  mutating func names() throws(Other) -> [FileName] {
    try skip("[")
    var names: [FileName] = []
    while !skips("]") {
      if !names.isEmpty { try skip(",") }
      names.append(try name())
    }
    return names
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
