import Disk

/// The rights that folders and files of ours get.
public struct Access: Hashable, Sendable {
  /// The permission bits of folders.
  public var folder: UInt32
  /// The permission bits of files.
  public var file: UInt32
  /// The number of the group; nil leaves the process's own.
  public var group: UInt32?

  /// Without arguments: for the owner and the group to read.
  public init(folder: UInt32 = 0o750, file: UInt32 = 0o640, group: UInt32? = nil) {
    self.folder = folder
    self.file = file
    self.group = group
  }
}

/// What we are still making has this in front of its name, and may be removed when nobody makes it.
let makingPrefix = ".making-"

extension Disk {
  /// Opens a folder; if it is missing it appears at once with its rights, durably.
  func ensureFolder(_ name: FileName, in parent: Handle, access: Access) throws -> Handle {
    if let folder = try nilIf(.notFound, body: { try openFolder(name, in: parent) }) { return folder }
    let hidden = FileName(Array(makingPrefix.utf8) + name.bytes)
    let made = try ensureFolder(hidden, in: parent).handle
    try setAccess(access.folder, group: access.group, of: made)
    try rename(hidden, in: parent, to: name, in: parent)
    try sync(parent)
    return made
  }

  /// The same for a folder within a folder within…; ``LedgerError/notAFolder(path:)`` where one of the names is
  /// something else's.
  ///
  /// - Parameter above: the names on the way to `parent`, which people see before its own path.
  func ensureFolder(
    path: [FileName], in parent: Handle, below above: [FileName], access: Access
  ) throws -> Handle {
    var folder = parent
    for (depth, name) in path.enumerated() {
      do {
        folder = try ensureFolder(name, in: folder, access: access)
      } catch let error as DiskError where error.code == .wrongKind || error.code == .link {
        throw LedgerError.notAFolder(
          path: (above + path[...depth]).map(\.escaped).joined(separator: "/"))
      }
    }
    return folder
  }

  /// Makes a new file for writing; what an interrupted attempt left under the name goes.
  func freshFile(_ name: FileName, in folder: Handle) throws -> Handle {
    if let file = try nilIf(.exists, body: { try createFile(name, in: folder) }) { return file }
    try removeTree(name, in: folder)
    return try createFile(name, in: folder)
  }
}
