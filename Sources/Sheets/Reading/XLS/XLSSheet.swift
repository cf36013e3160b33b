import Tables

/// One sheet of an XLS workbook on its way from records to a ``Grid``.
struct XLSSheet {
  private var collector: CellCollector
  private let globals: XLSGlobals
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: ReadingLimits
  /// A formula whose text comes in a record of its own.
  private var openFormula: Place?

  private struct Place {
    /// From 1.
    var row: Int
    var column: Int
    var style: Int
  }

  init(
    _ sheet: XLSGlobals.Sheet, _ globals: XLSGlobals, in bytes: UnsafeBufferPointer<UInt8>,
    before: SheetSize, limits: ReadingLimits
  ) {
    var grid = Grid(name: sheet.name, visibility: sheet.visibility, epoch1904: globals.epoch1904)
    grid.sharedBytes = globals.shared.bytes
    grid.hasFormulaTexts = globals.shared.hasFormulas
    collector = CellCollector(grid, before: before, limits: limits)
    self.globals = globals
    self.bytes = bytes
    self.limits = limits
  }

  /// The cells from `start` to the record that ends the sheet, and where that is.
  consuming func read(from start: Int) throws(ReadingError) -> (grid: Grid, size: SheetSize, end: Int) {
    var stream = RecordStream(bytes, from: start)
    try XLSGlobals.checkVersion(try stream.next(), in: bytes)
    // Charts in a sheet begin and end like sheets.
    var depth = 1
    while depth > 0 {
      let record = try stream.next()
      switch record.type {
      case RecordType.beginning: depth += 1
      case RecordType.end: depth -= 1
      default: if depth == 1 { try take(record) }
      }
    }
    try closeFormula()
    let size = collector.size
    return (try collector.finish(), size, stream.offset)
  }

  private mutating func take(_ record: Record) throws(ReadingError) {
    var reader = RecordReader(record, in: bytes)
    switch record.type {
    case RecordType.sharedText, RecordType.label, RecordType.richLabel, RecordType.number,
      RecordType.packedNumber, RecordType.packedNumbers, RecordType.truthOrError, RecordType.formula:
      try closeFormula()
      let row = Int(try reader.number(2)) + 1
      let column = Int(try reader.number(2))
      if record.type == RecordType.packedNumbers {
        try takePackedNumbers(&reader, row: row, column: column)
      } else {
        let place = Place(row: row, column: column, style: Int(try reader.number(2)))
        try takeCell(record.type, &reader, place)
      }
    case RecordType.formulaText:
      guard let place = openFormula else { return }
      openFormula = nil
      try add(text: try reader.text().units, script(of: place), at: place)
    case RecordType.row:
      let row = Int(try reader.number(2)) + 1
      try reader.skip(10)
      if try reader.number(2) & 0x20 != 0 { collector.hide(row: row) }
    case RecordType.merges: try takeMerges(&reader)
    default: break
    }
  }

  private mutating func takeCell(
    _ type: UInt16, _ reader: inout RecordReader, _ place: Place
  ) throws(ReadingError) {
    switch type {
    case RecordType.sharedText: try addShared(Int(try reader.number(4)), at: place)
    case RecordType.number: try add(number: Double(bitPattern: try reader.number(8)), at: place)
    case RecordType.packedNumber: try add(number: unpacked(UInt32(try reader.number(4))), at: place)
    case RecordType.truthOrError:
      let value = try reader.byte()
      try add(try reader.byte() == 0 ? .boolean : .error, value, at: place)
    case RecordType.formula: try addFormula(FormulaResult(try reader.number(8)), at: place)
    default:
      let text = try reader.text()
      var runs = text.runs
      // The older form of a text with fonts has them behind it.
      if type == RecordType.richLabel, !reader.isAtEnd {
        for _ in 0..<(try reader.number(2)) {
          runs.append(TextRun(start: Int(try reader.number(2)), font: Int(try reader.number(2))))
        }
      }
      let own = script(of: place)
      try add(
        text: text.units, runs.isEmpty ? own : globals.runScripts(runs).resolved(in: own), at: place)
    }
  }

  private mutating func takePackedNumbers(
    _ reader: inout RecordReader, row: Int, column: Int
  ) throws(ReadingError) {
    var column = column
    // A style and a number for each column, and the number of the last column.
    while true {
      let style = Int(try reader.number(2))
      if reader.isAtEnd { return }
      let place = Place(row: row, column: column, style: style)
      try add(number: unpacked(UInt32(try reader.number(4))), at: place)
      column += 1
    }
  }

