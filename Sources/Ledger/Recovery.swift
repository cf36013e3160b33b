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
    try clearOutbox()
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
    try nilIf(.notFound) { try path.reduce(folder) { try disk.openFolder(FileName($1), in: $0) } }
  }

  /// Removes what was being made in the Outbox and belongs to nobody any more, and remembers what is there.
  private func clearOutbox() throws {
    let (disk, outbox) = (disk, places.outbox)
    let homes = inParallel(try disk.entries(in: outbox), jobs: disk.lanes) { unit in
      Result { (unit.name, try Ledger.entries(of: unit, in: outbox, on: disk)) }
    }
    for home in homes {
      let (unit, entries) = try home.get()
      if unit.hasPrefix(makingPrefix) { try disk.removeTree(unit, in: outbox) }
      guard let entries else { continue }
      outboxFolders.insert([unit])
      for entry in entries {
        if entry.name.hasPrefix(makingPrefix) {
          try disk.removeTree(entry.name, in: try disk.openFolder(unit, in: outbox))
        } else if entry.kind == .folder {
          outboxFolders.insert([unit, entry.name])
        }
      }
    }
  }

  /// What is in a unit's folder; nil if it is none.
  private static func entries(
    of unit: FolderEntry, in outbox: Handle, on disk: any Disk
  ) throws -> [FolderEntry]? {
    guard !unit.name.hasPrefix(makingPrefix),
      try unit.kind ?? disk.status(of: unit.name, in: outbox).kind == .folder
    else { return nil }
    return try disk.entries(in: try disk.openFolder(unit.name, in: outbox))
  }
}
