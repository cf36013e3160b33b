import Disk
import Ledger
import TestDisks
import Testing

/// Folders in the Outbox that are listed again only if they may hold other names than before.
@Suite struct OutboxListingsTests {
  /// A workspace with two units and a published folder in each, and all that is known of them on the shelf.
  private func workspace() throws -> MemoryDisk {
    let disk = MemoryDisk()
    Scenario.fill(disk)
    try Scenario.pass(on: disk)
    _ = try Ledger(disk, workspace: Scenario.workspace)
    return disk
  }

  /// The folders of units that an opening looks into, and what it has seen then.
  private func open(_ disk: MemoryDisk) throws -> (listed: [String], seen: FoldersSeen) {
    var listed: [String] = []
    disk.before = { if $0 == "openat", ["so", "thcs-a"].contains($1) { listed.append($1.escaped) } }
    defer { disk.before = nil }
    let seen = try Ledger(disk, workspace: Scenario.workspace).folders
    return (listed, seen)
  }

  @Test func whatIsTheSameIsNotListedAgain() throws {
    let disk = try workspace()
    for _ in 0..<2 {
      let look = try open(disk)
      #expect(look.listed == [])
      #expect(look.seen.outbox.contains(["so"]) && look.seen.outbox.contains(["thcs-a", "lop10"]))
      #expect(!look.seen.outbox.contains(["thcs-a", "lop9"]) && !look.seen.outbox.contains(["thcs-b"]))
    }
  }

  @Test func everyNameThatComesOrGoesIsSeen() throws {
    let disk = try workspace()
    let root = try disk.openFolder(path: Scenario.workspace)
    let home = try disk.openFolder("thcs-a", in: try disk.openFolder("Outbox", in: root))
    try disk.makeFolder("lop9", in: home)
    var look = try open(disk)
    #expect(look.listed == ["thcs-a"] && look.seen.outbox.contains(["thcs-a", "lop9"]))
    try disk.removeTree("lop10", in: home)
    look = try open(disk)
    #expect(look.listed == ["thcs-a"] && !look.seen.outbox.contains(["thcs-a", "lop10"]))
    try disk.makeFolder(".making-x", in: home)
    look = try open(disk)
    #expect(look.listed.first == "thcs-a" && disk.file("Outbox/thcs-a/.making-x") == nil)
    #expect(look.seen.outbox.contains(["thcs-a", "lop9"]))
    #expect(try open(disk).listed == ["thcs-a"])
    #expect(try open(disk).listed == [])
  }

  /// Another folder of that name is not the one that is known.
  @Test func aFolderInThePlaceOfAnother() throws {
    let disk = try workspace()
    let root = try disk.openFolder(path: Scenario.workspace)
    let outbox = try disk.openFolder("Outbox", in: root)
    try disk.rename("so", in: outbox, to: "so-cu", in: root)
    try disk.makeFolder("so", in: outbox)
    let look = try open(disk)
    #expect(look.listed == ["so"] && !look.seen.outbox.contains(["so", "lop10"]))
  }

  /// Two changes may have the same time if they follow one another closely.
  @Test func whatHasJustChangedIsListedAgain() throws {
    let disk = MemoryDisk()
    disk.wallClock = { disk.clock / 1_000_000_000 }
    Scenario.fill(disk)
    try Scenario.pass(on: disk)
    for _ in 0..<2 { #expect(try open(disk).listed == ["so", "thcs-a"]) }
    disk.advance(by: 4_000_000_000)
    #expect(try open(disk).listed == ["so", "thcs-a"])
    #expect(try open(disk).listed == [])
  }

  @Test func anotherStartOfTheMachineKnowsNothing() throws {
    let disk = try workspace()
    disk.afterPowerFailure { 1 }
    #expect(try open(disk).listed == ["so", "thcs-a"])
    #expect(try open(disk).listed == [])
  }

  /// Another machine's clock gives the times there.
  @Test func networkFoldersAreListedEachTime() throws {
    let disk = try workspace()
    disk.liesElsewhere = true
    for _ in 0..<2 { #expect(try open(disk).listed == ["so", "thcs-a"]) }
  }

  /// The same of a unit's folder that is mounted.
  @Test func whatIsMountedIsListedEachTime() throws {
    let disk = try workspace()
    try #require(disk.file("Outbox/so")).device = 2
    for _ in 0..<2 { #expect(try open(disk).listed == ["so"]) }
  }

  /// What stands on the shelf is believed whole or not at all.
  @Test func whatIsDamagedIsNotBelieved() throws {
    let disk = try workspace()
    let file = try #require(disk.file(".ledger/shelf/outbox"))
    file.bytes[40] ^= 1
    #expect(try open(disk).listed == ["so", "thcs-a"])
    #expect(try open(disk).listed == [])
  }
}
