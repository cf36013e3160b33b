import Disk
import Tables

/// Folders of several units that are published together.
///
/// Each is written whole under a hidden name when it is added. ``commit()``
/// makes them durable, says so in the journal, gives each its name and says
/// that it is done. Until then nobody sees anything; after a crash in between the
/// next opening gives the remaining names. A folder that stands there with the same
/// manifest is kept, so that making a publication again finishes it.
public final class Publication {
  private let ledger: Ledger
  private var publishing: Publishing
  private var unsynced = Unsynced()
  private var isMade: [Bool] = []
  private let prefix: String

  fileprivate init(_ ledger: Ledger, id: String, about: String) {
    self.ledger = ledger
    publishing = Publishing(id: id, folders: [], about: about)
    prefix = makingPrefix + SHA256.hex(Array(id.utf8)).prefix(16) + "-"
  }

  /// Writes a folder under its hidden name; its path has the unit and a name at least.
  /// Throws ``LedgerError/taken(path:)`` if its name has another content.
  public func add(_ folder: OutboxFolder) throws {
    guard let unit = folder.path.first, let last = folder.path.last, folder.path.count > 1 else {
      throw LedgerError.taken(path: folder.path.joined(separator: "/"))
    }
    let disk = ledger.disk
    let manifest = SHA256.hex(folder.manifest)
    let home = try disk.ensureFolder(
      path: [FileName(unit)], in: ledger.places.outbox, below: [Places.outboxName], access: folder.access)
    let parent = try disk.ensureFolder(
      path: folder.path.dropFirst().dropLast().map { FileName($0) }, in: home,
      below: [Places.outboxName, FileName(unit)], access: folder.access)
    let hidden = prefix + String(publishing.folders.count)
    if let standing = try disk.manifest(of: FileName(last), in: parent) {
      guard standing == manifest else { throw LedgerError.taken(path: folder.path.joined(separator: "/")) }
      isMade.append(false)
    } else {
      let bytes = folder.files.reduce(Int64(folder.manifest.count)) { $0 &+ Int64($1.bytes.count) }
      try disk.writing(bytes, on: ledger.places.outbox) {
        try write(folder, as: FileName(hidden), in: home)
      }
      isMade.append(true)
    }
    publishing.folders.append(Publishing.Folder(path: folder.path, manifest: manifest, hidden: hidden))
  }

  private func write(_ folder: OutboxFolder, as hidden: FileName, in home: Handle) throws {
    let disk = ledger.disk
    if try disk.statusIfAny(of: hidden, in: home) != nil { try disk.removeTree(hidden, in: home) }
    try disk.makeFolder(hidden, in: home)
    let top = try disk.openFolder(hidden, in: home)
    unsynced.add(home)
    var folders: [[String]: Handle] = [[]: top]
    var order = [top]
    for (path, bytes) in folder.files + [([OutboxFolder.manifestName], folder.manifest)] {
      guard let name = path.last else { continue }
      var place = top
      for depth in 1..<path.count {
        let parts = Array(path.prefix(depth))
        if let known = folders[parts] {
          place = known
        } else {
          try disk.makeFolder(FileName(parts[depth - 1]), in: place)
          place = try disk.openFolder(FileName(parts[depth - 1]), in: place)
          folders[parts] = place
          order.append(place)
        }
      }
      let file = try disk.createFile(FileName(name), in: place)
      try disk.write(bytes[...], to: file)
      try disk.setAccess(folder.access.file, group: folder.access.group, of: file)
      unsynced.add(file)
    }
    // The rights last: until here it is for us alone.
    for place in order.reversed() {
      try disk.setAccess(folder.access.folder, group: folder.access.group, of: place)
      unsynced.add(place)
    }
  }

  /// Publishes what was added; complete and durable when it returns.
  public func commit() throws {
    let isDone = ledger.published.contains { $0.id == publishing.id }
    if isDone && !isMade.contains(true) { return }
    let disk = ledger.disk
    try unsynced.sync(on: disk, root: ledger.places.outbox)
    try ledger.append([try Entry.Draft(Publishing.begun, publishing)])
    for (index, folder) in publishing.folders.enumerated() where isMade[index] {
      guard let unit = folder.path.first, let last = folder.path.last else { continue }
      let home = try disk.openFolder(FileName(unit), in: ledger.places.outbox)
      let parent = try folder.path.dropFirst().dropLast().reduce(home) {
        try disk.openFolder(FileName($1), in: $0)
      }
      let renamed: Void? = try nilIf(.exists, .notEmpty) {
        try disk.rename(FileName(folder.hidden), in: home, to: FileName(last), in: parent)
      }
      if renamed == nil { throw LedgerError.taken(path: folder.path.joined(separator: "/")) }
      unsynced.add(home)
      unsynced.add(parent)
    }
    try unsynced.sync(on: disk, root: ledger.places.outbox)
    try ledger.append([try Entry.Draft(Publishing.done, publishing)])
  }
}

extension Ledger {
  /// Begins a publication. `about` is kept in the journal, and stands there as done in the same moment
  /// as the publication itself.
  public func publication(id: String, about: some Encodable) throws -> Publication {
    Publication(self, id: id, about: String(decoding: try compactJSON(about), as: UTF8.self))
  }
}

extension Ledger {
  /// Whether something else stands under the name of a folder that is to be published.
  public func isTaken(_ folder: OutboxFolder) throws -> Bool {
    guard let last = folder.path.last else { return false }
    let parent = try nilIf(.notFound, .wrongKind, .link) {
      try folder.path.dropLast().reduce(places.outbox) { try disk.openFolder(FileName($1), in: $0) }
    }
    guard let parent, try disk.statusIfAny(of: FileName(last), in: parent) != nil else { return false }
    // One into which nobody may look is none of ours.
    guard let standing = try nilIf(.denied, body: { try disk.manifest(of: FileName(last), in: parent) })
    else { return true }
    return standing.map { $0 != SHA256.hex(folder.manifest) } ?? false
  }
}

extension Disk {
  /// The hash of a folder's manifest; empty if the folder has none, or is none; nil if there is nothing of that
  /// name.
  func manifest(of name: FileName, in parent: Handle) throws -> String? {
    guard try statusIfAny(of: name, in: parent) != nil else { return nil }
    return try nilIf(.notFound, .wrongKind, .link) {
      let folder = try openFolder(name, in: parent)
      return SHA256.hex(try readAll(try openFile(FileName(OutboxFolder.manifestName), in: folder)))
    } ?? ""
  }
}
