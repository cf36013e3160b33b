import Disk
import Testing

@testable import Ledger

/// Opening: who may, and what stops.
@Suite struct LedgerTests {
  private func made() throws -> MemoryDisk {
    let disk = MemoryDisk()
    Scenario.fill(disk)
    try Scenario.pass(on: disk)
    return disk
  }

  private func open(_ disk: any Disk) throws -> Ledger { try Ledger(disk, workspace: Scenario.workspace) }

  @Test func aNewWorkspaceIsMadeWithItsRights() throws {
    let disk = MemoryDisk()
    #expect(try LedgerView(disk, workspace: Scenario.workspace) == nil)
    let ledger = try Ledger(
      disk, workspace: Scenario.workspace, inboxAccess: Access(folder: 0o730),
      access: Access(folder: 0o750, file: 0o640))
    #expect(disk.file("Inbox")?.mode == 0o730)
    #expect(disk.file("Outbox")?.mode == 0o750)
    #expect(disk.file(".ledger")?.mode == 0o700)
    #expect(ledger.entries.map(\.kind) == ["ledger"])
    #expect(ledger.pass == 1)
    try ledger.makeInboxFolders([["a"], ["a", "lop10", "bo-sung"]], access: Access(folder: 0o770))
    #expect(disk.file("Inbox/a/lop10/bo-sung")?.mode == 0o770)
    try ledger.makeOutboxFolders([["a", "lop10"]], access: Access(folder: 0o750))
    #expect(disk.file("Outbox/a/lop10")?.mode == 0o750)
  }

  /// Where Inbox and Outbox are there already, nothing else makes the new folder's name durable.
  @Test func aNewLedgerSurvivesAPowerFailure() throws {
    let disk = MemoryDisk()
    disk.drop("Inbox/a/x.csv", "x")
    disk.drop("Outbox/README.md", "x")
    _ = try open(disk)
    disk.afterPowerFailure { 0 }
    #expect(try LedgerView(disk, workspace: Scenario.workspace)?.entries.count == 1)
  }

  @Test("F28: one runner at a time")
  func oneRunnerAtATime() throws {
    let disk = MemoryDisk()
    do {
      let first = try open(disk)
      let error = #expect(throws: LedgerError.self) { try open(disk) }
      #expect(error == .busy(holder: "7 2025-06-01T08:30:00Z"))
      #expect(try LedgerView(disk, workspace: Scenario.workspace)?.entries == first.entries)
    }
    #expect(throws: Never.self) { try open(disk) }
  }

  @Test("F28: a removed lock stops its holder")
  func aRemovedLockStopsItsHolder() throws {
    let disk = MemoryDisk()
    let ledger = try open(disk)
    disk.file(".ledger")?.names["lock"] = nil
    #expect(throws: LedgerError.lockLost) { try ledger.append([Entry.Draft("x", 1)]) }
    _ = try open(disk)
    #expect(throws: LedgerError.lockLost) { try ledger.append([Entry.Draft("x", 1)]) }
  }

  @Test func entriesOfAnyKindAreKept() throws {
    let disk = MemoryDisk()
    try open(disk).append([Entry.Draft("closed", ["round": "lop10"]), Entry.Draft("seed", 5)])
    let ledger = try open(disk)
    #expect(ledger.entries.map(\.kind) == ["ledger", "closed", "seed"])
    #expect(try ledger.entries[1].decode([String: String].self) == ["round": "lop10"])
  }

