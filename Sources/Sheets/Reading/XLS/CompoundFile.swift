import Tables

/// An OLE2 compound file ([MS-CFB]): a file system in a file, whose streams are
/// chains of sectors.
///
/// No number in it is believed: a chain never has more sectors than the file,
/// and nothing is set aside for a size that is only claimed.
struct CompoundFile {
  private let file: UnsafeBufferPointer<UInt8>
  private let sectorSize: Int
  /// Sectors that at least begin in the file.
  private let sectorCount: Int
  /// Which sector follows each.
  private var next: [UInt32] = []
  private var entries: [Entry] = []
  private var miniNext: [UInt32] = []
  private var miniStream: [UInt8] = []
  private let miniCutoff: Int

  private struct Entry {
    var name: [UInt8]
    var type: UInt8
    var left, right, child: UInt32
    var start: UInt32
    var size: Int
  }

  /// The greatest number of a sector; above are marks.
  private static let lastSector: UInt32 = 0xFFFF_FFFA
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF
  private static let miniSectorSize = 64

  init(_ file: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    guard file.count >= 512, let shift = file.number(at: 30, width: 2) else {
      throw ReadingError(.unfinished)
    }
    guard shift == 9 || shift == 12, file.number(at: 32, width: 2) == 6,
      let cutoff = file.number(at: 56, width: 4)
    else { throw .damaged(.container) }
    self.file = file
    sectorSize = 1 << Int(shift)
    sectorCount = (file.count - 1) / sectorSize
    miniCutoff = Int(cutoff)
    try readNext()
    try readDirectory()
  }

  // MARK: Sectors

  private func word(_ offset: Int) -> UInt32 { file.number(at: offset, width: 4).map { UInt32($0) } ?? 0 }

  /// The whole bytes of a sector.
  private func sector(_ number: UInt32) throws(ReadingError) -> UnsafeBufferPointer<UInt8> {
    let start = (Int(number) + 1) * sectorSize
    guard number < CompoundFile.lastSector, start + sectorSize <= file.count else {
      throw ReadingError(.unfinished)
    }
    return UnsafeBufferPointer(rebasing: file[start..<(start + sectorSize)])
  }

  /// The table of which sector follows which, itself in sectors that the header lists.
  private mutating func readNext() throws(ReadingError) {
    var tables = (0..<109).map { word(76 + 4 * $0) }.filter { $0 != CompoundFile.free }
    var more = word(68)
    var steps = 0
    while more != CompoundFile.endOfChain, more != CompoundFile.free {
      steps += 1
      guard steps <= sectorCount else { throw .damaged(.container) }
      let list = CompoundFile.words(try sector(more))
      tables += list.dropLast().filter { $0 != CompoundFile.free }
      more = list.last ?? CompoundFile.endOfChain
    }
    guard tables.count <= sectorCount else { throw .damaged(.container) }
    for table in tables { next += CompoundFile.words(try sector(table)) }
    if let last = next.lastIndex(where: { $0 != CompoundFile.free }), last >= sectorCount {
      throw ReadingError(.unfinished)
    }
  }

  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    stride(from: 0, to: bytes.count - 3, by: 4).map { UInt32(bytes.number(at: $0, width: 4) ?? 0) }
  }

  /// The sectors of a chain; a chain that goes round in a circle is longer than the file.
  private static func chain(from start: UInt32, in next: [UInt32]) throws(ReadingError) -> [UInt32] {
    var sectors: [UInt32] = []
    var number = start
    while number != endOfChain {
      guard Int(number) < next.count, sectors.count < next.count else { throw .damaged(.container) }
      sectors.append(number)
      number = next[Int(number)]
    }
    return sectors
  }

  /// The first `size` bytes of a chain of sectors.
  private func bytes(from start: UInt32, size: Int) throws(ReadingError) -> [UInt8] {
    guard size > 0 else { return [] }
    let sectors = try CompoundFile.chain(from: start, in: next)
    guard size <= sectors.count * sectorSize else { throw .damaged(.container) }
    var result: [UInt8] = []
    for number in sectors where result.count < size {
      let first = (Int(number) + 1) * sectorSize
      let last = first + min(sectorSize, size - result.count)
      guard last <= file.count else { throw ReadingError(.unfinished) }
      result.append(contentsOf: file[first..<last])
    }
    return result
  }

  // MARK: Streams

  private mutating func readDirectory() throws(ReadingError) {
    for number in try CompoundFile.chain(from: word(48), in: next) {
      let bytes = try sector(number)
      for offset in stride(from: 0, to: bytes.count, by: 128) {
        let entry = UnsafeBufferPointer(rebasing: bytes[offset..<(offset + 128)])
        func word(_ offset: Int) -> UInt32 { entry.number(at: offset, width: 4).map { UInt32($0) } ?? 0 }
        let length = min(Int(entry[64]) | Int(entry[65]) << 8, 64)
        entries.append(
          Entry(
            name: entry[..<max(0, length - 2)].map(lowercased), type: entry[66], left: word(68),
            right: word(72), child: word(76), start: word(116), size: Int(word(120))))
      }
    }
    guard let root = entries.first, root.type == 5 else { throw .damaged(.container) }
    let small = word(60)
    guard small != CompoundFile.endOfChain, small != CompoundFile.free, root.size > 0 else { return }
    for number in try CompoundFile.chain(from: small, in: next) {
      miniNext += CompoundFile.words(try sector(number))
    }
    miniStream = try bytes(from: root.start, size: root.size)
  }

  /// The content of a stream that lies in no folder; nil if there is none of that name.
  func stream(_ name: String) throws(ReadingError) -> [UInt8]? {
    let name = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }.map(lowercased)
    var open = entries.first.map { [$0.child] } ?? []
    var seen = [Bool](repeating: false, count: entries.count)
    while let number = open.popLast() {
      guard Int(number) < entries.count, !seen[Int(number)] else { continue }
      seen[Int(number)] = true
      let entry = entries[Int(number)]
      if entry.type == 2, entry.name == name { return try content(of: entry) }
      open += [entry.left, entry.right]
    }
    return nil
  }

  private func content(of entry: Entry) throws(ReadingError) -> [UInt8] {
    guard entry.size < miniCutoff else { return try bytes(from: entry.start, size: entry.size) }
    var result: [UInt8] = []
    for number in try CompoundFile.chain(from: entry.start, in: miniNext) where result.count < entry.size {
      let first = Int(number) * CompoundFile.miniSectorSize
      let last = first + min(CompoundFile.miniSectorSize, entry.size - result.count)
      guard last <= miniStream.count else { throw .damaged(.container) }
      result += miniStream[first..<last]
    }
    guard result.count == entry.size else { throw .damaged(.container) }
    return result
  }
}
