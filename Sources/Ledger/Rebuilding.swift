public import Disk
import Tables

/// What was found when a journal was put together again.
public struct Rebuilding: Hashable, Sendable {
  /// Where bytes lie that a person is to look at, in `.ledger`.
  static let folder: FileName = "recovered"

  /// Entries that the chain of hashes proves.
  public var proven = 0
  /// Lines in the journal or its copy that nothing proves; they are kept aside, and not believed.
  public var unproven = 0
  /// The journal was as it should be.
  public var wasWhole = true
  /// The name under which the old journal is kept in `.ledger`; empty if nothing was changed.
  public var keptAs = ""
  /// Arrivals that the Outbox tells of, after the last that is proven.
  public var arrivalsLost = 0
  /// Published lists in the Outbox that no proven entry tells of.
  public var listsLost: [String] = []
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
/// Both files as they were stay in `.ledger` under other names, where they are not what the journal is then.
///
/// - Parameters:
///   - lists: the published lists in the Outbox that these entries do not tell of, nor publications that were begun.
///   - lastSeq: the highest number of an arrival that the Outbox tells of.
public func rebuildJournal(
  _ disk: any Disk, workspace: FileName, wait: Bool,
  lists: (_ entries: [Entry], _ unfinished: [Publishing]) throws -> [String] = { _, _ in [] },
  lastSeq: () throws -> Int
) throws -> Rebuilding {
  let root = try disk.openFolder(path: workspace)
  let folder = try disk.openFolder(Places.ledgerName, in: root)
  try Places.checkPrivate(folder, on: disk)
  let lock = try Lock.take(in: folder, on: disk, wait: wait)
  func read(_ name: FileName) throws -> [UInt8] {
    try nilIf(.notFound) { try disk.readAll(try disk.openFile(name, in: folder)) } ?? []
  }
  let old = try read(Journal.name)
  let copy = try read(Journal.copyName)
  let chain = Chain(old, copy)
  // Whoever lost its contents needs an empty place for those that are sent again.
  _ = try disk.ensureFolder(Objects.name, in: folder)
  var rebuilding = Rebuilding()
  rebuilding.proven = chain.entries
  rebuilding.unproven = chain.unproven
  var journal = try Journal(chain.bytes)
  let last = try lastSeq()
  let memory = try Memory(journal.entries)
  rebuilding.arrivalsLost = max(0, last - memory.lastSeq)
  rebuilding.listsLost = try lists(journal.entries, memory.unfinished)
  let lacksEnd = rebuilding.arrivalsLost > 0 || !rebuilding.listsLost.isEmpty
  rebuilding.wasWhole = !chain.bytes.isEmpty && chain.bytes == old && !lacksEnd
  var drafts: [Entry.Draft] = []
  let known = try journal.founding()
  let homes = try [Places.inboxName, Places.outboxName].map { name in
    if try disk.statusIfAny(of: name, in: root)?.kind == .link {
      throw LedgerError.linked(folder: name.escaped)
    }
    let home = try disk.openFolder(name, in: root)
    if try known?.knows(name, home, ledger: folder, on: disk) == false {
      rebuilding.moved.append(name.escaped)
    }
    return home
  }
  if known == nil || !rebuilding.moved.isEmpty {
    drafts.append(
      try Entry.Draft(
        Founding.kind, Founding(inbox: homes[0], outbox: homes[1], ledger: folder, on: disk)))
  }
  if known == nil || chain.unproven > 0 || lacksEnd {
    drafts.append(
      try Entry.Draft(
        Resumption.kind,
        Resumption(proven: chain.entries, unproven: chain.unproven, lastSeq: last)))
  }
  if rebuilding.wasWhole, drafts.isEmpty { return rebuilding }
  try lock.check()
  let draft: FileName = "journal-new"
  let file = try disk.freshFile(draft, in: folder)
  try disk.write(chain.bytes[...], to: file)
  _ = try journal.append(drafts, utc: utcText(disk.now()), to: file, on: disk)
  try disk.sync(file)
  if chain.bytes != old { rebuilding.keptAs = try disk.setAside(Journal.name, in: folder) }
  if !chain.bytes.starts(with: copy) { _ = try disk.setAside(Journal.copyName, in: folder) }
  try disk.replace(Journal.name, in: folder, by: draft, in: folder)
  // The new journal survives a crash before the copy goes that proved it.
  try disk.sync(folder)
  _ = try nilIf(.notFound) { try disk.removeFile(Journal.copyName, in: folder) }
  try disk.sync(folder)
  return rebuilding
}

extension Disk {
  /// Gives a file a second name that is free, such as `journal-damaged-1`, durably: what becomes of the first
  /// does not matter any more. Empty if there is no such file.
  func setAside(_ name: FileName, in folder: Handle) throws -> String {
    for number in 1... {
      let kept = FileName(name.bytes + Array("-damaged-\(number)".utf8))
      let linked: Void? = try nilIf(.exists) {
        _ = try nilIf(.notFound) { try link(name, in: folder, as: kept, in: folder) }
      }
      if linked == nil { continue }
      try sync(folder)
      return try statusIfAny(of: kept, in: folder) == nil ? "" : kept.escaped
    }
    return ""
  }
}

extension Ledger {
  /// Lays bytes out in `.ledger/recovered` for a person to look at.
  public func layOut(_ bytes: [UInt8], at path: [String]) throws {
    let folder = try path.dropLast().reduce(disk.ensureFolder(Rebuilding.folder, in: places.ledger).handle) {
      try disk.ensureFolder(FileName($1), in: $0).handle
    }
    guard let name = path.last, try disk.statusIfAny(of: FileName(name), in: folder) == nil else { return }
    let file = try disk.createFile(FileName(name), in: folder)
    try disk.write(bytes[...], to: file)
    try disk.sync(file)
    try disk.sync(folder)
  }
}

extension Ledger {
  /// Removes what was laid out in `.ledger/recovered` of contents that are removed. Returns the paths, from the
  /// workspace on, of what cannot be removed, or looked into to know whether it has to be.
  @discardableResult public func removeLaidOut() throws -> [String] {
    let hashes = Set(purges.flatMap(\.hashes)).subtracting(needed)
    guard !hashes.isEmpty, try disk.statusIfAny(of: Rebuilding.folder, in: places.ledger) != nil else {
      return []
    }
    let path = [Places.ledgerName, Rebuilding.folder].map(\.escaped)
    return try removeLaidOut(hashes, Rebuilding.folder, in: places.ledger, at: path)
      .map { $0.joined(separator: "/") }.sorted()
  }

  private func removeLaidOut(_ hashes: Set<String>, _ name: FileName, in home: Handle, at path: [String])
    throws -> [[String]]
  {
    var left: [[String]] = []
    let isKept = try isKept {
      switch try disk.status(of: name, in: home).kind {
      case .folder:
        let folder = try disk.openFolder(name, in: home)
        for name in try disk.names(in: folder) {
          left += try removeLaidOut(hashes, name, in: folder, at: path + [name.escaped])
        }
        try disk.sync(folder)
      case .file:
        guard hashes.contains(SHA256.hex(try disk.readAll(try disk.openFile(name, in: home)))) else { return }
        try disk.removeFile(name, in: home)
      default: return
      }
    }
    return isKept ? left + [path] : left
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
