import Foundation
import Pipeline
import Rounds
import Tables
import Testing

/// A round of which a purge removed what it was decided from stays as it is.
@Suite struct PurgedRoundTests {
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"

  /// It is still declared, in one table with another round.
  private func season() throws -> Season {
    let season = try Season()
    try Data(#"{"settleSeconds": 0, "retention": {"finalizedDays": 0}}"#.utf8).write(
      to: season.url("Schemas/settings.json"))
    try season.declareRound()
    try season.drop(
      "so/lop10/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS")
    try season.drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm",
      "nam-sau,Tuyển sinh năm sau,2023-2024,THPT,Lớp 10,01/07/2023,31/12/2099,1,đồng thời,Lấy cả nhóm")
    try season.drop("T/lop10/9A1.csv", header, "080207000017,Lê Văn Bình,05/09/2007,9A1,8,A")
    do {
      var pass = try Pass(season.workspace, wait: false)
      #expect(try pass.finalize("lop10", acceptHeld: false)?.refusals == [])
      #expect(try pass.purge().rounds == ["lop10"])
    }
    try season.pass()
    return season
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
}
