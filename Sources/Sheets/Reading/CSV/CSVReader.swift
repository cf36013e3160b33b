import Tables

/// Cuts a CSV into cells in one pass (RFC 4180, with any line ends).
///
/// The file itself is the grid's arena, and never copied: a cell is a range of
/// it. Only a quoted value with doubled quotes is written anew, beside it.
struct CSVReader {
  private(set) var grid = Grid(name: "")
  private(set) var notes: [Finding] = []
  private let delimiter: UInt8
  private let limits: ReadingLimits
  private let asWritten: Bool
  /// The values of several lines in the record that is being read.
  private var severalLines: [SeveralLines] = []
  /// By column: the first note that a value may be rows.
  private var firstNotes: [Int: Int] = [:]

  /// Checked UTF-8 without NUL.
  ///
  /// - Parameter asWritten: `="0123"` is those seven characters, and not what a spreadsheet program shows of them.
  init(_ bytes: [UInt8], delimiter: UInt8, limits: ReadingLimits, asWritten: Bool = false) {
    grid.bytes = bytes
    self.delimiter = delimiter
    self.limits = limits
    self.asWritten = asWritten
  }

  /// Reads all records from `start`. A quote that stays open or takes in whole rows, or a last record with fewer fields
  /// than the one before and no line end, is `unfinished`.
  mutating func read(from start: Int) throws(ReadingError) {
    let bytes = grid.bytes
    try bytes.withUnsafeBufferPointer { text throws(ReadingError) in
      try readRecords(FieldScanner(text, delimiter: delimiter), from: start)
    }
  }

  private mutating func readRecords(_ fields: FieldScanner, from start: Int) throws(ReadingError) {
    var cells = CellBatch(of: fields.text.count)
    defer { cells.free() }
    let (mostCells, mostCharacters) = (limits.cells, limits.cellCharacters)
    var index = start
    var row = 0
    var fieldsBefore = 0
    while index < fields.text.count {
      row += 1
      let recordStart = index
      let firstCell = cells.count
      var column = -1
      var end = FieldScanner.End.field
      while end == .field {
        column &+= 1
        if fields.isQuote(index) {
          index = try readQuoted(fields, at: index, row: row, column: column, &cells)
        } else {
          let valueEnd = fields.end(from: index)
          let value =
            index < valueEnd && fields.text[index] == FieldScanner.equals
            ? shown(index..<valueEnd, of: fields.text) : index..<valueEnd
          let count = value.upperBound &- value.lowerBound
          if count > 0 {
            if column > Address.lastColumn || cells.count >= mostCells || count > mostCharacters {
              try check(UnsafeBufferPointer(rebasing: fields.text[value]), cells: cells.count, row, column)
            }
            cells.append(
              Grid.Cell(
                start: UInt32(truncatingIfNeeded: value.lowerBound),
                length: UInt32(truncatingIfNeeded: count),
                column: UInt16(truncatingIfNeeded: column), kind: .text, inShared: false),
              readBytes: valueEnd)
          }
          index = valueEnd
        }
        end = fields.skipEnd(&index)
      }
      if !severalLines.isEmpty { try judgeLines(within: row, of: [column + 1, fieldsBefore]) }
      if end == .text {
        guard column + 1 >= fieldsBefore else { throw ReadingError(.unfinished, at: .init(row: row)) }
        notes.append(Finding(.unfinished, .note, at: .init(row: row)))
      }
      if cells.count > firstCell {
        fieldsBefore = column + 1
        grid.rows.append(
          Grid.Row(
            number: Int32(row), hidden: false, firstCell: Int32(firstCell),
            fieldCount: UInt16(clamping: column + 1)))
      } else if column > 0 || fields.isQuote(recordStart) {
        addBlankRecord(row, fieldCount: column + 1)
      }
    }
    grid.recordCount = Int32(clamping: row)
    grid.separator = delimiter
    grid.cells = cells.finish()
  }

  /// No value of the record is rows of so many fields. One that may be some is told: nobody can say that it is none.
  private mutating func judgeLines(within row: Int, of widths: [Int]) throws(ReadingError) {
    if let rows = severalLines.first(where: { lines in widths.contains(where: lines.areRows) }) {
      throw .cut(.quote, at: .init(row: row, column: rows.column))
    }
    if let rows = severalLines.first(where: { lines in widths.contains(where: lines.mayBeRows) }) {
      let first = firstNotes[rows.column]
      if first == nil { firstNotes[rows.column] = notes.count }
      if first == nil || notes.count < CSVReader.mostNotes {
        notes.append(Finding(.rowsInACell, .note, at: .init(row: row, column: rows.column)))
      } else if let first {
        notes[first].facts["more"] = String((notes[first].facts["more"].flatMap { Int($0) } ?? 0) + 1)
      }
    }
    severalLines.removeAll()
  }

