import Tables

/// What numbers are in one of the formats that have a number instead of a code
/// (ISO/IEC 29500-1, 18.8.30, with those of East Asian editions).
func kind(ofBuiltInFormat id: Int) -> Grid.Kind {
  switch id {
  case 14...17, 27...31, 34...36, 50...58: .date
  case 18...21, 32, 33, 45...47: .time
  case 22: .dateTime
  default: .number
  }
}

/// What numbers are in a format given by its code: `dd/mm/yyyy`, `[h]:mm:ss`.
///
/// The first section decides, which is that of positive numbers. `m` is minutes
/// after an hour or before a second, otherwise months.
func kind(ofFormat code: String) -> Grid.Kind {
  var units = FormatUnits()
  var bytes = Array(code.utf8)[...]
  if ["general", "standard"].contains(String(decoding: bytes.map(lowercased), as: UTF8.self)) {
    return .number
  }
  while let byte = bytes.popFirst(), byte != UInt8(ascii: ";") {
    switch byte {
    case UInt8(ascii: "\""): bytes = bytes.drop { $0 != byte }.dropFirst()
    case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = bytes.popFirst()
    case UInt8(ascii: "["):
      let inside = bytes.prefix { $0 != UInt8(ascii: "]") }.map(lowercased)
      bytes = bytes.dropFirst(inside.count + 1)
      // `[h]`, `[mm]`: time that has passed; else a colour, a condition or a language.
      if let unit = inside.first, "hms".utf8.contains(unit), inside.allSatisfy({ $0 == unit }) {
        units.hasTime = true
        units.last = unit
      }
    default:
      let unit = lowercased(byte)
      guard "ymdhsab".utf8.contains(unit) else { continue }
      let run = bytes.prefix { lowercased($0) == unit }
      bytes = bytes.dropFirst(run.count)
      units.add(unit, length: run.count + 1, before: bytes)
      if unit == UInt8(ascii: "a") { bytes = bytes.drop { "/mp".utf8.contains(lowercased($0)) } }
    }
  }
  units.settleMonth()
  return units.hasDate ? units.hasTime ? .dateTime : .date : units.hasTime ? .time : .number
}

private struct FormatUnits {
  var hasDate = false
  var hasTime = false
  /// The unit before, for what `m` means.
  var last: UInt8 = 0
  /// An `m` that a following second would make minutes.
  private var openMonth = false

  mutating func add(_ unit: UInt8, length: Int, before rest: ArraySlice<UInt8>) {
    let isMonthOrMinute = unit == UInt8(ascii: "m")
    switch unit {
    case UInt8(ascii: "h"):
      settleMonth()
      hasTime = true
    case UInt8(ascii: "s"):
      openMonth = false
      hasTime = true
    case UInt8(ascii: "m"):
      settleMonth()
      if length < 3, last == UInt8(ascii: "h") { hasTime = true } else { openMonth = true }
    case UInt8(ascii: "a"):
      // AM/PM or A/P, not any other letter a.
      let next = rest.first.map(lowercased)
      guard next == UInt8(ascii: "m") || next == UInt8(ascii: "/") else { return }
      hasTime = true
      return
    default:
      settleMonth()
      hasDate = true
    }
    last = isMonthOrMinute && !openMonth ? 0 : unit
  }

  mutating func settleMonth() {
    if openMonth { hasDate = true }
    openMonth = false
  }
}
