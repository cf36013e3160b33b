import Audit
import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import TestDisks
import Testing

/// What the Outbox tells of the journal's end, and what people have put there that tells nothing.
@Suite struct OutboxEvidenceTests {
  private func season() throws -> Season {
    let season = try Season()
    try season.declare()
    try season.dropChild()
    try season.pass()
    return season
  }

  private func finalize(_ season: Season) throws -> [String] {
    var pass = try Pass(season.workspace, wait: false)
    let report = try #require(try pass.finalize("lop10", acceptHeld: false))
    #expect(report.refusals.isEmpty)
    return report.finalized
  }

  @Test("F66: a person's file among receipts is no receipt, whatever number its name begins with")
  func aPersonsFileAmongReceipts() throws {
    let season = try season()
    for name in ["20261128-ghi chú.docx", "20261128-danh-sach-nhan.xlsx", "000999-9a1-nhan - Copy.xlsx"] {
      try season.put("Outbox/T/bien-nhan/" + name)
    }
    try season.put("Outbox/T/bien-nhan/may-doc/20261128-ghi chú-nhan.json")
    try season.drop("T/lop10/khac.csv", "không,phải", "1,2")
    #expect(try season.pass().outcomes.map(\.seq) == [6])
    #expect(try View(season.workspace).status().files.count == 6)
    #expect(try recover(season.workspace, wait: false).isWhole)
  }

  @Test("F66: a folder of somebody else with the name of the next lists stays, and they have the next number")
  func aFolderOfSomebodyElse() throws {
    let season = try season()
    let notes = ["Outbox/so/lop10/du-kien-02/ghi-chu.txt", "Outbox/so/lop10/chinh-thuc-01/ghi-chu.txt"]
    for path in notes { try season.put(path) }
    try season.put("Outbox/A/lop10/chinh-thuc-01")
    try season.drop(
      "T/lop10/9A2.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "080207000025,Lê Thị Chi,06/09/2007,9A2,9,A")
    #expect(try season.pass().published.contains("Outbox/so/lop10/du-kien-03"))
    #expect(
      try finalize(season) == [
        "Outbox/A/lop10/chinh-thuc-02", "Outbox/T/lop10/chinh-thuc-01", "Outbox/so/lop10/chinh-thuc-02",
      ])
    #expect(try season.pass().published.isEmpty)
    for path in notes { #expect(try Data(contentsOf: season.url(path)) == Data("x".utf8)) }
    #expect(try View(season.workspace).verify(season.url("Outbox/so/lop10/chinh-thuc-02").path).report.holds)
  }

  @Test("F66: a copy of a published folder under a higher number tells nothing of the journal")
  func aCopyOfAPublishedFolder() throws {
    let season = try season()
    _ = try finalize(season)
    for copy in ["A/lop10/chinh-thuc-07", "T/lop10/chinh-thuc-02", "A/lop10-cu"] {
      try FileManager.default.copyItem(
        at: season.url("Outbox/A/lop10" + (copy.hasSuffix("-cu") ? "" : "/chinh-thuc-01")),
        to: season.url("Outbox/" + copy))
    }
    try season.drop("T/lop10/khac.csv", "không,phải", "1,2")
    #expect(try season.pass().outcomes.count == 1)
    #expect(try recover(season.workspace, wait: false).isWhole)
  }

  /// No arrival is missing, so no receipt tells it.
  @Test("F19: a ledger of before the lists were published is not believed, and recover names them")
  func aLedgerOfBeforeTheListsWerePublished() throws {
    let season = try season()
    let (ledger, backup) = (season.url(".ledger"), season.url("backup"))
    try FileManager.default.copyItem(at: ledger, to: backup)
    #expect(try finalize(season).count == 3)
    let outbox = season.files("Outbox")
    try FileManager.default.removeItem(at: ledger)
    try FileManager.default.moveItem(at: backup, to: ledger)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: ledger.path)
    let lists = ["A", "T", "so"].map { "Outbox/\($0)/lop10/chinh-thuc-01" }
    #expect(throws: LedgerError.shortened(lists: lists)) { try season.pass() }
    #expect(throws: LedgerError.shortened(lists: lists)) { try View(season.workspace) }
    #expect(season.files("Outbox") == outbox)
    // People's own folders have no numbers of ours.
    for name in ["chinh-thuc-2022", "chinh-thuc-9223372036854775807", "du-kien-9223372036854775807"] {
      try FileManager.default.createDirectory(
        at: season.url("Outbox/A/lop10/" + name), withIntermediateDirectories: true)
    }
    let report = try recover(season.workspace, wait: false)
    #expect(report.lists.filter { $0.hasSuffix("chinh-thuc-01") }.count == 3 && !report.isWhole)
    #expect(report.unitsByList.map(\.list) == ["lop10/chinh-thuc-01"] && report.orphans.isEmpty)
    #expect(try season.pass().rounds.map(\.state) == [.open])
    #expect(try finalize(season).allSatisfy { $0.hasSuffix("/chinh-thuc-02") })
    #expect(try season.pass().published.isEmpty)
    #expect(try recover(season.workspace, wait: false).isWhole)
    #expect(Set(season.files("Outbox")).isSuperset(of: outbox))
  }