  /// As many as a receipt has room for; after them the first of each column, and the others are only counted.
  private static let mostNotes = 1_000

  private mutating func addBlankRecord(_ row: Int, fieldCount: Int) {
    let fieldCount = UInt16(clamping: fieldCount)
    if let last = grid.blankRecords.last, Int(last.first) + Int(last.count) == row,
      last.fieldCount == fieldCount
    {
      grid.blankRecords[grid.blankRecords.count - 1].count += 1
    } else if grid.blankRecords.count <= Grid.mostBlankRecords {
      // One run more than that says that there are more.
      grid.blankRecords.append(.init(first: Int32(clamping: row), count: 1, fieldCount: fieldCount))
    }
  }

  /// Returns where the field ends.
  private mutating func readQuoted(
    _ fields: FieldScanner, at index: Int, row: Int, column: Int, _ cells: inout CellBatch
  ) throws(ReadingError) -> Int {
    guard let field = fields.quoted(at: index) else {
      throw .cut(.quote, at: .init(row: row, column: column))
    }
    // To the letter of the format it is a value, whatever stands in it.
    if !asWritten, let lines = SeveralLines(field.value, column: column, of: fields) {
      severalLines.append(lines)
    }
    var (start, count) = (field.value.lowerBound, field.value.count)
    if let written = field.unquoted {
      let unquoted = written.withUnsafeBufferPointer { Array($0[shown($0.indices, of: $0)]) }
      try unquoted.withUnsafeBufferPointer { value throws(ReadingError) in
        if !value.isEmpty { try check(value, cells: cells.count, row, column) }
      }
      (start, count) = (grid.sharedBytes.count, unquoted.count)
      grid.sharedBytes += unquoted
    } else if count > 0 {
      if fields.text[start] == FieldScanner.equals { grid.hasFormulaTexts = true }
      try check(UnsafeBufferPointer(rebasing: fields.text[field.value]), cells: cells.count, row, column)
    }
    if count > 0 {
      cells.append(
        Grid.Cell(
          start: UInt32(start), length: UInt32(count), column: UInt16(column), kind: .text,
          inShared: field.unquoted != nil), readBytes: field.end)
    }
    return field.end
  }

  /// What is shown of a value that may begin with an equals sign; that it is a formula is remembered.
  private mutating func shown(_ value: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let shown = asWritten ? value : FieldScanner.shown(value, of: text)
    if shown == value, text[value.lowerBound] == FieldScanner.equals { grid.hasFormulaTexts = true }
    return shown
  }

  /// Whether a value fits within the limits.
  private func check(
    _ value: UnsafeBufferPointer<UInt8>, cells: Int, _ row: Int, _ column: Int
  ) throws(ReadingError) {
    let place = Finding.Place(row: row, column: column)
    guard column <= Address.lastColumn else { throw .damaged(.address, at: place) }
    guard cells < limits.cells else { throw .over(.cells, limits, at: place) }
    if isLonger(value, than: limits.cellCharacters) { throw .over(.cellCharacters, limits, at: place) }
  }
}

/// Cells on their way into one array that is made about as large as it will be;
/// they are put there some thousand at a time.
private struct CellBatch {
  private var cells: [Grid.Cell] = []
  private let block = UnsafeMutableBufferPointer<Grid.Cell>.allocate(capacity: 4096)
  private var blockCount = 0
  private var countBefore = 0
  private let textSize: Int

  /// Of a text of so many bytes.
  init(of size: Int) { textSize = size }

  var count: Int { countBefore &+ blockCount }

  func free() { block.deallocate() }

  @inline(__always)
  mutating func append(_ cell: Grid.Cell, readBytes: Int) {
    if blockCount == block.count { flush(readBytes: readBytes) }
    block.initializeElement(at: blockCount, to: cell)
    blockCount &+= 1
  }

  private mutating func flush(readBytes: Int) {
    if countBefore == 0 {
      cells.reserveCapacity(expectedCount(block.count, in: readBytes, of: textSize))
    }
    cells.append(contentsOf: block[..<blockCount])
    countBefore += blockCount
    blockCount = 0
  }

  mutating func finish() -> [Grid.Cell] {
    cells.append(contentsOf: block[..<blockCount])
    blockCount = 0
    return cells
  }
}
