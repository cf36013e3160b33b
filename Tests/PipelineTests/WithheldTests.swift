import Admission
import Foundation
import Rounds
import Tables
import Testing

@testable import Pipeline

/// contract.md 4 and the promise of the house: nothing that breaks a property leaves it.
@Suite struct WithheldTests {
  /// Two rounds, each with one seat and two children who want it.
  private func season() throws -> Season {
    let season = try Season()
    try season.drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "r1,Đợt một,2022-2023,THPT,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm",
      "r2,Đợt hai,2022-2023,THPT,01/07/2022,31/12/2099,1,đồng thời,Lấy cả nhóm")
    for round in ["r1", "r2"] {
      try season.drop("so/\(round)/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò", "A,THPT An Bình,Trường")
      try season.drop("so/\(round)/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,1")
      try season.drop("so/\(round)/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
      try season.drop(
        "so/\(round)/ds.csv", "Mã hồ sơ,Họ và tên,Ngày sinh,ĐTB 9,NV1", "\(round)-1,Lê An,01/02/2011,9,A",
        "\(round)-2,Lê Bình,01/02/2011,8,A")
    }
    return season
  }

  /// The first round is decided wrongly: the seat goes to the second child.
  private func spoilt(_ workspace: Workspace) -> Workspace {
    var workspace = workspace
    let decide = workspace.decider
    workspace.decider = { tables, schemas, jobs in
      let result = decide(tables, schemas, jobs)
      guard case .decided(let round) = result, tables.round.code == "r1" else { return result }
      var outcome = round.outcome
      outcome.place.swapAt(0, 1)
      outcome.place[1] = Int32(round.input.wishes(of: 1).lowerBound)
      outcome.place[0] = -1
      return .violated(round.broken(Admission.verify(round.input, outcome)), round.findings)
    }
    return workspace
  }

  @Test func aBrokenPropertyStopsItsRoundAlone() throws {
    let season = try season()
    var pass = try Pass(spoilt(season.workspace), wait: false)
    let report = try pass.run()
    #expect(report.published == ["Outbox/so/r2/du-kien-01"])
    #expect(!report.isClean)
    guard case .violated(let broken) = report.rounds[0].standing else {
      Issue.record("\(report.rounds[0])")
      return
    }
    #expect(broken.map(\.id).contains("P3"))
    let third = try #require(broken.first { $0.id == "P3" })
    #expect(third.cases == [BrokenProperty.Case(path: "A/thuong", person: "r1-1")])
    // The receipts came all the same.
    #expect(report.outcomes.count == 9 && report.outcomes.allSatisfy { $0.result == .taken })
    // The department is told which property, and of whom; the school is not.
    let told = try #require(try season.tasks("so").first { $0.contains("P3") })
    #expect(told.contains("r1-1") && told.contains("A/thuong") && told.contains("Không ai bị bỏ qua"))
    #expect(try !season.tasks("A").contains { $0.contains("r1-1") })
  }

  @Test func itIsNotFinalizedAndTheOtherIs() throws {
    let season = try season()
    let workspace = spoilt(season.workspace)
    func finalize(_ round: String) throws -> PassReport {
      var pass = try Pass(workspace, wait: false)
      return try #require(try pass.finalize(round, acceptHeld: true))
    }
    #expect(try finalize("r1").refusals.contains { $0.reason == .propertyViolated })
    #expect(!season.files("Outbox/so/r1").contains { $0.hasPrefix("chinh-thuc") })
    let finalized = try finalize("r2")
    #expect(finalized.refusals.isEmpty && finalized.finalized.contains("Outbox/so/r2/chinh-thuc-01"))
    // `chốt` in a file is refused likewise, and its receipt says why.
    try season.drop("so/r1/chot.csv", "Thao tác,Số khởi tạo", "chốt,")
    var pass = try Pass(workspace, wait: false)
    let report = try pass.run()
    #expect(report.outcomes.flatMap(\.findings).map { $0.facts["reason"] } == ["property-violated"])
    let status = try View(workspace).status()
    #expect(status.rounds.map(\.broken.isEmpty) == [false, true] && !status.isClean)
  }

  /// A number that leaves the range while a round is decided stops that round alone, at its cell.
  @Test func anOverflowStopsItsRoundAlone() throws {
    let season = try season()
    try season.drop("so/r1/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,900000000")
    let report = try season.pass()
    #expect(report.published == ["Outbox/so/r2/du-kien-01"])
    guard case .stopped(let errors) = report.rounds[0].standing else {
      Issue.record("\(report.rounds[0])")
      return
    }
    #expect(errors.map { $0.finding.facts["reason"] } == ["overflow"])
    #expect(errors.first?.finding.facts["program"] == "A/thuong")
    // With a coefficient that fits all is well again.
    try season.drop("so/r1/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,2")
    #expect(try season.pass().published == ["Outbox/so/r1/du-kien-01"])
  }
}
