import Foundation
import Testing

/// `diff` and `simulate`: which rule moved a child.
@Suite struct CommandsDiffRulesTests {
  /// Not only that the rules of a program changed: which, and from what to what.
  @Test func whichRuleMovedAChildIsNamed() throws {
    try withRound { round in
      try round.declare(rules: [("Sau công bố", "xét lại")])
      func programs(_ minimum: String, reserve: String) throws {
        try round.drop(
          "so", "chitieu",
          ["Mã trường|Chỉ tiêu|Điểm sàn|Số chờ xét bổ sung", "S1|2|\(minimum)|\(reserve)", "S2|1||"])
      }
      try programs("", reserve: "")
      try round.applications("a", ["A1|9|S1|S2|", "A2|8,5|S1|S2|", "A3|8|S2||"])
      try round.work.run("finalize", "r1")
      try round.work.run("reopen", "r1")
      try programs("8,8", reserve: "5")
      try round.work.run("finalize", "r1")
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let told = try round.work.run("diff", folders[0], folders[1])
      #expect(
        told.output.contains(
          "A2: S1/thuong NV1 → S2/thuong NV2 – quy định của S1/thuong đã đổi (điểm sàn từ (không có) thành 8,8)"
        ),
        "\(told)")
      let json = try round.work.run("diff", folders[0], folders[1], "--json").output
      #expect(json.contains("\"minimum\"") && !json.contains("\"reserve\""), "\(json)")
      let tried = try round.work.run("simulate", "r1", "--method", "lần lượt")
      #expect(
        tried.output.contains("(cách xét từ «Xét đồng thời» thành «Xét hết NV1 mới đến NV2»)"), "\(tried)")
    }
  }

  /// A child whose row is what it was is not told that its row changed, but which table did.
  @Test func whichTableMovedAChildIsNamed() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"], rules: [("Sau công bố", "xét lại")])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|Toán 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh",
          "A1|9|5|S1|S2|U|Lê Thị An|01/02/2011", "A2|8|9|S1|S2||Lê Thị An|01/02/2011",
        ])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|ưu tiên|0,5"])
      try round.work.run("finalize", "r1")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2"])
      try round.work.run("reopen", "r1")
      try round.drop("so", "diem", ["Cột điểm|Hệ số", "ĐTB 9|1", "Toán 9|1"])
      try round.work.run("finalize", "r1")
      #expect(try round.result("chinh-thuc-02") == ["A1 S2", "A2 S1"])
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let told = try round.work.run("diff", folders[0], folders[1]).output
      #expect(
        told.contains("A1: S1/thuong NV1 → S2/thuong NV2 – quy định của S1/thuong đã đổi (cách tính điểm)"),
        "\(told)")
      #expect(!told.contains("NV1, NV2 đã đổi"), "\(told)")
      #expect(try round.work.run("verify", folders[1]).status == 0)
      let json = try round.work.run("diff", folders[0], folders[1], "--json").output
      #expect(json.contains("\"scoring\"") && !json.contains("\"own-rows\""), "\(json)")
    }
  }

  @Test func withoutATableTheTableIsNamed() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh", "A1|8|S1|S2|U|Lê Thị An|01/02/2011",
          "A2|9|S1|S2||Lê Thị An|01/02/2011",
        ])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|ưu tiên|2"])
      try round.work.run("run")
      try round.drop(
        "so", "dien2", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|ưu tiên|0,5"])
      try round.work.run("run")
      #expect(try round.result("du-kien-02") == ["A1 S2", "A2 S1"])
      let told = try round.work.run("simulate", "r1", "--without", "dien2.csv").output
      #expect(
        told.contains("quy định của S1/thuong đã đổi (diện tuyển thẳng, ưu tiên, khuyến khích)"), "\(told)")
      #expect(!told.contains("dữ liệu của"), "\(told)")
    }
  }

  /// A table that gives others points moved nobody else: one child by its own marks, one by the seat that it left.
  @Test func aTableOfOthersIsNoCause() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"], rules: [("Sau công bố", "xét lại")])
      func send(_ mark: String, points: String) throws {
        try round.drop(
          "cong", "a",
          [
            "Mã hồ sơ|ĐTB 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh",
            "A1|\(mark)|S1|S2||Lê Thị An|01/02/2011", "A2|8|S1|S2||Lê Thị An|01/02/2011",
            "A3|5|S1|S2|U|Lê Thị An|01/02/2011",
          ])
        try round.drop(
          "so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|ưu tiên|\(points)"])
      }
      try send("9", points: "0,5")
      try round.work.run("finalize", "r1")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2", "A3 waiting"])
      try round.work.run("reopen", "r1")
      try send("7", points: "1")
      try round.work.run("finalize", "r1")
      #expect(try round.result("chinh-thuc-02") == ["A1 S2", "A2 S1", "A3 waiting"])
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let told = try round.work.run("diff", folders[0], folders[1]).output
      #expect(
        told.contains("A1: S1/thuong NV1 → S2/thuong NV2 – dữ liệu dùng để xét em ở NV1, NV2 đã đổi"),
        "\(told)"
      )
      #expect(
        told.contains("A2: S2/thuong NV2 → S1/thuong NV1 – có chỗ ở S1/thuong do A1 rời đi"), "\(told)")
      #expect(!told.contains("ưu tiên"), "\(told)")
    }
  }

  /// Cut-offs of a specialised program are by the columns NV chuyên.
  @Test func theCutOffOfASpecialisedProgramNamesItsColumns() throws {
    try withRound { round in
      try round.declare()
      try round.drop(
        "so", "chitieu",
        [
          "Mã trường|Mã chương trình|Tên chương trình|Chỉ tiêu|Nhóm nguyện vọng", "S1|toan|Toán|1|chuyên",
          "S2||Đại trà|1|",
        ])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV chuyên 1|NV1|Họ và tên|Ngày sinh", "A1|9|S1/toan||Lê Thị An|01/02/2011",
          "A2|8|S1/toan|S2|Lê Thị An|01/02/2011",
        ])
      try round.work.run("run")
      let told = try round.work.run("simulate", "r1", "--quota", "S1/toan=2").output
      #expect(told.contains("S1/toan NV chuyên 1: điểm chuẩn 9 → không có"), "\(told)")
    }
  }
}
