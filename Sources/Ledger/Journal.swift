import Disk
import Tables

/// The append-only file of all entries.
struct Journal {
  private(set) var entries: [Entry] = []
  /// Bytes of a last line that was cut off while it was written.
  private(set) var torn = 0
  /// The bytes of all whole lines, and the hash of the last one.
  private var length: Int64 = 0
  private var previous = JournalLine.noneBefore
  /// Stands for all entries: the hash of the last line.
  var tip: String { previous }
  /// False once a write failed: what the file ends with is not known any more.
  private var isUsable = true
  /// A second file with the same lines, from which `recover` mends the first.
  private var copy: Handle?

  /// Verifies every line. Only a last line without its end can be there by
  /// an interrupted write; anything else that does not fit is damage.
  ///
  /// - Parameter jobs: how many threads verify them.
  init(_ bytes: [UInt8], jobs: Int = 1) throws {
    let ends = Journal.lineEnds(in: bytes)
    let lines = zip([-1] + ends, ends).map { before, end in bytes[(before + 1)..<end] }
    let hashes = inParallel(lines, jobs: jobs, stretch: Journal.stretch) { SHA256.hex($0) }
    @Sendable func entry(at index: Int, _ line: ArraySlice<UInt8>, isProven: Bool) -> Entry? {
      JournalLine.entry(
        of: line, seq: index + 1, after: index > 0 ? hashes[index - 1] : JournalLine.noneBefore,
        isProven: isProven)
    }
    let last = lines.count - 1
    entries.reserveCapacity(lines.count)
    let read = inParallel(Array(lines.indices), jobs: jobs, stretch: Journal.stretch) {
      entry(at: $0, lines[$0], isProven: $0 < last)
    }
    for found in read {
      guard let found else {
        // What one line tells of the one before is not so: which of the two was changed tells its checksum.
        let first = lines.indices.first { entry(at: $0, lines[$0], isProven: false) == nil }
        throw LedgerError.damaged(line: (first ?? entries.count) + 1)
      }
      entries.append(found)
    }
    previous = hashes.last ?? JournalLine.noneBefore
    let whole = ends.last.map { $0 + 1 } ?? 0
    torn = bytes.count - whole
    length = Int64(whole)
  }

  private static func lineEnds(in bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == 0x0A { ends.append(index) }
    }
    return ends
  }

  /// So many lines are verified by one thread before it asks for more.
  private static let stretch = 256

  /// Throws ``LedgerError/shortened`` if the second file has more lines than this one: each was written
  /// here first, and survived a crash before it was written there.
  func check(against copySize: Int64) throws {
    if copySize > length { throw LedgerError.shortened() }
  }

  /// Cuts a torn end off the file.
  func mend(_ file: Handle, on disk: any Disk) throws {
    guard torn > 0 else { return }
    try disk.cut(file, to: length)
    try disk.sync(file)
  }

  /// Writes every line into a second file too, as far as the disk lets us: it is never read but by `recover`.
  /// One that does not end as this one did then is kept aside: nothing that may prove something is destroyed.
  mutating func keepCopy(in folder: Handle, of file: Handle, on disk: any Disk) {
    do {
      var copy = try disk.openLog(Journal.copyName, in: folder)
      var size = try disk.status(of: copy).size
      let end = min(size, Journal.compared)
      if try disk.read(copy, at: size - end, count: Int(end))
        != disk.read(file, at: size - end, count: Int(end))
      {
        _ = try disk.setAside(Journal.copyName, in: folder)
        try disk.removeFile(Journal.copyName, in: folder)
        copy = try disk.openLog(Journal.copyName, in: folder)
        size = 0
      }
      if size < length {
        try disk.write(try disk.read(file, at: size, count: Int(length - size))[...], to: copy)
        try disk.sync(copy)
        try disk.sync(folder)
      }
      self.copy = copy
    } catch {
      copy = nil
    }
  }

  /// So much of the end of the copy is compared at each start; all of it by `recover`.
  private static let compared: Int64 = 4096

  /// Writes entries with one write and returns when they will survive a crash.
  /// After a failure the end is cut back as well as may be, and nothing more is written.
  mutating func append(
    _ drafts: [Entry.Draft], utc: String, to file: Handle, on disk: any Disk
  ) throws -> [Entry] {
    guard isUsable else { throw LedgerError.stopped }
    var bytes: [UInt8] = []
    var added: [Entry] = []
    var last = previous
    for draft in drafts {
      let seq = entries.count + added.count + 1
      added.append(Entry(seq: seq, utc: utc, kind: draft.kind, payload: draft.payload))
      let line = JournalLine.bytes(of: added[added.count - 1], after: last)
      last = SHA256.hex(line)
      bytes += line
      bytes.append(0x0A)
    }
    do {
      try disk.write(bytes[...], to: file)
      try disk.sync(file)
    } catch {
      // A line that could be read but was never durable would be believed by the next start.
      isUsable = false
      try? disk.cut(file, to: length)
      throw error
    }
    if let copy {
      do {
        try disk.write(bytes[...], to: copy)
        try disk.sync(copy)
      } catch {
        self.copy = nil
      }
    }
    entries += added
    previous = last
    length += Int64(bytes.count)
    return added
  }
}
