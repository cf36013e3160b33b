import Disk
import TestDisks
import Testing

@testable import Ledger

/// F18: the journal alone tells which arrivals only brought back what was lost.
@Suite struct BroughtBackTests {
  private let disk = MemoryDisk()

  init() throws {
    disk.drop("Inbox/a/cu.csv", "A")
    #expect(try pass() == [false])
  }

  private func open(_ disk: any Disk) throws -> Ledger { try Ledger(disk, workspace: Scenario.workspace) }

  /// Takes what there is; whether each arrival that there has been brought something back.
  private func pass(on other: (any Disk)? = nil) throws -> [Bool] {
    let ledger = try open(other ?? disk)
    _ = try ledger.take(by: Scenario.rules())
    try ledger.endPass()
    return ledger.received.map(\.bringsBack)
  }

  private func known(_ disk: MemoryDisk) throws -> [Bool] {
    let view = try #require(try LedgerView(disk, workspace: Scenario.workspace))
    #expect(try open(disk).received.map(\.bringsBack) == view.received.map(\.bringsBack))
    return view.received.map(\.bringsBack)
  }

  /// What is kept of the first arrival.
  private func object(_ disk: MemoryDisk) throws -> (hash: FileName, node: MemoryDisk.Node) {
    let view = try #require(try LedgerView(disk, workspace: Scenario.workspace))
    let hash = FileName(try #require(view.received.first).hash)
    return (hash, try #require(disk.file(".ledger/objects")?.names[hash]))
  }

  private func lose(_ disk: MemoryDisk) throws {
    disk.file(".ledger/objects")?.names[try object(disk).hash] = nil
  }

  /// A pass in which people are told that what was kept of the first arrival is lost.
  private func tell(_ disk: MemoryDisk) throws {
    let ledger = try open(disk)
    try ledger.tellLost([ledger.received[0].hash])
    try ledger.endPass()
  }

  @Test func bytesThatComeAgainOfThemselvesBringNothingBack() throws {
    disk.drop("Inbox/a/lai.csv", "A")
    #expect(try pass() == [false, false])
    #expect(try known(disk) == [false, false])
  }

  @Test("F18: a content that is gone or damaged is brought back, by all that one pass takes for it")
  func whatIsLostIsBroughtBack() throws {
    for isDamaged in [false, true] {
      let disk = MemoryDisk(copyOf: disk)
      if isDamaged { try object(disk).node.bytes = Array("B".utf8) } else { try lose(disk) }
      try tell(disk)
      disk.drop("Inbox/a/lai.csv", "A")
      disk.drop("Inbox/b/lai.csv", "A")
      disk.drop("Inbox/b/moi.csv", "C")
      #expect(try pass(on: disk) == [false, true, true, false])
      #expect(try object(disk).node.bytes == Array("A".utf8))
      // Of themselves again.
      disk.drop("Inbox/a/nua.csv", "A")
      #expect(try pass(on: disk) == [false, true, true, false, false])
      #expect(try known(disk) == [false, true, true, false, false])
      let kinds = try open(disk).entries.map(\.kind)
      #expect(kinds.count { $0 == LostContents.kind } == 1)
      // Lost anew.
      try lose(disk)
      try tell(disk)
      disk.drop("Inbox/a/nua.csv", "A")
      #expect(try pass(on: disk).last == true)
    }
  }

  @Test("F27: what nobody was told of is meant as it is, though it is lost")
  func whatNobodyWasToldOf() throws {
    try lose(disk)
    disk.drop("Inbox/a/lai.csv", "A")
    #expect(try pass() == [false, false])
    #expect(try object(disk).node.bytes == Array("A".utf8), "it is kept again all the same")
  }

  @Test("F18, F27: what was told counts until it is there again, noticed or not")
  func whatIsThereAgainIsNotAskedFor() throws {
    let whole = try object(disk)
    try lose(disk)
    try tell(disk)
    let entries = try open(disk).entries.count
    try tell(disk)
    #expect(try open(disk).entries.count == entries, "told once")
    // A later pass does not notice.
    try open(disk).tellLost([])
    let unnoticed = MemoryDisk(copyOf: disk)
    unnoticed.drop("Inbox/a/lai.csv", "A")
    #expect(try pass(on: unnoticed) == [false, true])
    // Restored by hand.
    disk.file(".ledger/objects")?.names[whole.hash] = whole.node
    disk.drop("Inbox/a/lai.csv", "A")
    let restored = MemoryDisk(copyOf: disk)
    #expect(try pass(on: restored) == [false, false])
    try open(disk).tellLost([])
    try lose(disk)
    #expect(try pass() == [false, false])
  }

  @Test func whatWasPurgedIsNotLost() throws {
    do {
      let ledger = try open(disk)
      try ledger.purge(Purge(rule: "refusedDays", seqs: [1], hashes: [ledger.received[0].hash]))
    }
    disk.drop("Inbox/a/lai.csv", "A")
    #expect(try pass() == [false, false])
  }

  @Test("F01, F18: a death anywhere does not make another thing of it")
  func aDeathAnywhereLeavesItWhatItIs() throws {
    try lose(disk)
    try tell(disk)
    disk.drop("Inbox/a/lai.csv", "A")
    for n in 1...2000 {
      let disk = MemoryDisk(copyOf: disk)
      let faulty = FaultyDisk(disk, at: n, .death)
      _ = try? pass(on: faulty)
      if !faulty.wasMet {
        #expect(n > 60, "the loop must not become hollow")
        return
      }
      #expect(try pass(on: disk) == [false, true], "operation \(n)")
      #expect(disk.files(below: "Inbox").isEmpty, "operation \(n)")
    }
    Issue.record("no run was left untouched")
  }
}
