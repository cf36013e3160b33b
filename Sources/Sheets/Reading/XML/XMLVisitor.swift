internal import CLibXML2
import Tables

/// What is done with the elements of a part: a subclass for each kind of part.
///
/// The classes are the layer between libxml2's C callbacks and us; they exist
/// for the length of one parse, on one thread. What every element touches is not
/// checked for overlapping access: that would be a tenth of the time.
class XMLVisitor {
  final private(set) var failure: ReadingError?
  @exclusivity(unchecked) fileprivate final var parser: xmlParserCtxtPtr?
  /// How many elements are open.
  @exclusivity(unchecked) fileprivate final var depth = 0
  /// Bytes that the parser has read since it last called.
  @exclusivity(unchecked) final var unusedBytes = 0
  /// Bytes that the parser has read in all.
  @exclusivity(unchecked) final var readBytes = 0
  /// The root has ended.
  fileprivate final var hasEnded = false
  final let limits: ReadingLimits

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// No element is open.
  final var isOutside: Bool { depth == 0 }

  /// The parser has found a fault, from which it never goes on.
  final var isMalformed: Bool { parser.map { $0.pointee.wellFormed == 0 } ?? false }

  /// More namespaces are in scope than one element may declare: each name is
  /// looked up among all of them.
  fileprivate final var hasTooManyNamespaces: Bool {
    // The parser keeps each as two pointers.
    parser.map { Int($0.pointee.nsNr) / 2 > limits.xmlAttributes } ?? false
  }

  /// Called before the first element: the place to intern names that are
  /// compared often.
  func begin(_ names: XMLNames) {}
  /// An element begins; `depth` is 1 for the root.
  func start(_ element: XMLElement, depth: Int) {}
  /// The same element ends.
  func end(depth: Int) {}
  /// Text, in pieces as libxml2 finds them.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Ends the parse with an error; the first one counts.
  final func fail(_ error: ReadingError) {
    guard failure == nil else { return }
    failure = error
    xmlStopParser(parser)
  }
}

/// The dictionary of one parse: equal names are equal pointers.
struct XMLNames {
  fileprivate let dictionary: xmlDictPtr?

  /// The pointer that elements, attributes and namespaces of this name carry.
  func intern(_ name: StaticString) -> UnsafePointer<UInt8>? {
    xmlDictLookup(dictionary, name.utf8Start, Int32(name.utf8CodeUnitCount))
  }
}

/// libxml2 wants this once before it is used by several threads.
private let initialized: Void = xmlInitParser()

/// Carries a document through the parser to `visitor`. A DOCTYPE or
/// an entity declaration is `forbidden-content`; nothing outside is ever opened.
func parseXML(
  _ visitor: XMLVisitor, from source: any PieceSource, part: String?, limits: ReadingLimits
) throws(ReadingError) {
  _ = initialized
  var handler = visitingHandler()
  let context = Unmanaged.passUnretained(visitor).toOpaque()
  let input = XMLInput(source, part: part, for: visitor)
  guard
    let parser = xmlCreateIOParserCtxt(
      &handler, context, readInput, nil, Unmanaged.passUnretained(input).toOpaque(), XML_CHAR_ENCODING_NONE)
  else { throw .damaged(.xml, part: part) }
  defer {
    visitor.parser = nil
    xmlFreeParserCtxt(parser)
  }
  _ = xmlCtxtUseOptions(parser, parserOptions)
  // What its decoders complain of goes past the options, to standard error.
  xmlSetStructuredErrorFunc(nil) { _, _ in }
  defer { xmlSetStructuredErrorFunc(nil, nil) }
  visitor.parser = parser
  visitor.begin(XMLNames(dictionary: parser.pointee.dict))
  _ = xmlParseDocument(parser)
  // A decoder that gives up halfway ends the parse without saying that anything is wrong; and what the
  // parser takes for the end may be none.
  let isWhole = visitor.failure == nil && visitor.hasEnded && hasReadAll(parser) && input.isAtEnd
  if let failure = input.failure { throw failure }
  if var failure = visitor.failure {
    if failure.facts["part"] == nil { failure.facts["part"] = part }
    throw failure
  }
  // A prefix that nobody declared would hide its elements from us.
  guard isWhole, parser.pointee.wellFormed == 1, parser.pointee.nsWellFormed == 1 else { throw malformed() }

  func malformed() -> ReadingError {
    var error = ReadingError.damaged(.xml, part: part)
    if let input = parser.pointee.input { error.facts["line"] = String(input.pointee.line) }
    return error
  }
}

