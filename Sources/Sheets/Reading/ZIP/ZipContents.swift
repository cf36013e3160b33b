import Tables

/// A ZIP container being read: its parts one at a time, within the limits.
struct ZipContents {
  let file: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits
  let index: ZipIndex
  /// Bytes inflated so far, over all parts.
  private var inflatedBytes = 0
  /// The names of the parts that went through the parser.
  private(set) var parsed: Set<String> = []

  init(_ file: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) throws(ReadingError) {
    self.file = file
    self.limits = limits
    index = try ZipIndex(file, limits: limits)
  }

  /// Calls `take` with the content of a part, which it must take to its end.
  mutating func read(
    _ entry: ZipIndex.Entry, _ take: (PartContent) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let content = try PartContent(entry, of: file, limits: limits, inflatedBytes: inflatedBytes)
    try take(content)
    inflatedBytes = content.inflatedBytes
  }

  /// Carries a part through the parser to `visitor`.
  mutating func parse(_ entry: ZipIndex.Entry, _ visitor: XMLVisitor) throws(ReadingError) {
    let limits = limits
    parsed.insert(entry.name)
    try read(entry) { content throws(ReadingError) in
      try parseXML(visitor, from: content, part: entry.name, limits: limits)
    }
  }
}
