import Disk
import TestDisks
import TestSupport
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
    #expect(throws: Never.self) { try Ledger(disk, workspace: Scenario.workspace) }
    Scenario.checkConserved(disk, "lost")
  }

  @Test func aWorkspaceThatWasMovedGoesOn() throws {
    let disk = try workspace()
    disk.root.names["Inbox"] = disk.make(.folder)
    #expect(throws: LedgerError.replaced(folder: "Inbox")) { try Ledger(disk, workspace: Scenario.workspace) }
    #expect(try rebuild(disk).moved == ["Inbox"])
    #expect(try Ledger(disk, workspace: Scenario.workspace).received.count == 3)
  }

  /// It can be interrupted anywhere too, by a death or by the power: what either file proves is not lost.
  @Test("F01: every operation of a rebuilding may be the last", arguments: [false, true])
  func everyOperationOfARebuildingMayBeTheLast(_ powerFails: Bool) throws {
    var chance = Chance()
    for n in 1...300 {
      let disk = try workspace()
      let whole = try #require(disk.file(".ledger/journal")).bytes
      // Each of the two has lines that the other has not.
      for (name, at) in [("journal", 200), ("journal-copy", whole.count - 200)] {
        let file = try #require(disk.file(".ledger/\(name)"))
        file.bytes[at] ^= 1
      }
      try disk.syncFileSystem(of: disk.openFolder(path: "/"))
      let faulty = FaultyDisk(disk, at: n, .death)
      _ = try? rebuild(faulty)
      if powerFails { disk.afterPowerFailure { chance.next(below: 3) } }
      _ = try rebuild(disk)
      #expect(disk.file(".ledger/journal")?.bytes == whole, "operation \(n), \(chance)")
      try Scenario.check(disk, "operation \(n)")
      if !faulty.wasMet {
        #expect(n > 15)
        return
      }
    }
    Issue.record("no run was left untouched")
  }

  /// The lines of a journal cut at every line end, and at some places within; opening it first, as a person would.
  @Test("F19: a shortened journal is not believed, and what proves the rest is not touched")
  func aShortenedJournalIsNotBelieved() throws {
    let whole = try #require(try workspace().file(".ledger/journal")).bytes
    let ends = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }.dropLast()
    for length in ends + [ends[2] + 7, whole.count - 1] {
      let disk = try workspace()
      try #require(disk.file(".ledger/journal")).bytes = Array(whole.prefix(length))
      for _ in 1...2 {
        #expect(throws: LedgerError.shortened()) { try Ledger(disk, workspace: Scenario.workspace) }
        #expect(throws: LedgerError.shortened()) { try LedgerView(disk, workspace: Scenario.workspace) }
      }
      #expect(disk.file(".ledger/journal")?.bytes.count == length, "nothing is cut")
      #expect(disk.file(".ledger/journal-copy")?.bytes == whole)
      let found = try rebuild(disk)
      #expect(found.unproven == 0 && found.arrivalsLost == 0)
      #expect(disk.file(".ledger/journal")?.bytes == whole)
      try Scenario.check(disk, "cut to \(length)")
    }
  }

  @Test("F19: a journal that is gone is lost, and its copy still proves all")
  func aJournalThatIsGoneIsProvenByItsCopy() throws {
    let disk = try workspace()
    let whole = try #require(disk.file(".ledger/journal")).bytes
    disk.file(".ledger")?.names["journal"] = nil
    for _ in 1...2 {
      #expect(throws: LedgerError.lost) { try Ledger(disk, workspace: Scenario.workspace) }
    }
    #expect(try rebuild(disk).proven == whole.count { $0 == 0x0A })
    #expect(disk.file(".ledger/journal")?.bytes == whole)
    try Scenario.check(disk, "gone")
  }

  @Test func receiptsThatTellOfMoreCountOn() throws {
    let disk = try workspace()
    let found = try rebuild(disk, lastSeq: 5)
    #expect(found.arrivalsLost == 2 && !found.wasWhole && found.unproven == 0)
    do {
      let ledger = try Ledger(disk, workspace: Scenario.workspace)
      #expect(ledger.lastSeq == 5)
      disk.drop("Inbox/so/neu.csv", "y\n")
      #expect(try ledger.take(by: Scenario.rules()).received.map(\.seq) == [6])
    }
    #expect(try rebuild(disk, lastSeq: 6).wasWhole)
  }

  @Test func aCopyThatEndsOtherwiseIsKeptAsideAndMadeAnew() throws {
    let disk = try workspace()
    let copy = try #require(disk.file(".ledger/journal-copy"))
    let whole = copy.bytes
    for index in whole.count - 40..<whole.count { copy.bytes[index] = 0 }
    let spoilt = copy.bytes
    _ = try Ledger(disk, workspace: Scenario.workspace)
    #expect(disk.file(".ledger/journal-copy")?.bytes == whole)
    #expect(disk.file(".ledger/journal-copy-damaged-1")?.bytes == spoilt)
  }

  @Test("F18: a missing folder of contents stops; recover makes room for what is sent again")
  func aMissingFolderOfContentsStops() throws {
    let disk = try workspace()
    disk.file(".ledger")?.names["objects"] = nil
    #expect(throws: LedgerError.contentsLost) { try Ledger(disk, workspace: Scenario.workspace) }
    #expect(throws: LedgerError.contentsLost) { try LedgerView(disk, workspace: Scenario.workspace) }
    #expect(disk.file(".ledger/objects") == nil, "it is not made anew in silence")
    #expect(try rebuild(disk).wasWhole)
    let ledger = try Ledger(disk, workspace: Scenario.workspace)
    let hash = ledger.received[0].hash
    #expect(throws: LedgerError.objectMissing(hash: hash)) { try ledger.objects.read(hash) }
  }
}
