import Foundation
import Testing

/// `xét bổ sung` of a round in which people are held, or seats are for some: through files alone.
@Suite struct DecidingSupplementHeldTests {
  private func verifyAll(_ round: DecidingRound) throws {
    let folders = round.published("so").filter { $0.hasPrefix("chinh") }
    #expect(folders.count >= 2)
    for folder in folders {
      let result = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
      #expect(result.status == 0 && result.output.contains("V21"), "\(folder): \(result)")
    }
  }

  /// The `undecided` column of `giai-trinh.csv`, by child and school, where it says something.
  private func undecided(_ round: DecidingRound, _ folder: String) throws -> [String] {
    try round.rows(folder, "giai-trinh.csv").compactMap { row in
      guard let mark = row["undecided"], !mark.isEmpty else { return nil }
      return "\(row["applicationNo"] ?? "") \(row["school"] ?? "") \(mark)"
    }
  }

  @Test func aSeatThatIsKeptForTheReviewIsGivenToNobodyElse() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Yêu cầu duyệt hồ sơ", "S1|2|có", "S2|1|"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7|S1|S2|", "A4|6|S1|S2|", "A5|5|S1||"])
      try round.drop(
        "S1", "duyet", ["Mã hồ sơ|Mã trường|Kết quả"] + ["A1", "A3", "A4"].map { "\($0)|S1|Đạt" })
      try round.order("chot", "chốt||có")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-01") == ["A1 S1", "A2 held", "A3 S2", "A4 waiting", "A5 waiting"])
      // Nobody leaves: no seat is free.
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      let same = ["A1 S1", "A2 held", "A3 S2", "A4 waiting", "A5 waiting"]
      #expect(try round.result("chinh-thuc-02") == same)
      #expect(try undecided(round, "chinh-thuc-02") == ["A2 S1 documents"])
      let reason = try round.rows("chinh-thuc-02", "ket-qua.csv")[1]["reason"]
      #expect(reason?.contains("chưa duyệt") == true)
      // That seat is not free: whoever waits behind it is told what it took, and not of another place.
      let behind = try round.rows("chinh-thuc-02", "ket-qua.csv")[3]["reason"]
      #expect(behind == "NV1: Điểm xét 6 dưới điểm chuẩn 9; NV2: Điểm xét 6 dưới điểm chuẩn 7")
      // One does; the next one gets that seat, and after that one more who is not reviewed yet.
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.order("bosung2", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-03") == ["A1 not-admitted", "A2 held", "A3 S2", "A4 S1", "A5 waiting"])
      try round.enrolments("S1", "xacnhan2", "A4|S1|từ chối")
      try round.order("bosung3", "xét bổ sung||")
      try round.work.run("run")
      try round.order("bosung4", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-05")
          == ["A1 not-admitted", "A2 held", "A3 S2", "A4 not-admitted", "A5 held"])
      #expect(try undecided(round, "chinh-thuc-05") == ["A2 S1 documents", "A5 S1 documents"])
      try verifyAll(round)
    }
  }

  @Test func whoWaitsForTheCouncilGoesOnWaitingAndTheOrderSaysWhoWasSeated() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|9|S1|S2|", "A3|8|S1||", "A4|7|S2||"])
      try round.order("chot", "chốt||có")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 held", "A2 held", "A3 waiting", "A4 held"])
      let marks = try undecided(round, "chinh-thuc-01")
      #expect(marks == ["A1 S1 in", "A2 S1 in", "A2 S2 out", "A4 S2 in"])
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 held", "A2 held", "A3 S1", "A4 held"])
      #expect(try undecided(round, "chinh-thuc-02") == marks)
      #expect(try round.codes("so", "bosung") == ["ties-passed"])
      try round.enrolments("S1", "xacnhan", "A3|S1|từ chối")
      try round.order("bosung2", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-03") == ["A1 held", "A2 held", "A3 not-admitted", "A4 held"])
      #expect(try undecided(round, "chinh-thuc-03") == marks)
      #expect(try round.codes("so", "bosung2") == [])
      try verifyAll(round)
    }
  }

  /// Who is equal for the last seat of `xét bổ sung` waits for the council, between two places that are named
  /// as in the first run; and so it stays when the round is decided again.
  @Test func aTieOfTheSupplementNamesBothPlaces() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1", "S2|1"])
      try round.applications(
        "a", ["A1|9|S1||", "A2|8|S1|S2|", "A3|8|S1||", "A4|9,5|S2||", "A5|7|S2||", "A6|6|S2||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-01")
          == ["A1 S1", "A2 waiting", "A3 waiting", "A4 S2", "A5 waiting", "A6 waiting"])
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.enrolments("S2", "xacnhan", "A4|S2|từ chối")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      let marks = ["A2 S1 in", "A2 S2 out", "A3 S1 in", "A5 S2 in"]
      for folder in round.published("so").filter({ $0.hasPrefix("chinh") }).dropFirst() {
        #expect(
          try round.result(folder)
            == ["A1 not-admitted", "A2 held", "A3 held", "A4 not-admitted", "A5 held", "A6 waiting"])
        #expect(try undecided(round, folder) == marks)
        let reasons = try round.rows(folder, "ket-qua.csv").map { $0["reason"] ?? "" }
        #expect(
          reasons[1].contains("nhận cả nhóm bằng nhau: THPT Một (NV1); nếu không nhận em nào: THPT Hai (NV2)")
        )
        #expect(
          reasons[2].contains("nhận cả nhóm bằng nhau: THPT Một (NV1); nếu không nhận em nào: không có chỗ"))
        #expect(
          reasons[4].contains("nhận cả nhóm bằng nhau: THPT Hai (NV1); nếu không nhận em nào: không có chỗ"))
      }
      let told = try round.work.run("explain", "r1", "A2").output
      for word in ["Em vào đây nếu hội đồng nhận em.", "Em vào đây nếu hội đồng không nhận em"] {
        #expect(told.contains(word), "\(told)")
      }
      try verifyAll(round)
    }
  }

  /// A seat of a row goes to the next of its category, an open one to whoever is next.
  @Test func seatsOfReservationsStayWithTheirCategories() throws {
    try withRound { round in
      try round.declare(programs: ["S1|2"])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "DT|Dân tộc|ưu tiên|0"])
      try round.drop(
        "so", "danhrieng",
        ["Mã trường|Loại đối tượng|Giá trị|Số chỗ|Loại", "S1|Diện|DT|1|dành riêng"])
      try round.drop(
        "cong", "a",
        ["Mã hồ sơ|ĐTB 9|NV1|Diện ưu tiên|Họ và tên|Ngày sinh"]
          + [
            "A1|9|S1|", "A2|8|S1|", "A3|7|S1|", "B1|6|S1|DT", "B2|5|S1|DT", "B3|4|S1|DT",
          ].map { $0 + "|Lê Thị An|01/02/2011" })
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-01")
          == ["A1 S1", "A2 waiting", "A3 waiting", "B1 S1", "B2 waiting", "B3 waiting"])
      try round.enrolments("S1", "xacnhan", "B1|S1|từ chối", "A1|S1|đã xác nhận")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 S1", "A2 waiting", "A3 waiting", "B1 not-admitted", "B2 S1", "B3 waiting"])
      try round.enrolments("S1", "xacnhan2", "A1|S1|không đến", "B2|S1|đã xác nhận")
      try round.order("bosung2", "xét bổ sung||")
      try round.work.run("run")
      // B2 stays on the seat of its category, so the open one is free.
      #expect(
        try round.result("chinh-thuc-03")
          == ["A1 not-admitted", "A2 S1", "A3 waiting", "B1 not-admitted", "B2 S1", "B3 waiting"])
      try verifyAll(round)
    }
  }

  /// Who is assigned a place is admitted, so it waits nowhere, and who stood behind moves up.
  @Test func whoIsAssignedStandsOnNoWaitingList() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|1|1", "S2|1|"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S2|S1|", "A3|7|S1|S2|", "A4|6|S1|S2|"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2", "A3 waiting", "A4 waiting"])
      try round.drop("so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A3|S2|12/QĐ|chưa có chỗ"])
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 S1", "A2 S2", "A3 S2", "A4 waiting"])
      let waiting = try round.rows("chinh-thuc-02", "giai-trinh.csv").map {
        "\($0["applicationNo"] ?? "") \($0["school"] ?? "") \($0["waiting"] ?? "")"
      }
      #expect(waiting.suffix(4) == ["A3 S1 ", "A3 S2 ", "A4 S1 1", "A4 S2 1"])
      try verifyAll(round)
    }
  }
}
