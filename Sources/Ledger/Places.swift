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
    guard let status = try disk.statusIfAny(of: name, in: root) else {
      throw LedgerError.missing(folder: name.escaped)
    }
    if status.kind == .folder, status.identity.isSamePlace(as: remembered) {
      let folder = try disk.openFolder(name, in: root)
      if try disk.status(of: folder).identity.isSamePlace(as: remembered) { return folder }
    }
    throw LedgerError.replaced(folder: name.escaped)
  }
}

/// The payload of the first entry: who wrote the journal, and for which folders.
struct Founding: Codable {
  static let kind = "ledger"
  static let current = 1
  var version: Int
  var inbox: Identity
  var outbox: Identity
}
