import Tables

/// What libxml2 reads a document from. The parser asks for bytes when it needs
/// them: that is a sixth faster than to push them into it, for which it looks
/// for the end of each tag before it reads the tag.
final class XMLInput {
  private let source: any PieceSource
  private let part: String?
  private unowned let visitor: XMLVisitor
  private var piece = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Why the source, or what it holds, is refused.
  private(set) var failure: ReadingError?

  init(_ source: any PieceSource, part: String?, for visitor: XMLVisitor) {
    self.source = source
    self.part = part
    self.visitor = visitor
  }

  /// Copies what comes next, at most `count` bytes: 0 at the end, −1 if there is no going on.
  func read(into target: UnsafeMutablePointer<CChar>, count: Int) -> Int {
    guard visitor.failure == nil, failure == nil, !visitor.isMalformed else { return -1 }
    // Nothing was made of all that the parser has read: a tag or a comment that does not end.
    if visitor.unusedBytes > visitor.limits.xmlTagBytes {
      var error = ReadingError.over(.xmlTagBytes, visitor.limits)
      error.facts["part"] = part
      failure = error
      return -1
    }
    guard !isAtEnd else { return failure == nil ? 0 : -1 }
    let count = min(count, piece.count)
    guard let start = piece.baseAddress else { return 0 }
    UnsafeMutableRawPointer(target).copyMemory(from: start, byteCount: count)
    piece = UnsafeBufferPointer(rebasing: piece[count...])
    visitor.readBytes += count
    // White space around the document is never told.
    if visitor.isOutside, UnsafeBufferPointer(start: start, count: count).allSatisfy(isXMLBlank) {
      return count
    }
    visitor.unusedBytes += count
    return count
  }

  /// Whether nothing is left; true also if that cannot be known any more.
  var isAtEnd: Bool {
    do throws(ReadingError) {
      while piece.isEmpty {
        guard failure == nil, let next = try source.next() else { return true }
        piece = next
      }
    } catch {
      failure = error
      return true
    }
    return false
  }
}
