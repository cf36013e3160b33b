public import Disk

/// What was promised, and in which order: the folders of a workspace, held by
/// one process at a time.
///
/// Functions throw `DiskError` or ``LedgerError``. After either the ledger is to be
/// let go and opened again, which finishes or undoes whatever was interrupted.
public final class Ledger {
  /// Contents by hash; may be read from any task.
  public let objects: Objects
  /// What can be found out again; may be used from any task.
  public let shelf: Shelf
  /// What a person should know about this opening.
  public internal(set) var notes: [Note]
  let disk: any Disk
  let places: Places
  private let lock: Lock
  private let file: Handle
  private var journal: Journal
  private(set) var memory: Memory
  /// What was seen of the Inbox, by this process and those before.
  var settling: Settling
  /// What was taken and lies in the Inbox all the same.
  var stayed: Stayed
  /// What an earlier process set aside and could not let go.
  var resting = Resting()
  /// Whether what is seen is left to the next process: by one that goes on looking only what it knows of files
  /// that are left open, for `status` to tell.
  let leavesLooks: Bool
  /// What was there when it was last looked at.
  public internal(set) var folders = FoldersSeen()
  /// How often this process has said what it reads.
  var marks = 0

  /// Something that stops nothing.
  public enum Note: Hashable, Sendable {
    /// The last line of the journal was cut off while it was written, and has been removed: so many bytes.
    case tornJournal(bytes: Int)
    /// Everybody on the machine can read this folder, and so many others.
    case worldReadable(folder: String, others: Int)
    /// Everybody on the machine can put files into this folder and take them away, and into so many others.
    case worldWritable(folder: String, others: Int)
    /// What was kept of this arrival, which that unit sent, is gone or damaged.
    case contentLost(seq: Int, unit: String)
    /// The same of one that no round waits for.
    case unneededLost(seq: Int, unit: String)
    /// Of so many arrivals it is lost what they were called; of those that are needed a round is not told yet, and
    /// a newer file of their name would settle them.
    case namesLost(Int, needed: [LostArrival] = [])
    /// It was lost what so many were called, and their receipts have told it.
    case namesFound(Int)
    /// A file that was taken has another name somewhere on the machine.
    case hasOtherNames(seq: Int, unit: String)
    /// What its sender wrote into it after it was taken cannot be put back into his folder of the Inbox; it waits.
    case cannotComeBack(seq: Int, unit: String)
  }

  /// Opens the ledger of a workspace, makes it in a new one, and finishes what an earlier
  /// process left half done: a publication that it had begun is completed if its
  /// folders are whole, and else is left in ``unfinished``.
  /// - Parameters inboxAccess, access: for `Inbox` and `Outbox` where they are missing in a new workspace.
  /// - Parameter wait: until no other process holds it, instead of `busy`.
  /// - Parameter lookout: what this process has seen of the Inbox; else what the last one left is relied on.
  public convenience init(
    _ disk: any Disk, workspace: FileName, inboxAccess: Access = Access(), access: Access = Access(),
    wait: Bool = false, lookout: Lookout? = nil
  ) throws {
    let root = try disk.openFolder(path: workspace)
    let folder = try disk.ensureFolder(Places.ledgerName, in: root).handle
    try Places.checkPrivate(folder, on: disk)
    let lock = try Lock.take(in: folder, on: disk, wait: wait)
    let file = try disk.openLog(Journal.name, in: folder)
    var journal = try Journal(try disk.readAll(file), jobs: disk.lanes)
    let objects = try Objects.folder(in: folder, of: journal, on: disk)
    try journal.check(against: try Journal.copySize(in: folder, on: disk))
    try journal.mend(file, on: disk)
    journal.keepCopy(in: folder, of: file, on: disk)
    let temporary = try disk.ensureFolder("tmp", in: folder).handle
    let shelf = try disk.ensureFolder(Shelf.name, in: folder).handle
    let inbox: Handle
    let outbox: Handle
    let known = try journal.founding()
    if let founding = known {
      inbox = try Places.open(Places.inboxName, in: root, of: founding, ledger: folder, on: disk)
      outbox = try Places.open(Places.outboxName, in: root, of: founding, ledger: folder, on: disk)
    } else {
      inbox = try Places.make(Places.inboxName, in: root, access: inboxAccess, on: disk)
      outbox = try Places.make(Places.outboxName, in: root, access: access, on: disk)
      let founding = try Founding(inbox: inbox, outbox: outbox, ledger: folder, on: disk)
      try disk.sync(folder)
      try disk.sync(root)
      _ = try journal.append(
        [Entry.Draft(Founding.kind, founding)], utc: utcText(disk.now()), to: file, on: disk)
    }
    let places = Places(
      root: root, inbox: inbox, outbox: outbox, ledger: folder, objects: objects, temporary: temporary,
      shelf: shelf)
    try self.init(disk, places, lock, file, journal, lookout)
    if var older = known, older.version < Founding.current {
      // What is added from here on an older program could not read.
      older.version = Founding.current
      // Of what is lost an older program has told without writing it down.
      let lost = try memory.kept(memory.received.map(\.hash)).filter { try !self.objects.isWhole($0) }
      try append(
        (lost.isEmpty ? [] : [Entry.Draft(ToldLost.kind, ToldLost(hashes: lost.sorted()))])
          + [Entry.Draft(Founding.kind, older)])
    }
    try noteDeath()
    try recover(inboxAccess: inboxAccess)
  }

