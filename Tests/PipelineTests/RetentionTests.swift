import Disk
import Foundation
import Glibc
import Pipeline
import TestDisks
import Testing

/// What `purge` leaves, whatever the days say.
@Suite struct RetentionTests {
  private let day: Int64 = 86_400
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"
  private let child = "080207000017,Lê Văn Bình,05/09/2007,9A1,8,A"

  private func empty(_ clock: ClockDisk.Clock, _ retention: String) throws -> Season {
    let season = try Season()
    season.disk = ClockDisk(clock)
    try Data(#"{"settleSeconds": 0, "retention": {\#(retention)}}"#.utf8).write(
      to: season.url("Schemas/settings.json"))
    return season
  }

  private func season(_ clock: ClockDisk.Clock, _ retention: String) throws -> Season {
    let season = try empty(clock, retention)
    try season.declare()
    try season.drop("T/lop10/9A1.csv", header, child)
    try season.pass()
    return season
  }

  private func purge(_ season: Season) throws -> PurgeReport {
    var pass = try Pass(season.workspace, wait: false)
    return try pass.purge()
  }

  @discardableResult private func finalize(_ season: Season) throws -> PassReport? {
    var pass = try Pass(season.workspace, wait: false)
    return try pass.finalize("lop10", acceptHeld: false)
  }

  /// What was refused in the place of older seats stops its round, however long ago that was.
  @Test func refusedSetupStopsItsRoundUntilItIsCorrected() throws {
    let clock = ClockDisk.Clock(1_658_293_200)
    let season = try season(clock, #""refusedDays": 3"#)
    try season.drop("so/lop10/thay-the/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,mười")
    try season.drop("T/lop10/khong-phai.csv", "không,phải", "1,2")
    try season.pass()
    clock.time += 400 * day
    #expect(try purge(season).refused == 1, "that of the school")
    try season.pass()
    #expect(try finalize(season)?.refusals.isEmpty == false)
    try season.drop("so/lop10/thay-the/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,2")
    try season.pass()
    #expect(try finalize(season)?.refusals == [])
    #expect(try purge(season).refused == 1)
  }

  /// A receipt said that the list is looked at again once more is declared.
  @Test func aListThatMayStillStandIsThereWhenMoreIsDeclared() throws {
    let clock = ClockDisk.Clock(1_658_293_200)
    let season = try empty(clock, #""refusedDays": 3"#)
    try season.declareUnits()
    try season.drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm")
    try season.drop("T/lop10/9A1.csv", header, child)
    try season.pass()
    func outcome() throws -> String? {
      try View(season.workspace).status().files.first { $0.name == "9A1.csv" }?.outcome
    }
    #expect(try outcome() == "tu-choi")
    clock.time += 30 * day
    #expect(try purge(season).refused == 0)
    try season.declareRound()
    try season.pass()
    #expect(try outcome() == "nhan")
  }

  @Test func whatWaitsGoesWithTheLastRoundThatItMayBeFor() throws {
    let clock = ClockDisk.Clock(1_658_293_200)
    let season = try season(clock, #""finalizedDays": 10"#)
    try finalize(season)
    try season.drop("T/9A2.csv", header, "080207000018,Lê Văn Chi,05/09/2007,9A2,9,A")
    try season.pass()
    #expect(try View(season.workspace).status().files.last?.outcome == "cho-xac-nhan")
    clock.time += 9 * day
    #expect(try purge(season).finalized == 0)
    clock.time += day
    #expect(try purge(season).finalized > 0)
    let status = try View(season.workspace).status()
    #expect(status.files.allSatisfy(\.purged) && status.isClean)
  }

  @Test("F14: what cannot be removed from the Outbox is named, stops nothing and goes the next time")
  func whatCannotBeRemovedStopsNothing() throws {
    let clock = ClockDisk.Clock(1_658_293_200)
    let season = try season(clock, #""outboxDays": 10"#)
    try finalize(season)
    clock.time += 10 * day
    for number in [EACCES, EBUSY, ENOTEMPTY] {
      season.disk = FaultyDisk(ClockDisk(clock), with: number) { call, name in
        call == "removeFolder" && name == "chinh-thuc-01"
      }
      #expect(try purge(season).left == ["Outbox/A/lop10", "Outbox/T/lop10", "Outbox/so/lop10"])
      try season.drop("T/lop10/\(number).csv", "không,phải", "1,\(number)")
      #expect(try season.pass().outcomes.count == 1)
    }
    season.disk = ClockDisk(clock)
    let report = try purge(season)
    #expect(report.isComplete && report.outbox >= 3)
    #expect(season.files("Outbox").allSatisfy { !$0.contains("/lop10/chinh-thuc-") })
  }
}
