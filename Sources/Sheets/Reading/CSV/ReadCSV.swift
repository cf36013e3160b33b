import Tables

/// Reads a CSV in UTF-8. Every value is text; a row's number is the one that a
/// spreadsheet program shows, where a record with line breaks in it is one row.
func readCSV(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let hasMark = bytes.starts(with: mark)
  let (dialect, start) = try bytes.withUnsafeBufferPointer { text throws(ReadingError) in
    try checkEncoding(text)
    return CSVDialect.tell(text, from: hasMark ? mark.count : 0)
  }
  var reader = CSVReader(bytes, delimiter: dialect, limits: limits)
  try reader.read(from: start)
  return Workbook(
    format: .csv(delimiter: dialect, byteOrderMark: hasMark), grids: [reader.grid], notes: reader.notes)
}

/// UTF-8 without NUL, or an error: a text in another encoding would be read as
/// wrong names.
private func checkEncoding(_ text: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
  if text.has([0xFF, 0xFE]) || text.has([0xFE, 0xFF]) {
    throw ReadingError(.encodingError, facts: ["encoding": "utf-16"])
  }
  // A copy that has its full length already, but not yet all of its bytes.
  guard !text.contains(0) else { throw ReadingError(.unfinished) }
  if let fault = firstFault(text) {
    let line = text[..<fault].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    throw ReadingError(.encodingError, facts: ["line": String(line)])
  }
}

/// Where the first bytes are that are not UTF-8 (Unicode 16, table 3-7).
func firstFault(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  while index < text.count {
    let lead = text[index]
    guard lead >= 0x80 else {
      index += 1
      continue
    }
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return index
    }
    guard index + length <= text.count, second.contains(text[index + 1]) else { return index }
    for offset in 2..<max(length, 2) where text[index + offset] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}
