import Disk

/// The folders of a workspace, open.
struct Places {
  let root: Handle
  let inbox: Handle
  let outbox: Handle
  let ledger: Handle
  let objects: Handle
  let temporary: Handle
  let shelf: Handle

  static let inboxName: FileName = "Inbox"
  static let outboxName: FileName = "Outbox"
  static let ledgerName: FileName = ".ledger"

  /// The private folder, refused if others can enter it.
  static func checkPrivate(_ ledger: Handle, on disk: any Disk) throws {
    let mode = try disk.status(of: ledger).mode
    if mode & 0o077 != 0 { throw LedgerError.openToOthers(mode: mode) }
  }

  /// Opens a folder that must be the one that was remembered.
  static func open(_ name: FileName, in root: Handle, remembered: Identity, on disk: any Disk) throws
    -> Handle
  {
    try open(name, in: root, on: disk) { try disk.status(of: $0).identity.isSamePlace(as: remembered) }
  }

  /// Opens the Inbox or the Outbox that a journal was begun for.
  static func open(
    _ name: FileName, in root: Handle, of founding: Founding, ledger: Handle, on disk: any Disk
  ) throws -> Handle {
    try open(name, in: root, on: disk) { try founding.knows(name, $0, ledger: ledger, on: disk) }
  }

  private static func open(
    _ name: FileName, in root: Handle, on disk: any Disk, ifIs isRight: (Handle) throws -> Bool
  ) throws -> Handle {
    guard let status = try disk.statusIfAny(of: name, in: root) else {
      throw LedgerError.missing(folder: name.escaped)
    }
    if status.kind == .link { throw LedgerError.linked(folder: name.escaped) }
    if status.kind == .folder {
      let folder = try disk.openFolder(name, in: root)
      if try isRight(folder) { return folder }
    }
    throw LedgerError.replaced(folder: name.escaped)
  }

  /// The folder of a new workspace; one that is there already counts, unless it is only a link to it.
  static func make(_ name: FileName, in root: Handle, access: Access, on disk: any Disk) throws -> Handle {
    if try disk.statusIfAny(of: name, in: root)?.kind == .link {
      throw LedgerError.linked(folder: name.escaped)
    }
    return try disk.ensureFolder(name, in: root, access: access)
  }
}
