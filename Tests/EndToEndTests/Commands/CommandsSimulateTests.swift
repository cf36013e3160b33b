import Foundation
import Testing

/// `simulate` and `diff`: who would move, who moved, and why.
@Suite struct CommandsSimulateTests {
  /// S1 has two seats, S2 one; four children want S1 first and S2 second.
  private func prepare(_ round: DecidingRound) throws {
    try round.declare()
    try round.applications("a", fourChildren)
    try round.work.run("run")
  }

  /// A file `b` of the school itself, with one application.
  private func atSchool(_ round: DecidingRound, _ row: String) throws {
    try round.drop(
      "S1", "b", ["Mã hồ sơ|ĐTB 9|NV1|NV2|Họ và tên|Ngày sinh", row + "|Lê Thị An|01/02/2011"])
  }

  private func moves(_ result: Workdir.Result) throws -> [String] {
    let json = try object(result)
    let change = json["change"] as? [String: Any] ?? json
    return (change["moves"] as? [[String: Any]] ?? []).map { move in
      let ids = move["ids"] as? [String] ?? []
      let now = move["now"] as? [String: Any] ?? [:]
      let causes = (move["causes"] as? [[String: Any]] ?? []).map { cause in
        (cause["code"] as? String ?? "")
          + ((cause["by"] as? [String]).map { "(" + $0.joined(separator: " ") + ")" } ?? "")
      }
      return [ids.last ?? "", now["program"] as? String ?? now["status"] as? String ?? "", causes.joined()]
        .joined(separator: " ")
    }
  }

  @Test func otherSeatsAreTriedAndNothingIsWritten() throws {
    try withRound { round in
      let work = round.work
      try prepare(round)
      let before = try work.files("").map { "\($0) \(try Data(contentsOf: work.path($0)).count)" }
      let less = try work.run("simulate", "r1", "--quota", "S1=1", "--json")
      #expect(less.status == 0, "\(less)")
      #expect(try moves(less) == ["A2 S2/thuong quota", "A3 waiting pushed(A2)"])
      let more = try work.run("simulate", "R1", "--quota", "S1/thuong=3", "--quota", "s2=0", "--json")
      #expect(try moves(more) == ["A3 S1/thuong quotaquota"])
      let told = try work.run("simulate", "r1", "--quota", "S1=1")
      #expect(told.output.contains("A3: S2/thuong NV2 → chờ xét bổ sung – bị đẩy khỏi S2/thuong bởi A2"))
      #expect(told.output.contains("điểm chuẩn 8 → 9") && !told.output.contains("Lê"), "\(told)")
      #expect(try work.run("simulate", "r1", "--quota", "S1=1", "--names").output.contains("A2 (Lê Thị An)"))
      let english = try work.run("simulate", "r1", "--quota", "S1=1", "--lang", "en")
      #expect(english.output.contains("pushed out of S2/thuong by A2"))
      let same = try work.run("simulate", "r1", "--ties", "lay ca nhom", "--json")
      #expect(try moves(same) == [])
      let after = try work.files("").map { "\($0) \(try Data(contentsOf: work.path($0)).count)" }
      #expect(after == before)
    }
  }

