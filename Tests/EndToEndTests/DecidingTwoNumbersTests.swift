import Foundation
import Testing

/// A child that is named by two numbers, of which its roster knows one, and later by the other alone.
@Suite struct DecidingTwoNumbersTests {
  private func verifyAll(_ round: DecidingRound) throws {
    for folder in round.published("so") {
      let result = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
      #expect(result.status == 0 && result.output.contains("V21"), "\(folder): \(result)")
    }
  }

  @Test func itKeepsItsConfirmationAndItsAssignment() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|7|S1||", "A4|6|S1||"])
      let assignments = "Mã hồ sơ|Số báo danh|Mã trường|Số văn bản|Lý do"
      try round.drop("so", "phanbo", [assignments, "A4|SBD4|S2|12/QĐ|chưa có chỗ"])
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 waiting", "A4 S2"])
      let enrolments = "Mã hồ sơ|Số báo danh|Mã trường|Trạng thái"
      try round.drop(
        "S1", "xacnhan", [enrolments, "A1|SBD1|S1|đã xác nhận", "A2|SBD2|S1|đã xác nhận"])
      try round.drop("S1", "xacnhan2", [enrolments, "|SBD3|S1|đã xác nhận"])
      #expect(try round.work.run("run").status == 0)
      try round.drop("S1", "xacnhan3", [enrolments, "|SBD1|S1|đã nhập học", "|SBD2|S1|không đến"])
      try round.drop("so", "phanbo2", [assignments, "|SBD4|S2|13/QĐ|chưa có chỗ"])
      try round.order("bosung", "xét bổ sung||")
      #expect(try round.work.run("run").status == 0)
      let newest = try #require(round.published("so").last { $0.hasPrefix("chinh") })
      #expect(try round.result(newest) == ["A1 S1", "A2 not-admitted", "A3 S1", "A4 S2"])
      #expect(try round.rows(newest, "ket-qua.csv")[3]["reason"]?.contains("13/QĐ") == true)
      #expect(try round.codes("S1", "xacnhan3") == [])
      #expect(try round.codes("S1", "xacnhan2") == ["not-applicant"])
      try verifyAll(round)
    }
  }

  @Test func itKeepsTheRulingOfTheCouncil() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1"])
      try round.applications("a", ["A1|9|S1||", "A2|9|S1||"])
      let rulings = "Mã hồ sơ|Số báo danh|Mã trường|Kết luận|Số biên bản|Lý do"
      try round.drop(
        "so", "ketluan", [rulings, "A1|SBD1|S1|không nhận|1/BB|xét", "A2|SBD2|S1|nhận|1/BB|xét"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 waiting", "A2 S1"])
      try round.drop(
        "so", "ketluan2", [rulings, "|SBD1|S1|nhận|2/BB|xét lại", "|SBD2|S1|không nhận|2/BB|xét lại"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 waiting"])
      try verifyAll(round)
    }
  }
}
