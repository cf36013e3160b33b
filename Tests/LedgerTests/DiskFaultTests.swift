import Disk
import Glibc
import Ledger
import TestDisks
import Testing

/// What disks do to us, one thing at a time (the loops over every operation are in `FaultTests`).
@Suite struct DiskFaultTests {
  private func workspace() -> MemoryDisk {
    let disk = MemoryDisk()
    Scenario.fill(disk)
    return disk
  }

  @Test("F11: a disk that is full for the journal keeps the file in the Inbox, and no half line")
  func aFullDiskForTheJournal() throws {
    let disk = workspace()
    _ = try Ledger(disk, workspace: Scenario.workspace)
    let before = disk.file(".ledger/journal")?.bytes
    let full = FaultyDisk(disk, with: ENOSPC) { call, name in call == "write" && name == "journal" }
    let error = #expect(throws: DiskError.self) { try Scenario.pass(on: full) }
    #expect(error?.code == .full)
    #expect(disk.file(".ledger/journal")?.bytes == before)
    #expect(disk.files(below: "Inbox").count == Scenario.dropped.count)
    try Scenario.pass(on: disk)
    try Scenario.check(disk, "space again")
  }

  @Test("F10: a full disk says how much is missing")
  func aFullDiskSaysHowMuchIsMissing() throws {
    let disk = workspace()
    disk.free = 3
    _ = try Ledger(disk, workspace: Scenario.workspace)
    for call in ["reserve", "write"] {
      let full = FaultyDisk(disk, with: ENOSPC) { $0 == call && $1.hasPrefix("in-") }
      let error = #expect(throws: DiskError.self) { try Scenario.pass(on: full) }
      let all = Scenario.dropped.values.reduce(0) { $0 + $1.utf8.count }
      #expect(error?.needed == Int64(all - 3))
    }
    let ledger = try Ledger(
      FaultyDisk(disk, with: ENOSPC) { call, name in call == "write" && name.hasPrefix(".making-") },
      workspace: Scenario.workspace)
    let file = OutboxFile(path: ["so", "bien-nhan", "1.json"], bytes: Array("0123456789".utf8))
    let error = #expect(throws: DiskError.self) { try ledger.write([file]) }
    #expect(error?.needed == 7)
  }

  @Test("F12: a sync that failed is never asked again; the file is copied again from the Inbox")
  func aFailedSyncIsNotTriedAgain() throws {
    for n in 1...2000 {
      let disk = workspace()
      let faulty = FaultyDisk(disk, at: n, .error(EIO))
      _ = try? Scenario.pass(on: faulty)
      #expect(faulty.syncsAfterFailure == 0, "operation \(n)")
      if !faulty.wasMet { return }
    }
  }

  @Test("F14: an Outbox that cannot be written keeps nothing from being taken, and gets all when it can")
  func anOutboxWithoutRights() throws {
    for number in [EACCES, EROFS] {
      let disk = workspace()
      _ = try Ledger(disk, workspace: Scenario.workspace)
      let readOnly = FaultyDisk(disk, with: number) { call, name in
        ["makeFolder", "createFile"].contains(call) && name.hasPrefix(".making-")
      }
      let error = #expect(throws: DiskError.self) { try Scenario.pass(on: readOnly) }
      #expect(error?.code == .denied)
      #expect(disk.files(below: "Inbox").isEmpty && disk.files(below: "Outbox").isEmpty)
      Scenario.checkConserved(disk, "\(number)")
      try Scenario.pass(on: disk)
      try Scenario.check(disk, "\(number)")
    }
  }

  @Test("F17: Inbox and ledger on two file systems")
  func twoFileSystems() throws {
    let disk = workspace()
    let names = Set(
      Scenario.dropped.keys.compactMap { $0.split(separator: "/").last }.map { FileName(String($0)) })
    let apart = FaultyDisk(disk, with: EXDEV) { call, name in call == "rename" && names.contains(name) }
    try Scenario.pass(on: apart)
    try Scenario.check(disk, "two file systems")
  }

  @Test("F16: a folder that is a file now stops the pass")
  func aFolderThatIsAFile() throws {
    let disk = workspace()
    _ = try Ledger(disk, workspace: Scenario.workspace)
    disk.root.names["Inbox"] = disk.make(.file)
    #expect(throws: LedgerError.replaced(folder: "Inbox")) { try Ledger(disk, workspace: Scenario.workspace) }
    #expect(disk.root.names["Inbox"]?.kind == .file)
  }

  @Test("F19: a journal cut to nothing stops, and so does one with its end twice")
  func aJournalThatIsNotWhatWasWritten() throws {
    let disk = workspace()
    try Scenario.pass(on: disk)
    let journal = try #require(disk.file(".ledger/journal"))
    let whole = journal.bytes
    journal.bytes = []
    #expect(throws: LedgerError.lost) { try Ledger(disk, workspace: Scenario.workspace) }
    let start = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
    journal.bytes = whole + whole[start...]
    let lines = whole.count { $0 == 0x0A }
    #expect(throws: LedgerError.damaged(line: lines + 1)) { try Ledger(disk, workspace: Scenario.workspace) }
    journal.bytes = whole
    try Scenario.check(disk, "whole again")
  }
}
