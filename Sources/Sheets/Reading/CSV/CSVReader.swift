import Tables

/// Cuts a CSV into cells in one pass (RFC 4180, with any line ends).
///
/// The file itself is the grid's arena: a cell is a range of it, and only a
/// quoted value with doubled quotes is moved together where it stands.
struct CSVReader {
  private(set) var grid = Grid(name: "")
  private(set) var notes: [Finding] = []
  private var bytes: [UInt8]
  private let delimiter: UInt8
  private let limits: ReadingLimits

  /// Checked UTF-8 without NUL.
  init(_ bytes: [UInt8], delimiter: UInt8, limits: ReadingLimits) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.limits = limits
  }

  /// Reads all records from `start`. A quote that stays open, or a last record
  /// with fewer fields than the one before and no line end, is `unfinished`.
  mutating func read(from start: Int) throws(ReadingError) {
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    try bytes.withUnsafeMutableBufferPointer { text throws(ReadingError) in
      try readRecords(&text, from: start)
    }
    grid.bytes = bytes
  }

  private mutating func readRecords(
    _ text: inout UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) throws(ReadingError) {
    var index = start
    var row = 0
    var fieldsBefore = 0
    while index < text.count {
      row += 1
      var column = 0
      var rowIsKept = false
      var lineEnds = false
      while true {
        let field = try nextField(&text, &index, Finding.Place(row: row, column: column))
        if !field.isEmpty {
          try check(text, field, row, column)
          if !rowIsKept { keepRow(row) }
          rowIsKept = true
          grid.cells.append(
            Grid.Cell(
              start: UInt32(field.lowerBound), length: UInt32(field.count), column: UInt16(column),
              kind: .text, inShared: false))
        }
        guard index < text.count else { break }
        let byte = text[index]
        index += 1
        if byte == delimiter {
          column += 1
          continue
        }
        if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
        lineEnds = true
        break
      }
      if !lineEnds {
        guard column + 1 >= fieldsBefore else { throw ReadingError(.unfinished, at: .init(row: row)) }
        notes.append(Finding(.unfinished, .note, at: .init(row: row)))
      }
      if rowIsKept { fieldsBefore = column + 1 }
    }
  }

  private mutating func keepRow(_ row: Int) {
    grid.rows.append(Grid.Row(number: Int32(row), hidden: false, firstCell: Int32(grid.cells.count)))
  }

  /// The range of the field at `index`, which is left at the byte that ends it.
  private func nextField(
    _ text: inout UnsafeMutableBufferPointer<UInt8>, _ index: inout Int,
    _ place: @autoclosure () -> Finding.Place
  ) throws(ReadingError) -> Range<Int> {
    let start = index
    guard start < text.count, text[start] == UInt8(ascii: "\"") else {
      while index < text.count, !endsField(text[index]) { index += 1 }
      return start..<index
    }
    index += 1
    var write = index
    while true {
      guard index < text.count else { throw ReadingError(.unfinished, at: place()) }
      if text[index] == UInt8(ascii: "\"") {
        index += 1
        guard index < text.count, text[index] == UInt8(ascii: "\"") else { break }
      }
      if write != index { text[write] = text[index] }
      write += 1
      index += 1
    }
    // What follows a closing quote belongs to the value, as spreadsheet programs have it.
    while index < text.count, !endsField(text[index]) {
      text[write] = text[index]
      write += 1
      index += 1
    }
    return (start + 1)..<write
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func check(
    _ text: UnsafeMutableBufferPointer<UInt8>, _ field: Range<Int>, _ row: Int, _ column: Int
  ) throws(ReadingError) {
    let place = Finding.Place(row: row, column: column)
    guard column <= Address.lastColumn else { throw .damaged(.address, at: place) }
    guard grid.cells.count < limits.cells else { throw .over(.cells, limits, at: place) }
    if field.count > limits.cellCharacters,
      isLonger(UnsafeBufferPointer(rebasing: text[field]), than: limits.cellCharacters)
    {
      throw .over(.cellCharacters, limits, at: place)
    }
  }
}
