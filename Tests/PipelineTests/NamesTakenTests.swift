import Disk
import Foundation
import Glibc
import Ledger
import Pipeline
import Rounds
import TestDisks
import Testing

/// Something else has the name of a folder that we make: it is named, and all goes on once it is moved away.
@Suite struct NamesTakenTests {
  @Test(arguments: [
    "Outbox/T", "Inbox/T", "Outbox/so/lop10", "Outbox/so/bien-nhan",
    "Outbox/so/bien-nhan/may-doc",
  ])
  func aFileInThePlaceOfAFolder(_ path: String) throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    try season.put(path)
    for _ in 0..<2 {
      let report = try season.pass()
      #expect(report.inTheWay == [path] && !report.isClean)
    }
    let status = try View(season.workspace).status()
    #expect(status.inTheWay == [path] && !status.isClean)
    // The others go on.
    #expect(season.files("Outbox/A").contains("VIEC-CAN-LAM.xlsx"))
    #expect(FileManager.default.fileExists(atPath: season.url("Inbox/A/lop10/thay-the").path))
    try FileManager.default.removeItem(at: season.url(path))
    try season.pass()
    #expect(season.files("Outbox/so/bien-nhan").count { $0.hasSuffix(".xlsx") } == 4)
    #expect(!season.files("Outbox/T").isEmpty)
    #expect(try View(season.workspace).status().isClean)
  }

  /// Also lists that are official: whoever was left out has them as soon as there is a place for them.
  @Test func whoeverWasLeftOutIsGivenWhatIsDue() throws {
    let season = try Season()
    try season.declare()
    try season.pass()
    let path = season.url("Outbox/T").path
    try FileManager.default.moveItem(atPath: path, toPath: path + "-cu")
    try season.put("Outbox/T")
    #expect(try season.pass().inTheWay == ["Outbox/T"], "also where nothing is new")
    try season.dropChild()
    let report = try season.pass()
    #expect(report.inTheWay == ["Outbox/T"] && report.published.contains("Outbox/so/lop10/du-kien-01"))
    #expect(try View(season.workspace).status().files.filter { !$0.hasReceipt }.map(\.name) == ["9A1.csv"])
    func finalize() throws -> PassReport? {
      var pass = try Pass(season.workspace, wait: false)
      return try pass.finalize("lop10", acceptHeld: false)
    }
    let finalized = try #require(try finalize())
    #expect(finalized.refusals.isEmpty && finalized.finalized.contains("Outbox/so/lop10/chinh-thuc-01"))
    #expect(!season.files("Outbox").contains { $0.contains("/.making") })
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: path + "-cu", toPath: path)
    let late = try season.pass()
    #expect(late.isClean && late.published == ["Outbox/T/lop10/chinh-thuc-01"], "\(late.published)")
    #expect(season.files("Outbox/T/bien-nhan").contains { $0.contains("9a1") })
  }

  @Test(
    "F14: an order in a file is carried out beside a name in the way, also where nobody else is due a list")
  func ordersAreCarriedOut() throws {
    let season = try Season()
    try season.declare()
    try season.dropChild()
    try season.pass()
    func block(_ unit: String) throws {
      let path = season.url("Outbox/" + unit).path
      try FileManager.default.moveItem(atPath: path, toPath: path + "-cu")
      try season.put("Outbox/" + unit)
    }
    try block("T")
    try season.drop("so/lop10/lenh.csv", "Thao tác,Mã đơn vị", "chốt,")
    let report = try season.pass()
    #expect(report.rounds.first?.state == .finalized && report.inTheWay == ["Outbox/T"])
    #expect(report.published.contains("Outbox/A/lop10/chinh-thuc-01"))
    try block("so")
    try season.drop("so/lop10/lenh2.csv", "Thao tác,Mã đơn vị", "xét bổ sung,")
    #expect(try season.pass().rounds.first?.state == .supplementary)
    #expect(try season.pass().published.isEmpty)
  }

  /// Which of some folders was opened last.
  private final class Opened: @unchecked Sendable {
    private let lock = NSLock()
    private let names: [FileName]
    private var last: FileName?

    init(_ names: [FileName]) { self.names = names }

    func open(_ name: FileName) { lock.withLock { if names.contains(name) { last = name } } }
    func isIn(_ name: FileName) -> Bool { lock.withLock { last == name } }
  }

  @Test("F14: a folder of a unit that one may not look into, or not write into, leaves out that unit alone")
  func aClosedFolder() throws {
    for mayLook in [false, true] {
      let season = try Season()
      try season.declare()
      try season.pass()
      let opened = Opened(["A", "T", "so"])
      season.disk = FaultyDisk(POSIXDisk(), with: EACCES) { call, name in
        if call == "openFolder" { opened.open(name) }
        if !mayLook { return call == "openFolder" && name == "T" }
        let isWriting = ["createFile", "makeFolder"].contains(call) && name.hasPrefix(".making-")
        return (isWriting || call == "mayWrite") && opened.isIn("T")
      }
      // Everybody is due something.
      try season.drop("so/lop10/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,2")
      try season.drop("T/lop10/9A1.csv", "không,phải", "1,2")
      let report = try season.pass()
      #expect(
        report.inTheWay == (mayLook ? ["Outbox/T/bien-nhan"] : ["Inbox/T", "Outbox/T"])
          || report.inTheWay == ["Outbox/T"])
      #expect(season.files("Outbox/so/bien-nhan").count { $0.hasSuffix(".xlsx") } == 5)
      let status = try View(season.workspace).status()
      #expect(!status.isClean && status.files.count == (mayLook ? 6 : 5))
      #expect(status.inTheWay == (mayLook ? ["Outbox/T"] : ["Inbox/T", "Outbox/T"]))
      #expect(!status.outboxIsClosed)
      #expect(status.files.filter { !$0.blockedBy.isEmpty }.map(\.name) == (mayLook ? ["9A1.csv"] : []))
      season.disk = POSIXDisk()
      #expect(try season.pass().inTheWay.isEmpty)
      #expect(season.files("Outbox/T/bien-nhan").contains { $0.contains("9a1") })
      #expect(!season.files("Outbox").contains { $0.contains(".making") })
    }
  }

  @Test("F43: a folder of a unit in the Inbox that one may not look into is unreadable, and not nobody's")
  func anUnreadableFolderOfAUnit() throws {
    let season = try Season()
    try season.declare()
    try season.pass()
    try season.drop("T/lop10/9A1.csv", "không,phải", "1,2")
    try season.drop("X/9A1.csv", "không,phải", "1,3")
    season.disk = FaultyDisk(POSIXDisk()) { call, name in call == "openFolder" && ["T", "X"].contains(name) }
    let left = try season.pass().left
    func state(_ name: String) -> InboxItem.State? { left.first { $0.path.escaped == name }?.state }
    guard case .unreadable(let error) = state("T") else {
      Issue.record("\(left)")
      return
    }
    #expect(error.code == .denied && state("X") == .waiting(reason: "unknown-unit"))
  }

  /// A share of which nobody may write into the Inbox: only sending suffers.
  @Test("F14: what is in the way in the Inbox keeps nobody from official lists")
  func aClosedInbox() throws {
    let season = try Season()
    try season.declare()
    try season.dropChild()
    try season.pass()
    try FileManager.default.removeItem(at: season.url("Inbox/T/lop10/thay-the"))
    try FileManager.default.removeItem(at: season.url("Inbox/A/lop10"))
    season.disk = FaultyDisk(POSIXDisk()) { call, name in
      call == "makeFolder" && [".making-thay-the", ".making-bo-sung"].contains(name)
    }
    #expect(try season.pass().inTheWay == ["Inbox/A", "Inbox/T"])
    var pass: Pass? = try Pass(season.workspace, wait: false)
    let report = try #require(try pass?.finalize("lop10", acceptHeld: false))
    #expect(report.finalized.contains("Outbox/A/lop10/chinh-thuc-01") && report.refusals.isEmpty)
    pass = nil
    season.disk = POSIXDisk()
    #expect(try season.pass().inTheWay.isEmpty)
    #expect(FileManager.default.fileExists(atPath: season.url("Inbox/T/lop10/thay-the").path))
  }

  @Test("F14: what a pass will be refused is told without writing, also where nothing is due")
  func whatAPassWouldBeRefused() throws {
    let season = try Season()
    try season.declare()
    try season.pass()
    let before = season.files(".")
    /// In the Outbox, or in the Inbox.
    func status(_ top: FileName = "Outbox", refusing names: FileName...) throws -> StatusReport {
      let opened = Opened(["Inbox", "Outbox"])
      season.disk = FaultyDisk(POSIXDisk()) { call, name in
        if call == "openFolder" { opened.open(name) }
        return call == "mayWrite" && opened.isIn(top) && names.contains(name)
      }
      return try View(season.workspace).status()
    }
    let one = try status(refusing: "T")
    #expect(one.inTheWay == ["Outbox/T"] && !one.outboxIsClosed && !one.isClean)
    let each = try status(refusing: "T", "A", "so")
    #expect(each.inTheWay == ["Outbox/A", "Outbox/T", "Outbox/so"] && !each.outboxIsClosed)
    let all = try status(refusing: "Outbox", "T", "A", "so")
    #expect(all.inTheWay.isEmpty && all.outboxIsClosed && !all.isClean)
    // Nothing has to be made in them.
    #expect(
      try status(refusing: "Outbox").isClean && status("Inbox", refusing: "Inbox", "T", "lop10").isClean)
    try FileManager.default.removeItem(at: season.url("Inbox/T/lop10/thay-the"))
    #expect(try status("Inbox", refusing: "lop10").inTheWay == ["Inbox/T"])
    try FileManager.default.removeItem(at: season.url("Outbox/T"))
    #expect(try status(refusing: "Outbox").outboxIsClosed)
    #expect(Set(before).isSuperset(of: season.files(".")), "nothing was written")
  }

  /// A folder cannot be replaced by the file.
  @Test func aFolderInThePlaceOfTheTaskList() throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    let path = "Outbox/T/VIEC-CAN-LAM.xlsx"
    try FileManager.default.createDirectory(at: season.url(path), withIntermediateDirectories: true)
    #expect(try season.pass().inTheWay == [path])
    #expect(try View(season.workspace).status().inTheWay == [path])
    #expect(season.files("Outbox/A").contains("VIEC-CAN-LAM.xlsx"))
    try FileManager.default.removeItem(at: season.url(path))
    #expect(try season.pass().inTheWay.isEmpty && season.files("Outbox/T").contains("VIEC-CAN-LAM.xlsx"))
  }

  @Test func aLinkInThePlaceOfAFolder() throws {
    let season = try Season()
    try season.pass()
    try season.declare()
    try FileManager.default.createSymbolicLink(
      atPath: season.url("Outbox/T").path, withDestinationPath: season.path)
    #expect(try season.pass().inTheWay == ["Outbox/T"])
  }
}