/// No network, no entity replaced, no DTD loaded, the parser's own limits kept,
/// nothing printed.
let parserOptions = Int32(
  XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

private let readInput: xmlInputReadCallback = { context, target, count in
  guard let context, let target else { return -1 }
  return Unmanaged<XMLInput>.fromOpaque(context)._withUnsafeGuaranteedRef { input in
    Int32(truncatingIfNeeded: input.read(into: target, count: Int(count)))
  }
}

/// Whether the parser has used all that it was given.
private func hasReadAll(_ parser: xmlParserCtxtPtr) -> Bool {
  guard let input = parser.pointee.input else { return true }
  return input.pointee.cur == input.pointee.end
}

private func visitingHandler() -> xmlSAXHandler {
  var handler = xmlSAXHandler()
  handler.initialized = UInt32(XML_SAX2_MAGIC)
  handler.startElementNs = { context, name, _, namespace, declared, _, count, _, attributes in
    guard let context, let name else { return }
    Unmanaged<XMLVisitor>.fromOpaque(context)._withUnsafeGuaranteedRef { visitor in
      let depth = visitor.depth + 1
      visitor.depth = depth
      visitor.unusedBytes = 0
      if depth > visitor.limits.xmlDepth { return visitor.fail(.over(.xmlDepth, visitor.limits)) }
      if declared + count > visitor.limits.xmlAttributes || (declared > 0 && visitor.hasTooManyNamespaces) {
        return visitor.fail(.over(.xmlAttributes, visitor.limits))
      }
      if depth == 1, !hasAllowedEncoding(visitor.parser) {
        return visitor.fail(ReadingError(.encodingError))
      }
      visitor.start(
        XMLElement(name: name, namespace: namespace, attributes: attributes, attributeCount: Int(count)),
        depth: depth)
    }
  }
  handler.endElementNs = { context, _, _, _ in
    guard let context else { return }
    Unmanaged<XMLVisitor>.fromOpaque(context)._withUnsafeGuaranteedRef { visitor in
      let depth = visitor.depth
      visitor.unusedBytes = 0
      visitor.end(depth: depth)
      visitor.depth = depth - 1
      if depth == 1 { visitor.hasEnded = true }
    }
  }
  let characters: charactersSAXFunc = { context, text, length in
    guard let context else { return }
    Unmanaged<XMLVisitor>.fromOpaque(context)._withUnsafeGuaranteedRef { visitor in
      visitor.unusedBytes = 0
      visitor.text(UnsafeBufferPointer(start: text, count: Int(length)))
    }
  }
  handler.characters = characters
  handler.cdataBlock = characters
  // The same function, or libxml2 would judge which white space can be dropped.
  handler.ignorableWhitespace = characters
  handler.comment = { context, _ in use(context) }
  handler.processingInstruction = { context, _, _ in use(context) }
  handler.internalSubset = { context, _, _, _ in forbid(context) }
  handler.entityDecl = { context, _, _, _, _, _ in forbid(context) }
  handler.reference = { context, _ in forbid(context) }
  return handler
}

/// Of something that is left out, but comes to an end.
private func use(_ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<XMLVisitor>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.unusedBytes = 0 }
}

private func forbid(_ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<XMLVisitor>.fromOpaque(context)._withUnsafeGuaranteedRef { visitor in
    visitor.fail(ReadingError(.forbiddenContent))
  }
}

/// Parts are in UTF-8 or UTF-16 (ISO/IEC 29500-2, 9.1.1); what declares another
/// encoding wants to hide something.
private func hasAllowedEncoding(_ parser: xmlParserCtxtPtr?) -> Bool {
  guard let parser else { return true }
  let allowed: [StaticString] = ["UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"]
  for declared in [parser.pointee.encoding, parser.pointee.input?.pointee.encoding] {
    guard let declared else { continue }
    guard allowed.contains(where: { xmlStrcasecmp(declared, $0.utf8Start) == 0 }) else { return false }
  }
  return true
}
