import Foundation
import Ledger
import Pipeline
import Rounds
import Testing
import Wording

/// F18: what waits, or was refused, and is lost then.
@Suite struct LostWaitingTests {
  private let season: Season

  /// Two rounds of one school.
  init() throws {
    season = try Season()
    try season.declareTwo()
  }

  private func list(_ path: String, _ id: String, _ group: String? = nil) throws {
    try season.drop(
      path, "Số định danh cá nhân,Họ và tên,Ngày sinh,ĐTB 9,NV1" + (group == nil ? "" : ",Lớp"),
      "\(id),Lê Văn Bình,05/09/2007,8,A" + (group.map { "," + $0 } ?? ""))
  }

  private func stopped(_ report: PassReport) -> [String] {
    report.rounds.filter { if case .stopped = $0.standing { true } else { false } }.map(\.code).sorted()
  }

  private func finalize(_ round: String) throws -> PassReport {
    var pass = try Pass(season.workspace, wait: false)
    return try #require(try pass.finalize(round, acceptHeld: true))
  }

  private func reopen(_ round: String) throws -> PassReport {
    var pass = try Pass(season.workspace, wait: false)
    return try #require(try pass.reopen(round))
  }

  @Test("F18: a round that was stopped by a refused table is not decided without it once that is lost")
  func aRefusedTable() throws {
    try list("T/lop10/9A1.csv", "080207000017")
    try season.drop("so/lop10/thay-the/ct.csv", "Mã trường,Chỉ tiêu", "A,mười")
    #expect(try stopped(season.pass()) == ["lop10"])
    let bytes = try season.lose("ct.csv")
    try list("T/hai/9A1.csv", "080207000025")
    let report = try season.pass()
    #expect(
      stopped(report) == ["lop10"] && !season.files("Outbox/so/lop10").contains { $0.contains("du-kien-02") })
    let status = try View(season.workspace).status()
    #expect(status.rounds.first { $0.round == "lop10" }?.lost.map(\.name) == ["ct.csv"])
    #expect(try finalize("lop10").refusals.map(\.reason) == [.setupStopped])
    #expect(try finalize("hai").refusals.isEmpty, "the other round does not need it")
    // The very bytes bring back what was refused.
    try season.drop("so/lop10/thay-the/ct.csv", bytes: bytes)
    #expect(try stopped(season.pass()) == ["lop10"])
    #expect(try View(season.workspace).status().rounds.allSatisfy { $0.lost.isEmpty })
    // Lost again, and corrected under its name.
    try season.lose("ct.csv")
    #expect(try stopped(season.pass()) == ["lop10"])
    try season.drop("so/lop10/thay-the/ct.csv", "Mã trường,Chỉ tiêu", "A,3")
    #expect(try stopped(season.pass()).isEmpty)
    #expect(try finalize("lop10").refusals.isEmpty)
  }

  @Test("F18: a round is opened again while a file is lost that waits for that, and decided with it")
  func aFileThatWaits() throws {
    try list("T/lop10/9A1.csv", "080207000017", "9A1")
    try season.drop("so/lop10/khoa.csv", "Thao tác,Mã đơn vị", "khóa nhận hồ sơ,")
    try season.pass()
    try list("T/lop10/9A2.csv", "080207000025", "9A2")
    #expect(try season.pass().outcomes.map(\.result) == [.pending])
    let bytes = try season.lose("9A2.csv")
    let reopened = try reopen("lop10")
    #expect(reopened.refusals.isEmpty && stopped(reopened) == ["lop10"])
    #expect(try finalize("lop10").refusals.map(\.reason) == [.setupStopped])
    #expect(try View(season.workspace).round("lop10")?.state == .open)
    try season.drop("T/lop10/9A2.csv", bytes: bytes)
    #expect(try stopped(season.pass()).isEmpty)
    #expect(try View(season.workspace).round("lop10")?.state == .open)
    let results = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("ket-qua.csv") })
    let text = try String(contentsOf: season.url("Outbox/so/lop10/" + results), encoding: .utf8)
    #expect(text.contains("080207000017") && text.contains("080207000025"))
  }

  @Test("F18: what is no table, a refused order and what was corrected under its name stop no round")
  func whatNothingHangsOn() throws {
    try season.drop("T/ghi-chu.csv", "không,phải", "1,2")
    try season.drop("so/lop10/lenh.csv", "Thao tác,Mã đơn vị", "chốt sổ,")
    try season.drop("T/lop10/9A3.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,ĐTB 9,NV1", "1,Lê,x,y,A")
    #expect(try season.pass().outcomes.map(\.result) == [.refused, .refused, .refused])
    for name in ["ghi-chu.csv", "lenh.csv"] { try season.lose(name) }
    let report = try season.pass()
    #expect(stopped(report).isEmpty && report.isClean, "what nothing hangs on is noted")
    #expect(report.notes.count { if case .unneededLost = $0 { true } else { false } } == 2)
    try season.lose("9A3.csv")
    #expect(try stopped(season.pass()).isEmpty, "whatever is declared, its rows stay wrong")
  }

  @Test("F18: a table that its sender may not send stops no round, until he may")
  func aTableThatItsSenderMayNotSend() throws {
    try season.drop("T/ct.csv", "Mã trường,Chỉ tiêu", "A,9")
    #expect(try season.pass().outcomes.map(\.result) == [.refused])
    try season.lose("ct.csv")
    let report = try season.pass()
    #expect(stopped(report).isEmpty && report.isClean)
    #expect(try finalize("hai").refusals.map(\.reason) == [.notReady], "nothing but that nobody has applied")
    try season.drop(
      "so/lop10/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,Phòng Tân Trụ,Cơ quan quản lý,THCS")
    #expect(try stopped(season.pass()).contains("lop10"), "as an authority he declares seats")
  }

  @Test("F18: a refused table of the setup is settled by a full one that came in its place, not by its name")
  func aRefusedTableAndOthersOfItsName() throws {
    try season.drop("so/lop10/thay-the/ct.csv", "Mã trường,Chỉ tiêu", "A,mười")
    try season.pass()
    try season.lose("ct.csv")
    try season.drop("so/lop10/bo-sung/ct.csv", "Mã trường,Chỉ tiêu", "T,7")
    #expect(try stopped(season.pass()) == ["lop10"])
    #expect(try finalize("lop10").refusals.map(\.reason).contains(.setupStopped))
    try season.drop("so/lop10/bang-khac.csv", "Mã trường,Chỉ tiêu", "A,3", "T,7")
    #expect(try stopped(season.pass()).isEmpty)
  }

  @Test("F18: lists in thay-the that together cover a lost one free its round")
  func listsThatReplaceALostOneTogether() throws {
    try season.drop(
      "T/lop10/ca-truong.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,ĐTB 9,NV1,Lớp",
      "080207000017,Lê Văn Bình,05/09/2007,8,A,9A1", "080207000025,Lê Văn Bình,05/09/2007,8,A,9A2")
    try season.pass()
    try season.lose("ca-truong.csv")
    try list("T/lop10/thay-the/9A1.csv", "080207000017", "9A1")
    #expect(try stopped(season.pass()) == ["lop10"])
    #expect(try season.tasks("T").contains { $0.contains("T/ca-truong.csv") }, "its sender is asked for it")
    try list("T/lop10/thay-the/9A2.csv", "080207000025", "9A2")
    #expect(try stopped(season.pass()).isEmpty)
  }

  @Test("F18: whoever sends into a round that waits reads that it is kept, and nothing of others")
  func whatOthersRead() throws {
    let waits = TaskWording(.vi).task(.waits)
    try list("T/lop10/9A1.csv", "080207000017", "9A1")
    try season.pass()
    let bytes = try season.lose("9A1.csv")
    try list("A/lop10/9B1.csv", "080207000025", "9B1")
    try season.pass()
    #expect(season.files("Outbox/A/bien-nhan").isEmpty)
    let tasks = try season.tasks("A")
    #expect(tasks.contains(waits) && tasks.contains("9B1.csv") && tasks.contains(TaskWording(.vi).kept))
    #expect(!tasks.contains { $0.contains("9A1") || $0.contains("080207000025") })
    #expect(!tasks.contains(TaskWording(.vi).task(.roster)))
    #expect(try !season.tasks("T").contains(waits), "is asked for what is lost")
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    try season.pass()
    #expect(try !season.tasks("A").contains { $0 == waits || $0 == "9B1.csv" })
    #expect(season.files("Outbox/A/bien-nhan").contains { $0.contains("9b1") })
  }

  @Test("F18: a folder that goes by the name of its round is known while its declaration is lost")
  func aFolderByTheNameOfItsRound() throws {
    let bytes = try season.lose("dot-hai.csv")
    try list("T/Đợt hai/9A1.csv", "080207000017", "9A1")
    #expect(throws: LedgerError.self) { try season.pass() }
    #expect(!season.files("Inbox").contains { $0.hasSuffix(".csv") }, "it is taken all the same")
    try season.drop("so/dot-hai.csv", bytes: bytes)
    try season.pass()
    let file = try #require(View(season.workspace).status().files.last { $0.name == "9A1.csv" })
    #expect(file.rounds == ["hai"] && file.outcome == "nhan")
  }

  @Test("F18: a file whose round nobody could tell is needed by every round that it may be for")
  func aFileWithoutARound() throws {
    // The round that its rows name is declared later.
    try season.drop(
      "T/9A1.csv", "Mã đợt,Số định danh cá nhân,Họ và tên,Ngày sinh,ĐTB 9,NV1",
      "ba,080207000017,Lê Văn Bình,05/09/2007,8,A")
    try season.pass()
    try season.lose("9A1.csv")
    #expect(try stopped(season.pass()) == ["hai", "lop10"])
    try list("T/hai/9A1.csv", "080207000017")
    #expect(try stopped(season.pass()).isEmpty, "its sender has sent it into the folder of its round")
  }

  @Test("F18: a newer whole list in thay-the frees the round of a lost one of the same scope, for good")
  func aListThatReplacesALostOne() throws {
    try list("T/lop10/9A1.csv", "080207000017", "9A1")
    try season.pass()
    try season.lose("9A1.csv")
    #expect(try stopped(season.pass()) == ["lop10"])
    try list("T/lop10/9A1.csv", "080207000025", "9A1")
    try list("T/lop10/thay-the/9A2.csv", "080207000033", "9A2")
    #expect(try stopped(season.pass()) == ["lop10"], "what it would remove is not known; of another class")
    try list("T/lop10/thay-the/9A1.csv", "080207000041", "9a1")
    #expect(try stopped(season.pass()).isEmpty)
    func results() throws -> String {
      let results = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("ket-qua.csv") })
      return try String(contentsOf: season.url("Outbox/so/lop10/" + results), encoding: .utf8)
    }
    #expect(try results().contains("080207000041") && results().contains("080207000033"))
    #expect(try !results().contains("080207000017") && !results().contains("080207000025"))
    // It is not needed any more, also when the newer one has been replaced.
    try list("T/lop10/9A1.csv", "080207000058", "9A1")
    #expect(try stopped(season.pass()).isEmpty)
    #expect(try results().contains("080207000058") && !results().contains("080207000041"))
    #expect(try finalize("lop10").refusals.isEmpty)
  }

  @Test("F18: whoever has sent a correction already sends the same into thay-the")
  func aCorrectionThatIsSentIntoThayThe() throws {
    try list("T/lop10/9A1.csv", "080207000017", "9A1")
    try season.pass()
    try season.lose("9A1.csv")
    let asked = try season.pass().notes.compactMap { note -> String? in
      if case .contentLost(_, let unit) = note { unit } else { nil }
    }
    #expect(asked == ["T"])
    try list("T/lop10/9A1.csv", "080207000025", "9A1")
    #expect(try stopped(season.pass()) == ["lop10"])
    try list("T/lop10/thay-the/9A1.csv", "080207000025", "9A1")
    let report = try season.pass()
    #expect(stopped(report).isEmpty && !report.tellsOfLoss)
    #expect(report.notes.contains { if case .unneededLost = $0 { true } else { false } })
    #expect(!report.notes.contains { if case .contentLost = $0 { true } else { false } }, "nobody is asked")
    let results = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("ket-qua.csv") })
    let text = try String(contentsOf: season.url("Outbox/so/lop10/" + results), encoding: .utf8)
    #expect(text.contains("080207000025") && !text.contains("080207000017"))
    let files = try View(season.workspace).status().files.filter { $0.unit == "T" }
    #expect(files.map(\.lost) == [true, false, false] && files.map(\.inForce) == [false, true, false])
  }

  @Test("F18: a setup workbook that was wholly replaced stops nothing, and its seed and spelling stay")
  func aReplacedSetup() throws {
    let header =
      "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm,Số khởi tạo bốc thăm"
    let row = "BA,Đợt ba,2022-2023,THPT,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm,"
    try season.drop("so/ba-1.csv", header, row + "1234")
    try season.pass()
    try season.drop("so/ba-2.csv", header, row.replacing("BA,Đợt ba", with: "ba,Đợt thứ ba") + "99")
    try season.pass()
    try season.lose("ba-1.csv")
    let report = try season.pass()
    #expect(stopped(report).isEmpty && report.isClean)
    let round = try #require(View(season.workspace).round("ba")?.round)
    #expect(round.code == "BA" && round.seed == "1234" && round.name == "Đợt thứ ba")
    // A newer one that has an error does not stand in its place.
    try season.drop("so/ba-3.csv", header, row.replacing("2022-2023", with: "năm nay") + "1234")
    try season.pass()
    try season.lose("ba-2.csv")
    #expect(throws: LedgerError.self) { try season.pass() }
    try season.drop("so/thay-the/ba-4.csv", header, row)
    #expect(try stopped(season.pass()).isEmpty, "nobody has the older one any more")
    #expect(try View(season.workspace).round("ba")?.round.seed == "1234")
  }
}
