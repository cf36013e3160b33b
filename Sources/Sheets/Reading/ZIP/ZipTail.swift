import Tables

/// The record at the end of a ZIP container that says where its directory is.
struct ZipTail {
  /// Entries that it claims; compared with those found, and otherwise not believed.
  let entryCount: UInt64
  /// Where the directory lies, inside the file.
  let directory: Range<Int>

  private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let partSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let signature64: [UInt8] = [0x50, 0x4B, 0x06, 0x06]
  private static let locatorSignature: [UInt8] = [0x50, 0x4B, 0x06, 0x07]
  private static let size = 22

  /// Finds the record; its comment must end where the file ends. Without one
  /// the file is cut off, or goes on behind its end.
  init(_ file: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    guard let start = ZipTail.find(file) else { throw ZipTail.fault(of: file) }
    guard var entries = file.number(at: start + 10, width: 2),
      var size = file.number(at: start + 12, width: 4),
      var offset = file.number(at: start + 16, width: 4)
    else { throw .damaged(.container) }
    var end = start
    // Some writers add the 64-bit record to numbers that need none, and give both.
    if file.has(ZipTail.locatorSignature, at: start - 20) {
      guard let record = file.number(at: start - 12, width: 8).flatMap({ Int(exactly: $0) }),
        record <= start, file.has(ZipTail.signature64, at: record),
        let entries64 = file.number(at: record + 32, width: 8),
        let size64 = file.number(at: record + 40, width: 8),
        let offset64 = file.number(at: record + 48, width: 8)
      else { throw .damaged(.container) }
      let agree =
        (entries == 0xFFFF || entries == entries64) && (size == 0xFFFF_FFFF || size == size64)
        && (offset == 0xFFFF_FFFF || offset == offset64)
      guard agree else { throw .damaged(.container) }
      (entries, size, offset, end) = (entries64, size64, offset64, record)
    }
    guard let first = Int(exactly: offset), let length = Int(exactly: size), first <= file.count,
      length <= file.count - first
    else { throw ReadingError(.unfinished) }
    // A gap would mean bytes before the container, or a tail that belongs to another one: to one that is
    // stored in this one, behind which the rest of it is missing.
    guard first + length == end else {
      let isInner =
        first + length < end && file.has(ZipTail.partSignature, at: 0)
        && file.has(ZipTail.partSignature, at: end - length - first)
      throw isInner ? ReadingError(.unfinished) : .damaged(.container)
    }
    entryCount = entries
    directory = first..<end
  }

  /// What is wrong with a file that does not end with the record.
  private static func fault(of file: UnsafeBufferPointer<UInt8>) -> ReadingError {
    // The headers of a container have a few zeros in a row themselves.
    if file.suffix(64).allSatisfy({ $0 == 0 }) { return .cut(.zeros) }
    guard let end = lastEnd(of: file) else { return ReadingError(.unfinished) }
    return file[end...].allSatisfy { $0 == 0 } ? .cut(.zeros) : .damaged(.behindEnd)
  }

  /// Where a record ends that is not at the end of the file, and that a directory stands before.
  private static func lastEnd(of file: UnsafeBufferPointer<UInt8>) -> Int? {
    guard file.count >= size else { return nil }
    let earliest = max(0, file.count - size - 0xFFFF)
    for start in (earliest...(file.count - size)).reversed()
    where file[start] == signature[0] && file.has(signature, at: start) {
      guard let length = file.number(at: start + 12, width: 4),
        let offset = file.number(at: start + 16, width: 4),
        let comment = file.number(at: start + 20, width: 2),
        length + offset == UInt64(start), start + size + Int(comment) < file.count
      else { continue }
      return start + size + Int(comment)
    }
    return nil
  }

  private static func find(_ file: UnsafeBufferPointer<UInt8>) -> Int? {
    guard file.count >= size else { return nil }
    let earliest = max(0, file.count - size - 0xFFFF)
    return (earliest...(file.count - size)).reversed().first { start in
      file[start] == signature[0] && file.has(signature, at: start)
        && file.number(at: start + 20, width: 2) == UInt64(file.count - size - start)
    }
  }
}
