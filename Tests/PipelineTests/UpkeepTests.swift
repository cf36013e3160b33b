import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Testing

/// `recover` and `purge` on a whole workspace.
@Suite struct UpkeepTests {
  private let day: Int64 = 86_400
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"
  private let children = ["080207000017,Lê Văn Bình,05/09/2007,9A1,8,A"]

  private func settings(_ season: Season, _ retention: String) throws {
    try Data(#"{"settleSeconds": 0, "retention": {\#(retention)}}"#.utf8).write(
      to: season.url("Schemas/settings.json"))
  }

  /// A finalized round, a refused file, and the clock.
  private func season(_ retention: String) throws -> (Season, ClockDisk.Clock) {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    season.disk = ClockDisk(clock)
    try settings(season, retention)
    try season.declare()
    try season.drop("T/lop10/9A1.csv", ([header] + children).joined(separator: "\r\n"))
    try season.drop("T/lop10/khong-phai.csv", "không,phải", "1,2")
    try season.pass()
    var pass: Pass? = try Pass(season.workspace, wait: false)
    #expect(try pass?.finalize("lop10", acceptHeld: false)?.refusals == [])
    pass = nil
    return (season, clock)
  }

  private func purge(_ season: Season) throws -> PurgeReport {
    var pass = try Pass(season.workspace, wait: false)
    return try pass.purge()
  }

  @Test func nothingGoesBeforeItsTime() throws {
    let (season, clock) = try season(#""refusedDays": 30, "finalizedDays": 60, "outboxDays": 90"#)
    let objects = season.files(".ledger/objects").count
    clock.time += 29 * day
    let report = try purge(season)
    #expect(report.refused + report.finalized + report.outbox == 0)
    clock.time += day
    #expect(try purge(season).refused == 1)
    #expect(season.files(".ledger/objects").count == objects - 1)
    #expect(try season.pass().outcomes.isEmpty, "nobody is told anything anew")
    let files = try View(season.workspace).status().files
    #expect(files.filter(\.purged).map(\.name) == ["khong-phai.csv"])
  }

  @Test func ofAFinalizedRoundNothingStaysInTheLedgerAndThenInTheOutbox() throws {
    let (season, clock) = try season(#""refusedDays": 30, "finalizedDays": 60, "outboxDays": 90"#)
    clock.time += 61 * day
    let report = try purge(season)
    #expect(report.finalized >= 3 && report.rounds == ["lop10"])
    func holdsAChild(_ folder: String) throws -> Bool {
      try season.files(folder).contains { name in
        let bytes = try Data(contentsOf: season.url(folder + "/" + name))
        return bytes.range(of: Data("080207000017".utf8)) != nil
      }
    }
    #expect(try !holdsAChild(".ledger"))
    let published = season.files("Outbox/so/lop10").count
    _ = try season.pass()
    #expect(season.files("Outbox/so/lop10").count == published, "what is published stays as it is")
    clock.time += 30 * day
    #expect(try purge(season).outbox > 0)
    #expect(season.files("Outbox/so/lop10").isEmpty)
    #expect(try !holdsAChild("Outbox"))
    _ = try season.pass()
    // The same bytes are a new arrival.
    try season.declare()
    try season.drop("T/lop10/9A1.csv", ([header] + children).joined(separator: "\r\n"))
    #expect(try !season.pass().outcomes.isEmpty)
  }

  @Test func withoutASettingAllIsKept() throws {
    let (season, clock) = try season("")
    clock.time += 4000 * day
    let report = try purge(season)
    #expect(report.refused == 1 && report.finalized == 0 && report.outbox == 0)
  }

  @Test func aLostJournalLaysOutWhatWasSentAndOverwritesNothing() throws {
    let (season, _) = try season("")
    for name in ["journal", "journal-copy"] {
      try FileManager.default.removeItem(at: season.url(".ledger/" + name))
    }
    #expect(throws: LedgerError.lost) { try season.pass() }
    let outbox = season.files("Outbox")
    let report = try recover(season.workspace, wait: false)
    #expect(report.rebuilt && !report.isWhole && report.proven == 0)
    #expect(report.orphans.contains { $0.unit == "T" && $0.file == "9A1.csv" })
    for orphan in report.orphans {
      #expect(FileManager.default.fileExists(atPath: season.url(orphan.path).path), "\(orphan)")
    }
    #expect(season.files("Outbox") == outbox)
    // A person sends it all again: other numbers, and nothing of the old is touched.
    try season.declare()
    try season.drop("T/lop10/9A1.csv", ([header] + children).joined(separator: "\r\n"))
    try season.pass()
    var pass: Pass? = try Pass(season.workspace, wait: false)
    #expect(
      try pass?.finalize("lop10", acceptHeld: false)?.finalized.contains("Outbox/so/lop10/chinh-thuc-02")
        == true)
    pass = nil
    #expect(Set(season.files("Outbox")).isSuperset(of: outbox))
    // What nobody sent again is still told of.
    let again = try recover(season.workspace, wait: false)
    #expect(!again.rebuilt && again.orphans.count < report.orphans.count)
  }

  @Test func aDamagedJournalIsProvenFromItsCopy() throws {
    let (season, _) = try season("")
    let journal = season.url(".ledger/journal")
    let whole = try Data(contentsOf: journal)
    var damaged = whole
    damaged[whole.count / 2] ^= 1
    try damaged.write(to: journal)
    #expect(throws: LedgerError.self) { try season.pass() }
    let report = try recover(season.workspace, wait: false)
    #expect(report.rebuilt && report.isWhole)
    #expect(try Data(contentsOf: journal) == whole)
    #expect(try season.pass().published.isEmpty)
  }
}
