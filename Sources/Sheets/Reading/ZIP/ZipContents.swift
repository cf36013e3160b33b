import Tables

/// A ZIP container being read: its parts one at a time, within the limits.
struct ZipContents {
  let file: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits
  let index: ZipIndex
  /// Bytes inflated so far, over all parts.
  private var inflatedBytes = 0

  init(_ file: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) throws(ReadingError) {
    self.file = file
    self.limits = limits
    index = try ZipIndex(file, limits: limits)
  }

  /// Hands the content of a part to `take` piece by piece. What has passed when
  /// an error is thrown is to be thrown away: sizes and checksum are known to be
  /// right only at the end.
  mutating func read(
    _ entry: ZipIndex.Entry, _ take: (UnsafeBufferPointer<UInt8>) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    var size = 0
    var sum: UInt32 = 0
    var total = inflatedBytes
    let limits = limits
    func judge(_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
      size += piece.count
      total += piece.count
      guard size <= limits.partBytes else { throw .over(.partBytes, limits) }
      guard total <= limits.inflatedBytes else { throw .over(.inflatedBytes, limits) }
      guard UInt64(size) <= entry.size else { throw .damaged(.size, part: entry.name) }
      try take(piece)
    }
    if entry.deflated, entry.size >= InflateAhead.leastSize {
      sum = try InflateAhead.inflate(entry, of: file, judge)
    } else {
      try inflate(entry, of: file) { piece throws(ReadingError) in
        sum = checksum(sum, piece)
        try judge(piece)
      }
    }
    inflatedBytes = total
    guard UInt64(size) == entry.size else { throw .damaged(.size, part: entry.name) }
    guard sum == entry.checksum else { throw .damaged(.checksum, part: entry.name) }
  }
}