  private mutating func takeMerges(_ reader: inout RecordReader) throws(ReadingError) {
    for _ in 0..<(try reader.number(2)) {
      let corners = (try reader.number(2), try reader.number(2), try reader.number(2), try reader.number(2))
      guard corners.0 <= corners.1, corners.2 <= corners.3 else {
        throw .damaged(.address, at: .init(sheet: collector.grid.name))
      }
      guard corners.0 < corners.1 || corners.2 < corners.3 else { continue }
      collector.merge(
        Grid.Merge(
          firstRow: Int32(corners.0) + 1, lastRow: Int32(corners.1) + 1, firstColumn: UInt16(corners.2),
          lastColumn: UInt16(corners.3)))
    }
  }

  // MARK: Values

  private func script(of place: Place) -> Grid.Script {
    place.style < globals.scripts.count ? globals.scripts[place.style] : .unicode
  }

  private mutating func add(text units: [UInt16], _ script: Grid.Script, at place: Place) throws(ReadingError)
  {
    try collector.add(
      row: place.row, column: place.column, kind: .text, text: utf8Bytes(units), script: script)
  }

  private mutating func addShared(_ index: Int, at place: Place) throws(ReadingError) {
    let position = Finding.Place(sheet: collector.grid.name, row: place.row, column: place.column)
    guard index < globals.shared.count else { throw .damaged(.sharedText, at: position) }
    guard !globals.shared.overlong.contains(index) else {
      throw .over(.cellCharacters, limits, at: position)
    }
    let own = script(of: place)
    try collector.add(
      row: place.row, column: place.column, shared: globals.shared.range(index),
      script: globals.shared.runs[index]?.resolved(in: own) ?? own)
  }

  private mutating func add(number: Double, at place: Place) throws(ReadingError) {
    guard number.isFinite else { return try add(.error, 0x24, at: place) }
    let text = Array(spelled(number).utf8)
    let formats = globals.formatsOfStyles
    let format = place.style < formats.count ? formats[place.style] : nil
    let kind = format?.moment.kind(of: text[...]) ?? .number
    try collector.add(row: place.row, column: place.column, kind: kind, text: text, format: format)
  }

  private mutating func add(_ kind: Grid.Kind, _ value: UInt8, at place: Place) throws(ReadingError) {
    let text = kind == .error ? errorName(value) : value == 0 ? "0" : "1"
    try collector.add(row: place.row, column: place.column, kind: kind, text: text.utf8)
  }

  private mutating func addFormula(_ result: FormulaResult, at place: Place) throws(ReadingError) {
    if globals.isUncalculated, result.isNothing { return try addUncalculated(at: place) }
    switch result {
    case .number(let number): try add(number: number, at: place)
    case .text: openFormula = place
    case .truth(let value): try add(.boolean, value, at: place)
    case .error(let code): try add(.error, code, at: place)
    case .blank: break
    }
  }

  /// A formula whose text never came has no value.
  private mutating func closeFormula() throws(ReadingError) {
    guard let place = openFormula else { return }
    openFormula = nil
    try addUncalculated(at: place)
  }

  private mutating func addUncalculated(at place: Place) throws(ReadingError) {
    try collector.add(
      row: place.row, column: place.column, kind: .formulaWithoutValue, text: EmptyCollection<UInt8>())
  }
}

/// A number in 30 bits ([MS-XLS] 2.5.217): a whole one, or the upper bits of a
/// binary fraction; either may be hundredths.
private func unpacked(_ packed: UInt32) -> Double {
  let number =
    packed & 2 == 2
    ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & ~3) << 32)
  return packed & 1 == 1 ? number / 100 : number
}

/// The shortest decimal that means this number, whole ones without a point.
private func spelled(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : number.description
}

private func errorName(_ code: UInt8) -> String {
  switch code {
  case 0x00: "#NULL!"
  case 0x07: "#DIV/0!"
  case 0x0F: "#VALUE!"
  case 0x17: "#REF!"
  case 0x1D: "#NAME?"
  case 0x24: "#NUM!"
  case 0x2B: "#GETTING_DATA"
  default: "#N/A"
  }
}
