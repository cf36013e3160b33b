internal import CLibXML2
import Tables

/// Reads the tables of an HTML page, which many programs call `.xls`: one sheet,
/// one table below the other, as spreadsheet programs show it.
///
/// The page must end as it should: one that is cut off is refused. Nothing
/// outside the page is ever opened; entities are those of HTML, by name.
func readHTML(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  let text = try DecodedText(bytes, declared: declaredEncoding(bytes))
  let outline = text.bytes.withUnsafeBufferPointer {
    PageOutline(UnsafeBufferPointer(rebasing: $0[text.start...]))
  }
  // The parser compares each with each.
  guard outline.mostAttributes <= limits.xmlAttributes else { throw .over(.xmlAttributes, limits) }
  guard outline.isWhole else { throw ReadingError.cut(.page) }
  let page = HTMLPage(limits: limits)
  try parse(text.bytes[text.start...], page)
  let grid = try page.finish()
  // A page to sign in on, or one that says that something went wrong.
  guard !grid.cells.isEmpty || page.hasTable else {
    throw ReadingError(.unsupportedFormat, facts: ["format": "page"])
  }
  return Workbook(format: .html, grids: [grid], notes: [text.note].compactMap { $0 })
}

/// `<meta charset="windows-1258">`, `content="text/html; charset=windows-1258"`.
private func declaredEncoding(_ bytes: [UInt8]) -> OldEncoding? {
  let head = String(decoding: bytes.prefix(4_096).map(lowercased), as: UTF8.self)
  guard let start = head.firstRange(of: "charset=")?.upperBound else { return nil }
  let name = head[start...].drop { "\"' ".contains($0) }.prefix {
    $0.isLetter || $0.isNumber || "-_".contains($0)
  }
  switch name {
  case "windows-1258", "cp1258", "x-cp1258": return .windows1258
  case "windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii": return .windows1252
  default: return nil
  }
}

private func parse(_ text: ArraySlice<UInt8>, _ page: HTMLPage) throws(ReadingError) {
  var handler = pageHandler()
  let context = Unmanaged.passUnretained(page).toOpaque()
  guard let parser = htmlCreatePushParserCtxt(&handler, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
    throw .damaged(.xml)
  }
  defer { htmlFreeParserCtxt(parser) }
  _ = htmlCtxtUseOptions(
    parser,
    Int32(
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
  page.parser = parser
  defer { page.parser = nil }
  var rest = text
  while !rest.isEmpty, page.failure == nil {
    let piece = rest.prefix(1 << 16)
    rest = rest.dropFirst(piece.count)
    piece.withUnsafeBytes { bytes in
      _ = htmlParseChunk(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
    }
  }
  if page.failure == nil { _ = htmlParseChunk(parser, nil, 0, 1) }
  if let failure = page.failure { throw failure }
}

private func pageHandler() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.startElement = { context, name, attributes in
    guard let context, let name else { return }
    Unmanaged<HTMLPage>.fromOpaque(context)._withUnsafeGuaranteedRef {
      $0.start(HTMLElement(name: name, attributes: attributes))
    }
  }
  handler.endElement = { context, name in
    guard let context, let name else { return }
    Unmanaged<HTMLPage>.fromOpaque(context)._withUnsafeGuaranteedRef {
      $0.end(String(cString: name))
    }
  }
  let characters: charactersSAXFunc = { context, text, length in
    guard let context else { return }
    Unmanaged<HTMLPage>.fromOpaque(context)._withUnsafeGuaranteedRef {
      $0.text(UnsafeBufferPointer(start: text, count: Int(length)))
    }
  }
  handler.characters = characters
  handler.ignorableWhitespace = characters
  return handler
}
