import Disk
import Ledger
import TestDisks
import Testing

/// What is known of contents during whose reading a process died (F05).
@Suite struct ReadingTests {
  private let disk = MemoryDisk()

  private func open() throws -> Ledger { try Ledger(disk, workspace: Scenario.workspace) }

  private final class Life: @unchecked Sendable { var isOver = false }
  private struct Death: Error {}

  /// A process that dies while it reads: from then on it does nothing.
  private func die(reading hashes: [String], by key: String = "k", crashed: Bool = true) throws {
    let life = Life()
    let ledger = try Ledger(
      FaultyDisk(disk, refusing: { _, _ in life.isOver }), workspace: Scenario.workspace)
    #expect(throws: Death.self) {
      try ledger.reading(hashes, by: key) {
        life.isOver = true
        throw Death()
      }
    }
    if crashed { disk.file(".ledger/reading")?.bytes.append(crashStamp) }
  }

  @Test("F05: what a process died of is read alone, and then not at all")
  func aContentThatKillsTwiceIsNotReadAgain() throws {
    try die(reading: ["a", "b", "c"])
    #expect(try open().deaths.suspects(by: "k") == ["a", "b", "c"])
    #expect(try open().deaths.deadly(by: "k").isEmpty)
    try die(reading: ["b"])
    #expect(try open().deaths.deadly(by: "k") == ["b"])
    #expect(try open().deaths.suspects(by: "k") == ["a", "c"])
    #expect(try open().deaths.suspects(by: "another program").isEmpty)
    #expect(try open().entries.count { $0.kind == "died" } == 2, "each is told once")
    #expect(try LedgerView(disk, workspace: Scenario.workspace)?.deaths.deadly(by: "k") == ["b"])
  }

  @Test("F05, F06: of what somebody else ended a process is set aside after three deaths alone")
  func whoIsEndedFromOutsideSuspectsLonger() throws {
    try die(reading: ["a", "b"], crashed: false)
    for _ in 0..<2 { try die(reading: ["a"], crashed: false) }
    #expect(try open().deaths.deadly(by: "k").isEmpty)
    #expect(try open().deaths.suspects(by: "k") == ["a", "b"])
    try die(reading: ["a"], crashed: false)
    #expect(try open().deaths.deadly(by: "k") == ["a"])
  }

  @Test func aReadingThatEndsLeavesNothing() throws {
    struct Failure: Error {}
    let ledger = try open()
    #expect(try ledger.reading(["a"], by: "k") { 7 } == 7)
    #expect(throws: Failure.self) { try ledger.reading(["a"], by: "k") { throw Failure() } }
    #expect(disk.file(".ledger/reading") == nil)
    #expect(!ledger.entries.contains { $0.kind == "died" })
  }

  @Test("F05: a death is told once, whatever operation of the next start is the last")
  func aDeathIsToldOnce() throws {
    for n in 1...200 {
      let reading = ReadingTests()
      _ = try reading.open()
      try reading.die(reading: ["a"])
      let faulty = FaultyDisk(reading.disk, at: n, .death)
      _ = try? Ledger(faulty, workspace: Scenario.workspace)
      #expect(try reading.open().entries.count { $0.kind == "died" } == 1, "operation \(n)")
      #expect(reading.disk.file(".ledger/reading") == nil)
      if !faulty.wasMet { return #expect(n > 20, "the loop must not become hollow") }
    }
    Issue.record("no start was left untouched")
  }

  @Test func aMarkThatWasNotWrittenWholeSaysNothing() throws {
    try die(reading: ["a"])
    let mark = try #require(disk.file(".ledger/reading"))
    mark.bytes = Array(mark.bytes.dropLast(4))
    #expect(try !open().entries.contains { $0.kind == "died" })
    #expect(disk.file(".ledger/reading") == nil)
  }
}
