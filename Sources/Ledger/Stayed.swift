import Disk
import Tables

/// Arrivals whose names could not be removed, each with the version that its file is known as since: other rights
/// or another number of its device make no new file of one whose bytes are those that were kept.
///
/// Beside the shelf, from which other Schemas and another build remove everything. A purge leaves it: it says of no
/// file more than the journal does.
struct Stayed {
  private static let name = "stayed"
  private(set) var versions: [Int: Identity] = [:]
  /// The arrivals by the inodes of their files.
  private var seqs: [UInt64: [Int]] = [:]

  /// Only a help: whatever cannot be read did not stay.
  init(in ledger: Handle, on disk: any Disk) {
    let shelf = Shelf(disk: disk, folder: ledger, temporary: ledger, isReadOnly: true)
    guard let bytes = shelf.get(Stayed.name), let found = try? Stayed.versions(bytes) else { return }
    hold(found)
  }

  private static func versions(_ bytes: [UInt8]) throws(ByteReader.Misfit) -> [Int: Identity] {
    var reader = ByteReader(bytes)
    return Dictionary(try reader.items(Stayed.read)) { $1 }
  }

  private static func read(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> (Int, Identity) {
    (try reader.number(), try reader.identity())
  }

  private mutating func hold(_ found: [Int: Identity]) {
    versions = found
    seqs = Dictionary(grouping: found.keys.sorted()) { found[$0]?.inode ?? 0 }
  }

  /// Notes which are still there, and leaves that to the next process as far as the disk lets us.
  mutating func note(_ found: [Int: Identity], in places: Places, on disk: any Disk) {
    guard found != versions else { return }
    hold(found)
    var writer = ByteWriter()
    writer.add(found.sorted { $0.key < $1.key }) { writer, stayed in
      writer.add(stayed.key)
      writer.add(stayed.value)
    }
    Shelf(disk: disk, folder: places.ledger, temporary: places.temporary, isReadOnly: false)
      .put(writer.bytes, as: Stayed.name, durably: true)
  }

  /// The arrivals whose files had that inode.
  func seqs(with inode: UInt64) -> [Int] { seqs[inode] ?? [] }

  /// Whether a file that lies where an arrival stayed is still the same. `hash` is asked where that is not certain.
  func isStill(_ arrival: Received, _ identity: Identity, hash: () throws -> String) throws -> Bool {
    guard let version = versions[arrival.seq], version.isSameContentAnywhere(as: identity) else {
      return false
    }
    if version == identity { return true }
    return try hash() == arrival.hash
  }
}

extension Identity {
  /// The same file with the same content, whatever number its device has by now.
  func isSameContentAnywhere(as other: Identity) -> Bool {
    inode == other.inode && size == other.size && modified == other.modified
  }
}

extension Ledger {
  /// Notes the names of what was taken and is still there, with the versions of their files. One that was there before
  /// and was not seen is forgotten only where it is certain that it is there no more: it may have been unreadable, or
  /// its folder not mounted.
  func noteStayed(_ seen: [Int: Identity]) {
    var found = stayed.versions.filter { seq, version in
      seen[seq] == nil && memory.arrival(seq).map { !isGone($0, version) } ?? false
    }
    found.merge(seen) { $1 }
    stayed.note(found, in: places, on: disk)
  }

  /// Whether another version lies in its place, or its folder is there, on the device on which it was, and has no
  /// such name; where nobody knows its name any more, no such file.
  private func isGone(_ arrival: Received, _ version: Identity) -> Bool {
    guard let home = try? disk.openFolder(at: arrival.path.folders, in: places.inbox),
      let device = try? disk.status(of: home).identity.device,
      let names = try? arrival.isNameless ? disk.names(in: home) : [arrival.path.name]
    else { return false }
    for name in names {
      let found: Identity
      do { found = try disk.status(of: name, in: home).identity } catch {
        guard error.code == .notFound else { return false }
        continue
      }
      if found.isSameContentAnywhere(as: version) { return false }
      if !arrival.isNameless { return true }
    }
    return device == version.device
  }
}
