import Disk
import Testing

@testable import Ledger

/// A journal is put together from what its chain proves, and from nothing else.
@Suite struct RebuildingTests {
  private func workspace() throws -> MemoryDisk {
    let disk = MemoryDisk()
    Scenario.fill(disk)
    try Scenario.pass(on: disk)
    return disk
  }

  private func rebuild(_ disk: any Disk, lastSeq: Int = 0) throws -> Rebuilding {
    try rebuildJournal(disk, workspace: Scenario.workspace, wait: false) { lastSeq }
  }

  @Test func aWholeJournalIsLeftAsItIs() throws {
    let disk = try workspace()
    let before = disk.file(".ledger/journal")?.bytes
    let found = try rebuild(disk)
    #expect(found.wasWhole && found.unproven == 0 && found.keptAs.isEmpty)
    #expect(disk.file(".ledger/journal")?.bytes == before)
  }

  /// Every byte of the journal changed, one after the other; and the journal gone, or cut.
  @Test func whatEitherFileProvesIsThereAgain() throws {
    let whole = try #require(try workspace().file(".ledger/journal")).bytes
    let lines = whole.count { $0 == 0x0A }
    var spoilt = stride(from: 0, to: whole.count, by: 97).map { index in
      var bytes = whole
      bytes[index] ^= 0x20
      return bytes
    }
    spoilt += [[], Array(whole.prefix(whole.count / 2)), whole + whole]
    for (index, bytes) in spoilt.enumerated() {
      let disk = try workspace()
      try #require(disk.file(".ledger/journal")).bytes = bytes
      let found = try rebuild(disk)
      #expect(found.proven == lines, "case \(index)")
      #expect(!found.wasWhole && disk.file(".ledger/" + found.keptAs)?.bytes == bytes, "case \(index)")
      try Scenario.check(disk, "case \(index)")
    }
  }

  @Test func whatNothingProvesIsNotBelieved() throws {
    let disk = try workspace()
    let whole = try #require(disk.file(".ledger/journal")).bytes
    let second = try #require(whole.firstIndex(of: 0x0A)) + 20
    for name in ["journal", "journal-copy"] { disk.file(".ledger/\(name)")?.bytes[second] ^= 1 }
    #expect(throws: LedgerError.damaged(line: 2)) { try Ledger(disk, workspace: Scenario.workspace) }
    let found = try rebuild(disk, lastSeq: 41)
    #expect(found.proven == 1 && found.unproven > 3)
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    #expect(ledger.received.isEmpty)
    Scenario.checkConserved(disk, "unproven")
    // The next arrival does not take the number of one that a receipt tells of.
    disk.drop("Inbox/so/neu.csv", "y\n")
    #expect(try ledger.take(by: Scenario.rules()).received.map(\.seq) == [42])
    #expect(ledger.arrival(42)?.path.escaped == "so/neu.csv" && ledger.arrival(1) == nil)
  }

  @Test func aLostJournalIsBegunAnew() throws {
    let disk = try workspace()
    let folder = try #require(disk.file(".ledger"))
    folder.names["journal"] = nil
    folder.names["journal-copy"] = nil
    #expect(throws: LedgerError.lost) { try Ledger(disk, workspace: Scenario.workspace) }
    let found = try rebuild(disk)
    #expect(found.proven == 0 && !found.wasWhole)
    #expect(try Ledger(disk, workspace: Scenario.workspace).lacksOutbox)
    Scenario.checkConserved(disk, "lost")
  }

  @Test func aWorkspaceThatWasMovedGoesOn() throws {
    let disk = try workspace()
    disk.root.names["Inbox"] = disk.make(.folder)
    #expect(throws: LedgerError.replaced(folder: "Inbox")) { try Ledger(disk, workspace: Scenario.workspace) }
    #expect(try rebuild(disk).moved == ["Inbox"])
    #expect(try Ledger(disk, workspace: Scenario.workspace).received.count == 3)
  }

  /// It can be interrupted anywhere too.
  @Test func everyOperationOfARebuildingMayBeTheLast() throws {
    for n in 1...300 {
      let disk = try workspace()
      disk.file(".ledger/journal")?.bytes[200] ^= 1
      let faulty = FaultyDisk(disk, at: n, .death)
      _ = try? rebuild(faulty)
      let found = try rebuild(disk)
      #expect(found.unproven == 0 || !found.wasWhole, "operation \(n)")
      try Scenario.check(disk, "operation \(n)")
      if !faulty.wasMet {
        #expect(n > 15)
        return
      }
    }
    Issue.record("no run was left untouched")
  }
}
