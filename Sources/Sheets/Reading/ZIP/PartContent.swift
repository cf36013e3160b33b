import Tables

/// What hands over bytes piece by piece.
protocol PieceSource: AnyObject {
  /// The next piece, which stays until the next call; nil at the end.
  func next() throws(ReadingError) -> UnsafeBufferPointer<UInt8>?
}

/// The content of a part on its way, within the limits.
///
/// What has passed when an error is thrown is to be thrown away: sizes and
/// checksum are known to be right only at the end.
final class PartContent: PieceSource {
  /// Bytes inflated so far, over all parts.
  private(set) var inflatedBytes: Int

  private let entry: ZipIndex.Entry
  private let limits: ReadingLimits
  private let inflater: Inflater
  private let ahead: InflateAhead?
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var size = 0
  private var sum: UInt32 = 0
  private var hasEnded = false

  /// `inflatedBytes`: of the parts before.
  init(
    _ entry: ZipIndex.Entry, of file: UnsafeBufferPointer<UInt8>, limits: ReadingLimits, inflatedBytes: Int
  ) throws(ReadingError) {
    self.entry = entry
    self.limits = limits
    self.inflatedBytes = inflatedBytes
    inflater = try Inflater(entry, of: file)
    let isLarge = entry.deflated && entry.size >= InflateAhead.leastSize
    ahead = isLarge ? InflateAhead(inflater) : nil
    buffer = .allocate(capacity: ahead == nil ? Inflater.pieceSize : 0)
  }

  deinit {
    ahead?.stop()
    buffer.deallocate()
  }

  func next() throws(ReadingError) -> UnsafeBufferPointer<UInt8>? {
    guard !hasEnded else { return nil }
    guard let piece = try nextPiece() else {
      hasEnded = true
      guard UInt64(size) == entry.size else { throw .damaged(.size, part: entry.name) }
      guard sum == entry.checksum else { throw .damaged(.checksum, part: entry.name) }
      return nil
    }
    size += piece.count
    inflatedBytes += piece.count
    guard size <= limits.partBytes else { throw .over(.partBytes, limits) }
    guard inflatedBytes <= limits.inflatedBytes else { throw .over(.inflatedBytes, limits) }
    guard UInt64(size) <= entry.size else { throw .damaged(.size, part: entry.name) }
    return piece
  }

  private func nextPiece() throws(ReadingError) -> UnsafeBufferPointer<UInt8>? {
    if let ahead {
      if let piece = try ahead.next() { return piece }
      sum = ahead.sum
      return nil
    }
    let count = try inflater.fill(buffer)
    guard count > 0 else { return nil }
    let piece = UnsafeBufferPointer(rebasing: buffer[..<count])
    sum = checksum(sum, piece)
    return piece
  }
}
