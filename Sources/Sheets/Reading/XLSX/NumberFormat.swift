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
func kind(ofFormat code: String) -> Grid.Kind { NumberFormat(code).kind }

/// What numbers are in one format.
struct NumberFormat {
  /// Whether they are moments.
  let moment: MomentFormat
  /// `number`, `date`, `time` or `dateTime`.
  var kind: Grid.Kind { moment.kind }
  /// What it shows of whole numbers beside their digits.
  private var shown = ShownDigits.asTheyAre
  /// A number may be shown with more digits than it has, or with signs between them.
  var showsMore: Bool { shown != .asTheyAre }

  /// A format given by its code.
  ///
  /// The first section decides, which is that of positive numbers. `m` is minutes
  /// after an hour or before a second, otherwise months.
  init(_ code: String) {
    let units = formatUnits(code)
    let kind: Grid.Kind =
      units.hasDate ? units.hasTime ? .dateTime : .date : units.hasTime ? .time : .number
    moment = MomentFormat(kind: kind, isElapsed: units.hasElapsed && kind == .time)
    if kind == .number { shown = ShownDigits(code) }
  }

  /// A format that has a number instead of a code.
  init(builtIn id: Int) {
    moment = MomentFormat(kind: Sheets.kind(ofBuiltInFormat: id), isElapsed: id == 46)
  }

  /// Says of the last cell of a sheet, a number in this format, what is shown of it.
  func mark(lastCellOf grid: inout Grid) {
    guard showsMore, let cell = grid.cells.last else { return }
    if case .pattern(let pattern) = shown { return grid.showLastCell(in: pattern) }
    grid.cells[grid.cells.count - 1].zeros = shown.zeros(before: grid.text(of: cell))
  }
}

/// Which moments a format shows, apart from all else of it: it is asked of each number.
struct MomentFormat {
  /// `number`, `date`, `time` or `dateTime`.
  let kind: Grid.Kind
  /// It shows time that has passed: hours go on beyond a day.
  let isElapsed: Bool

  /// What one number in this format is. The format of a moment may show its day
  /// or its time alone; below 1 there is no day, from 1 on there is one.
  @inline(__always)
  func kind(of number: ArraySlice<UInt8>) -> Grid.Kind {
    if kind == .number || isElapsed { return kind }
    // Birth dates, in the main: a serial without an exponent.
    let isWhole = number.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if isWhole, number.first != UInt8(ascii: "0") { return kind == .time ? .dateTime : kind }
    guard let value = Double(String(decoding: number, as: UTF8.self)) else { return kind }
    if value >= 0, value < 1 { return .time }
    return kind == .time && value >= 1 ? .dateTime : kind
  }
}

/// The units of time that a format shows; none for `General`.
private func formatUnits(_ code: String) -> FormatUnits {
  var units = FormatUnits()
  var bytes = Array(code.utf8)[...]
  if ["general", "standard"].contains(String(decoding: bytes.map(lowercased), as: UTF8.self)) {
    return units
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
        units.hasElapsed = true
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
  return units
}

private struct FormatUnits {
  var hasDate = false
  var hasTime = false
  var hasElapsed = false
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
