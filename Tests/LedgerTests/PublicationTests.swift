import Disk
import TestDisks
import Testing

@testable import Ledger

@Suite struct PublicationTests {
  private let disk = MemoryDisk()

  private func open() throws -> Ledger { try Ledger(disk, workspace: Scenario.workspace) }

  private func folder(_ unit: String, _ content: String, access: Access = Access()) -> OutboxFolder {
    OutboxFolder(
      path: [unit, "lop10", "chinh-thuc-01"],
      files: [
        (["a.csv"], Array(content.utf8)), (["niem-yet", "b.csv"], [1]), (["niem-yet", "c.csv"], [2]),
      ],
      manifest: Array(content.utf8), access: access)
  }

  @Test func aFolderAppearsWholeWithItsRights() throws {
    let ledger = try open()
    let publication = try ledger.publication(id: "p", about: ["state": "finalized"])
    try publication.add(folder("so", "x", access: Access(folder: 0o2750, file: 0o640)))
    #expect(disk.file("Outbox/so/lop10/chinh-thuc-01") == nil)
    try publication.commit()
    #expect(
      disk.files(below: "Outbox").keys.sorted()
        == ["MANIFEST.json", "a.csv", "niem-yet/b.csv", "niem-yet/c.csv"]
        .map { "so/lop10/chinh-thuc-01/" + $0 })
    #expect(disk.file("Outbox/so/lop10/chinh-thuc-01/niem-yet")?.mode == 0o2750)
    #expect(disk.file("Outbox/so/lop10/chinh-thuc-01/a.csv")?.mode == 0o640)
    #expect(disk.file("Outbox/so")?.mode == 0o2750)
    let view = try LedgerView(disk, workspace: Scenario.workspace)
    let published = try #require(view?.published.first)
    #expect(published.id == "p")
    #expect(published.folders.map(\.path) == [["so", "lop10", "chinh-thuc-01"]])
    #expect(try published.about([String: String].self) == ["state": "finalized"])
  }

  @Test("F15: no more is open at once for three hundred units than for thirty")
  func aWholeProvinceNeedsNoMoreDescriptors() throws {
    func most(_ units: Int) throws -> Int {
      let disk = MemoryDisk()
      for unit in 0..<units { disk.drop("Inbox/u\(unit)/9A1.csv", "a,b\n\(unit),2\n") }
      let ledger = try Ledger(disk, workspace: Scenario.workspace)
      #expect(try ledger.take(by: Scenario.rules()).received.count == units)
      let publication = try ledger.publication(id: "p", about: 1)
      for unit in 0..<units { try publication.add(folder("u\(unit)", "x")) }
      try publication.commit()
      try ledger.write(
        (0..<units).map { OutboxFile(path: ["u\($0)", "bien-nhan", "may-doc", "1.json"], bytes: [1]) })
      #expect(disk.files(below: "Outbox").count == 5 * units)
      return disk.mostHandles
    }
    #expect(try most(300) <= most(30))
  }

  @Test func nothingIsOverwritten() throws {
    let ledger = try open()
    let first = try ledger.publication(id: "p", about: 1)
    try first.add(folder("so", "x"))
    try first.commit()
    let second = try ledger.publication(id: "q", about: 1)
    #expect(throws: LedgerError.taken(path: "so/lop10/chinh-thuc-01")) { try second.add(folder("so", "y")) }
    try second.add(folder("a", "x"))
    disk.drop("Outbox/a/lop10/chinh-thuc-01/mine.txt", "somebody was faster")
    #expect(throws: LedgerError.taken(path: "a/lop10/chinh-thuc-01")) { try second.commit() }
    #expect(disk.file("Outbox/a/lop10/chinh-thuc-01")?.names.count == 1)
  }

  @Test func aPublicationWhoseFoldersWereLostIsMadeAgain() throws {
    do {
      let publication = try open().publication(id: "p", about: 1)
      try publication.add(folder("so", "x"))
      try publication.add(folder("a", "y"))
      let faulty = disk
      // The process dies after the journal said "publishing"; then somebody removes what it had made.
      faulty.before = { call, name in
        if call == "rename", name.hasPrefix(".making-") { faulty.file("Outbox/a")?.names = [:] }
      }
      #expect(throws: DiskError.self) { try publication.commit() }
      faulty.before = nil
    }
    let ledger = try open()
    #expect(ledger.unfinished.map(\.id) == ["p"])
    #expect(disk.file("Outbox/so/lop10/chinh-thuc-01") != nil)
    let again = try ledger.publication(id: "p", about: 1)
    try again.add(folder("so", "x"))
    try again.add(folder("a", "y"))
    try again.commit()
    #expect(ledger.unfinished.isEmpty)
    #expect(ledger.published.map(\.id) == ["p"])
    #expect(disk.file("Outbox/a/lop10/chinh-thuc-01/a.csv")?.bytes == Array("y".utf8))
  }

  @Test func strayFoldersInTheMakingAreRemoved() throws {
    _ = try open()
    disk.drop("Outbox/so/.making-0123-0/a.csv", "x")
    disk.drop("Outbox/.making-b/x.csv", "x")
    disk.drop("Outbox/so/keep.csv", "x")
    _ = try open()
    #expect(disk.files(below: "Outbox").keys.sorted() == ["so/keep.csv"])
  }

  @Test func aReceiptIsWrittenOnceAndAListMadeAnewWhereItChanged() throws {
    let ledger = try open()
    let receipt = OutboxFile(path: ["a", "bien-nhan", "000001-x-nhan.xlsx"], bytes: [1, 2])
    let list = OutboxFile(path: ["a", "VIEC-CAN-LAM.xlsx"], bytes: [3], replaces: true)
    try ledger.write([receipt, list])
    let number = disk.file("Outbox/a/VIEC-CAN-LAM.xlsx")?.number
    try ledger.write([receipt, list])
    #expect(disk.file("Outbox/a/VIEC-CAN-LAM.xlsx")?.number == number, "the same bytes are left alone")
    var other = receipt
    other.bytes = [9, 9]
    #expect(throws: LedgerError.taken(path: "a/bien-nhan/000001-x-nhan.xlsx")) { try ledger.write([other]) }
    var newer = list
    newer.bytes = [4]
    try ledger.write([newer])
    #expect(
      disk.files(below: "Outbox") == ["a/bien-nhan/000001-x-nhan.xlsx": [1, 2], "a/VIEC-CAN-LAM.xlsx": [4]])
  }

  @Test func manyFilesAreMadeDurableTogether() throws {
    let ledger = try open()
    try ledger.write(
      (0..<100).map { OutboxFile(path: ["a", "bien-nhan", "\($0).json"], bytes: Array("\($0)".utf8)) })
    disk.afterPowerFailure { 0 }
    #expect(disk.files(below: "Outbox").count == 100)
  }
}
