import Tables

/// Reads a CSV. Every value is text; a row's number is the one that a
/// spreadsheet program shows, where a record with line breaks in it is one row. By a schema, which brings its labels, a
/// value is what is written.
func readCSV(
  _ bytes: [UInt8], limits: ReadingLimits, firstRow labels: [String]? = nil
) throws(ReadingError) -> Workbook {
  let text = try DecodedText(bytes)
  var records = text.bytes
  // Programs of the time of DOS end a text with Ctrl-Z.
  if records.last == 0x1A { records.removeLast() }
  let (dialect, start) = records.withUnsafeBufferPointer {
    CSVDialect.tell($0, from: text.start, firstRow: labels)
  }
  var reader = CSVReader(records, delimiter: dialect, limits: limits, asWritten: labels != nil)
  try reader.read(from: start)
  var grid = reader.grid
  grid.mayHaveEntities = text.mayHaveEntities
  return Workbook(
    format: .csv(delimiter: dialect, byteOrderMark: text.hasMark), grids: [grid],
    notes: [text.note].compactMap { $0 } + reader.notes)
}
