import Foundation
import Testing

/// `verify` of what is published after `chốt`: `xét bổ sung`, assignments, and a round opened again.
@Suite struct VerifyAfterTests {
  private func verifyAll(_ round: DecidingRound) throws {
    let folders = round.published("so")
    #expect(folders.count >= 2)
    for folder in folders {
      let result = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
      #expect(result.status == 0 && result.output.contains("V21"), "\(folder): \(result)")
    }
  }

  @Test func whatComesAfterTheEndIsCheckedToo() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren + ["A5|5|S1||", "A6|4|S2||", "A7|3|S1||x"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|đã xác nhận")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02").first == "A1 not-admitted")
      try round.enrolments("S1", "xacnhan2", "A4|S1|không đến")
      try round.order("bosung2", "xét bổ sung||")
      try round.drop("so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A6|S2|12/QĐ|chưa có chỗ"])
      try round.work.run("run")
      #expect(round.published("so").contains("chinh-thuc-03"))
      try verifyAll(round)
    }
  }

  /// A list that was too short is made anew, and the next run reaches who comes to it.
  @Test func aSeatThatTheFirstListDidNotFillIsFilledByTheNext() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|2|2", "S2|1|1"])
      try round.applications("a", fourChildren + ["A5|5|S1|S2|", "A6|4|S2||", "A7|3|S2||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      // The one on the list of S2 gets a seat of S1, and so that of S2 stays free.
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|đã xác nhận")
      try round.enrolments("S2", "xacnhan", "A3|S2|không đến")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-02") == [
          "A1 not-admitted", "A2 S1", "A3 not-admitted", "A4 S1", "A5 waiting", "A6 not-admitted",
          "A7 not-admitted",
        ])
      let refused = try round.rows("chinh-thuc-02", "ket-qua.csv").filter { $0["status"] == "not-admitted" }
      #expect(refused.last?["reason"]?.contains("ngoài danh sách chờ") == true)
      try round.order("bosung2", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-03") == [
          "A1 not-admitted", "A2 S1", "A3 not-admitted", "A4 S1", "A5 S2", "A6 waiting", "A7 not-admitted",
        ])
      try verifyAll(round)
    }
  }

  @Test func whoIsKeptAndWhoHasLeftAfterReopeningIsChecked() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.order("molai", "mở lại||")
      try round.work.run("run")
      try round.drop(
        "S1", "them", ["Mã hồ sơ|ĐTB 9|NV1|NV2|Họ và tên|Ngày sinh", "B1|10|S1|S2|Lê Thị Bình|01/02/2011"])
      try round.work.run("run")
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 not-admitted", "A2 S1", "A3 S2", "A4 waiting", "B1 S1"])
      try verifyAll(round)
    }
  }
}
