public import Disk

/// A workspace as it is, while another process may be at work: nothing is locked or written.
public struct LedgerView: Sendable {
  /// Everything that happened, in order.
  public let entries: [Entry]
  /// Every file that was taken, by seq.
  public let received: [Received]
  /// Publications that are complete.
  public let published: [Publishing]
  /// The numbers of arrivals whose bytes were removed when their time was over.
  public var purged: Set<Int> { memory.purged }

  /// Publications that were begun and not finished.
  public var unfinished: [Publishing] { memory.unfinished }

  /// Every removal of what had outlived its time, in order.
  public var purges: [Purge] { memory.purges }
  /// Of how many arrivals it is lost what they were called.
  public var namesLost: Int { memory.namesLost }
  /// Contents of which a pass has told that they are lost.
  public var toldLost: Set<String> { memory.toldLost }
  /// The contents during whose reading a process died.
  public var deaths: Deaths { memory.deaths }
  /// Contents by hash.
  public let objects: Objects
  /// What can be found out again; nil where there is none yet.
  public let shelf: Shelf?
  private let disk: any Disk
  private let inbox: Handle
  private let ledger: Handle
  private let memory: Memory

  /// The highest number that an arrival has.
  public var lastSeq: Int { memory.lastSeq }

  /// Nil if the workspace is new; ``LedgerError/lost`` if it only looks so.
  public init?(_ disk: any Disk, workspace: FileName) throws {
    let root = try disk.openFolder(path: workspace)
    guard try disk.statusIfAny(of: Places.ledgerName, in: root) != nil else { return nil }
    ledger = try disk.openFolder(Places.ledgerName, in: root)
    try Places.checkPrivate(ledger, on: disk)
    let journal = try LedgerView.journal(in: ledger, on: disk)
    guard let founding = try journal.founding() else { return nil }
    inbox = try Places.open(Places.inboxName, in: root, of: founding, ledger: ledger, on: disk)
    let contents = try Objects.folder(in: ledger, of: journal, on: disk)
    let temporary = try disk.openFolder("tmp", in: ledger)
    objects = Objects(disk: disk, folder: contents, temporary: temporary)
    if try disk.statusIfAny(of: Shelf.name, in: ledger) != nil {
      let folder = try disk.openFolder(Shelf.name, in: ledger)
      shelf = Shelf(disk: disk, folder: folder, temporary: temporary, isReadOnly: true)
    } else {
      shelf = nil
    }
    self.disk = disk
    memory = try Memory(journal.entries, names: Names(in: ledger, on: disk), jobs: disk.lanes)
    entries = journal.entries
    received = memory.received
    published = memory.published
  }

  /// An empty one where nothing was ever kept.
  private static func journal(in ledger: Handle, on disk: any Disk) throws -> Journal {
    let copySize = try Journal.copySize(in: ledger, on: disk)
    let file = try nilIf(.notFound) { try disk.openFile(Journal.name, in: ledger) }
    let journal = try Journal(try file.map { try disk.readAll($0) } ?? [], jobs: disk.lanes)
    if journal.entries.isEmpty {
      let objects = try nilIf(.notFound) { try disk.openFolder(Objects.name, in: ledger) }
      if let objects, try !disk.names(in: objects).isEmpty { throw LedgerError.lost }
    }
    try journal.check(against: copySize)
    return journal
  }

  /// How many files had been taken when an entry was written.
  public func receivedCount(through entry: Entry) -> Int {
    entries.prefix { $0.seq <= entry.seq }.count { $0.kind == Received.kind }
  }

  /// The last publication with such a folder; nil for none.
  public func publication(with isWanted: (Publishing.Folder) -> Bool) throws -> Entry? {
    try entries.last { entry in
      entry.kind == Publishing.done
        ? try entry.decode(Publishing.self).folders.contains(where: isWanted) : false
    }
  }

  /// Every name in the Inbox with its state, in byte order.
  public func survey(by rules: IntakeRules) throws -> [InboxItem] {
    var settling = Settling(from: ledger, on: disk)
    let survey = try Survey(
      of: inbox, on: disk, by: rules, memory: memory, stayed: Stayed(in: ledger, on: disk),
      settling: &settling)
    var waiting: [InboxPath: String] = [:]
    for candidate in survey.candidates {
      // What cannot be read now will be told by the pass that tries.
      guard let reason = candidate.waitsFor,
        let bytes = try? disk.content(of: candidate.path, in: inbox), !rules.concerns(bytes)
      else { continue }
      waiting[candidate.path] = reason
    }
    return survey.items.map { item in
      waiting[item.path].map { InboxItem(path: item.path, state: .waiting(reason: $0)) } ?? item
    }
  }
}
