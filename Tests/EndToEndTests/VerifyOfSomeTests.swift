import Foundation
import Testing

/// `verify` where seats are for some, documents are reviewed, or the council has concluded.
@Suite struct VerifyOfSomeTests {
  private func verifyAll(_ round: DecidingRound) throws {
    for folder in round.published("so") {
      let result = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
      #expect(result.status == 0 && result.output.contains("V21"), "\(folder): \(result)")
    }
  }

  @Test func seatsThatAreForSomeAreCountedAgain() throws {
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|1"])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "DT|Dân tộc|ưu tiên|0"])
      try round.drop(
        "so", "danhrieng",
        ["Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại", "S1|Diện|DT|1|dành riêng"])
      let rows = ["A1|9|S1|S2||", "A2|8|S1|S2||", "A3|7|S1|S2||DT", "A4|6|S1|S2||DT", "A5|5|S1|||"]
      try round.drop(
        "cong", "a",
        ["Mã hồ sơ|ĐTB 9|NV1|NV2|Rút hồ sơ|Diện ưu tiên|Họ và tên|Ngày sinh"]
          + rows.map { $0 + "|Lê Thị An|01/02/2011" })
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result("du-kien-01") == ["A1 S1", "A2 S2", "A3 S1", "A4 waiting", "A5 waiting"])
      #expect(try round.work.run("finalize", "r1").status == 0)
      try round.order("molai", "mở lại||")
      try round.work.run("run")
      try verifyAll(round)
    }
  }

  /// `xét bổ sung` gives a reserved seat that was refused to the next of its category.
  @Test func aReservedSeatThatIsRefusedIsGivenAgain() throws {
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|1"])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "DT|Dân tộc|ưu tiên|0"])
      try round.drop(
        "so", "danhrieng", ["Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại", "S1|Diện|DT|1|dành riêng"])
      let rows = ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7|S1|S2|DT", "A4|6|S1|S2|DT", "A5|5|S1||"]
      try round.drop(
        "cong", "a",
        ["Mã hồ sơ|ĐTB 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh"]
          + rows.map { $0 + "|Lê Thị An|01/02/2011" })
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|đã xác nhận", "A3|S1|từ chối")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 S1", "A2 S2", "A3 not-admitted", "A4 S1", "A5 waiting"])
      let rows2 = try round.rows("chinh-thuc-02", "giai-trinh.csv")
      #expect(rows2.first { $0["applicationNo"] == "A4" && $0["school"] == "S1" }?["seat"] == "1")
      #expect(try round.work.run("explain", "r1", "A4").output.contains("dành riêng cho diện Dân tộc"))
      try verifyAll(round)
    }
  }

  /// Given cut-offs know no seats, and still a place waits for the review of its documents.
  @Test func documentsAreAwaitedWhereCutOffsAreGiven() throws {
    try withRound { round in
      try round.declare(method: "cho trước")
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Yêu cầu duyệt hồ sơ", "S1|2|có", "S2|1|"])
      try round.drop(
        "so", "diemchuan", ["Mã trường|Nguyện vọng|Điểm chuẩn", "S1|1|8", "S1|2|8", "S2|1|7", "S2|2|7"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|7|S1|S2|"])
      try round.work.run("run")
      #expect(try round.work.run("finalize", "r1", "--accept-held").status == 0)
      #expect(try round.result("chinh-thuc-01") == ["A1 held", "A2 S2"])
      try verifyAll(round)
    }
  }

  @Test func documentsAndRulingsAreHeardAgain() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|2", "S2|1"])
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Yêu cầu duyệt hồ sơ", "S1|2|có", "S2|1|"])
      try round.drop(
        "so", "hoso", ["Mã hồ sơ đính kèm|Tên hồ sơ|Bắt buộc", "HB|Học bạ|trước xét tuyển"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|8|S1|S2|", "A4|7|S1||"])
      try round.work.run("run")
      try round.drop(
        "S1", "duyet",
        ["Mã hồ sơ|Mã trường|Kết quả|Hồ sơ thiếu", "A1|S1|Thiếu|Học bạ", "A2|S1|Đạt|", "A4|S1|Đạt|"])
      try round.work.run("run")
      try round.drop(
        "so", "hoidong", ["Mã hồ sơ|Mã trường|Kết luận|Số biên bản|Lý do", "A3|S1|nhận|05/BB|giải"])
      try round.work.run("run")
      #expect(round.published("so").count >= 2)
      try verifyAll(round)
    }
  }
}
