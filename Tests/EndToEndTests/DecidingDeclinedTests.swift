import Foundation
import Testing

/// contract.md 4: who has declined a school is no candidate of it any more, until a newer row says otherwise.
@Suite struct DecidingDeclinedTests {
  private func verifyAll(_ round: DecidingRound) throws {
    for folder in round.published("so") {
      let path = round.work.path("Outbox/so/r1/\(folder)")
      let result = try round.work.run("verify", path.path)
      #expect(result.status == 0 && result.output.contains("V21"), "\(folder): \(result)")
    }
  }

  private func reason(_ round: DecidingRound, _ folder: String, _ id: String) throws -> String {
    try round.rows(folder, "ket-qua.csv").first { $0["applicationNo"] == id }?["reason"] ?? ""
  }

  /// S1 has one seat and a list of one, S2 one seat.
  @Test func whoWaitsAndDeclinesIsOffTheListAndOutOfWhatFollows() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|1|1", "S2|1|"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|7|S1||", "A4|6|S2||"])
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 waiting", "A3 not-admitted", "A4 S2"])
      try round.enrolments("S1", "xacnhan", "A2|S1|từ chối")
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("chinh-thuc-02") == ["A1 S1", "A2 not-admitted", "A3 waiting", "A4 S2"])
      #expect(try reason(round, "chinh-thuc-02", "A2").contains("đã từ chối"))
      #expect(try reason(round, "chinh-thuc-02", "A3").contains("Điểm xét 7 dưới điểm chuẩn 9"))
      let told = try round.work.run("explain", "r1", "A2").output
      #expect(told.contains("đã từ chối") && !told.contains("cần thêm"), "\(told)")
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let moved = try round.work.run("diff", folders[0], folders[1]).output
      #expect(moved.contains("A2: chờ xét bổ sung → không trúng tuyển – em đã từ chối"), "\(moved)")

      try round.enrolments("S1", "xacnhan2", "A1|S1|từ chối")
      try round.order("bosung", "xét bổ sung||")
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result("chinh-thuc-03") == ["A1 not-admitted", "A2 not-admitted", "A3 S1", "A4 S2"])

      // Nor does a new `chốt` seat it there, though the seat is free.
      try round.enrolments("S1", "xacnhan3", "A3|S1|không đến")
      try round.work.run("reopen", "r1")
      #expect(try round.work.run("finalize", "r1").status == 0)
      let newest = try #require(round.published("so").last { $0.hasPrefix("chinh") })
      #expect(
        try round.result(newest) == ["A1 not-admitted", "A2 not-admitted", "A3 not-admitted", "A4 S2"])
      #expect(
        try ["A1", "A2", "A3"].map { try reason(round, newest, $0) }
          == ["Đã từ chối nhập học", "Đã từ chối nhập học", "Không đến nhập học"])
      let refused = try round.work.run("explain", "r1", "A2").output
      #expect(
        refused.contains("Kết quả: đã từ chối nhập học.") && refused.contains("Nếu ghi nhầm"), "\(refused)")

      // Taken back, it counts again when the round is opened again, and not before.
      try round.enrolments("S1", "xacnhan4", "A2|S1|đã xác nhận")
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result(#require(round.published("so").last { $0.hasPrefix("chinh") })).contains(
          "A2 not-admitted"))
      try round.work.run("reopen", "r1")
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(
        try round.result(#require(round.published("so").last { $0.hasPrefix("chinh") })).contains("A2 S1"))
      try verifyAll(round)
    }
  }

  /// What came before any list counts in all of them: the same result, whichever school is finalized first.
  @Test(arguments: [["S1", "S2"], ["S2", "S1"], [""]])
  func whoeverIsFinalizedFirst(orders: [String]) throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7|S1|S2|"])
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      #expect(try round.work.run("run").status == 0)
      let result = ["A1 S2", "A2 S1", "A3 waiting"]
      #expect(try round.result("du-kien-01") == result)
      for unit in orders {
        try round.drop("so", "chot-" + unit, ["Thao tác|Mã đơn vị", "chốt|" + unit])
        #expect(try round.work.run("run").status == 0)
      }
      #expect(try round.result(#require(round.published("so").last { $0.hasPrefix("chinh") })) == result)
      try verifyAll(round)
    }
  }

  /// Where all are decided anew, who has declined its place is decided at its other wishes.
  @Test func underXétLạiItIsDecidedElsewhere() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"], rules: [("Sau công bố", "xét lại")])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7|S1|S2|"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2", "A3 waiting"])
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.work.run("reopen", "r1")
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(try round.result("chinh-thuc-02") == ["A1 S2", "A2 S1", "A3 waiting"])
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let moved = try round.work.run("diff", folders[0], folders[1]).output
      #expect(moved.contains("A1: S1/thuong NV1 → S2/thuong NV2 – em đã từ chối"), "\(moved)")
      // A row that comes later changes nothing of the result that stands.
      try round.enrolments("S1", "xacnhan2", "A1|S1|đã xác nhận")
      #expect(try round.work.run("run").status == 0)
      #expect(!round.published("so").contains("chinh-thuc-03"))
      try verifyAll(round)
    }
  }

  /// In all three ways who declines its place, or does not come, reads the same, and is told from the other.
  @Test(arguments: ["giữ người đã trúng tuyển", "xét lại", ""])
  func whoDeclinesIsToldTheSameInAllWays(after: String) throws {
    try withRound { round in
      try round.declare(rules: after.isEmpty ? [] : [("Sau công bố", after)])
      try round.drop(
        "so", "chitieu", ["Mã trường|Mã chương trình|Chỉ tiêu", "S1||2", "S1|b|1", "S2||1"])
      // Of another program of the school it is told, too, whether it comes before its place or after.
      try round.applications(
        "a", ["A1|9|S1|S1/b|", "A2|8|S1/b|S1|", "A3|7|S1|S2|", "A4|6|S1||", "A5|9,5|S1/b||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|không đến")
      try round.order("tiep", after.isEmpty ? "xét bổ sung||" : "mở lại||")
      try round.work.run("run")
      if !after.isEmpty { #expect(try round.work.run("finalize", "r1").status == 0) }
      let result = try round.result("chinh-thuc-02")
      #expect(result.prefix(2) == ["A1 not-admitted", "A2 not-admitted"], "\(result)")
      for (child, said) in [("A1", "Đã từ chối nhập học"), ("A2", "Không đến nhập học")] {
        // Where it is decided at its other wishes, each tells it.
        let wanted = after == "xét lại" ? "NV1: \(said); NV2: \(said)" : said
        #expect(try reason(round, "chinh-thuc-02", child) == wanted)
      }
      let rows = try round.rows("chinh-thuc-02", "giai-trinh.csv").prefix(4)
      let cells = rows.map { [$0["verdict"], $0["score"], $0["declined"]] }
      let wanted = [["9", "declined"], ["8", "absent"]].flatMap { own in
        Array(repeating: ["school-declined"] + own, count: 2)
      }
      #expect(cells == wanted, "\(cells)")
      let told = try ["A1", "A2"].map { try round.work.run("explain", "r1", $0).output }
      #expect(
        told[0].contains("Điểm xét 9.") && told[0].contains("Kết quả: đã từ chối nhập học."), "\(told[0])")
      #expect(told[0].contains("Không trúng tuyển – Đã từ chối nhập học."), "\(told[0])")
      #expect(told.map { $0.components(separatedBy: "Kết quả: ").count } == [3, 3], "\(told)")
      #expect(!told[1].contains("xếp hạng") && !told[1].contains("cần thêm"), "\(told[1])")
      #expect(
        told[1].contains("Điểm xét 8.") && told[1].contains("Kết quả: không đến nhập học."), "\(told[1])")
      #expect(told[1].contains("Không trúng tuyển – Không đến nhập học."), "\(told[1])")
      try verifyAll(round)
    }
  }

  /// Who was assigned a place of a school and does not take it goes back to no list of that school.
  @Test func whoDeclinesAnAssignedPlaceWaitsThereNoMore() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|1|1", "S2|1|"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1|S2|", "A3|7|S1||", "A4|8,5|S2||"])
      try round.drop("so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A2|S1|12/QĐ|chưa có chỗ"])
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 waiting", "A4 S2"])
      try round.enrolments("S1", "xacnhan", "A2|S1|từ chối", "A1|S1|từ chối")
      #expect(try round.work.run("run").status == 0)
      // It still waits at the other school.
      #expect(try round.result("chinh-thuc-02") == ["A1 S1", "A2 waiting", "A3 waiting", "A4 S2"])
      #expect(try round.rows("chinh-thuc-02", "ket-qua.csv")[1]["school"] == "S2")
      try round.order("bosung", "xét bổ sung||")
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("chinh-thuc-03") == ["A1 not-admitted", "A2 waiting", "A3 S1", "A4 S2"])
      try verifyAll(round)
    }
  }

  /// Whom a tie held when the round was finalized, and who has declined since, gets in by no ruling any more.
  @Test func whoIsHeldAndDeclinesIsToldSo() throws {
    try withRound { round in
      try round.declare(ties: "Để hội đồng xét", programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|9|S1|S2|", "A3|5|S2||"])
      try round.order("chot", "chốt||có")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 held", "A2 held", "A3 held"])
      #expect(try reason(round, "chinh-thuc-01", "A1").contains("nếu hội đồng nhận cả nhóm"))
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|không đến")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 held", "A2 held", "A3 held"])
      #expect(
        try reason(round, "chinh-thuc-02", "A1") == "Em đã từ chối hoặc không đến nhập học ở THPT Một (NV1)")
      #expect(
        try reason(round, "chinh-thuc-02", "A2")
          == "Em đã từ chối hoặc không đến nhập học ở THPT Một (NV1); em có vào THPT Hai (NV2) hay không thì chưa quyết định"
      )
      let told = try round.work.run("explain", "r1", "A1").output
      #expect(told.contains("Đang giữ lại – Em đã từ chối") && !told.contains("nếu hội đồng"), "\(told)")
      #expect(!told.contains("Em vào đây") && !told.contains("mở lại đợt"), "\(told)")
      #expect(told.contains("chỗ này được xét cho em khác khi có lệnh xét bổ sung"), "\(told)")
      let other = try round.work.run("explain", "r1", "A2").output
      #expect(
        other.contains("đã từ chối") && other.contains("Em vào đây nếu hội đồng không nhận"), "\(other)")
      #expect(!other.contains("Em không phải làm gì thêm"), "\(other)")
      try verifyAll(round)
    }
  }

  /// A seat that is kept until documents are reviewed is kept no longer for who has declined it.
  @Test func whoDeclinesASeatThatIsKeptForTheReviewLeavesIt() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Yêu cầu duyệt hồ sơ", "S1|1|có", "S2|1|"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1||"])
      try round.order("chot", "chốt||có")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 held", "A2 waiting"])
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.work.run("run")
      #expect(
        try reason(round, "chinh-thuc-02", "A1") == "Em đã từ chối hoặc không đến nhập học ở THPT Một (NV1)")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-03") == ["A1 not-admitted", "A2 held"])
      #expect(try reason(round, "chinh-thuc-03", "A1") == "Đã từ chối nhập học")
      try verifyAll(round)
    }
  }

  /// Who has declined a school since `chốt` gets no place there by what is only imagined.
  @Test func whoHasDeclinedGetsNoImaginedPlace() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"], rules: [("Sau công bố", "xét lại")])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|7|S1|S2|", "A4|6|S1|S2|"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 waiting", "A3 S2", "A4 waiting"])
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|từ chối")
      try round.work.run("run")
      let more = try round.work.run("simulate", "r1", "--quota", "S1=2").output
      #expect(more.contains("A3: S2/thuong NV2 → S1/thuong NV1 – chỉ tiêu S1/thuong từ 1 thành 2"), "\(more)")
      #expect(more.contains("A4: chờ xét bổ sung → S2/thuong NV2"), "\(more)")
      #expect(!more.contains("A2:") && !more.contains("A1:") && !more.contains("từ chối"), "\(more)")
      // Opened again, both refusals count.
      let anew = try round.work.run("simulate", "r1", "--reopened").output
      #expect(anew.contains("A1: S1/thuong NV1 → không trúng tuyển – em đã từ chối"), "\(anew)")
      #expect(!anew.contains("không còn từ chối"), "\(anew)")
      // An application that was withdrawn takes no refusal back.
      try round.applications("b", ["A1|9|S1||x"])
      let withdrawn = try round.work.run("simulate", "r1", "--reopened").output
      #expect(
        withdrawn.contains("A1: S1/thuong NV1 →") && !withdrawn.contains("không còn từ chối"), "\(withdrawn)")
    }
  }

  /// Who has declined a school and has no imagined place there stays in its group of equals: its group is not
  /// otherwise because another school has other seats.
  @Test func whoHasDeclinedBreaksNoTieElsewhere() throws {
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|1"], rules: [("Sau công bố", "xét lại")])
      try round.applications(
        "a", ["A1|9|S1||", "A2|8|S1||", "A3|8|S1||", "A4|7|S2||", "A5|9|S2||", "A6|6|S2||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-01")
          == ["A1 S1", "A2 waiting", "A3 waiting", "A4 waiting", "A5 S2", "A6 waiting"])
      try round.enrolments("S1", "xacnhan1", "A2|S1|từ chối")
      try round.enrolments("S2", "xacnhan2", "A4|S2|từ chối")
      try round.work.run("run")
      let more = try round.work.run("simulate", "r1", "--quota", "S2=2").output
      #expect(more.contains("A6: chờ xét bổ sung → S2/thuong NV1"), "\(more)")
      for other in ["A2:", "A3:", "A4:", "S1/thuong"] { #expect(!more.contains(other), "\(other) \(more)") }
    }
  }
}