  /// Makes a folder of ours that the journal does not know, as of a rehearsal with the same codes.
  private func publishElsewhere(_ list: String, as number: Int, in season: Season) throws -> String {
    let path = (list as NSString).deletingLastPathComponent + "/chinh-thuc-0\(number)"
    try FileManager.default.copyItem(at: season.url(list), to: season.url(path))
    let manifest = season.url(path + "/MANIFEST.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    let changed = text.replacing(/"number"\s*:\s*1\b/, with: "\"number\": \(number)")
    #expect(changed != text)
    try FileManager.default.removeItem(at: manifest)
    try Data(changed.utf8).write(to: manifest)
    return path
  }

  @Test("F19: for one list that the journal does not know recover has no other list published again")
  func oneUnknownListPublishesNoOtherAgain() throws {
    let season = try season()
    #expect(try finalize(season).count == 3)
    let list = try publishElsewhere("Outbox/A/lop10/chinh-thuc-01", as: 2, in: season)
    #expect(try recover(season.workspace, wait: false).lists == [list])
    #expect(try season.pass().published == ["Outbox/A/lop10/chinh-thuc-03"])
    #expect(try season.pass().published.isEmpty)
  }

  @Test("F66: a folder of lists that was copied from elsewhere is named, and moved out all goes on")
  func aFolderCopiedFromElsewhere() throws {
    let season = try season()
    _ = try finalize(season)
    let list = try publishElsewhere("Outbox/A/lop10/chinh-thuc-01", as: 2, in: season)
    try season.drop("T/lop10/khac.csv", "không,phải", "1,2")
    #expect(throws: LedgerError.shortened(lists: [list])) { try season.pass() }
    #expect(throws: LedgerError.shortened(lists: [list])) { try View(season.workspace) }
    let view = try View(season.workspace, toleratesLists: true)
    #expect(view.unknownLists == [list])
    #expect(try view.verify(season.url("Outbox/A/lop10/chinh-thuc-01").path).report.holds)
    // Nor does a manifest that cannot be read stop anybody.
    try FileManager.default.removeItem(at: season.url(list + "/MANIFEST.json"))
    try FileManager.default.createDirectory(
      at: season.url(list + "/MANIFEST.json"), withIntermediateDirectories: true)
    #expect(try season.pass().outcomes.count == 1)
    #expect(try View(season.workspace).unknownLists.isEmpty)
  }

  @Test("F66: a folder of somebody else that nobody may look into, or a link, has a name that is taken")
  func aClosedFolderOfSomebodyElse() throws {
    let season = try season()
    try season.put("Outbox/so/lop10/du-kien-02/ghi-chu.txt")
    try FileManager.default.createSymbolicLink(
      atPath: season.url("Outbox/A/lop10/du-kien-02").path, withDestinationPath: season.path)
    season.disk = FaultyDisk(POSIXDisk()) { call, name in call == "openFolder" && name == "du-kien-02" }
    try season.drop(
      "T/lop10/9A2.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "080207000025,Lê Thị Chi,06/09/2007,9A2,9,A")
    let published = try season.pass().published
    #expect(published.contains("Outbox/so/lop10/du-kien-03"), "\(published)")
    #expect(!published.contains("Outbox/A/lop10/du-kien-02"), "\(published)")
    #expect(try season.pass().published.isEmpty)
  }

  /// What `chốt` has settled names all children of a round, and nobody can send it again.
  @Test func whatTheLedgerKeptOfItselfIsNotLaidOut() throws {
    let season = try season()
    _ = try finalize(season)
    for name in ["journal", "journal-copy"] {
      try FileManager.default.removeItem(at: season.url(".ledger/" + name))
    }
    let report = try recover(season.workspace, wait: false)
    #expect(report.orphans.count == 5 && report.orphans.allSatisfy { $0.unit != nil }, "\(report.orphans)")
    #expect(season.files(".ledger/recovered").count == 5)
    #expect(season.files(".ledger/objects").count == 6)
  }
}
