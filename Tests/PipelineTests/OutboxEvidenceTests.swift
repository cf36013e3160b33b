import Audit
import Foundation
import Ledger
import Pipeline
import Rounds
import Testing

/// What the Outbox tells of the journal's end, and what people have put there that tells nothing.
@Suite struct OutboxEvidenceTests {
  private func season() throws -> Season {
    let season = try Season()
    try season.declare()
    try season.drop(
      "T/lop10/9A1.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "080207000017,Lê Văn Bình,05/09/2007,9A1,8.5,A")
    try season.pass()
    return season
  }

  private func finalize(_ season: Season) throws -> [String] {
    var pass = try Pass(season.workspace, wait: false)
    let report = try #require(try pass.finalize("lop10", acceptHeld: false))
    #expect(report.refusals.isEmpty)
    return report.finalized
  }

  private func put(_ path: String, in season: Season) throws {
    try FileManager.default.createDirectory(
      at: season.url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: season.url(path))
  }

  @Test("F66: a person's file among receipts is no receipt, whatever number its name begins with")
  func aPersonsFileAmongReceipts() throws {
    let season = try season()
    for name in ["20261128-ghi chú.docx", "20261128-danh-sach-nhan.xlsx", "000999-9a1-nhan - Copy.xlsx"] {
      try put("Outbox/T/bien-nhan/" + name, in: season)
    }
    try put("Outbox/T/bien-nhan/may-doc/20261128-ghi chú-nhan.json", in: season)
    try season.drop("T/lop10/khac.csv", "không,phải", "1,2")
    #expect(try season.pass().outcomes.map(\.seq) == [6])
    #expect(try View(season.workspace).status().files.count == 6)
    #expect(try recover(season.workspace, wait: false).isWhole)
  }

  @Test("F66: a folder of somebody else with the name of the next lists stays, and they have the next number")
  func aFolderOfSomebodyElse() throws {
    let season = try season()
    let notes = ["Outbox/so/lop10/du-kien-02/ghi-chu.txt", "Outbox/so/lop10/chinh-thuc-01/ghi-chu.txt"]
    for path in notes { try put(path, in: season) }
    try put("Outbox/A/lop10/chinh-thuc-01", in: season)
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
    #expect(throws: LedgerError.shortened) { try season.pass() }
    #expect(throws: LedgerError.shortened) { try View(season.workspace) }
    #expect(season.files("Outbox") == outbox)
    let report = try recover(season.workspace, wait: false)
    #expect(report.lists.filter { $0.hasSuffix("chinh-thuc-01") }.count == 3 && !report.isWhole)
    #expect(report.unitsByList.map(\.list) == ["lop10/chinh-thuc-01"] && report.orphans.isEmpty)
    #expect(try season.pass().rounds.map(\.state) == [.open])
    #expect(try finalize(season).allSatisfy { $0.hasSuffix("/chinh-thuc-02") })
    #expect(try season.pass().published.isEmpty)
    #expect(try recover(season.workspace, wait: false).isWhole)
    #expect(Set(season.files("Outbox")).isSuperset(of: outbox))
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
