import Tables

/// What the sheets of an XLS workbook have in common: the first part of its stream.
struct XLSGlobals {
  struct Sheet {
    var name: String
    var visibility: Grid.Visibility
    var start: Int
  }

  private(set) var sheets: [Sheet] = []
  /// Charts and macros that everybody sees as sheets, each as a note.
  private(set) var notes: [Finding] = []
  private(set) var epoch1904 = false
  /// What numbers are, by style.
  private(set) var formatsOfStyles: [NumberFormat] = []
  /// What fonts make of texts, by style.
  private(set) var scripts: [Grid.Script] = []
  private(set) var shared = SharedTexts()
  /// No program has calculated the formulas: what they have for a result stands there for want of one.
  private(set) var isUncalculated = true

  private var fonts: [Grid.Script] = []
  private var formats: [Int: NumberFormat] = [:]
  private var styles: [(font: Int, format: Int)] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) throws(ReadingError) {
    var stream = RecordStream(bytes, from: 0)
    try XLSGlobals.checkVersion(try stream.next(), in: bytes)
    while true {
      let record = try stream.next()
      if record.type == RecordType.end { break }
      try take(record, bytes, limits)
    }
    formatsOfStyles = styles.map { formats[$0.format] ?? NumberFormat(builtIn: $0.format) }
    scripts = styles.map { script(ofFont: $0.font) }
    // A program that writes formulas and calculates none says nothing of who did, or 0, and leaves 0 or an empty
    // text in each. Where one has another result, somebody has calculated.
    if isUncalculated { isUncalculated = !FormulaResult.isAny(in: bytes, from: stream.offset) }
  }

  /// A stream begins by saying of which version it is; ours is that of Excel 97 to 2003.
  static func checkVersion(_ record: Record, in bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    var reader = RecordReader(record, in: bytes)
    guard record.type & 0xFF == RecordType.beginning & 0xFF else { throw .damaged(.records) }
    guard record.type == RecordType.beginning, try reader.number(2) == 0x0600 else {
      throw ReadingError(.unsupportedFormat, facts: ["format": "xls"])
    }
  }

  private mutating func take(
    _ record: Record, _ bytes: UnsafeBufferPointer<UInt8>, _ limits: ReadingLimits
  ) throws(ReadingError) {
    var reader = RecordReader(record, in: bytes)
    switch record.type {
    case RecordType.encryption: throw ReadingError(.passwordProtected)
    case RecordType.epoch: epoch1904 = try reader.number(2) == 1
    case RecordType.sheet: try takeSheet(&reader)
    case RecordType.font:
      try reader.skip(14)
      fonts.append(Grid.Script(fontName: utf8Bytes(try reader.text(lengthWidth: 1).units)))
    case RecordType.format:
      let id = Int(try reader.number(2))
      formats[id] = NumberFormat(String(decoding: try reader.text().units, as: UTF16.self))
    case RecordType.style: styles.append((Int(try reader.number(2)), Int(try reader.number(2))))
    // The engine that calculated last ([MS-XLS] 2.4.215).
    case RecordType.calculation:
      isUncalculated = bytes.number(at: record.pieces[0].lowerBound + 4, width: 4) == 0
    case RecordType.sharedTexts: try takeSharedTexts(&reader, limits)
    default: break
    }
  }

  private mutating func takeSheet(_ reader: inout RecordReader) throws(ReadingError) {
    let start = Int(try reader.number(4))
    let visibility: Grid.Visibility =
      switch try reader.byte() & 3 {
      case 0: .visible
      case 1: .hidden
      default: .veryHidden
      }
    let type = try reader.byte()
    let name = String(decoding: try reader.text(lengthWidth: 1).units, as: UTF16.self)
    switch type {
    case 0: break
    case 1 where visibility == .visible: return notes.append(.withoutCells(sheet: name, .macros))
    case 2 where visibility == .visible: return notes.append(.withoutCells(sheet: name, .chart))
    // Modules of macros, which nobody sees.
    default: return
    }
    sheets.append(Sheet(name: name, visibility: visibility, start: start))
  }

  private mutating func takeSharedTexts(
    _ reader: inout RecordReader, _ limits: ReadingLimits
  ) throws(ReadingError) {
    try reader.skip(4)
    let count = Int(try reader.number(4))
    while shared.count < count {
      let (units, runs) = try reader.text()
      if units.count > limits.cellCharacters {
        shared.overlong.insert(shared.count)
      } else {
        shared.bytes += utf8Bytes(units)
        if units.first == UInt16(FieldScanner.equals) { shared.hasFormulas = true }
      }
      if !runs.isEmpty { shared.runs[shared.count] = runScripts(runs) }
      shared.ends.append(UInt32(shared.bytes.count))
    }
  }

  /// The scripts of a text's parts.
  func runScripts(_ runs: [TextRun]) -> RunScripts {
    var result = RunScripts()
    if let first = runs.first, first.start > 0 { result.add(nil) }
    for run in runs { result.add(script(ofFont: run.font)) }
    return result
  }

  /// No font has the number 4.
  private func script(ofFont number: Int) -> Grid.Script {
    let index = number > 4 ? number - 1 : number
    return index < fonts.count ? fonts[index] : .unicode
  }
}
