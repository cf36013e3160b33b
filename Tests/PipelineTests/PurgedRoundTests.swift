import Foundation
import Pipeline
import Rounds
import Tables
import Testing

/// A round of which a purge removed what it was decided from stays as it is.
@Suite struct PurgedRoundTests {
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"

  /// It is still declared, in one table with another round.
  ///
  /// - Parameter shares: all but one list of children is sent for both rounds.
  private func season(shares: Bool = false) throws -> Season {
    let season = try Season()
    try Data(#"{"settleSeconds": 0, "retention": {"finalizedDays": 0}}"#.utf8).write(
      to: season.url("Schemas/settings.json"))
    try season.drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm",
      "nam-sau,Tuyển sinh năm sau,2023-2024,THPT,Lớp 10,01/07/2023,31/12/2099,1,đồng thời,Lấy cả nhóm")
    if shares { try sendForBoth(season) } else { try send(season) }
    do {
      var pass = try Pass(season.workspace, wait: false)
      #expect(try pass.finalize("lop10", acceptHeld: false)?.refusals == [])
      #expect(try pass.purge().rounds == ["lop10"])
    }
    try season.pass()
    return season
  }

  private func send(_ season: Season) throws {
    try season.drop("so/lop10/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,1")
    try season.drop("so/lop10/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
    try season.drop(
      "so/lop10/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS")
    try season.drop("T/lop10/9A1.csv", header, "080207000017,Lê Văn Bình,05/09/2007,9A1,8,A")
  }

  private func sendForBoth(_ season: Season) throws {
    func both(_ name: String, _ header: String, _ rows: String...) throws {
      let lines = ["lop10", "nam-sau"].flatMap { round in rows.map { "\(round),\($0)" } }
      try season.drop(name, bytes: Data((["Mã đợt," + header] + lines).joined(separator: "\r\n").utf8))
    }
    try both("so/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,1")
    try both("so/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
    try both(
      "so/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS")
    try season.pass()
    try both("T/9A1.csv", header, "080207000018,Lê Văn Cường,05/09/2007,9A1,7,A")
    try season.drop("T/lop10/9A2.csv", header, "080207000017,Lê Văn Bình,05/09/2007,9A2,8,A")
  }

  @Test func itIsNotOpenedAgain() throws {
    let season = try season()
    var pass = try Pass(season.workspace, wait: false)
    #expect(try pass.reopen("lop10")?.refusals.map(\.reason) == [.inputsPurged])
    #expect(try pass.standing().rounds.map(\.state) == [.finalized, .open])
  }

  @Test(arguments: ["mở lại,", "xét bổ sung,", "chốt lớp,"])
  func noOrderChangesIt(_ order: String) throws {
    let season = try season()
    let outbox = Set(season.files("Outbox/A/lop10"))
    try season.drop("so/lop10/lenh.csv", "Thao tác,Mã đơn vị", order)
    let report = try season.pass()
    #expect(report.outcomes.flatMap(\.findings).map { $0.facts["reason"] } == ["inputs-purged"])
    #expect(report.rounds.map(\.state) == [.finalized, .open] && report.published.isEmpty)
    #expect(Set(season.files("Outbox/A/lop10")) == outbox)
  }

  /// Its setup and one of its lists are another round's as well, and stay.
  @Test func nothingIsDecidedFromWhatIsLeft() throws {
    let season = try season(shares: true)
    let outbox = season.files("Outbox").filter { $0.contains("/lop10/") }
    try season.drop("T/hoi.csv", "không,phải", "1,2")
    let report = try season.pass()
    #expect(report.rounds.map(\.state) == [.finalized, .open])
    #expect(season.files("Outbox").filter { $0.contains("/lop10/") } == outbox && !outbox.isEmpty)
  }

  /// That is something else than a round for which nothing was sent yet, and nobody owes it anything.
  @Test func itIsSaidWhatBecameOfIt() throws {
    let season = try season(shares: true)
    try season.drop("T/hoi.csv", "không,phải", "1,2")
    #expect(try season.pass().rounds.map(\.standing.code) == ["purged", "decided"])
    // By what the last pass came to.
    #expect(try season.pass().rounds.map(\.standing.code) == ["purged", "decided"])
    let view = try View(season.workspace)
    let status = try view.status().rounds
    #expect(status.map(\.standing) == ["purged", "decided"])
    #expect(status[0].sent == [] && status[0].missing == [])
    let tables = try #require(view.round("lop10"))
    guard case .notReady([.purged], _) = view.decide(tables) else {
      Issue.record("decided")
      return
    }
    for unit in ["so", "A", "T"] {
      #expect(try season.tasks(unit).contains("1. Không còn việc gì phải nộp."))
    }
  }
}
