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

  /// Checked UTF-8 without NUL.
  init(_ bytes: [UInt8], delimiter: UInt8, limits: ReadingLimits) {
    grid.bytes = bytes
    self.delimiter = delimiter
    self.limits = limits
  }

  /// Reads all records from `start`. A quote that stays open, or a last record
  /// with fewer fields than the one before and no line end, is `unfinished`.
  mutating func read(from start: Int) throws(ReadingError) {
    let bytes = grid.bytes
    try bytes.withUnsafeBufferPointer { text throws(ReadingError) in
      try readRecords(FieldScanner(text, delimiter: delimiter, from: start))
    }
  }

  private mutating func readRecords(_ start: FieldScanner) throws(ReadingError) {
    var fields = start
    var cells = CellBatch(of: fields.text.count)
    var row = 0
    var fieldsBefore = 0
    while !fields.isAtEnd {
      row += 1
      var column = 0
      var rowIsKept = false
      var lineEnds = false
      while true {
        guard let field = fields.next() else {
          throw .cut(.quote, at: .init(row: row, column: column))
        }
        let count = field.isUnquoted ? field.range.count : fields.unquoted.count
        if count > 0 {
          try check(fields, field, count, cells.count, row, column)
          if !rowIsKept {
            grid.rows.append(Grid.Row(number: Int32(row), hidden: false, firstCell: Int32(cells.count)))
          }
          rowIsKept = true
          var start = field.range.lowerBound
          if !field.isUnquoted {
            start = grid.sharedBytes.count
            grid.sharedBytes += fields.unquoted
          }
          cells.append(
            Grid.Cell(
              start: UInt32(start), length: UInt32(count), column: UInt16(column), kind: .text,
              inShared: !field.isUnquoted), readBytes: field.range.upperBound)
        }
        switch fields.skipEnd() {
        case .field:
          column += 1
          continue
        case .record: lineEnds = true
        case .text: break
        }
        break
      }
      if !lineEnds {
        guard column + 1 >= fieldsBefore else { throw ReadingError(.unfinished, at: .init(row: row)) }
        notes.append(Finding(.unfinished, .note, at: .init(row: row)))
      }
      if rowIsKept {
        fieldsBefore = column + 1
        grid.rows[grid.rows.count - 1].fieldCount = UInt16(clamping: column + 1)
      }
    }
    grid.cells = cells.finish()
  }

  @inline(__always)
  private func check(
    _ fields: FieldScanner, _ field: FieldScanner.Field, _ count: Int, _ cells: Int, _ row: Int, _ column: Int
  ) throws(ReadingError) {
    if column <= Address.lastColumn, cells < limits.cells, count <= limits.cellCharacters { return }
    let place = Finding.Place(row: row, column: column)
    guard column <= Address.lastColumn else { throw .damaged(.address, at: place) }
    guard cells < limits.cells else { throw .over(.cells, limits, at: place) }
    let isLong =
      field.isUnquoted
      ? isLonger(UnsafeBufferPointer(rebasing: fields.text[field.range]), than: limits.cellCharacters)
      : fields.unquoted.withUnsafeBufferPointer { isLonger($0, than: limits.cellCharacters) }
    if isLong { throw .over(.cellCharacters, limits, at: place) }
  }
}

/// Cells on their way into one array that is made about as large as it will be.
private struct CellBatch {
  private var cells: [Grid.Cell] = []
  private let textSize: Int
  private var isReserved = false

  /// Of a text of so many bytes.
  init(of size: Int) { textSize = size }

  var count: Int { cells.count }

  @inline(__always)
  mutating func append(_ cell: Grid.Cell, readBytes: Int) {
    cells.append(cell)
    if !isReserved, readBytes >= 1 << 16 { reserve(readBytes: readBytes) }
  }

  /// The rest of the text is probably as dense as its beginning.
  private mutating func reserve(readBytes: Int) {
    isReserved = true
    cells.reserveCapacity(cells.count * (textSize / readBytes + 1) / 16 * 17)
  }

  consuming func finish() -> [Grid.Cell] { cells }
}
