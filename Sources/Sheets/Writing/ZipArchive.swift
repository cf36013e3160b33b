/// A part of an archive, already deflated.
struct ZipEntry {
  /// ASCII, with `/` between folders.
  let path: String
  let packed: [UInt8]
  let size: UInt64
  let crc: UInt32

  init(path: String, _ deflation: Deflation) {
    self.path = path
    deflation.finish()
    packed = deflation.packed
    size = deflation.size
    crc = UInt32(truncatingIfNeeded: deflation.crc)
  }

  init(path: String, _ xml: XMLBytes) {
    let deflation = Deflation()
    deflation.add(xml.bytes)
    self.init(path: path, deflation)
  }
}

/// Puts entries into a ZIP archive in the order given: no data descriptors,
/// every stamp 1 January 1980, and the zip64 records where a size, an offset or
/// a count reaches their limit.
struct ZipArchive {
  /// From here on a number goes into the zip64 records; a test lowers it.
  var sizeLimit: UInt64 = 0xFFFF_FFFF
  var countLimit = 0xFFFF
  private var bytes: [UInt8] = []

  init() {}

  mutating func write(_ entries: [ZipEntry]) -> [UInt8] {
    bytes.reserveCapacity(entries.reduce(100) { $0 + $1.packed.count + 2 * $1.path.utf8.count + 150 })
    var offsets: [UInt64] = []
    for entry in entries {
      offsets.append(UInt64(bytes.count))
      writeLocalHeader(entry)
      bytes.append(contentsOf: entry.packed)
    }
    let directory = UInt64(bytes.count)
    for (entry, offset) in zip(entries, offsets) { writeDirectoryEntry(entry, offset: offset) }
    writeEnd(count: entries.count, directory: directory, size: UInt64(bytes.count) - directory)
    return bytes
  }

  private mutating func writeLocalHeader(_ entry: ZipEntry) {
    let large = isLarge(entry)
    add(UInt32(0x0403_4b50))
    addCommonFields(entry, version: large ? 45 : 20)
    add(UInt32(clamping: large ? .max : UInt64(entry.packed.count)))
    add(UInt32(clamping: large ? .max : entry.size))
    add(UInt16(entry.path.utf8.count))
    add(UInt16(large ? 20 : 0))
    bytes.append(contentsOf: entry.path.utf8)
    if large {
      add(UInt16(1))
      add(UInt16(16))
      add(entry.size)
      add(UInt64(entry.packed.count))
    }
  }

  private mutating func writeDirectoryEntry(_ entry: ZipEntry, offset: UInt64) {
    let large = isLarge(entry)
    let far = offset >= sizeLimit
    let extra = (large ? 16 : 0) + (far ? 8 : 0)
    let version: UInt16 = extra > 0 ? 45 : 20
    add(UInt32(0x0201_4b50))
    // Made by a Unix-like system, version 4.5 of the specification.
    add(UInt16(3 << 8 | 45))
    addCommonFields(entry, version: version)
    add(UInt32(clamping: large ? .max : UInt64(entry.packed.count)))
    add(UInt32(clamping: large ? .max : entry.size))
    add(UInt16(entry.path.utf8.count))
    add(UInt16(extra > 0 ? extra + 4 : 0))
    // No comment, disk 0, no internal attributes; a regular file, 0644.
    add(UInt16(0))
    add(UInt16(0))
    add(UInt16(0))
    add(UInt32(0o100644) << 16)
    add(UInt32(clamping: far ? .max : offset))
    bytes.append(contentsOf: entry.path.utf8)
    if extra > 0 {
      add(UInt16(1))
      add(UInt16(extra))
      if large {
        add(entry.size)
        add(UInt64(entry.packed.count))
      }
      if far { add(offset) }
    }
  }

  /// From the version needed to the CRC: the same in both headers.
  private mutating func addCommonFields(_ entry: ZipEntry, version: UInt16) {
    add(version)
    add(UInt16(0))
    // Deflated; midnight of 1 January 1980.
    add(UInt16(8))
    add(UInt16(0))
    add(UInt16(1 << 5 | 1))
    add(entry.crc)
  }

  private mutating func writeEnd(count: Int, directory: UInt64, size: UInt64) {
    if count >= countLimit || directory >= sizeLimit || size >= sizeLimit {
      let end = UInt64(bytes.count)
      add(UInt32(0x0606_4b50))
      add(UInt64(44))
      add(UInt16(45))
      add(UInt16(45))
      add(UInt32(0))
      add(UInt32(0))
      add(UInt64(count))
      add(UInt64(count))
      add(size)
      add(directory)
      add(UInt32(0x0706_4b50))
      add(UInt32(0))
      add(end)
      add(UInt32(1))
    }
    add(UInt32(0x0605_4b50))
    add(UInt16(0))
    add(UInt16(0))
    add(UInt16(clamping: count >= countLimit ? .max : count))
    add(UInt16(clamping: count >= countLimit ? .max : count))
    add(UInt32(clamping: size >= sizeLimit ? .max : size))
    add(UInt32(clamping: directory >= sizeLimit ? .max : directory))
    add(UInt16(0))
  }

  private func isLarge(_ entry: ZipEntry) -> Bool {
    entry.size >= sizeLimit || UInt64(entry.packed.count) >= sizeLimit
  }

  private mutating func add(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
