import Disk

/// The payload of the first entry: who wrote the journal, and for which folders.
struct Founding: Codable {
  static let kind = "ledger"
  /// 2: what a file was called stands beside the journal. 3: it says what brought back a lost content. 4: it says
  /// where the rows of files belong, by which it is known what a lost one is needed for.
  static let current = 4
  var version: Int
  var inbox: Identity
  var outbox: Identity
  /// The ledger's own folder, then; older journals do not tell.
  var ledger: Identity?
  /// What the file systems of the two are called, where they have a name that stays.
  var inboxSystem: String?
  var outboxSystem: String?

  /// For these folders, as they are now.
  init(inbox: Handle, outbox: Handle, ledger: Handle, on disk: any Disk) throws {
    version = Founding.current
    self.inbox = try disk.status(of: inbox).identity
    self.outbox = try disk.status(of: outbox).identity
    self.ledger = try disk.status(of: ledger).identity
    inboxSystem = disk.fileSystem(of: inbox)
    outboxSystem = disk.fileSystem(of: outbox)
  }

  /// Whether that is the Inbox or the Outbox of then.
  ///
  /// The number of a device may change when the machine starts or a share is mounted again. Then it is the same
  /// folder if it lies where the ledger lies, as it did then, or if its file system is called the same.
  func knows(_ name: FileName, _ folder: Handle, ledger place: Handle, on disk: any Disk) throws -> Bool {
    let isInbox = name == Places.inboxName
    let then = isInbox ? inbox : outbox
    let now = try disk.status(of: folder).identity
    guard now.inode == then.inode else { return false }
    if now.device == then.device { return true }
    if let ledger, ledger.device == then.device, try disk.status(of: place).identity.device == now.device {
      return true
    }
    let system = isInbox ? inboxSystem : outboxSystem
    return system != nil && disk.fileSystem(of: folder) == system
  }
}
