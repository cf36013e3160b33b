import Disk
import Foundation
import Glibc
import Pipeline
import Rounds
import TestDisks
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

  /// The pass that closes still takes its files, whenever an earlier one died.
  @Test("F01: a pass that is finished on another day closes no round by that day")
  func aPassThatIsFinishedOnAnotherDay() throws {
    for isDisturbed in [false, true] {
      let season = try ClosingSeason()
      try season.list("9A2", "080207000025")
      season.season.disk = ClockDisk(time: lastMinute)
      if isDisturbed {
        let disk = season.season.disk
        season.season.disk = FaultyDisk(disk, with: EIO) { _, name in name.hasPrefix("000006-") }
      }
      _ = try? season.season.pass()
      #expect(season.season.files("Outbox/T/bien-nhan").contains { $0.hasPrefix("000006-") } != isDisturbed)
      try season.list("9A3", "080207000033")
      #expect(try season.pass(after: day).rounds.map(\.state) == [.closed])
      #expect(try season.outcomes(of: "T", "9A2", "9A3") == ["nhan", "nhan"], "disturbed: \(isDisturbed)")
      try season.list("9A4", "080207000041")
      _ = try season.pass(after: day + 60)
      #expect(try season.outcomes(of: "T", "9A4") == ["cho-xac-nhan"])
    }
  }

  /// A purge alone is no pass: what is sent before the next one is in time.
  @Test func whatAPurgeBeganClosesNoRound() throws {
    let season = try ClosingSeason()
    try season.season.drop("T/khac.csv", "không,phải", "1,2")
    _ = try season.pass(after: -30)
    try Data(#"{"settleSeconds": 0, "retention": {"refusedDays": 0}}"#.utf8).write(
      to: season.season.url("Schemas/settings.json"))
    do {
      var pass = try Pass(season.season.workspace, wait: false)
      #expect(try pass.purge().refused == 1)
    }
    try season.list("9A2", "080207000025")
    #expect(try season.pass(after: 60).rounds.map(\.state) == [.closed])
    #expect(try season.outcomes(of: "T", "9A2") == ["nhan"])
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
