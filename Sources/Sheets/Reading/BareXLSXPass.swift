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
      let input = BareInput(try Inflater(part, of: file))
      var handler = emptyHandler()
      guard
        let parser = xmlCreateIOParserCtxt(
          &handler, nil, readBare, nil, Unmanaged.passUnretained(input).toOpaque(), XML_CHAR_ENCODING_NONE)
      else { throw .damaged(.xml, part: part.name) }
      defer { xmlFreeParserCtxt(parser) }
      _ = xmlCtxtUseOptions(parser, parserOptions)
      _ = xmlParseDocument(parser)
      size += input.size
    }
    return size
  }
}

/// A part inflated as the parser asks for it, and nothing checked.
private final class BareInput {
  let inflater: Inflater
  let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Inflater.pieceSize)
  var piece = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var size = 0

  init(_ inflater: Inflater) { self.inflater = inflater }

  deinit { buffer.deallocate() }

  func read(into target: UnsafeMutablePointer<CChar>, count: Int) -> Int {
    if piece.isEmpty {
      guard let made = try? inflater.fill(buffer) else { return -1 }
      piece = UnsafeBufferPointer(rebasing: buffer[..<made])
      size += made
    }
    let count = min(count, piece.count)
    guard let start = piece.baseAddress else { return 0 }
    UnsafeMutableRawPointer(target).copyMemory(from: start, byteCount: count)
    piece = UnsafeBufferPointer(rebasing: piece[count...])
    return count
  }
}

private let readBare: xmlInputReadCallback = { context, target, count in
  guard let context, let target else { return -1 }
  return Unmanaged<BareInput>.fromOpaque(context)._withUnsafeGuaranteedRef { input in
    Int32(truncatingIfNeeded: input.read(into: target, count: Int(count)))
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
