import Disk
import Tables

extension Ledger {
  /// Finishes or undoes what an interrupted process left.
  func recover(inboxAccess: Access) throws {
    try clearTemporary(inboxAccess: inboxAccess)
    for purge in memory.unfinishedPurges { try finish(purge) }
    for publishing in memory.unfinished where try finish(publishing) {
      try append([try Entry.Draft(Publishing.done, publishing)])
    }
    try notes += places.openToAll(outbox: clearOutbox(), on: disk)
  }

  /// Gives the remaining folders of a publication their names; false if one is neither there nor whole.
  private func finish(_ publishing: Publishing) throws -> Bool {
    var unsynced = Unsynced()
    for folder in publishing.folders {
      guard let unit = folder.path.first, let last = folder.path.last,
        let home = try openIfAny([unit], in: places.outbox),
        let parent = try openIfAny(folder.path.dropFirst().dropLast(), in: home)
      else { return false }
      unsynced.add(home)
      unsynced.add(parent)
      if try disk.manifest(of: FileName(last), in: parent) == folder.manifest { continue }
      guard try disk.manifest(of: FileName(folder.hidden), in: home) == folder.manifest else { return false }
      let renamed: Void? = try nilIf(.exists, .notEmpty) {
        try disk.rename(FileName(folder.hidden), in: home, to: FileName(last), in: parent)
      }
      if renamed == nil { return false }
    }
    try unsynced.sync(on: disk, root: places.outbox)
    return true
  }

  private func openIfAny(_ path: some Sequence<String>, in folder: Handle) throws -> Handle? {
    try nilIf(.notFound, .wrongKind, .link) {
      try path.reduce(folder) { try disk.openFolder(FileName($1), in: $0) }
    }
  }

  /// Removes what was being made in the Outbox and belongs to nobody any more, and remembers what is there.
  /// - Returns: the folders of units and their permission bits.
  private func clearOutbox() throws -> [(unit: FileName, mode: UInt32)] {
    let (disk, outbox) = (disk, places.outbox)
    let known = OutboxListings(of: outbox, from: shelf)
    let homes = inParallel(try disk.entries(in: outbox), jobs: disk.lanes, stretch: 64) { unit in
      Result { (unit.name, try known.look(into: unit, in: outbox, on: disk)) }
    }
    var modes: [(unit: FileName, mode: UInt32)] = []
    var paths: [[FileName]] = []
    var listings: [FileName: OutboxListings.Listing] = [:]
    for home in homes {
      let (unit, found) = try home.get()
      if unit.hasPrefix(makingPrefix) { try disk.removeTree(unit, in: outbox) }
      guard let found else { continue }
      modes.append((unit, found.status.mode))
      paths.append([unit])
      paths += found.listing.folders.map { [unit, $0] }
      if found.unfinished.isEmpty { listings[unit] = found.listing }
      for name in found.unfinished { try disk.removeTree(name, in: try disk.openFolder(unit, in: outbox)) }
    }
    folders.outbox = FolderPaths(byUnit: paths)
    known.save(listings, on: shelf)
    return modes
  }
}
