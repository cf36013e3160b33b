import Foundation
import Testing

/// `explain`, `ket-qua.csv` and the lists of schools tell one reason, and it is the one that decided; `verify` agrees.
@Suite struct CommandsExplainReasonsTests {
  private func reasons(_ round: DecidingRound, _ folder: String) throws -> [String] {
    let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
    #expect(verified.status == 0, "\(verified)")
    return try round.rows(folder, "ket-qua.csv").map { $0["reason"] ?? "" }
  }

  private func expect(_ words: [String], _ round: DecidingRound, of child: String) throws {
    let told = try round.work.run("explain", "r1", child).output
    for word in words { #expect(told.contains(word), "\(word): \(told)") }
  }

  /// The last one in has lost a margin: with what it had the list and `explain` name the same points.
  @Test func aMarginOfTheLastOneInIsShown() throws {
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|1"])
      try round.drop(
        "so", "dot",
        [
          "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Chênh lệch|Bằng điểm",
          "r1|Đợt r1|2026-2027|THPT|01/06/2020|31/12/2099|2|chênh lệch|0;1|Không lấy cả nhóm",
        ])
      try round.drop("so", "tieuchi", ["Thứ tự|Tiêu chí|Chiều", "1|Nguyện vọng|giảm"])
      try round.applications(
        "a", ["A1|8,5|S1||", "A2|9,3|S2|S1|", "A3|10|S2||", "A4|8|S1||", "A5|8,3|S1||"])
      try round.work.run("run")
      #expect(
        try round.result("du-kien-01") == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting", "A5 waiting"])
      let reasons = try reasons(round, "du-kien-01")
      #expect(reasons[3] == "Điểm xét 8, cần 8,3 mới bằng người trúng tuyển cuối cùng", "\(reasons)")
      #expect(
        reasons[4] == "Điểm xét 8,3 vừa bằng người trúng tuyển cuối cùng, xếp sau theo tiêu chí phụ",
        "\(reasons)")
      try expect(
        [
          "Điểm chuẩn NV1: 8,5.", "Người trúng tuyển cuối cùng: điểm 9,3 − 1 (NV2) = 8,3",
          "cần thêm 0,3 điểm",
        ], round, of: "A4")
    }
  }

  /// Direct admissions fill a program: the score of the last one in is no measure.
  @Test func whereDirectAdmissionsFillItThatIsTheReason() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1"])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "T|Giải quốc gia|tuyển thẳng|"])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|Diện ưu tiên|Họ và tên|Ngày sinh", "A1|8|S1|T|Lê Thị An|01/02/2011",
          "A2|9|S1||Lê Thị An|01/02/2011",
        ])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 waiting"])
      #expect(try reasons(round, "du-kien-01")[1] == "Đã đủ chỉ tiêu với diện tuyển thẳng")
      let cutoff =
        "Điểm chuẩn NV1: không có, vì không ai ngoài diện tuyển thẳng trúng tuyển vào đây bằng NV1."
      try expect(["vì đã đủ chỉ tiêu với diện tuyển thẳng", cutoff], round, of: "A2")
      try expect([cutoff], round, of: "A1")
    }
    // Where others came by their scores theirs are the measure, and not the lower one of a direct admission.
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|0"])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "T|Giải quốc gia|tuyển thẳng|"])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh", "A1|5|S2|S1|T|Lê Thị An|01/02/2011",
          "A2|9|S1|||Lê Thị An|01/02/2011", "A3|8|S1|||Lê Thị An|01/02/2011",
        ])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 S1", "A3 waiting"])
      #expect(try reasons(round, "du-kien-01")[2] == "Điểm xét 8 dưới điểm chuẩn 9")
    }
    // By which wish the direct admission came is what counts, and where there was none it is not spoken of.
    try withRound { round in
      try round.declare(programs: ["S1|2", "S2|0"])
      try round.drop("so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "T|Giải quốc gia|tuyển thẳng|"])
      try round.drop(
        "cong", "a",
        [
          "Mã hồ sơ|ĐTB 9|NV1|NV2|Diện ưu tiên|Họ và tên|Ngày sinh", "A1|5|S1||T|Lê Thị An|01/02/2011",
          "A2|9|S2|S1||Lê Thị An|01/02/2011", "A3|8|S1|||Lê Thị An|01/02/2011",
          "A4|8|S2||T|Lê Thị An|01/02/2011",
        ])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 S1", "A3 waiting", "A4 waiting"])
      try expect(
        ["Điểm chuẩn NV1: không có, vì không ai ngoài diện tuyển thẳng trúng tuyển vào đây bằng NV1."], round,
        of: "A3")
      try expect(["Điểm chuẩn NV1: không có, vì không ai trúng tuyển vào đây bằng NV1."], round, of: "A4")
    }
  }

  /// The same on seats that are for some, and a child that has left one of them is not its own measure.
  @Test func onSeatsForSomeToo() throws {
    try withRound { round in
      try round.declareSeatForSome(
        "A1|9|S1||Lê Thị An|01/02/2011", "A2|8|S1|U|Lê Thị An|01/02/2011",
        "A3|7|S1|U|Lê Thị An|01/02/2011", "A4|8,5|S1|U|Lê Thị An|01/02/2011",
        "A5|8,7|S1||Lê Thị An|01/02/2011")
      try round.drop(
        "so", "dien", ["Mã diện|Tên diện|Loại|Điểm cộng", "U|Con thương binh|tuyển thẳng|"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-01") == ["A1 waiting", "A2 S1", "A3 waiting", "A4 S1", "A5 waiting"])
      #expect(
        try reasons(round, "chinh-thuc-01")[0]
          == "Xét vào chỗ chung (không dành riêng cho ai): đã đủ với diện tuyển thẳng")
      try round.enrolments("S1", "xacnhan", "A2|S1|từ chối", "A4|S1|đã xác nhận")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      let told = try round.work.run("explain", "r1", "A2").output
      #expect(told.contains("Đã từ chối nhập học"), "\(told)")
      #expect(!told.contains("cuối cùng"), "\(told)")
      _ = try reasons(round, "chinh-thuc-02")
    }
  }

  /// At another school nobody reads that a place was refused here, not after the round was opened again either.
  @Test func whatHappenedAtOneSchoolIsToldAtNoOther() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S2||", "A3|7|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 not-admitted", "A2 S2", "A3 S1"])
      for folder in ["chinh-thuc-02", "chinh-thuc-03"] {
        // The department and the family read what happened.
        #expect(try reasons(round, folder)[0] == "Đã từ chối nhập học")
        try expect(
          [
            "Lê Thị An: Không trúng tuyển – Đã từ chối nhập học.\n", "Kết quả: đã từ chối nhập học.",
            "Kết quả: không xét ở đây. Em đã có chỗ ở nguyện vọng khác và đã rời chỗ đó nên không xét ở đây.",
          ], round, of: "A1")
        for (school, isTold) in [("S1", true), ("S2", false)] {
          let path = "Outbox/\(school)/r1/" + (round.published(school).last ?? "")
          let list = try #require(round.work.files(path).first { $0.contains("khong-trung-tuyen") })
          let cells = try round.work.run("cells", round.work.path("\(path)/\(list)").path)
          #expect(cells.status == 0 && cells.output.contains("Lê Thị An"), "\(cells)")
          #expect(cells.output.contains("từ chối") == isTold, "\(folder), \(school): \(cells)")
        }
        guard folder == "chinh-thuc-02" else { break }
        try round.order("molai", "mở lại||", "chốt||")
        try round.work.run("run")
      }
    }
  }

  /// Who is behind all that may wait is told so, in its own list as well.
  @Test func whoIsBehindTheWaitingListIsToldSo() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|1|1", "S2|1|0"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|7|S1|S2|", "A4|9|S2||"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 waiting", "A3 not-admitted", "A4 S2"])
      #expect(
        try reasons(round, "du-kien-01")[2]
          == "NV1: Điểm xét 7 dưới điểm chuẩn 9 (ngoài danh sách chờ, chỉ gồm 1 em); "
          + "NV2: Điểm xét 7, cần 9 mới bằng người trúng tuyển cuối cùng (nơi này không lập danh sách chờ)")
      try expect(
        [
          "cần thêm 2 điểm mới bằng người trúng tuyển cuối cùng; ngoài danh sách chờ, chỉ gồm 1 em.",
          "cần thêm 2 điểm mới bằng người trúng tuyển cuối cùng; nơi này không lập danh sách chờ.",
        ], round, of: "A3")
      // Who has left, or waits elsewhere, is no stranger to the check of the reasons.
      try round.order("o", "chốt||", "xét bổ sung||")
      try round.work.run("run")
      _ = try reasons(round, "chinh-thuc-02")
    }
  }

  /// The same where every seat is for others, and no seats tell what was lacking.
  @Test func whoIsBehindTheWaitingListOfSeatsForOthersIsToldSo() throws {
    try withRound { round in
      try round.declareSeatForSome(
        "A1|7|S1|U|Lê Thị An|01/02/2011", "A2|9|S1||Lê Thị An|01/02/2011", "A3|8|S1||Lê Thị An|01/02/2011")
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|1|1"])
      try round.work.run("run")
      #expect(try round.result("du-kien-01") == ["A1 S1", "A2 waiting", "A3 not-admitted"])
      let forOthers = "Chỗ còn lại dành riêng cho đối tượng khác"
      #expect(
        try reasons(round, "du-kien-01")
          == ["", forOthers, forOthers + " (ngoài danh sách chờ, chỉ gồm 1 em)"])
    }
  }
}
