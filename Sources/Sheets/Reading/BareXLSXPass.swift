internal import CLibXML2
import Tables

/// The least that reading a workbook can cost: its sheets and shared texts are
/// inflated and parsed with callbacks that do nothing. Returns the inflated
/// bytes; for the benchmark, which compares ``readWorkbook(_:limits:)`` with it.
public func bareXLSXPass(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(ReadingError) -> Int {
  try bytes.withUnsafeBufferPointer { file throws(ReadingError) in
    var contents = try ZipContents(file, limits: limits)
    let map = try PackageMap(&contents)
    var parts = map.sheets.map(\.part)
    if let part = map.sharedTexts { parts.append(part) }
    var size = 0
    for part in parts {
      var handler = emptyHandler()
      guard let parser = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
        throw .damaged(.xml, part: part.name)
      }
      defer { xmlFreeParserCtxt(parser) }
      _ = xmlCtxtUseOptions(parser, parserOptions)
      try inflate(part, of: file) { piece throws(ReadingError) in
        size += piece.count
        let text = UnsafeRawPointer(piece.baseAddress)?.assumingMemoryBound(to: CChar.self)
        _ = xmlParseChunk(parser, text, Int32(piece.count), 0)
      }
      _ = xmlParseChunk(parser, nil, 0, 1)
    }
    return size
  }
}

private func emptyHandler() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.initialized = UInt32(XML_SAX2_MAGIC)
  handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
  handler.endElementNs = { _, _, _, _ in }
  let characters: charactersSAXFunc = { _, _, _ in }
  handler.characters = characters
  handler.cdataBlock = characters
  handler.ignorableWhitespace = characters
  return handler
}
