import Tables

/// A DOCTYPE is refused in the parts of a workbook that nobody reads, too: properties, themes, comments.
///
/// It stands before the root element, so no more of a part is looked at than that, and of what comes before it only a
/// beginning, which bounds what many parts can cost. Whatever else is wrong with such a part is left alone.
extension ZipContents {
  func refuseDoctypesInUnreadParts() throws(ReadingError) {
    for entry in index.inOrder
    where !parsed.contains(entry.name) && (entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels")) {
      do throws(ReadingError) {
        let content = Beginning(try PartContent(entry, of: file, limits: limits, inflatedBytes: 0))
        try parseXML(PrologVisitor(limits: limits), from: content, part: entry.name, limits: limits)
      } catch {
        if error.code == .forbiddenContent { throw error }
      }
    }
  }
}

/// Ends where the root element begins.
private final class PrologVisitor: XMLVisitor {
  override func start(_ element: XMLElement, depth: Int) { fail(ReadingError(.formatError)) }
}

/// The first pieces of a part.
private final class Beginning: PieceSource {
  private static let size = 64 << 10
  private let content: PartContent
  private var passed = 0

  init(_ content: PartContent) { self.content = content }

  func next() throws(ReadingError) -> UnsafeBufferPointer<UInt8>? {
    guard passed < Self.size, let piece = try content.next() else { return nil }
    passed += piece.count
    return piece
  }
}
