@testable import Sheets

/// A ZIP container made by hand, so that a test can make it wrong in one place.
struct Container {
  struct Part {
    var name: String
    var content: [UInt8]
    var method: UInt16 = 8
    /// The deflated content; nil: deflated in stored blocks.
    var deflated: [UInt8]?
    var flags: UInt16 = 0
    /// What directory and local header claim; nil: the truth.
    var claimedChecksum: UInt32?
    var claimedSize: UInt32?
    /// The name in the local header, where it differs.
    var localName: String?
    /// Sizes and checksum behind the content.
    var descriptor = false
    /// Where the directory says that the part begins, where it differs.
    var claimedOffset: UInt32?
    /// Sizes as 64-bit numbers in an extra field.
    var wide = false

    init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

    init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  var parts: [Part]
  var claimedCount: UInt16?
  /// A 64-bit record of the directory's place.
  var wide = false
  /// The ordinary record gives the same numbers beside it, as some Java programs write them.
  var bothRecords = false

  subscript(_ name: String) -> Part {
    get { parts.first { $0.name == name } ?? Part(name, "") }
    set {
      if let index = parts.firstIndex(where: { $0.name == name }) {
        parts[index] = newValue
      } else {
        parts.append(newValue)
      }
    }
  }

  mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = UInt32(file.count)
      let data = part.method == 8 ? part.deflated ?? storedBlocks(part.content) : part.content
      let sum = part.claimedChecksum ?? crc(part.content)
      let size = part.claimedSize ?? UInt32(part.content.count)
      let flags = part.flags | (part.descriptor ? 8 : 0)
      let localName = Array((part.localName ?? part.name).utf8)
      file += [0x50, 0x4B, 3, 4] + le(20, 2) + le(flags, 2) + le(part.method, 2) + le(0, 4)
      file += part.descriptor ? le(0, 12) : le(sum, 4) + le(data.count, 4) + le(size, 4)
      file += le(localName.count, 2) + le(0, 2) + localName + data
      if part.descriptor { file += [0x50, 0x4B, 7, 8] + le(sum, 4) + le(data.count, 4) + le(size, 4) }
      let extra = part.wide ? le(1, 2) + le(16, 2) + le(size, 8) + le(data.count, 8) : []
      let absent = 0xFFFF_FFFF
      directory += [0x50, 0x4B, 1, 2] + le(20, 2) + le(20, 2) + le(flags, 2) + le(part.method, 2)
      directory += le(0, 4) + le(sum, 4) + le(part.wide ? absent : data.count, 4)
      directory += part.wide ? le(absent, 4) : le(size, 4)
      directory += le(part.name.utf8.count, 2) + le(extra.count, 2) + le(0, 10)
      directory += le(part.claimedOffset ?? offset, 4) + Array(part.name.utf8) + extra
    }
    let start = file.count
    let count = Int(claimedCount ?? UInt16(parts.count))
    file += directory
    if wide || bothRecords {
      let record = file.count
      file += [0x50, 0x4B, 6, 6] + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 8) + le(count, 8) + le(count, 8)
      file += le(directory.count, 8) + le(start, 8)
      file += [0x50, 0x4B, 6, 7] + le(0, 4) + le(record, 8) + le(1, 4)
    }
    file += [0x50, 0x4B, 5, 6] + le(0, 4) + le(wide ? 0xFFFF : count, 2) + le(wide ? 0xFFFF : count, 2)
    file += le(directory.count, 4) + le(wide ? 0xFFFF_FFFF : start, 4) + le(0, 2)
    return file
  }

  /// Deflated without compression (RFC 1951, 3.2.4).
  private func storedBlocks(_ content: [UInt8]) -> [UInt8] {
    var data: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      data += [rest.isEmpty ? 1 : 0] + le(block.count, 2) + le(~block.count & 0xFFFF, 2) + block
    } while !rest.isEmpty
    return data
  }

  /// CRC-32 by its definition, for each byte once.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  private func crc(_ content: [UInt8]) -> UInt32 {
    // Bombs are for zlib.
    if content.count > 1 << 18 { return content.withUnsafeBufferPointer { checksum(0, $0) } }
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in content { sum = sum >> 8 ^ Container.remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return ~sum
  }
}

func le(_ value: some BinaryInteger, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: UInt64(truncatingIfNeeded: value) >> (8 * $0)) }
}
