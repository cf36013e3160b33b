/// The content of every part of a container, in the order of their names; for
/// the benchmark, which deflates them again.
public func inflatedParts(
  _ bytes: [UInt8], limits: ReadingLimits = .standard
) throws(ReadingError) -> [[UInt8]] {
  try bytes.withUnsafeBufferPointer { file throws(ReadingError) in
    var contents = try ZipContents(file, limits: limits)
    var parts: [[UInt8]] = []
    for entry in contents.index.inOrder {
      var content: [UInt8] = []
      try contents.read(entry) { pieces throws(ReadingError) in
        while let piece = try pieces.next() { content.append(contentsOf: piece) }
      }
      parts.append(content)
    }
    return parts
  }
}
