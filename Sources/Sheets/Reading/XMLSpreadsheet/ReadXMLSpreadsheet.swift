import Tables

/// Reads a workbook of the XML format that Excel had in 2003 (SpreadsheetML).
func readXMLSpreadsheet(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  guard bytes.count <= limits.partBytes else { throw .over(.partBytes, limits) }
  let document = XMLSpreadsheet(limits: limits)
  try parseXML(document, part: nil, limits: limits) { take throws(ReadingError) in
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(1 << 16))
      rest = rest.dropFirst(piece.count)
      try piece.withUnsafeBufferPointer { piece throws(ReadingError) in try take(piece) }
    }
  }
  return Workbook(format: .xmlSpreadsheet, grids: document.grids, notes: [])
}