  @Test func anotherMethodOtherMarginsAndAFileThatHadNotComeAreTried() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7|S1|S2|", "A4|6|S2||"])
      try atSchool(round, "B1|9,5|S1|")
      try work.run("run")
      #expect(
        try moves(work.run("simulate", "r1", "--method", "lần lượt", "--json"))
          == [
            "A2 waiting round-rules", "A4 S2/thuong round-rules",
          ])
      let margin = try work.run("simulate", "r1", "--method", "chênh lệch", "--margin", "0;2,5", "--json")
      #expect(try moves(margin) == ["A2 waiting round-rules", "A4 S2/thuong round-rules"])
      let without = try work.run("simulate", "r1", "--without", "b.csv", "--json")
      #expect(
        try moves(without)
          == ["A2 S1/thuong made-room(B1)", "A3 S2/thuong made-room(A2)", "B1  left"])
    }
  }

  /// A school is named as in any table: by its code or its name.
  @Test func schoolsAreNamedAsInTables() throws {
    try withRound { round in
      try prepare(round)
      let byName = try round.work.run("simulate", "r1", "--quota", "Trường THPT Một=1", "--json")
      #expect(try moves(byName) == ["A2 S2/thuong quota", "A3 waiting pushed(A2)"])
      let program = try round.work.run("simulate", "r1", "--quota", "thpt mot/thuong=1", "--json")
      #expect(try moves(program) == ["A2 S2/thuong quota", "A3 waiting pushed(A2)"])
    }
  }

  @Test func whatHasNoEffectIsSaid() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|8|S1|S2|"])
      try work.run("run")
      func notes(_ arguments: String...) throws -> [String] {
        try object(work.run(["simulate", "r1", "--json"] + arguments))["notes"] as? [String] ?? ["?"]
      }
      #expect(try notes("--margin", "0;1") == ["unused-margins"])
      #expect(try notes("--margin", "0;1", "--method", "chênh lệch") == [])
      #expect(try notes("--ties", "Bốc thăm") == ["no-lottery"])
      let told = try work.run("simulate", "r1", "--margin", "0;1")
      #expect(told.status == 0 && told.output.contains("--margin không có tác dụng"), "\(told)")
      #expect(!told.output.contains("Quy định của đợt đã khác"))
      #expect(try work.run("simulate", "r1", "--ties", "Bốc thăm").output.contains("số khởi tạo bốc thăm"))
    }
    try withRound { round in
      try round.declare()
      try round.drop(
        "so", "diemchuan",
        ["Mã trường|Nguyện vọng|Điểm chuẩn", "S1|1|8", "S1|2|8", "S2|1|7", "S2|2|7"])
      try round.applications("a", ["A1|9|S1|S2|"])
      try round.work.run("run")
      let given = ["simulate", "r1", "--json", "--method", "cho trước"]
      let vain = try object(round.work.run(given + ["--quota", "S1=1", "--ties", "Lấy cả nhóm"]))
      #expect(vain["notes"] as? [String] == ["unused-quota", "unused-ties"])
    }
  }

  /// Families read the cause in the lists that go before the council: nobody else's change, where there is none.
  @Test func whatTheCouncilTheSchoolAndTheDepartmentDidIsSaidSo() throws {
    try withRound { round in
      try round.declare(
        ties: "Để hội đồng xét", programs: ["S1|1"], rules: [("Sau công bố", "xét lại")])
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Yêu cầu duyệt hồ sơ", "S1|1|", "S2|1|có"])
      try round.applications("a", ["A1|9|S2||", "A2|8|S1||", "A3|8|S1||"])
      try round.work.run("finalize", "r1", "--accept-held")
      try round.work.run("reopen", "r1")
      try round.drop(
        "so", "ketluan", ["Mã hồ sơ|Mã trường|Kết luận|Số biên bản|Lý do", "A2|S1|nhận|01/BB|giải"])
      try round.drop("S2", "duyet", ["Mã hồ sơ|Mã trường|Kết quả", "A1|S2|Đạt"])
      try round.work.run("finalize", "r1")
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let told = try round.work.run("diff", folders[0], folders[1])
      #expect(told.output.contains("A1: đang giữ lại → S2/thuong NV1 – hồ sơ của em đã duyệt"), "\(told)")
      #expect(
        told.output.contains("A2: đang giữ lại → S1/thuong NV1 – hội đồng kết luận, biên bản số 01/BB"),
        "\(told)")
      #expect(
        try moves(round.work.run("diff", folders[0], folders[1], "--json"))
          == ["A1 S2/thuong reviewed", "A2 S1/thuong ruled", "A3 waiting ruled"])
    }
    try withRound { round in
      try round.declare(method: "cho trước", rules: [("Sau công bố", "xét lại")])
      func cutoffs(_ score: String) throws {
        try round.drop(
          "so", "diemchuan",
          ["Mã trường|Nguyện vọng|Điểm chuẩn", "S1|1|\(score)", "S1|2|9", "S2|1|7", "S2|2|7"])
      }
      try cutoffs("8")
      try round.applications("a", ["A1|9|S1|S2|", "A2|7,5|S1||"])
      try round.work.run("finalize", "r1")
      try round.work.run("reopen", "r1")
      try cutoffs("7,5")
      try round.work.run("finalize", "r1")
      let folders = ["chinh-thuc-01", "chinh-thuc-02"].map { round.work.path("Outbox/so/r1/" + $0).path }
      let told = try round.work.run("diff", folders[0], folders[1])
      #expect(
        told.output.contains("– điểm chuẩn cho trước của S1/thuong NV1 từ 8 thành 7,5"), "\(told)")
    }
  }

  /// Where all who have a place keep it, that nobody moves is no answer without saying so.
  @Test func aSimulationOfKeptPlacesSaysSo() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|"])
      try round.work.run("finalize", "r1")
      func notes() throws -> [String] {
        try object(round.work.run("simulate", "r1", "--json", "--quota", "S1=2"))["notes"] as? [String] ?? [
          "?"
        ]
      }
      #expect(try notes() == [])
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try notes() == ["keeps-places"])
      let told = try round.work.run("simulate", "r1", "--quota", "S1=2")
      #expect(told.output.contains("giữ nguyên chỗ") && told.output.contains("Không ai thay đổi"), "\(told)")
    }
  }

  @Test func whatCannotBeImaginedIsTold() throws {
    try withRound { round in
      let work = round.work
      try prepare(round)
      for (arguments, status, word) in [
        (["r1", "--quota", "S9=1"], 2, "S9"), (["r1", "--quota", "S1"], 2, "S1"),
        (["r1", "--quota", "S1=x"], 2, "S1=x"), (["r1", "--method", "bừa"], 2, "bừa"),
        (["r1", "--margin", "a;b"], 2, "a;b"), (["r1", "--without", "x.csv"], 2, "x.csv"),
        (["r9", "--quota", "S1=1"], 2, "r9"), ([], 2, "simulate"),
        (["r1", "--method", "cho trước"], 1, "S1/thuong"),
      ] {
        let result = try work.run(["simulate"] + arguments)
        #expect(result.status == status && result.errors.contains(word), "\(result)")
        #expect(result.output.isEmpty, "\(result)")
      }
    }
  }

  /// After `chốt`, before anyone decides: what the correction that waits would change.
  @Test func aCorrectionAfterTheEndIsTriedBeforeAnyoneDecides() throws {
    try withRound { round in
      let work = round.work
      try round.declare(rules: [("Sau công bố", "xét lại")])
      try round.applications("a", fourChildren)
      try work.run("run")
      #expect(try work.run("finalize", "r1").status == 0)
      try round.applications("a", ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|8,5|S1|S2|", "A4|6|S1|S2|"])
      try work.run("run")
      #expect(try moves(work.run("simulate", "r1", "--json")) == [])
      let reopened = try work.run("simulate", "r1", "--reopened", "--json")
      #expect(
        try moves(reopened) == ["A2 S2/thuong pushed(A3)", "A3 S1/thuong own-rows"],
        "\(reopened)")
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S1", "A3 S2", "A4 waiting"])
    }
  }

  /// Where places are kept a corrected row moves nobody: who has to choose sees what deciding anew would do.
  @Test func whoeverOpensARoundAgainSeesBothWays() throws {
    try withRound { round in
      let work = round.work
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|8,5|S1|S2|", "A3|8|S2||"])
      #expect(try work.run("finalize", "r1").status == 0)
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2", "A3 waiting"])
      try round.applications("b", ["A1|6|S1||", "A2|8,5|S1|S2|", "A3|8|S2||"])
      try work.run("run")
      let result = try work.run("simulate", "r1", "--reopened", "--json")
      #expect(try moves(result) == [])
      let anew = try #require(try object(result)["anew"] as? [String: Any])
      let moved = (anew["change"] as? [String: Any])?["moves"] as? [[String: Any]] ?? []
      #expect(moved.compactMap { ($0["ids"] as? [String])?.last } == ["A1", "A2", "A3"], "\(result)")
      #expect((anew["cutoffs"] as? [[String: Any]])?.isEmpty == false)
      let told = try work.run("simulate", "r1", "--reopened").output
      let parts = told.components(separatedBy: "Nếu xét lại tất cả")
      #expect(parts.count == 2 && parts[0].contains("Không ai thay đổi kết quả"), "\(told)")
      #expect(parts.last?.contains("A2: S2/thuong NV2 → S1/thuong NV1") == true, "\(told)")
      // Not asked, it is not told.
      let plain = try work.run("simulate", "r1", "--quota", "S1=2", "--json")
      #expect(try object(plain)["anew"] == nil)
      #expect(try round.result("chinh-thuc-01") == ["A1 S1", "A2 S2", "A3 waiting"])
    }
  }

  @Test func twoFoldersAreCompared() throws {
    try withRound { round in
      let work = round.work
      try prepare(round)
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu", "S1|1", "S2|1"])
      try atSchool(round, "B1|10|S1|")
      try work.run("run")
      let (old, new) = (
        work.path("Outbox/so/r1/du-kien-01").path, work.path("Outbox/so/r1/du-kien-02").path
      )
      let json = try work.run("diff", old, new, "--json")
      #expect(json.status == 0)
      #expect(
        try moves(json) == [
          "A1 S2/thuong quota", "A2 waiting quota", "A3 waiting pushed(A1)", "B1 S1/thuong arrived",
        ], "\(json)")
      #expect(try moves(work.run("diff", old, old, "--json")) == [])
      let told = try work.run("diff", old, new)
      #expect(told.output.contains("Chỉ tiêu S1/thuong: 2 → 1") && !told.output.contains("Lê"), "\(told)")
      #expect(told.output.contains("A1: S1/thuong NV1 → S2/thuong NV2"))
      #expect(try work.run("diff", old, new, "--names").output.contains("Lê Thị An"))
      #expect(try work.run("diff", old, work.path("none").path).status == 2)
      let school = try work.run("diff", old, work.path("Outbox/so/bien-nhan").path)
      #expect(school.status == 2 && !school.errors.isEmpty, "\(school)")
      #expect(try work.run("diff", old).status == 2)
    }
  }
}
