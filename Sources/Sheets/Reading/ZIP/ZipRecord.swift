/// One record of a ZIP container's directory, as written.
struct ZipRecord {
  let flags: UInt64
  let method: UInt64
  let checksum: UInt32
  let compressedSize: UInt64
  let size: UInt64
  let localOffset: UInt64
  /// The bytes of the name.
  let name: UnsafeBufferPointer<UInt8>
  /// Where the next record begins.
  let end: Int

  private static let signature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
  private static let headerSize = 46
  private static let absent: UInt64 = 0xFFFF_FFFF

  /// The record at `start`; nil if there is none, or if it runs beyond `limit`.
  init?(_ file: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) {
    guard file.has(ZipRecord.signature, at: start), limit - start >= ZipRecord.headerSize,
      let flags = file.number(at: start + 8, width: 2),
      let method = file.number(at: start + 10, width: 2),
      let checksum = file.number(at: start + 16, width: 4),
      var compressedSize = file.number(at: start + 20, width: 4),
      var size = file.number(at: start + 24, width: 4),
      let nameLength = file.number(at: start + 28, width: 2),
      let extraLength = file.number(at: start + 30, width: 2),
      let commentLength = file.number(at: start + 32, width: 2),
      var localOffset = file.number(at: start + 42, width: 4)
    else { return nil }
    let extra = start + ZipRecord.headerSize + Int(nameLength)
    let end = extra + Int(extraLength) + Int(commentLength)
    guard end <= limit else { return nil }
    if size == ZipRecord.absent || compressedSize == ZipRecord.absent || localOffset == ZipRecord.absent,
      var field = ZipRecord.extra64(file, extra..<(extra + Int(extraLength)))
    {
      // The 64-bit field holds only the numbers that the record leaves out, in this order.
      if size == ZipRecord.absent { size = field.next() ?? size }
      if compressedSize == ZipRecord.absent { compressedSize = field.next() ?? compressedSize }
      if localOffset == ZipRecord.absent { localOffset = field.next() ?? localOffset }
    }
    self.flags = flags
    self.method = method
    self.checksum = UInt32(checksum)
    self.compressedSize = compressedSize
    self.size = size
    self.localOffset = localOffset
    self.end = end
    name = UnsafeBufferPointer(rebasing: file[(start + ZipRecord.headerSize)..<extra])
  }

  /// Any kind of encryption.
  var isEncrypted: Bool { flags & (1 | 1 << 6 | 1 << 13) != 0 }

  /// Sizes and checksum stand behind the content, not in the local header.
  var hasDescriptor: Bool { flags & (1 << 3) != 0 }

  private static func extra64(
    _ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> IndexingIterator<[UInt64]>? {
    var position = range.lowerBound
    while let tag = file.number(at: position, width: 2), let length = file.number(at: position + 2, width: 2)
    {
      let body = position + 4
      guard body + Int(length) <= range.upperBound else { return nil }
      if tag == 1 {
        let offsets = stride(from: body, to: body + Int(length) - 7, by: 8)
        return offsets.compactMap { file.number(at: $0, width: 8) }.makeIterator()
      }
      position = body + Int(length)
    }
    return nil
  }
}
