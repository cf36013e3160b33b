import Tables

/// A DOCTYPE is refused in the parts of a workbook that nobody reads, too: properties, themes, comments.
///
/// It stands before the root element, so no more of a part is looked at than that, and of what comes before
/// it only a beginning; of all parts together so much, which bounds what many can cost. Whatever else is wrong
/// with such a part is left alone.
///
/// What stands behind more comments and blanks than that is not seen, and does no harm: nobody parses such a part any
/// further, nor hands it on. In a part that is read a DOCTYPE is refused wherever it stands, by its parser.
extension ZipContents {
  func refuseDoctypesInUnreadParts() throws(ReadingError) {
    var budget = 16 << 20
    for entry in index.inOrder where !parsed.contains(entry.name) && entry.isXML {
      do throws(ReadingError) {
        let content = Beginning(
          try PartContent(entry, of: file, limits: limits, inflatedBytes: 0), size: min(64 << 10, budget))
        defer { budget -= content.passed }
        try parseXML(PrologVisitor(limits: limits), from: content, part: entry.name, limits: limits)
      } catch {
        if error.code == .forbiddenContent { throw error }
      }
    }
  }
}

extension ZipIndex.Entry {
  fileprivate var isXML: Bool { [".xml", ".rels", ".vml"].contains { name.hasSuffix($0) } }
}

/// Ends where the root element begins.
private final class PrologVisitor: XMLVisitor {
  override func start(_ element: XMLElement, depth: Int) { fail(ReadingError(.formatError)) }
}

/// The first pieces of a part.
private final class Beginning: PieceSource {
  private let content: PartContent
  private let size: Int
  private(set) var passed = 0

  init(_ content: PartContent, size: Int) { (self.content, self.size) = (content, size) }

  func next() throws(ReadingError) -> UnsafeBufferPointer<UInt8>? {
    guard passed < size, let piece = try content.next() else { return nil }
    passed += piece.count
    return piece
  }
}
