import Foundation
import Testing

/// contract.md 4, A kept child and `mở lại`, through files and commands alone.
@Suite struct DecidingReopeningTests {
  @Test func whoWasPublishedAsAdmittedStaysThoughOthersAreBetter() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting"])

      #expect(try round.work.run("reopen", "r1").status == 0)
      // A better child comes, and one of those admitted has its mark corrected to the lowest.
      try round.applications(
        "b", ["A1|9|S1|S2|", "A2|1|S1|S2|", "A3|7|S1|S2|", "A4|6|S1|S2|", "A5|10|S1|S2|"])
      #expect(try round.work.run("finalize", "r1").status == 0)
      let kept = ["A1 S1", "A2 S1", "A3 S2", "A4 waiting", "A5 waiting"]
      #expect(try round.result("chinh-thuc-02") == kept)
      let why = try round.work.run("explain", "r1", "A5").output
      #expect(why.contains("được giữ") && !why.contains("còn chỗ cho mọi"))
      #expect(try round.work.run("explain", "r1", "A2").output.contains("Được giữ"))
      // The same is decided again: nothing new is published, and the first list is as it was.
      #expect(try round.work.run("run").status == 0)
      #expect(
        round.published("so").last == "chinh-thuc-02" || round.published("so").contains("chinh-thuc-02"))
      #expect(!round.published("so").contains("chinh-thuc-03"))
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting"])
      #expect(round.published("S1") == ["chinh-thuc-01", "chinh-thuc-02"])
    }
  }

  /// Who came when the seats were given reads the same, however good it is: no score would have been enough.
  @Test(arguments: ["đồng thời", "chênh lệch"])
  func aSeatThatIsKeptIsOutOfReach(method: String) throws {
    try withRound { round in
      try round.declare(method: method, programs: ["S1|1", "S2|1"], rules: [("Chênh lệch", "0;1")])
      try round.applications("a", ["A1|8|S1||", "A5|6|S2||", "A6|7,5|S1||"])
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      try round.work.run("reopen", "r1")
      try round.applications(
        "b", ["A1|8|S1||", "A5|6|S2||", "A6|7,5|S1||", "A2|10|S1||", "A3|7|S1||", "A4|5|S2|S1|"])
      #expect(try round.work.run("finalize", "r1").status == 0)
      // And once more, with nothing changed.
      try round.work.run("reopen", "r1")
      try round.work.run("finalize", "r1")
      let newest = try #require(round.published("so").last { $0.hasPrefix("chinh") })
      let rows = try round.rows(newest, "ket-qua.csv")
      for id in ["A2", "A3", "A4"] {
        let told = try round.work.run("explain", "r1", id).output
        #expect(told.contains("Không còn chỗ: người đã trúng tuyển được giữ"), "\(told)")
        #expect(!told.contains("cần thêm") && !told.contains("cần từ"), "\(told)")
        let reason = rows.first { $0["applicationNo"] == id }?["reason"] ?? ""
        #expect(reason.contains("người đã trúng tuyển được giữ"), "\(reason)")
        #expect(!reason.contains("điểm"), "\(reason)")
      }
      // Who was there competed: half a point more, and the seat would have been its own.
      #expect(rows.first { $0["applicationNo"] == "A6" }?["reason"]?.contains("Không còn chỗ") == false)
      let there = try round.work.run("explain", "r1", "A6").output
      #expect(there.contains("cần thêm 0,5 điểm mới bằng người trúng tuyển cuối cùng"), "\(there)")
      for folder in round.published("so").filter({ $0.hasPrefix("chinh") }) {
        let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
        #expect(verified.status == 0, "\(verified)")
      }
    }
  }

  /// Whoever competed for the free seats alone was never compared with those kept: it is promised nothing later.
  @Test func whoCompetedForFreeSeatsAloneIsNotMeasuredByThoseKept() throws {
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|1"])
      try round.applications("a", ["A1|8|S1||"])
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      try round.work.run("reopen", "r1")
      try round.applications("b", ["A1|8|S1||", "A2|9,5|S1||", "A3|9|S1||", "A4|7|S1||"])
      #expect(try round.work.run("finalize", "r1").status == 0)
      try round.work.run("reopen", "r1")
      #expect(try round.work.run("finalize", "r1").status == 0)
      for id in ["A3", "A4"] {
        let told = try round.work.run("explain", "r1", id).output
        #expect(told.contains("Không còn chỗ: người đã trúng tuyển được giữ"), "\(told)")
        #expect(!told.contains("cần thêm"), "\(told)")
      }
    }
  }

  /// Each of many wishes behind seats that are kept may be told in its own words, and the folder is genuine.
  @Test func manyWishesBehindThoseKept() throws {
    try withRound { round in
      try round.declare()
      let count = 8
      try round.drop(
        "so", "dot",
        [
          "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Bằng điểm",
          "r1|Đợt r1|2026-2027|THPT|01/06/2020|31/12/2099|\(count)|đồng thời|Không lấy cả nhóm",
        ])
      try round.drop(
        "so", "chitieu",
        ["Mã trường|Mã chương trình|Chỉ tiêu"] + (1...count).map { "S1|p\($0)|1" })
      let header =
        "Mã hồ sơ|ĐTB 9|" + (1...count).map { "NV\($0)" }.joined(separator: "|") + "|Họ và tên|Ngày sinh"
      let first = (1...count).map { number in
        "A\(number)|9|S1/p\(number)|" + String(repeating: "|", count: count - 1) + "Lê Thị An|01/02/2011"
      }
      try round.drop("cong", "a", [header] + first)
      try round.order("chot", "chốt||")
      #expect(try round.work.run("run").status == 0)
      try round.work.run("reopen", "r1")
      let wishes = (1...count).map { "S1/p\($0)" }.joined(separator: "|")
      try round.drop("cong", "b", [header] + first + ["B1|5|\(wishes)|Lê Thị Bình|01/02/2011"])
      #expect(try round.work.run("finalize", "r1").status == 0)
      let reason = try round.rows("chinh-thuc-02", "ket-qua.csv").first { $0["applicationNo"] == "B1" }?[
        "reason"]
      #expect(reason?.components(separatedBy: "được giữ").count == count + 1, "\(reason ?? "")")
      let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/chinh-thuc-02").path)
      #expect(verified.status == 0, "\(verified)")
    }
  }

  @Test func whoWithdrawsLeavesItsSeatToTheBest() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.order("molai", "mở lại||")
      try round.work.run("run")
      try round.applications(
        "b", ["A1|9|S1|S2|x", "A2|1|S1|S2|", "A3|7|S1|S2|", "A4|6|S1|S2|", "A5|10|S1|S2|"])
      try round.order("chot2", "chốt||")
      #expect(try round.work.run("run").status == 0)
      #expect(
        try round.result("chinh-thuc-02") == ["A1 ineligible", "A2 S1", "A3 S2", "A4 waiting", "A5 S1"])
      // The newest official result is what the next reopening keeps: A5 too.
      try round.work.run("reopen", "r1")
      try round.applications(
        "c", ["A2|1|S1|S2|", "A3|7|S1|S2|", "A4|6|S1|S2|", "A5|0|S1|S2|", "A6|10|S1|S2|"])
      try round.work.run("finalize", "r1")
      #expect(
        try round.result("chinh-thuc-03") == ["A2 S1", "A3 S2", "A4 waiting", "A5 S1", "A6 waiting"])
    }
  }

  /// A refusal that its school takes back before the next `chốt` leaves nobody out: who was kept until then stays,
  /// and whose place is free, or has gone to another, competes again.
  @Test func aRefusalThatIsTakenBackLeavesNobodyOut() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"], rules: [("Sau công bố", "giữ người đã trúng tuyển")])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1||"])
      func decided(_ name: String, _ said: String) throws -> String {
        if !said.isEmpty { try round.enrolments("S1", name, said) }
        try round.work.run("reopen", "r1")
        #expect(try round.work.run("finalize", "r1").status == 0)
        return try #require(round.published("so").last { $0.hasPrefix("chinh") })
      }
      #expect(try round.result(decided("x0", "")) == ["A1 S1", "A2 waiting"])
      try round.enrolments("S1", "x1", "A1|S1|từ chối")
      try round.work.run("reopen", "r1")
      #expect(
        try round.work.run("explain", "r1", "A1").output.contains(
          "đúng thì em lại được xét (hoặc giữ nguyên chỗ"))
      try round.enrolments("S1", "x2", "A1|S1|đã xác nhận")
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(
        try round.result(#require(round.published("so").last { $0.hasPrefix("chinh") }))
          == ["A1 S1", "A2 waiting"])
      // Both refuse, and a result goes by it.
      try round.enrolments("S1", "x3", "A2|S1|từ chối")
      #expect(try round.result(decided("x4", "A1|S1|từ chối")) == ["A1 not-admitted", "A2 not-admitted"])
      let told = try round.work.run("explain", "r1", "A1").output
      #expect(told.contains("đúng thì em lại được xét khi đợt được mở lại."), "\(told)")
      // The seat is free still; then it is not.
      #expect(try round.result(decided("x5", "A1|S1|đã xác nhận")) == ["A1 S1", "A2 not-admitted"])
      #expect(try round.result(decided("x6", "A1|S1|từ chối")) == ["A1 not-admitted", "A2 not-admitted"])
      #expect(try round.result(decided("x7", "A2|S1|đã xác nhận")) == ["A1 not-admitted", "A2 S1"])
      let last = try decided("x8", "A1|S1|đã xác nhận")
      #expect(try round.result(last) == ["A1 S2", "A2 S1"])
      let rows = try round.rows(last, "giai-trinh.csv")
      #expect(rows.map { $0["verdict"] } == ["eligible", "eligible", "eligible"])
      #expect(rows.map { $0["left"] } == ["", "", ""])
      for folder in round.published("so") {
        let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
        #expect(verified.status == 0, "\(folder): \(verified)")
      }
    }
  }

  /// While the school's own result stands nobody comes back to it, though others are opened again; and who is not
  /// named any more has not been taken back.
  @Test func aRefusalIsNotTakenBackWhileTheSchoolsResultStands() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"], rules: [("Sau công bố", "giữ người đã trúng tuyển")])
      try round.applications("a", ["A1|9|S1||", "A2|8|S2||"])
      func decided() throws -> [String] {
        #expect(try round.work.run("finalize", "r1").status == 0)
        return try round.result(#require(round.published("so").last { $0.hasPrefix("chinh") }))
      }
      #expect(try decided() == ["A1 S1", "A2 S2"])
      try round.enrolments("S1", "x1", "A1|S1|không đến")
      try round.work.run("reopen", "r1")
      #expect(try decided() == ["A1 not-admitted", "A2 S2"])
      try round.drop("so", "o1", ["Thao tác|Mã đơn vị", "mở lại|S2"])
      try round.enrolments("S1", "x2", "A1|S1|đã xác nhận")
      try round.work.run("run")
      let told = try round.work.run("explain", "r1", "A1").output
      #expect(told.contains("thì em lại được xét khi kết quả của trường được mở lại."), "\(told)")
      #expect(try decided() == ["A1 not-admitted", "A2 S2"])
      try round.work.run("reopen", "r1")
      try round.drop("S1", "thay-the/x3", ["Mã hồ sơ|Mã trường|Trạng thái", "A2|S1|không đến"])
      #expect(try decided() == ["A1 not-admitted", "A2 S2"])
      try round.work.run("reopen", "r1")
      try round.enrolments("S1", "x4", "A1|S1|đã xác nhận")
      #expect(try decided() == ["A1 S1", "A2 S2"])
      for folder in round.published("so") {
        let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
        #expect(verified.status == 0, "\(folder): \(verified)")
      }
    }
  }

  @Test func underXétLạiAllAreDecidedAnew() throws {
    try withRound { round in
      try round.declare(rules: [("Sau công bố", "xét lại")])
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.work.run("reopen", "r1")
      try round.applications("b", fourChildren + ["A5|10|S1|S2|"])
      #expect(try round.work.run("finalize", "r1").status == 0)
      #expect(
        try round.result("chinh-thuc-02") == ["A1 S1", "A2 S2", "A3 waiting", "A4 waiting", "A5 S1"])
    }
  }

  /// The journal names nobody; who is kept stands among the objects.
  @Test func theJournalHoldsNoPersonalData() throws {
    try withRound { round in
      try round.declare()
      try round.applications("a", fourChildren)
      try round.order("chot", "chốt||")
      try round.work.run("run")
      let journal = try #require(round.work.files(".ledger").first { $0.contains("journal") })
      #expect(!(try round.work.text(".ledger/" + journal)).contains("A1"))
    }
  }
}
