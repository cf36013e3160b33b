import Foundation
import Pipeline
import Rounds
import Testing

/// contract.md 4, States: rounds that close by their day, in the workspace's time zone.
@Suite struct ClosingTests {
  /// 20 July 2022, 23:59 in Vietnam.
  private let lastMinute: Int64 = 1_658_336_340
  private let day: Int64 = 24 * 60 * 60

  private func roster(_ season: Season, _ children: Int) throws {
    try season.drop(
      "T/lop10/9A1.csv",
      (["Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"]
        + (0..<children).map { "08020700001\($0),Lê Văn Bình,05/09/2007,9A1,8.5,A" }).joined(
          separator: "\r\n"))
  }

  private func rounds(closes: String) -> [String] {
    [
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,\(closes),1,đồng thời,Lấy cả nhóm",
    ]
  }

  @Test func theFirstPassAfterTheDayClosesOnceAndStillTakesItsFiles() throws {
    let season = try Season()
    try season.declare()
    try season.drop("so/dot.csv", rounds(closes: "20/07/2022").joined(separator: "\r\n"))
    func pass(at time: Int64) throws -> (state: RoundState?, outcomes: [ArrivalOutcome.Result]) {
      season.disk = ClockDisk(time: time)
      let report = try season.pass()
      return (report.rounds.first?.state, report.outcomes.map(\.result))
    }
    _ = try pass(at: lastMinute - day)
    #expect(try pass(at: lastMinute).state == .open)
    try roster(season, 1)
    #expect(try pass(at: lastMinute + 60) == (.closed, [.taken]))
    try roster(season, 2)
    #expect(try pass(at: lastMinute + 120) == (.closed, [.pending]))

    // Opened again it stays open, until another day has ended.
    do {
      var pass = try Pass(season.workspace, wait: false)
      #expect(try pass.reopen("lop10")?.refusals == [])
    }
    #expect(try pass(at: lastMinute + 2 * day).state == .open)
    try season.drop("so/dot.csv", rounds(closes: "24/07/2022").joined(separator: "\r\n"))
    #expect(try pass(at: lastMinute + 3 * day).state == .open)
    #expect(try pass(at: lastMinute + 5 * day).state == .closed)
  }

  @Test func aDayAlreadyPastWhenItWasTakenClosesNothing() throws {
    let season = try Season()
    try season.declare()
    try season.drop("so/dot.csv", rounds(closes: "20/07/2022").joined(separator: "\r\n"))
    season.disk = ClockDisk(time: lastMinute + day)
    try season.pass()
    #expect(try season.pass().rounds.map(\.state) == [.open])
    season.disk = ClockDisk(time: lastMinute + 9 * day)
    #expect(try season.pass().rounds.map(\.state) == [.open])
  }
}
