import Disk
import Foundation
import TestDisks
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
  @Test("F03: a new ledger survives a power failure")
  func aNewLedgerSurvivesAPowerFailure() throws {
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
    #expect(try open(disk).notes == [.worldReadable(folder: "Inbox", others: 0)])
    disk.file("Inbox")?.mode = 0o1733
    disk.file("Outbox/so")?.mode = 0o777
    #expect(try open(disk).notes == [.worldWritable(folder: "Outbox/so", others: 0)])
    disk.file("Outbox")?.mode = 0o751
    #expect(try open(disk).notes.first == .worldReadable(folder: "Outbox/so", others: 0))
    disk.file("Inbox")?.mode = 0o733
    #expect(try open(disk).notes.last == .worldWritable(folder: "Inbox", others: 1))
  }

  @Test(
    "F16: a link instead of a folder is named, in a new workspace and later", arguments: ["Inbox", "Outbox"])
  func aLinkInsteadOfAFolder(_ name: String) throws {
    for disk in [MemoryDisk(), try made()] {
      disk.root.names[FileName(name)] = disk.make(.link)
      #expect(throws: LedgerError.linked(folder: name)) { try open(disk) }
    }
  }

  @Test("F16: a new number of the device is the same folder, where that can be known")
  func aNewNumberOfTheDevice() throws {
    // All on one file system: it goes with the ledger.
    let together = try made()
    together.device = 7
    #expect(throws: Never.self) { try open(together) }
    #expect(throws: Never.self) { try LedgerView(together, workspace: Scenario.workspace) }
    // A file system of its own: by its name.
    for (before, after, isKnown) in [("a", "a", true), ("a", "b", false), (nil, nil, false)] {
      let disk = MemoryDisk()
      let inbox = disk.make(.folder)
      inbox.device = 2
      disk.root.names["Inbox"] = inbox
      disk.systemName = before
      _ = try open(disk)
      (inbox.device, disk.systemName) = (3, after)
      if isKnown {
        #expect(throws: Never.self) { try open(disk) }
      } else {
        #expect(throws: LedgerError.replaced(folder: "Inbox")) { try open(disk) }
      }
    }
  }

  @Test func aJournalThatDoesNotTellWhereItLayIsRead() throws {
    let old =
      #"{"inbox":{"changed":0,"device":1,"inode":2,"modified":0,"size":0},"#
      + #""outbox":{"changed":0,"device":1,"inode":3,"modified":0,"size":0},"version":1}"#
    #expect(try JSONDecoder().decode(Founding.self, from: Data(old.utf8)).inbox.inode == 2)
  }

  /// The folders of a unit are its group's, also those that were made before the settings named it.
  @Test func whatAUnitHasIsGivenToItsGroup() throws {
    let disk = try made()
    disk.drop("Inbox/so/lop10/x.csv", "x")
    let tops = ["Inbox", "Outbox"]
    for top in tops { disk.file(top)?.mode = 0o750 }
    let (inbox, outbox) = (Access(folder: 0o2770, group: 8), Access(folder: 0o2750, group: 8))
    do {
      let ledger = try open(disk)
      try ledger.give("so", inbox: inbox, outbox: outbox)
      try ledger.letGroupsThrough()
    }
    let folders = ["Inbox/so", "Inbox/so/lop10", "Outbox/so", "Outbox/so/lop10/chinh-thuc-01"]
    #expect(folders.map { disk.file($0)?.group } == [8, 8, 8, 8])
    #expect(disk.file("Inbox/so")?.mode == 0o2770 && disk.file("Outbox/so")?.mode == 0o2750)
    let list = try #require(disk.file("Outbox/so/lop10/chinh-thuc-01/ket-qua.csv"))
    #expect(list.group == 8 && list.mode == 0o640)
    #expect(disk.file("Inbox/so/lop10/x.csv")?.group == 0, "a sender's file is his")
    #expect(disk.file("Outbox/thcs-a")?.group == 0)
    #expect(
      tops.map { disk.file($0)?.mode } == [0o751, 0o751] && tops.map { disk.file($0)?.group } == [0, 0])
    #expect(try open(disk).notes.isEmpty, "who passes through sees nothing")
  }

  /// A name that was put aside while it was being removed, and of which the journal tells nothing any more.
  @Test func whatWasAsideAndIsNotKnownIsKept() throws {
    let disk = try made()
    disk.drop(".ledger/tmp/gone-9", "somebody's")
    disk.drop(".ledger/tmp/in-0", "ours")
    _ = try open(disk)
    disk.drop(".ledger/tmp/gone-9", "another's")
    _ = try open(disk)
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
    #expect(
      disk.files(below: ".ledger/recovered") == [
        "gone-9": Array("somebody's".utf8), "gone-9-2": Array("another's".utf8),
      ])
  }

  @Test("F01: what was put aside comes back under its folder's rights, whatever its size")
  func whatWasAsideComesBack() throws {
    let disk = try made()
    let arrival = try #require(try open(disk).received.first { $0.path.folders == ["thcs-a"] })
    disk.file("Inbox")?.names["thcs-a"] = nil
    disk.drop(".ledger/tmp/gone-\(arrival.seq)", "a newer and longer one\n")
    var read: [String] = []
    disk.before = { call, name in if call == "read" { read.append(name.escaped) } }
    _ = try Ledger(disk, workspace: Scenario.workspace, inboxAccess: Access(folder: 0o2770))
    #expect(disk.files(below: "Inbox") == [arrival.path.escaped: Array("a newer and longer one\n".utf8)])
    #expect(disk.file("Inbox/thcs-a")?.mode == 0o2770)
    #expect(!read.contains("gone-\(arrival.seq)"))
  }

  @Test("F01, F40: so does what is no file, and it takes no name that is there")
  func whatIsNoFileComesBackUnderAFreeName() throws {
    let disk = try made()
    let arrival = try #require(try open(disk).received.first { $0.path.folders == ["thcs-a"] })
    let (name, seq) = (arrival.path.name.escaped, arrival.seq)
    for taken in [name, "\(seq)-\(name)"] { disk.put("Inbox/thcs-a/\(taken)", Array("x".utf8)) }
    for kind in [FileStatus.Kind.link, .other] {
      disk.file(".ledger/tmp")?.names[FileName("gone-\(seq)")] = disk.make(kind)
      #expect(throws: Never.self) { try open(disk) }
    }
    #expect(disk.files(below: ".ledger/tmp").isEmpty)
    #expect(disk.file("Inbox/thcs-a/\(seq)-2-\(name)")?.kind == .link)
    #expect(disk.file("Inbox/thcs-a/\(seq)-3-\(name)")?.kind == .other)
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
    var founding = try Founding(inbox: ledger, outbox: ledger, ledger: ledger, on: disk)
    founding.version = Founding.current + 1
    _ = try journal.append(
      [Entry.Draft("ledger", founding)], utc: "",
      to: try disk.openLog("journal", in: ledger), on: disk)
    #expect(throws: LedgerError.newer(version: Founding.current + 1)) { try open(disk) }
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
