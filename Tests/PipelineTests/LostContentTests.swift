import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import Testing
import Wording

/// F18: a content that is damaged in the ledger stops the rounds that need it, and no other.
@Suite struct LostContentTests {
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"
  private let season: Season

  /// Two rounds of one school, each with a roster.
  init() throws {
    season = try Season()
    try season.declareTwo()
    try send("lop10/9A1", "080207000017", "8")
    try send("hai/9A1", "080207000025", "8")
    try season.pass()
  }

  private func roster(_ id: String, _ mark: String, _ group: String = "9A1") -> String {
    header + "\r\n\(id),Lê Văn Bình,05/09/2007,\(group),\(mark),A\r\n"
  }

  private func send(_ name: String, _ id: String, _ mark: String, _ group: String = "9A1") throws {
    let file = season.url("Inbox/T/\(name).csv")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(roster(id, mark, group).utf8).write(to: file)
  }

  private func lists(_ round: String) -> [String] {
    Set(season.files("Outbox/so/\(round)").compactMap { $0.split(separator: "/").first }.map(String.init))
      .filter { $0.hasPrefix("du-kien") }.sorted()
  }

  private func damage(_ id: String, _ mark: String) throws -> URL {
    let object = season.url(".ledger/objects/" + SHA256.hex(Array(roster(id, mark).utf8)))
    var bytes = try Data(contentsOf: object)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: object)
    return object
  }

  private func stopped(_ report: PassReport) -> [String] {
    report.rounds.filter { if case .stopped = $0.standing { true } else { false } }.map(\.code)
  }

  @Test("F18: only the rounds that need a damaged content stop, and the department is told")
  func aDamagedRosterStopsItsRoundAlone() throws {
    #expect(lists("lop10") == ["du-kien-01"] && lists("hai") == ["du-kien-01"])
    _ = try damage("080207000017", "8")
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    let receipts = season.files("Outbox/T/bien-nhan").count
    try send("hai/9A1", "080207000025", "9")
    let report = try season.pass()
    #expect(stopped(report) == ["lop10"])
    #expect(
      report.notes.contains { if case .contentLost(_, unit: "T") = $0 { true } else { false } },
      "\(report.notes)")
    #expect(lists("hai") == ["du-kien-01", "du-kien-02"], "the other round goes on")
    #expect(lists("lop10") == ["du-kien-01"], "what was published stays")
    #expect(try season.tasks("so").contains { $0.contains("Bản lưu của 1 tệp") && $0.contains("T/9A1.csv") })
    #expect(try !season.tasks("T").contains("Nộp danh sách học sinh."), "nobody is asked for what was sent")
    let waiting = try View(season.workspace).status()
    #expect(waiting.rounds.map(\.standing).sorted() == ["decided", "stopped"])
    #expect(waiting.rounds.flatMap(\.lost).map { "\($0.unit)/\($0.name)" } == ["T/9A1.csv"])
    #expect(waiting.rounds.allSatisfy { $0.errors == 0 } && !waiting.isClean)
    // Whoever sends for the round meanwhile is answered when it can be judged.
    try send("lop10/9A2", "080207000033", "9", "9A2")
    try season.pass()
    #expect(season.files("Outbox/T/bien-nhan").count == receipts + 1 * 2)
    #expect(lists("lop10") == ["du-kien-01"])
    let files = try View(season.workspace).status().files
    let lost = try #require(files.first { $0.lost })
    #expect(lost.inForce && lost.outcome == "nhan" && lost.rounds == ["lop10"])
    #expect(files.last?.hasReceipt == false && files.last?.awaits == [lost.seq])
    #expect(files.dropLast().allSatisfy { $0.hasReceipt && $0.awaits.isEmpty })
    // The same bytes again make it whole.
    try send("lop10/9A1", "080207000017", "8")
    #expect(try stopped(season.pass()).isEmpty)
    #expect(lists("lop10") == ["du-kien-01", "du-kien-02"])
    #expect(season.files("Outbox/T/bien-nhan").count > receipts + 2)
    let results = try String(
      contentsOf: season.url("Outbox/so/lop10/du-kien-02/ket-qua.csv"), encoding: .utf8)
    #expect(results.contains("080207000017") && results.contains("080207000033"))
  }

  @Test("F18, F27: a lost list that was corrected since stops no round, and coming again it undoes nothing")
  func aLostListThatWasCorrectedSince() throws {
    func result(_ folder: String) throws -> String {
      try String(contentsOf: season.url("Outbox/so/lop10/\(folder)/ket-qua.csv"), encoding: .utf8)
    }
    try send("lop10/9A1", "080207000017", "8.5")
    try season.pass()
    #expect(lists("lop10") == ["du-kien-01", "du-kien-02"])
    let object = season.url(
      ".ledger/objects/" + SHA256.hex(Array(roster("080207000017", "8").utf8)))
    try FileManager.default.removeItem(at: object)
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    try send("hai/9A1", "080207000025", "9")
    let report = try season.pass()
    #expect(stopped(report).isEmpty && report.isClean)
    #expect(try View(season.workspace).status().isClean)
    #expect(report.notes.contains { if case .unneededLost(_, unit: "T") = $0 { true } else { false } })
    let files = try View(season.workspace).status().files
    #expect(
      files.filter(\.lost).map { "\($0.name) \($0.rounds) \($0.outcome)" } == ["9A1.csv [\"lop10\"] nhan"])
    #expect(files.allSatisfy { !$0.lost || !$0.inForce })
    // Sent again, as its unit was asked to.
    try send("lop10/9A1", "080207000017", "8")
    let again = try season.pass()
    #expect(again.outcomes.map(\.result) == [.taken] && again.isClean, "\(again.notes)")
    #expect(again.outcomes.flatMap(\.findings).map(\.code).contains(.keptAgain))
    #expect(again.published.isEmpty && FileManager.default.fileExists(atPath: object.path))
    // The journal alone says the same.
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    let later = try season.pass()
    #expect(later.isClean && later.published.isEmpty && later.outcomes.isEmpty)
    #expect(try result("du-kien-02").contains("8.5"))
    // Of itself the older list is the truth again.
    try send("lop10/9A1", "080207000017", "8")
    try season.pass()
    #expect(lists("lop10") == ["du-kien-01", "du-kien-02", "du-kien-03"])
    #expect(try !result("du-kien-03").contains("8.5"))
  }

  @Test("F18: what is damaged is found when a receipt needs it, too")
  func aReceiptThatNeedsADamagedContent() throws {
    let object = try damage("080207000017", "8")
    // The tables stand on the shelf; only the receipt would need the file itself.
    let schema = season.url("Schemas/tables/roster.json")
    let text = try String(contentsOf: schema, encoding: .utf8)
    try Data(text.replacing("\"Lớp\"", with: "\"Lớp khác\"").utf8).write(to: schema)
    #expect(try stopped(season.pass()) == ["lop10"])
    // Restored by hand, all goes on.
    try Data(roster("080207000017", "8").utf8).write(to: object)
    #expect(try stopped(season.pass()).isEmpty)
  }

  /// Flips a bit of what was kept of the last file of that name, and forgets what was read of all.
  private func damage(file name: String) throws -> Data {
    let view = try LedgerView(POSIXDisk(), workspace: FileName(season.path))
    let hash = try #require(view?.received.last { $0.path.name == FileName(name) }?.hash)
    let object = season.url(".ledger/objects/" + hash)
    let whole = try Data(contentsOf: object)
    var bytes = whole
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: object)
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    return whole
  }

  @Test(
    "F18: a lost table that says how children are judged stops its round alone",
    arguments: [
      ["Mã diện,Tên diện,Loại,Điểm cộng", "UT1,Con thương binh,ưu tiên,1"],
      ["Tên bảng,Giá trị 1,Điểm", "HL,Giỏi,9"],
      ["Xã/Phường,Mã trường,Tuyến", "Xã An Bình,A,1"],
      ["Mã hồ sơ đính kèm,Tên hồ sơ,Bắt buộc", "GKS,Giấy khai sinh,không"],
      ["Cột,Bắt buộc", "Họ và tên,có"],
    ])
  func aLostTableStopsItsRoundAlone(_ lines: [String]) throws {
    try season.drop("so/lop10/bang.csv", bytes: Data((lines.joined(separator: "\r\n") + "\r\n").utf8))
    #expect(try season.pass().outcomes.map(\.result) == [.taken])
    let before = lists("lop10")
    let whole = try damage(file: "bang.csv")
    try send("hai/9A1", "080207000025", "9")
    #expect(try stopped(season.pass()) == ["lop10"])
    #expect(lists("hai") == ["du-kien-01", "du-kien-02"] && lists("lop10") == before)
    #expect(try season.tasks("so").contains { $0.contains("so/bang.csv") })
    try season.drop("so/lop10/bang.csv", bytes: whole)
    #expect(try stopped(season.pass()).isEmpty)
  }

  @Test(
    "F18: while it is lost which rounds, units or programs there are, files are taken and nothing is told",
    arguments: ["so/don-vi.csv", "so/dot.csv", "so/lop10/chi-tieu.csv"])
  func aLostDeclarationStopsThePass(_ path: String) throws {
    let name = String(path.split(separator: "/").last ?? "")
    let whole = try damage(file: name)
    let (receipts, published) = (season.files("Outbox/T/bien-nhan"), season.files("Outbox/so"))
    try send("hai/9A1", "080207000025", "9")
    let error = #expect(throws: LedgerError.self) { try season.pass() }
    let isDamage = if case .arrivalLost(let lost, _) = error { lost.unit == "so" } else { false }
    #expect(isDamage, "\(String(describing: error))")
    #expect(season.files("Inbox").filter { $0.hasSuffix(".csv") }.isEmpty, "it is taken all the same")
    season.checkConserved()
    #expect(season.files("Outbox/T/bien-nhan") == receipts && season.files("Outbox/so") == published)
    // Who has sent it reads that it is kept, and the department what is lost.
    let words = TaskWording(.vi)
    let (own, theirs) = (try season.tasks("T"), try season.tasks("so"))
    #expect([words.task(.waits), "9A1.csv", words.kept].allSatisfy(own.contains), "\(own)")
    #expect(theirs.contains { $0.hasSuffix("/du-kien-01") }, "and where the newest lists are")
    #expect(theirs.contains { $0.contains("so/" + name) } && !own.contains { $0.contains(name) })
    try season.drop(path, bytes: whole)
    #expect(try stopped(season.pass()).isEmpty)
    #expect(try !season.tasks("T").contains(words.kept))
    #expect(lists("hai") == ["du-kien-01", "du-kien-02"])
  }

  @Test("F18: of a lost order there stands what it did")
  func aLostOrderHasBeenCarriedOut() throws {
    try season.drop("so/lop10/lenh.csv", "Thao tác,Mã đơn vị", "khóa nhận hồ sơ,")
    try season.pass()
    func state() throws -> RoundState? { try View(season.workspace).round("lop10")?.state }
    #expect(try state() == .closed)
    _ = try damage(file: "lenh.csv")
    try send("hai/9A1", "080207000025", "9")
    // Also where nothing new asks for it.
    for _ in 0..<3 {
      let report = try season.pass()
      #expect(stopped(report).isEmpty && report.isClean)
      #expect(report.notes.contains { if case .unneededLost(_, unit: "so") = $0 { true } else { false } })
      #expect(try state() == .closed)
    }
    #expect(lists("hai") == ["du-kien-01", "du-kien-02"])
  }
}
