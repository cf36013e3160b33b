/// Whether a file that may still be on its way ends as a complete one does.
public enum FileEnding: Hashable, Sendable {
  /// As its format wants it; or it is no format of ours, and will be refused as it is.
  case whole
  /// A CSV whose last line has no end: some programs write them so.
  case unclear
  /// The end that its format needs is not there.
  case unfinished

  /// Judges a file by its first and last bytes.
  ///
  /// An XLSX has its directory at the end, reaching just so far into the file as
  /// its last record says. A CSV ends with a line end, and has no NUL: zeros are
  /// space that a copy has claimed and not filled yet.
  ///
  /// - Parameters:
  ///   - head: the first bytes, four at least where the file has them.
  ///   - tail: the last bytes, 64 KiB and 22 more where the file has them: a
  ///     container's last record with the longest comment.
  public init(head: [UInt8], tail: [UInt8], size: Int64) {
    if head.starts(with: [0x50, 0x4B]) || head == [0x50] {
      self = FileEnding.isContainer(tail, size: size) ? .whole : .unfinished
    } else if sniff(head) == .csv, let order = UTF16Order(head) {
      self = FileEnding.ofUTF16(order, tail, size: size)
    } else if size == 0 || (sniff(head) == .csv && (head.contains(0) || tail.contains(0))) {
      self = .unfinished
    } else if sniff(head) == .csv, tail.last != UInt8(ascii: "\n"), tail.last != UInt8(ascii: "\r") {
      self = .unclear
    } else {
      self = .whole
    }
  }

  /// A text of two bytes a character ends with a line end of two bytes; zeros are
  /// space that a copy has not filled yet.
  private static func ofUTF16(_ order: UTF16Order, _ tail: [UInt8], size: Int64) -> FileEnding {
    guard size % 2 == 0, tail.count >= 2 else { return .unfinished }
    let last = order == .little ? [tail[tail.count - 1], tail[tail.count - 2]] : Array(tail.suffix(2))
    if last == [0, 0] { return .unfinished }
    return last == [0, 0x0A] || last == [0, 0x0D] ? .whole : .unclear
  }

  /// The last record of a ZIP container ends with the file, and the directory
  /// that it names ends where the record begins.
  private static func isContainer(_ tail: [UInt8], size: Int64) -> Bool {
    tail.withUnsafeBufferPointer { tail in
      guard tail.count >= 22 else { return false }
      for start in (0...(tail.count - 22)).reversed() where tail.has([0x50, 0x4B, 0x05, 0x06], at: start) {
        guard tail.number(at: start + 20, width: 2) == UInt64(tail.count - 22 - start),
          let length = tail.number(at: start + 12, width: 4),
          let offset = tail.number(at: start + 16, width: 4)
        else { continue }
        // In a container over 4 GB other records say where.
        if length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF { return true }
        if tail.has([0x50, 0x4B, 0x06, 0x07], at: start - 20) {
          return tail.number(at: start - 12, width: 8) == length + offset
        }
        return length + offset == UInt64(size) &- UInt64(tail.count - start)
      }
      return false
    }
  }
}
