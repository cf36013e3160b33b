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

  /// A list that was taken and stayed.
  private func stay() throws {
    disk.drop("Inbox/a/x.csv", "x")
    disk.file("Inbox/a")?.device = 4
    disk.file("Inbox/a/x.csv")?.device = 4
    #expect(try take().received.map(\.seq) == [1])
  }

  /// Other rights, and the share mounted again.
  private func change() throws {
    let file = try #require(disk.file("Inbox/a/x.csv"))
    file.changed = disk.tick()
    file.device = 5
    disk.file("Inbox/a")?.device = 5
  }

  @Test("F14, F27: passes with other Schemas, which clear the shelf, forget nothing of what stayed")
  func whatStaysIsKnownWithOtherSchemas() throws {
    try stay()
    do {
      let ledger = try Ledger(closed, workspace: Scenario.workspace)
      try ledger.shelf.remove(prefix: "")
      #expect(try ledger.take(by: Scenario.rules()).left.map(\.state) == [.taken(seq: 1)])
    }
    try change()
    #expect(try states() == [.taken(seq: 1)])
    #expect(try take().received.isEmpty)
  }

  @Test("F14, F27: what one look does not see, closed or not mounted, is known when it is seen again")
  func whatIsNotSeenForOneLookStays() throws {
    try stay()
    let inbox = try #require(disk.file("Inbox"))
    for hidden in ["not mounted", "no folder", "closed", "unreadable"] {
      let share = try #require(inbox.names["a"])
      var refused: (call: String, name: FileName) = ("", "")
      switch hidden {
      case "not mounted": inbox.names["a"] = disk.make(.folder)
      case "no folder": inbox.names["a"] = nil
      case "closed": refused = ("openFolder", "a")
      default: refused = ("openFile", "x.csv")
      }
      if hidden == "unreadable" { try change() }
      let blind = FaultyDisk(disk) { [refused] call, name in
        call == refused.call && name == refused.name || call == "rename" && name.hasSuffix(".csv")
      }
      #expect(try take(on: blind).received.isEmpty, "\(hidden)")
      inbox.names["a"] = share
      try change()
      let intake = try take()
      #expect(intake.received.isEmpty && intake.left.map(\.state) == [.taken(seq: 1)], "\(hidden)")
    }
  }

  @Test("F27: what its sender removed himself and sends again is taken, whatever its inode and its time")
  func whatItsSenderRemovedIsForgotten() throws {
    try stay()
    let folder = try #require(disk.file("Inbox/a"))
    let file = folder.names["x.csv"]
    folder.names["x.csv"] = nil
    #expect(try take().left.isEmpty)
    folder.names["x.csv"] = file
    try change()
    #expect(try take().received.map(\.seq) == [2])
  }

  @Test("F27: what stayed is known also when a purge has removed what it was called")
  func whatStayedIsKnownAfterAPurge() throws {
    try stay()
    do {
      let ledger = try Ledger(closed, workspace: Scenario.workspace)
      try ledger.purge(Purge(rule: "x", seqs: [1], hashes: [ledger.received[0].hash]))
    }
    for _ in 0..<2 {
      try change()
      #expect(try states() == [.taken(seq: 1)])
      let intake = try take()
      #expect(intake.received.isEmpty && intake.left.map(\.state) == [.taken(seq: 1)])
    }
    #expect(try take(on: disk).left.isEmpty)
    #expect(disk.files(below: "Inbox").isEmpty)
  }
}
