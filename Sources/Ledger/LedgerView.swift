public import Disk

/// A workspace as it is, while another process may be at work: nothing is locked or written.
public struct LedgerView: Sendable {
  /// Everything that happened, in order.
  public let entries: [Entry]
  /// Every file that was taken, by seq.
  public let received: [Received]
  /// Publications that are complete.
  public let published: [Publishing]
  /// Contents by hash.
  public let objects: Objects
  private let disk: any Disk
  private let inbox: Handle
  private let ledger: Handle
  private let memory: Memory

  /// Nil if the workspace is new.
  public init?(_ disk: any Disk, workspace: FileName) throws {
    let root = try disk.openFolder(path: workspace)
    guard try disk.statusIfAny(of: Places.ledgerName, in: root) != nil else { return nil }
    ledger = try disk.openFolder(Places.ledgerName, in: root)
    try Places.checkPrivate(ledger, on: disk)
    guard try disk.statusIfAny(of: Journal.name, in: ledger) != nil else { return nil }
    let journal = try Journal(try disk.readAll(try disk.openFile(Journal.name, in: ledger)))
    guard let founding = try journal.founding() else { return nil }
    inbox = try Places.open(Places.inboxName, in: root, remembered: founding.inbox, on: disk)
    objects = Objects(
      disk: disk, folder: try disk.openFolder("objects", in: ledger),
      temporary: try disk.openFolder("tmp", in: ledger))
    var memory = Memory()
    for entry in journal.entries { try memory.add(entry) }
    self.disk = disk
    self.memory = memory
    entries = journal.entries
    received = memory.received
    published = memory.published
  }

  /// Every name in the Inbox with its state, in byte order.
  public func survey(by rules: IntakeRules) throws -> [InboxItem] {
    var settling = Settling(from: ledger, on: disk)
    let survey = try Survey(of: inbox, on: disk, by: rules, memory: memory, settling: &settling)
    var items = survey.items
    for candidate in survey.candidates {
      guard let reason = candidate.waitsFor,
        let index = items.firstIndex(where: { $0.path == candidate.path }),
        let bytes = try? content(of: candidate.path), !rules.concerns(bytes)
      else { continue }
      items[index].state = .waiting(reason: reason)
    }
    return items
  }

  private func content(of path: InboxPath) throws -> [UInt8] {
    let folder = try path.folders.reduce(inbox) { try disk.openFolder($1, in: $0) }
    return try disk.readAll(try disk.openFile(path.name, in: folder))
  }
}