  private init(
    _ disk: any Disk, _ places: Places, _ lock: Lock, _ file: Handle, _ journal: Journal, _ lookout: Lookout?
  ) throws {
    self.disk = disk
    self.places = places
    self.lock = lock
    self.file = file
    self.journal = journal
    objects = Objects(disk: disk, folder: places.objects, temporary: places.temporary)
    shelf = Shelf(disk: disk, folder: places.shelf, temporary: places.temporary, isReadOnly: false)
    stayed = Stayed(in: places.ledger, on: disk)
    settling = lookout?.settling ?? Settling(from: places.ledger, on: disk)
    leavesLooks = lookout.map(\.knowsOfOpen) ?? true
    let memory = try Memory(journal.entries, names: Names(in: places.ledger, on: disk), jobs: disk.lanes)
    self.memory = memory
    notes =
      (journal.torn > 0 ? [.tornJournal(bytes: journal.torn)] : [])
      + (memory.namesLost > 0 ? [.namesLost(memory.namesLost)] : [])
  }

  /// Everything that happened, in order.
  public var entries: [Entry] { journal.entries }

  /// Stands for everything that happened: the hash of the last entry, with all before it.
  public var tip: String { journal.tip }

  /// Every file that was taken, by seq.
  public var received: [Received] { memory.received }

  /// The highest number that an arrival has, also of those that only their receipts tell of.
  public var lastSeq: Int { memory.lastSeq }

  /// The arrival of a number.
  public func arrival(_ seq: Int) -> Received? { memory.arrival(seq) }

  /// Whether a content lies under the name of every one that is to be kept; not whether it is what it was.
  ///
  /// - Parameter stamp: what ``contentsStamp`` was when that was so.
  public func holdsAll(since stamp: String) throws -> Bool {
    if !stamp.isEmpty, stamp == contentsStamp { return true }
    let there = Set(try disk.names(in: places.objects))
    return memory.received.allSatisfy { memory.purged.contains($0.seq) || there.contains(FileName($0.hash)) }
  }

  /// Stands for the names of all contents: no other while none comes and none goes. Empty if it cannot be told.
  public var contentsStamp: String { objects.stamp }

  /// The numbers of arrivals whose bytes were removed when their time was over.
  public var purged: Set<Int> { memory.purged }

  /// Every removal of what had outlived its time, in order.
  public var purges: [Purge] { memory.purges }

  /// Of how many arrivals it is lost what they were called.
  public var namesLost: Int { memory.namesLost }

  /// Writes down what files are called that are about to be taken: what stands for the names in the journal.
  func writeDown(_ names: [FileName]) throws -> [String] {
    try memory.names.add(names, to: places.ledger, on: disk)
  }

  /// Removes the names of all arrivals whose bytes were removed.
  func forgetNames() throws {
    try memory.names.keep(only: memory.sealsInForce, in: places.ledger, on: disk)
  }

  /// The number of this pass: one more than the last that was ended.
  public var pass: Int { memory.pass }

  /// Publications that were begun and could not be completed by themselves: to be made again
  /// from the same inputs, under the same id.
  public var unfinished: [Publishing] { memory.unfinished }

  /// Publications that are complete.
  public var published: [Publishing] { memory.published }

  /// Writes entries into the journal; they survive a crash when this returns.
  public func append(_ drafts: [Entry.Draft]) throws {
    guard !drafts.isEmpty else { return }
    try lock.check()
    for entry in try journal.append(drafts, utc: utcText(disk.now()), to: file, on: disk) {
      try memory.add(entry)
    }
  }

  /// Whether anything has happened in this pass, or in an interrupted one whose number it has.
  public var hasBegun: Bool {
    guard let last = entries.last(where: { $0.kind != Founding.kind }) else { return false }
    return last.kind != PassEnd.kind
  }

  /// Ends the pass, if anything has happened in it: what comes later belongs to the next.
  public func endPass() throws {
    guard hasBegun else { return }
    // A name that was written down just before a death, and was taken again since, is nobody's.
    if memory.names.count > memory.received.count(where: \.hasSealedName) { try forgetNames() }
    try append([Entry.Draft(PassEnd.kind, PassEnd(pass: pass))])
  }

  /// Makes folders that senders drop their files into, where they are missing.
  public func makeInboxFolders(_ paths: [[FileName]], access: @autoclosure () -> Access) throws {
    for path in paths where !folders.inbox.contains(path) {
      _ = try disk.ensureFolder(path: path, in: places.inbox, below: [Places.inboxName], access: access())
    }
  }

  /// Makes folders of units and rounds in the Outbox, where they are missing.
  public func makeOutboxFolders(_ paths: [[FileName]], access: @autoclosure () -> Access) throws {
    for path in paths where !folders.outbox.contains(path) {
      _ = try disk.ensureFolder(path: path, in: places.outbox, below: [Places.outboxName], access: access())
    }
  }
}

extension Journal {
  static let name: FileName = "journal"
  static let copyName: FileName = "journal-copy"

  /// How long the second file is; to be asked before the first is read where somebody may be writing.
  static func copySize(in folder: Handle, on disk: any Disk) throws -> Int64 {
    try disk.statusIfAny(of: copyName, in: folder)?.size ?? 0
  }

  /// For which folders it is kept: the first entry, or a later one if they were moved; nil in a new workspace.
  func founding() throws -> Founding? {
    guard let last = entries.last(where: { $0.kind == Founding.kind }) else {
      if entries.isEmpty { return nil }
      throw LedgerError.damaged(line: 1)
    }
    guard let founding = try? last.decode(Founding.self) else { throw LedgerError.damaged(line: last.seq) }
    guard founding.version <= Founding.current else { throw LedgerError.newer(version: founding.version) }
    return founding
  }
}