  @Test func aLedgerOpenToOthersIsRefused() throws {
    let disk = try made()
    disk.file(".ledger")?.mode = 0o750
    #expect(throws: LedgerError.openToOthers(mode: 0o750)) { try open(disk) }
    #expect(throws: LedgerError.openToOthers(mode: 0o750)) {
      try LedgerView(disk, workspace: Scenario.workspace)
    }
  }

  @Test func aWorldReadableFolderIsNoted() throws {
    let disk = try made()
    disk.file("Inbox")?.mode = 0o755
    #expect(try open(disk).notes == [.worldReadable(folder: "Inbox")])
  }

  @Test("F16: a missing or replaced folder stops, and is not made anew", arguments: ["Inbox", "Outbox"])
  func aMissingOrReplacedFolderStops(_ name: String) throws {
    let disk = try made()
    disk.root.names[FileName(name)] = nil
    #expect(throws: LedgerError.missing(folder: name)) { try open(disk) }
    disk.root.names[FileName(name)] = disk.make(.folder)
    #expect(throws: LedgerError.replaced(folder: name)) { try open(disk) }
    disk.root.names[FileName(name)] = disk.make(.file)
    #expect(throws: LedgerError.replaced(folder: name)) { try open(disk) }
    #expect(disk.root.names[FileName(name)]?.kind == .file, "nothing was made in its place")
  }

  @Test("F19: an empty journal beside contents is a lost ledger")
  func anEmptyJournalBesideObjectsIsALostLedger() throws {
    let disk = try made()
    disk.file(".ledger/journal")?.bytes = []
    #expect(throws: LedgerError.lost) { try open(disk) }
  }

  @Test("F19: a torn line is cut and noted, and garbage inside stops")
  func aTornLineIsCutAndNotedAndGarbageInsideStops() throws {
    let disk = try made()
    let whole = try #require(disk.file(".ledger/journal")?.bytes)
    disk.file(".ledger/journal")?.bytes = whole + Array("9\tgarb".utf8)
    #expect(try LedgerView(disk, workspace: Scenario.workspace)?.received.count == 3)
    #expect(try open(disk).notes == [.tornJournal(bytes: 6)])
    #expect(disk.file(".ledger/journal")?.bytes == whole)
    disk.file(".ledger/journal")?.bytes = whole + Array("9\tgarbage\n".utf8)
    #expect(throws: LedgerError.damaged(line: whole.filter { $0 == 0x0A }.count + 1)) { try open(disk) }
  }

  @Test("F67: a newer journal is refused")
  func aNewerJournalIsRefused() throws {
    let disk = MemoryDisk()
    let ledger = try disk.ensureFolder(".ledger", in: try disk.openFolder(path: "/")).handle
    var journal = try Journal([])
    let here = Identity(device: 1, inode: 1, size: 0, modified: 0, changed: 0)
    _ = try journal.append(
      [Entry.Draft("ledger", Founding(version: 2, inbox: here, outbox: here))], utc: "",
      to: try disk.openLog("journal", in: ledger), on: disk)
    #expect(throws: LedgerError.newer(version: 2)) { try open(disk) }
  }

  @Test("F18: a damaged content is told when it is read")
  func aDamagedObjectIsToldWhenItIsRead() throws {
    let disk = try made()
    let ledger = try open(disk)
    let hash = ledger.received[0].hash
    #expect(try ledger.objects.read(hash) == Array("x\n".utf8))
    disk.file(".ledger/objects/\(hash)")?.bytes[0] ^= 1
    #expect(throws: LedgerError.objectDamaged(hash: hash)) { try ledger.objects.read(hash) }
    disk.file(".ledger/objects")?.names[FileName(hash)] = nil
    #expect(throws: LedgerError.objectMissing(hash: hash)) { try ledger.objects.read(hash) }
  }

  @Test func resultsOfOurOwnAreKeptOnceByTheirHash() throws {
    let disk = MemoryDisk()
    let ledger = try open(disk)
    let hash = try ledger.objects.put(Array("result".utf8))
    #expect(try ledger.objects.put(Array("result".utf8)) == hash)
    #expect(try ledger.objects.read(hash) == Array("result".utf8))
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
    disk.file(".ledger/objects/\(hash)")?.bytes = []
    _ = try ledger.objects.put(Array("result".utf8))
    #expect(try ledger.objects.read(hash) == Array("result".utf8), "one that was cut off is mended")
  }
}
