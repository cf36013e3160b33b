import Disk
import TestDisks
import Testing

@testable import Ledger

/// An Inbox from which names cannot be removed: what was taken stays known as taken.
@Suite struct StayedTests {
  private let disk = MemoryDisk()
  private let closed: FaultyDisk

  init() throws {
    closed = FaultyDisk(disk) { call, name in call == "rename" && name.hasSuffix(".csv") }
    _ = try Ledger(disk, workspace: Scenario.workspace)
  }

  private func take(on disk: (any Disk)? = nil) throws -> Intake {
    try Ledger(disk ?? closed, workspace: Scenario.workspace).take(by: Scenario.rules())
  }

  private func states() throws -> [InboxItem.State] {
    try #require(try LedgerView(disk, workspace: Scenario.workspace)).survey(by: Scenario.rules()).map(
      \.state)
  }

  @Test("F14, F27: neither other rights nor another number of the device make a file of an old list anew")
  func whatStaysIsNotTakenAgain() throws {
    for name in ["old", "new"] {
      disk.drop("Inbox/a/\(name).csv", name)
      #expect(try take().received.count == 1)
    }
    for change in 0..<3 {
      for name in ["old", "new"] {
        let file = try #require(disk.file("Inbox/a/\(name).csv"))
        if change != 1 { file.changed = disk.tick() }
        if change != 0 { file.device = UInt64(5 + change) }
      }
      #expect(try states() == [.taken(seq: 2), .taken(seq: 1)], "change \(change)")
      for _ in 0..<2 {
        let intake = try take()
        #expect(intake.received.isEmpty && intake.left.map(\.state) == [.taken(seq: 2), .taken(seq: 1)])
      }
    }
    // Once the folder is open they go, unread.
    #expect(try take(on: disk).left.isEmpty)
    #expect(disk.files(below: "Inbox").isEmpty)
  }

  @Test("F14, F23: other bytes of the same size and time are taken")
  func otherBytesInItsPlaceAreTaken() throws {
    disk.drop("Inbox/a/x.csv", "one")
    _ = try take()
    let file = try #require(disk.file("Inbox/a/x.csv"))
    file.bytes = Array("two".utf8)
    file.changed = disk.tick()
    #expect(try states() == [.settling(.changing)])
    #expect(try take().received.map(\.seq) == [2])
  }

  @Test("F27: what went and is sent again is taken, whatever its inode and its time")
  func whatWentAndIsSentAgainIsTaken() throws {
    disk.drop("Inbox/a/x.csv", "A")
    let file = try #require(disk.file("Inbox/a/x.csv"))
    _ = try take(on: disk)
    #expect(disk.files(below: "Inbox").isEmpty)
    file.changed = disk.tick()
    disk.file("Inbox/a")?.names["x.csv"] = file
    #expect(try take(on: disk).received.map(\.seq) == [2])
  }
}
