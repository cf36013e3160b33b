import Disk
import Foundation
import Ledger
import Rounds
import Sheets
import Tables
import Wording

/// What `recover` could prove, and what it could not.
public struct RecoverReport: Encodable, Sendable {
  /// A content that no entry of the journal tells of.
  public struct Orphan: Encodable, Sendable {
    /// Its SHA-256.
    public var sha256: String
    /// Of a receipt in the Outbox that tells of these bytes: the arrival, the unit and the file's name.
    public var seq: Int?
    /// See ``seq``.
    public var unit: String?
    /// See ``seq``.
    public var file: String?
    /// Where its bytes lie now for a person to look at, from the workspace.
    public var path: String
  }

  /// A file that was taken and whose bytes are gone or damaged.
  public struct Lost: Encodable, Sendable {
    /// The arrival.
    public var seq: Int
    /// Whose it was.
    public var unit: String
    /// What it was called.
    public var file: String
    /// The folder to send it into again, from the workspace.
    public var folder: String
    /// It is still there, and is not what was taken.
    public var damaged: Bool
  }

  /// An arrival of which only its receipt tells.
  public struct Arrival: Encodable, Sendable {
    /// Its number.
    public var seq: Int
    /// Whose it was.
    public var unit: String
    /// What it was called.
    public var file: String
  }

  /// Entries that the journal's chain proves.
  public var proven: Int
  /// Lines that nothing proves.
  public var unproven: Int
  /// The journal had to be put together again.
  public var rebuilt: Bool
  /// Where the old journal is kept, in `.ledger`; empty if it was left as it is.
  public var keptAs: String
  /// Arrivals after the last that is proven, of which only receipts tell.
  public var arrivalsLost: Int
  /// Those of them whose receipts can be read.
  public var arrivals: [Arrival] = []
  /// Published lists, from the workspace on, that no entry tells of: whatever made them official is lost.
  public var lists: [String] = []
  /// Folders that are others than the journal knew.
  public var moved: [String]
  /// Contents that nobody tells of.
  public var orphans: [Orphan] = []
  /// Files whose bytes are lost.
  public var lost: [Lost] = []
  /// Of how many files it is lost what they were called.
  public var namesLost = 0
  /// Those of them of which that matters.
  public var namesNeeded: [Arrival] = []
  /// Of how many it was lost, and their receipts have told it.
  public var namesFound = 0

  /// Everything was proved.
  public var isWhole: Bool {
    unproven == 0 && arrivalsLost == 0 && lists.isEmpty && namesNeeded.isEmpty && orphans.isEmpty
      && lost.isEmpty
  }
}

extension RecoverReport {
  /// Of the lists that no entry tells of: how many units have each (`lop10/chinh-thuc-01`).
  public var unitsByList: [(list: String, units: Int)] {
    Dictionary(grouping: lists) { $0.split(separator: "/").suffix(2).joined(separator: "/") }
      .map { (list: $0.key, units: $0.value.count) }.sorted { $0.list < $1.list }
  }
}

/// Puts the journal together again from what can be proved, and says what cannot: lines that no
/// chain of hashes confirms, contents that no entry tells of, files whose bytes are lost.
public func recover(_ workspace: Workspace, wait: Bool) throws -> RecoverReport {
  let outbox = OutboxEvidence(workspace)
  let rebuilding = try rebuildJournal(
    workspace.disk, workspace: workspace.root, wait: wait,
    lists: { try outbox.unknownLists(to: Chronicle($0), unfinished: $1) }
  ) {
    try outbox.lastSeq()
  }
  // Settings that cannot be used are no reason to leave a journal broken.
  let inboxAccess = (try? workspace.configuration())?.inboxAccess(for: "", on: workspace.disk)
  let ledger = try Ledger(
    workspace.disk, workspace: workspace.root, inboxAccess: inboxAccess ?? Access(), wait: wait)
  var report = RecoverReport(
    proven: rebuilding.proven, unproven: rebuilding.unproven, rebuilt: !rebuilding.wasWhole,
    keptAs: rebuilding.keptAs, arrivalsLost: rebuilding.arrivalsLost, moved: rebuilding.moved)
  report.lists = rebuilding.listsLost
  report.namesFound = try outbox.findNames(ledger)
  report.namesLost = ledger.namesLost
  if rebuilding.arrivalsLost > 0 {
    let lost = try outbox.receipts(ledger).filter { $0.seq > ledger.lastSeq - rebuilding.arrivalsLost }
    let bySeq = Dictionary(lost.map { ($0.seq, $0) }) { _, later in later }
    report.arrivals = bySeq.sorted { $0.key < $1.key }.map {
      RecoverReport.Arrival(seq: $0.key, unit: $0.value.unit, file: $0.value.file)
    }
  }
  if !rebuilding.listsLost.isEmpty {
    let folders = outbox.newest(of: rebuilding.listsLost)
    try ledger.append([try Entry.Draft(Chronicle.Kind.outbox, folders)])
  }
  if report.namesLost > 0 {
    let needed = (try? View(workspace, toleratesLoss: true).namesNeeded) ?? ledger.nameless
    report.namesNeeded = needed.map {
      RecoverReport.Arrival(seq: $0.seq, unit: $0.destination.unit, file: "")
    }
  }
  report.lost = try lostContents(ledger, in: (try? workspace.configuration())?.language ?? .vi)
  let own = try Chronicle(ledger.entries).ownContents.values
  let told = own.reduce(Set(ledger.received.map(\.hash))) { $0.union($1) }
  let orphans = try ledger.objects.all().filter { !told.contains($0) }
  guard !orphans.isEmpty else { return report }
  let receipts = Dictionary(try outbox.receipts(ledger).map { ($0.sha256, $0) }) { _, later in later }
  for hash in orphans {
    // What is damaged besides is nobody's any more.
    guard let bytes = try? ledger.objects.read(hash) else { continue }
    let receipt = receipts[hash]
    // Nobody can send it again, and it names all children of a round.
    if receipt == nil, RoundRecords.areOwn(bytes) { continue }
    let name = [receipt.map { String($0.seq) }, String(hash.prefix(12))].compactMap(\.self)
    let path = [receipt?.unit ?? "khong-ro", name.joined(separator: "-") + "." + sniff(bytes).fileExtension]
    try ledger.layOut(bytes, at: path)
    report.orphans.append(
      RecoverReport.Orphan(
        sha256: hash, seq: receipt?.seq, unit: receipt?.unit, file: receipt?.file,
        path: ([".ledger", "recovered"] + path).joined(separator: "/")))
  }
  return report
}

/// Files whose bytes are lost: told from here on.
private func lostContents(_ ledger: Ledger, in language: Language) throws -> [RecoverReport.Lost] {
  var lost: [RecoverReport.Lost] = []
  var hashes: Set<String> = []
  for arrival in ledger.received where !ledger.purged.contains(arrival.seq) {
    var isDamaged = false
    do {
      _ = try ledger.objects.read(arrival.hash)
      continue
    } catch LedgerError.objectMissing {} catch LedgerError.objectDamaged { isDamaged = true }
    hashes.insert(arrival.hash)
    lost.append(
      RecoverReport.Lost(
        seq: arrival.seq, unit: arrival.destination.unit, file: language.called(arrival),
        folder: arrival.folderInInbox, damaged: isDamaged))
  }
  try ledger.tellLost(hashes)
  return lost
}
