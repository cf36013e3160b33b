import Audit
import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
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
    let gone = try #require(files.first { $0.purged })
    #expect(gone.seq == 2 && gone.name.isEmpty && gone.outcome == "tu-choi", "\(gone)")
    #expect(files.count { $0.purged } == 1 && files.allSatisfy(\.hasReceipt))
  }

  /// The refused file goes with its copy in the Outbox; its receipt and those of rounds when they are over, not before.
  @Test func eachReceiptGoesWhenItsOwnTimeIsOver() throws {
    let (season, clock) = try season(#""refusedDays": 0, "finalizedDays": 10, "outboxDays": 90"#)
    let refused = "000002-khong-phai-tu-choi"
    func receipts() -> [String] { season.files("Outbox/T/bien-nhan") }
    #expect(receipts().contains(refused + "-goc.csv"))
    #expect(try purge(season).refused == 1)
    #expect(!receipts().contains(refused + "-goc.csv") && receipts().contains(refused + ".xlsx"))
    clock.time += 30 * day
    #expect(try purge(season).finalized > 0)
    #expect(try purge(season).outbox == 0)
    let files = try View(season.workspace).status().files
    #expect(files.first { $0.seq == 1 }?.rounds == ["lop10"])
    #expect(files.first { $0.seq == 1 }?.outcome == "nhan")
    let all = receipts()
    clock.time += 59 * day
    #expect(try purge(season).outbox == 0 && receipts() == all)
    clock.time += day
    #expect(try purge(season).outbox > 0)
    #expect(receipts().isEmpty, "\(receipts())")
    #expect(try purge(season).outbox == 0, "it is done once")
  }

  @Test func aFolderWhoseInputsWerePurgedIsNotCalledWrong() throws {
    let (season, clock) = try season(#""finalizedDays": 10"#)
    let folder = season.url("Outbox/so/lop10/chinh-thuc-01").path
    #expect(try View(season.workspace).verify(folder).limits.isEmpty)
    clock.time += 10 * day
    #expect(try purge(season).finalized > 0)
    let verification = try View(season.workspace).verify(folder)
    #expect(verification.report.holds && verification.limits == [.purged])
  }

  @Test func ofAFinalizedRoundNothingStaysInTheLedgerAndThenInTheOutbox() throws {
    let (season, clock) = try season(#""refusedDays": 30, "finalizedDays": 60, "outboxDays": 90"#)
    clock.time += 61 * day
    // What was found in rounds stands on the shelf with the names of files.
    func decisions() -> Int { season.files(".ledger/shelf").count { $0.hasPrefix("round-") } }
    #expect(decisions() > 0)
    let report = try purge(season)
    #expect(report.finalized >= 3 && report.rounds == ["lop10"] && decisions() == 0)
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

  @Test("F19: a lost journal: what was sent is laid out, and nothing overwritten")
  func aLostJournalLaysOutWhatWasSentAndOverwritesNothing() throws {
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

  /// The journal and its copy of an earlier day, as a backup has them, and an Outbox that has gone on.
  @Test("F19: an older journal with its copy is not believed, and no number is given twice")
  func anOlderJournalIsNotBelieved() throws {
    let (season, _) = try season("")
    let ledger = ["journal", "journal-copy"]
    let before = try ledger.map { try Data(contentsOf: season.url(".ledger/" + $0)) }
    try season.drop("T/lop10/9A2.csv", header, "080207000018,Lê Văn Chi,05/09/2007,9A2,9,A")
    try season.pass()
    let outbox = season.files("Outbox")
    for (name, bytes) in zip(ledger, before) { try bytes.write(to: season.url(".ledger/" + name)) }
    #expect(throws: LedgerError.shortened()) { try season.pass() }
    #expect(throws: LedgerError.shortened()) { try View(season.workspace) }
    let report = try recover(season.workspace, wait: false)
    #expect(report.arrivalsLost == 1 && !report.isWhole)
    #expect(report.orphans.contains { $0.unit == "T" && $0.file == "9A2.csv" })
    try season.drop("T/lop10/9A3.csv", header, "080207000019,Lê Văn Dũng,05/09/2007,9A3,9,A")
    try season.pass()
    let numbers = season.files("Outbox/T/bien-nhan/may-doc").compactMap(arrivalNumber)
    #expect(Set(numbers).count == numbers.count && numbers.count > 3, "\(numbers)")
    #expect(Set(season.files("Outbox")).isSuperset(of: outbox))
  }

  /// A backup of the whole ledger, with what the last pass of that day came to.
  @Test(
    "F19: an older ledger that is put back whole is not believed, and recover names who has to send again")
  func anOlderLedgerIsNotBelieved() throws {
    let (season, _) = try season("")
    try season.pass()
    let (ledger, backup) = (season.url(".ledger"), season.url("backup"))
    try FileManager.default.copyItem(at: ledger, to: backup)
    try season.drop("T/lop10/9A2.csv", header, "080207000018,Lê Văn Chi,05/09/2007,9A2,9,A")
    try season.pass()
    let outbox = season.files("Outbox")
    try FileManager.default.removeItem(at: ledger)
    try FileManager.default.moveItem(at: backup, to: ledger)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: ledger.path)
    // Where nothing is new, and where there is a file.
    #expect(throws: LedgerError.shortened()) { try season.pass() }
    let new = season.url("Inbox/T/lop10/9A3.csv")
    try Data("\(header)\r\n080207000019,Lê Văn Dũng,05/09/2007,9A3,9,A\r\n".utf8).write(to: new)
    #expect(throws: LedgerError.shortened()) { try season.pass() }
    #expect(FileManager.default.fileExists(atPath: new.path) && season.files("Outbox") == outbox)
    let report = try recover(season.workspace, wait: false)
    #expect(report.arrivals.map(\.file) == ["9A2.csv"] && report.arrivals.map(\.unit) == ["T"])
    #expect(!report.isWhole && report.arrivalsLost == 1)
  }

  @Test("F19: a journal cut at a line end stops, whoever looks first; then recover loses nothing")
  func aJournalCutAtALineEndStops() throws {
    let (season, _) = try season("")
    let journal = season.url(".ledger/journal")
    let whole = try Data(contentsOf: journal)
    let end = try #require(whole.dropLast().lastIndex(of: 0x0A))
    try whole[...end].write(to: journal)
    #expect(throws: LedgerError.shortened()) { try season.pass() }
    #expect(throws: LedgerError.shortened()) { try View(season.workspace) }
    let report = try recover(season.workspace, wait: false)
    #expect(report.isWhole && report.rebuilt)
    #expect(try Data(contentsOf: journal) == whole)
  }

  @Test("F18: contents that are gone are named, and sent again")
  func contentsThatAreGoneAreNamedAndSentAgain() throws {
    let (season, _) = try season("")
    try FileManager.default.removeItem(at: season.url(".ledger/objects"))
    #expect(throws: LedgerError.contentsLost) { try season.pass() }
    #expect(throws: LedgerError.contentsLost) { try View(season.workspace) }
    let report = try recover(season.workspace, wait: false)
    #expect(!report.isWhole && report.lost.count >= 4 && report.lost.allSatisfy { !$0.damaged })
    // Nobody is told that all is well, though what was read of them still stands on the shelf.
    #expect(throws: LedgerError.self) { try season.pass() }
    #expect(throws: LedgerError.self) { try View(season.workspace) }
    let lists = season.files("Outbox/so/lop10")
    try season.declare()
    try season.drop("T/lop10/9A1.csv", ([header] + children).joined(separator: "\r\n"))
    try season.drop("T/lop10/khong-phai.csv", "không,phải", "1,2")
    let healed = try season.pass()
    // Of what was settled by `chốt` nobody else has a copy: its round waits for a backup.
    guard case .stopped(let errors) = healed.rounds.first?.standing else {
      Issue.record("\(healed.rounds)")
      return
    }
    #expect(errors.map { $0.finding.facts["reason"] } == ["record-lost"])
    #expect(season.files("Outbox/so/lop10") == lists)
    #expect(try season.tasks("so").contains { $0.contains("Kết quả đã chốt") })
    #expect(try recover(season.workspace, wait: false).lost.isEmpty)
  }

  @Test("F18: a content that is gone is told by a pass that finds nothing new")
  func aPassWithoutNewsMissesWhatIsGone() throws {
    let season = try Season()
    try season.declareTwo()
    try season.drop("T/lop10/9A1.csv", [header, children[0]].joined(separator: "\r\n"))
    try season.pass()
    let text = [header, children[0]].joined(separator: "\r\n") + "\r\n"
    try FileManager.default.removeItem(at: season.url(".ledger/objects/" + SHA256.hex(Array(text.utf8))))
    var pass = try Pass(season.workspace, wait: false)
    let report = try pass.run()
    #expect(!report.isClean && report.notes.contains(.contentLost(seq: 9, unit: "T")), "\(report.notes)")
  }

  /// Arrivals are counted on after lost ones: the place of one among all is not its number.
  @Test func aListOfTasksNamesTheRightFileAfterNumbersWereLost() throws {
    let (season, _) = try season("")
    for name in ["journal", "journal-copy"] {
      try FileManager.default.removeItem(at: season.url(".ledger/" + name))
    }
    _ = try recover(season.workspace, wait: false)
    try season.declare()
    try season.pass()
    try season.drop("T/lop10/hong.csv", "không,phải", "3,4")
    try season.drop("T/lop10/9A1.csv", ([header] + children).joined(separator: "\r\n"))
    try season.pass()
    let receipt = try #require(
      season.files("Outbox/T/bien-nhan").first { $0.hasSuffix("-hong-tu-choi.xlsx") })
    #expect(arrivalNumber(receipt).map { $0 > 6 } == true)
    let tasks = try season.tasks("T")
    let row = try #require(tasks.firstIndex(of: "hong.csv"))
    #expect(tasks[row...].prefix(3).last == "Outbox/T/bien-nhan/" + receipt, "\(tasks)")
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
