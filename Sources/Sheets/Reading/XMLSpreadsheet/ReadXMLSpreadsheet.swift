import Tables

/// Reads a workbook of the XML format that Excel had in 2003 (SpreadsheetML).
func readXMLSpreadsheet(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  guard bytes.count <= limits.partBytes else { throw .over(.partBytes, limits) }
  let document = XMLSpreadsheet(limits: limits)
  try bytes.withUnsafeBufferPointer { text throws(ReadingError) in
    try parseXML(document, from: OnePiece(text), part: nil, limits: limits)
  }
  return Workbook(format: .xmlSpreadsheet, grids: document.grids, notes: [])
}

/// Bytes that are all there.
private final class OnePiece: PieceSource {
  private var text: UnsafeBufferPointer<UInt8>?

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  func next() -> UnsafeBufferPointer<UInt8>? { text.take() }
}
