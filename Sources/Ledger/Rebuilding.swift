public import Disk
import Tables

/// What was found when a journal was put together again.
public struct Rebuilding: Hashable, Sendable {
  /// Entries that the chain of hashes proves.
  public var proven = 0
  /// Lines in the journal or its copy that nothing proves; they are kept aside, and not believed.
  public var unproven = 0
  /// The journal was as it should be.
  public var wasWhole = true
  /// The name under which the old journal is kept in `.ledger`; empty if nothing was changed.
  public var keptAs = ""
  /// The Inbox or the Outbox is another folder than the journal knew: the one that is there now counts.
  public var moved: [String] = []
}

/// The payload of the entry that says that earlier ones were lost.
struct Resumption: Codable {
  static let kind = "recovered"
  var proven: Int
  var unproven: Int
  /// Arrivals are counted on from here.
  var lastSeq: Int
}

/// Puts the journal of a workspace together from what its chain proves, out of the journal
/// itself and the copy of its lines. Nothing is guessed; a journal that is whole is left as it is.
///
/// - Parameter lastSeq: the highest number of an arrival that the Outbox tells of; asked only where entries are lost.
public func rebuildJournal(
  _ disk: any Disk, workspace: FileName, wait: Bool, lastSeq: () throws -> Int
) throws -> Rebuilding {
  let root = try disk.openFolder(path: workspace)
  let folder = try disk.openFolder(Places.ledgerName, in: root)
  try Places.checkPrivate(folder, on: disk)
  let lock = try Lock.take(in: folder, on: disk, wait: wait)
  func read(_ name: FileName) throws -> [UInt8] {
    try nilIf(.notFound) { try disk.readAll(try disk.openFile(name, in: folder)) } ?? []
  }
  let old = try read(Journal.name)
  let chain = Chain(old, try read(Journal.copyName))
  var rebuilding = Rebuilding()
  rebuilding.proven = chain.entries
  rebuilding.unproven = chain.unproven
  rebuilding.wasWhole = !chain.bytes.isEmpty && chain.bytes == old
  var journal = try Journal(chain.bytes)
  var drafts: [Entry.Draft] = []
  let inbox = try disk.status(of: Places.inboxName, in: root).identity
  let outbox = try disk.status(of: Places.outboxName, in: root).identity
  let known = try journal.founding()
  if let known {
    if !known.inbox.isSamePlace(as: inbox) { rebuilding.moved.append(Places.inboxName.escaped) }
    if !known.outbox.isSamePlace(as: outbox) { rebuilding.moved.append(Places.outboxName.escaped) }
  }
  if known == nil || !rebuilding.moved.isEmpty {
    drafts.append(
      try Entry.Draft(Founding.kind, Founding(version: Founding.current, inbox: inbox, outbox: outbox)))
  }
  let isShortened = known == nil || chain.unproven > 0
  if isShortened {
    drafts.append(
      try Entry.Draft(
        Resumption.kind,
        Resumption(proven: chain.entries, unproven: chain.unproven, lastSeq: try lastSeq())))
  }
  if rebuilding.wasWhole, drafts.isEmpty { return rebuilding }
  try lock.check()
  let draft: FileName = "journal-new"
  let file = try disk.freshFile(draft, in: folder)
  try disk.write(chain.bytes[...], to: file)
  _ = try journal.append(drafts, utc: utcText(disk.now()), to: file, on: disk)
  try disk.sync(file)
  if !rebuilding.wasWhole {
    rebuilding.keptAs = try setAside(folder, on: disk)
  }
  try disk.replace(Journal.name, in: folder, by: draft, in: folder)
  _ = try nilIf(.notFound) { try disk.removeFile(Journal.copyName, in: folder) }
  try disk.sync(folder)
  return rebuilding
}

/// Gives the journal another name that is free; empty if there is no journal.
private func setAside(_ folder: Handle, on disk: any Disk) throws -> String {
  for number in 1... {
    let kept = FileName("journal-damaged-\(number)")
    guard try disk.statusIfAny(of: kept, in: folder) == nil else { continue }
    let renamed: Void? = try nilIf(.notFound) {
      try disk.rename(Journal.name, in: folder, to: kept, in: folder)
    }
    return renamed == nil ? "" : kept.escaped
  }
  return ""
}

extension Ledger {
  /// Earlier entries were lost, and nothing has happened since.
  public var lacksOutbox: Bool { entries.last?.kind == Resumption.kind }

  /// Lays bytes out in `.ledger/recovered` for a person to look at.
  public func layOut(_ bytes: [UInt8], at path: [String]) throws {
    let names = ["recovered"] + path
    let folder = try names.dropLast().reduce(places.ledger) {
      try disk.ensureFolder(FileName($1), in: $0).handle
    }
    guard let name = names.last, try disk.statusIfAny(of: FileName(name), in: folder) == nil else { return }
    let file = try disk.createFile(FileName(name), in: folder)
    try disk.write(bytes[...], to: file)
    try disk.sync(file)
    try disk.sync(folder)
  }
}

/// The longest chain of lines that two files together prove.
private struct Chain {
  /// The lines, as the journal has them.
  private(set) var bytes: [UInt8] = []
  private(set) var entries = 0
  /// Lines that there were besides, in the file that has most: a line that is damaged in one file and
  /// proven by the other is not among them.
  private(set) var unproven = 0

  init(_ files: [UInt8]...) {
    var candidates: [Int: [ArraySlice<UInt8>]] = [:]
    var most = 0
    for file in files {
      var lines: Set<ArraySlice<UInt8>> = []
      // What stands after the last line end was never said.
      for line in file.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
        guard lines.insert(line).inserted, let end = line.firstIndex(of: 0x09),
          let seq = Int(String(decoding: line[..<end], as: UTF8.self))
        else { continue }
        candidates[seq, default: []].append(line)
      }
      most = max(most, lines.count)
    }
    var previous = JournalLine.noneBefore
    while let line = candidates[entries + 1]?.first(where: { [entries, previous] line in
      JournalLine.entry(of: line, seq: entries + 1, after: previous) != nil
    }) {
      entries += 1
      previous = SHA256.hex(line)
      bytes += line
      bytes.append(0x0A)
    }
    unproven = max(0, most - entries)
  }
}
