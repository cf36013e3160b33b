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
    for unit in try disk.entries(in: places.outbox) {
      if unit.name.hasPrefix(makingPrefix) {
        try disk.removeTree(unit.name, in: places.outbox)
      } else if try unit.kind ?? disk.status(of: unit.name, in: places.outbox).kind == .folder {
        let home = try disk.openFolder(unit.name, in: places.outbox)
        outboxFolders.insert([unit.name])
        for entry in try disk.entries(in: home) {
          if entry.name.hasPrefix(makingPrefix) {
            try disk.removeTree(entry.name, in: home)
          } else if entry.kind == .folder {
            outboxFolders.insert([unit.name, entry.name])
          }
        }
      }
    }
  }
}
