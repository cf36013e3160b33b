import Foundation
import Testing

/// What children are told of wishes that the newest run of the rules did not touch: kept, assigned, or not on
/// the waiting list; `verify` agrees.
@Suite struct CommandsExplainKeptTests {
  private func expect(
    _ words: [String], not others: [String] = [], _ round: DecidingRound, of child: String
  ) throws {
    let told = try round.work.run("explain", "r1", child).output
    for word in words { #expect(told.contains(word), "\(word): \(told)") }
    for word in others { #expect(!told.contains(word), "\(word): \(told)") }
  }

  private func verify(_ round: DecidingRound, _ folder: String) throws {
    let verified = try round.work.run("verify", round.work.path("Outbox/so/r1/\(folder)").path)
    #expect(verified.status == 0, "\(verified)")
  }

  /// Those not admitted in the newest lists of a school.
  private func refused(_ round: DecidingRound, at school: String) throws -> String {
    let path = "Outbox/\(school)/r1/" + (round.published(school).last ?? "")
    let list = try #require(round.work.files(path).first { $0.contains("khong-trung-tuyen") })
    return try round.work.run("cells", round.work.path("\(path)/\(list)").path).output
  }

  private static let behind = [
    "Điểm chuẩn NV1: 9.", "Người trúng tuyển cuối cùng: điểm 9",
    "cần thêm 1 điểm mới bằng người trúng tuyển cuối cùng",
  ]
  private static let kept = "không xét lại ở đây, em được giữ chỗ ở nguyện vọng khác"

  /// Who is kept at its second wish reads of its first what it read when it got the place.
  @Test func ofAWishBeforeItsPlaceAKeptChildIsToldWhatKeptItOut() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|2"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1|S2|", "A3|7|S2||", "A4|6|S2||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try expect(CommandsExplainKeptTests.behind, round, of: "a2")
      try round.enrolments("S1", "mot", "A1|S1|đã xác nhận")
      try round.enrolments("S2", "hai", "A2|S2|đã xác nhận", "A3|S2|từ chối")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 S1", "A2 S2", "A3 not-admitted", "A4 S2"])
      try expect(CommandsExplainKeptTests.behind, not: ["không xét"], round, of: "A2")
      #expect(try refused(round, at: "S1").contains("Điểm xét 8, cần 9 mới bằng người trúng tuyển cuối cùng"))
      try verify(round, "chinh-thuc-02")
      // Decided anew, nobody is turned away there, and no cut-off is published; the last one in is the measure.
      try round.order("molai", "mở lại||", "chốt||")
      try round.work.run("run")
      try expect(Array(CommandsExplainKeptTests.behind.dropFirst()), not: ["không xét"], round, of: "A2")
      #expect(try refused(round, at: "S1").contains("Điểm xét 8, cần 9 mới bằng người trúng tuyển cuối cùng"))
      try verify(round, "chinh-thuc-03")
    }
  }

  /// Who came in later, behind it, is no measure.
  @Test func whoCameInSinceIsNoMeasureOfAKeptChild() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1|S2|", "A3|7|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "mot", "A1|S1|từ chối")
      try round.enrolments("S2", "hai", "A2|S2|đã xác nhận")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 not-admitted", "A2 S2", "A3 S1"])
      try expect(
        CommandsExplainKeptTests.behind + [
          "Từ đó em được giữ chỗ ở nguyện vọng khác nên không xét lại ở đây."
        ],
        round, of: "A2")
      #expect(try refused(round, at: "S1").contains("Điểm xét 8, cần 9 mới bằng người trúng tuyển cuối cùng"))
      try verify(round, "chinh-thuc-02")
      // What was before cannot be told once all is decided anew.
      try round.order("molai", "mở lại||", "chốt||")
      try round.work.run("run")
      try expect(
        [CommandsExplainKeptTests.kept], not: ["cuối cùng", "không xét ở đây"], round, of: "A2")
      try verify(round, "chinh-thuc-03")
    }
  }

  /// Who has left its place competes nowhere again: of a wish before it, it reads what it takes there now, and
  /// where to read what kept it out then.
  @Test func ofAWishBeforeThePlaceThatItLeftAChildIsToldWhereItWasDecided() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1|S2|", "A3|7|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S2", "hai", "A2|S2|từ chối")
      try round.order("molai", "mở lại||", "chốt||")
      try round.work.run("run")
      #expect(try round.result("chinh-thuc-02") == ["A1 S1", "A2 not-admitted", "A3 waiting"])
      try expect(
        [
          "Điểm chuẩn NV1: 9.", "Khi em được chỗ ở nguyện vọng sau, em chưa trúng tuyển ở đây",
          "kết quả chính thức đã công bố khi đó", "Kết quả: đã từ chối nhập học.",
        ], not: ["cần thêm"], round, of: "A2")
      try verify(round, "chinh-thuc-02")
    }
  }

  /// Whom a school keeps though it would not be admitted any more is no direct admission.
  @Test func whereOnlyTheKeptAreInTheCutOffSaysSo() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|8|S1||", "A2|7|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.work.run("reopen", "r1")
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Điểm sàn", "S1|1|8,5", "S2|1|"])
      try round.applications("a", ["A1|8|S1||", "A2|9|S1||"])
      try round.work.run("finalize", "r1")
      #expect(try round.result("chinh-thuc-02") == ["A1 S1", "A2 waiting"])
      let words = "vì các em trúng tuyển vào đây bằng NV1 đều được giữ chỗ theo kết quả chính thức trước"
      try expect([words], not: ["không ai ngoài"], round, of: "A2")
      try verify(round, "chinh-thuc-02")
    }
  }

  /// A child that was assigned elsewhere reads so, and not that it is behind somebody who stands behind it.
  @Test func whoIsAssignedElsewhereIsToldSo() throws {
    try withRound { round in
      try round.declare(programs: ["S1|1", "S2|1"])
      try round.applications("a", ["A1|9|S1||", "A2|8,5|S2||", "A3|8|S1||", "A4|7,5|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.drop("so", "phanbo", ["Mã hồ sơ|Mã trường|Số văn bản|Lý do", "A3|S2|12/QĐ|phổ cập"])
      try round.enrolments("S1", "mot", "A1|S1|từ chối")
      try round.work.run("run")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      let folder = try #require(round.published("so").last)
      #expect(try round.result(folder) == ["A1 not-admitted", "A2 S2", "A3 S2", "A4 S1"])
      let words = "Đã được phân bổ chỗ học nên không xét bổ sung"
      try expect([words], not: ["Xếp sau"], round, of: "A3")
      let list = try refused(round, at: "S1")
      #expect(list.contains(words) && !list.contains("Xếp sau"), "\(list)")
      try verify(round, folder)
    }
  }

  /// Where nobody is in nobody is behind the last one in.
  @Test func whoWasNotOnTheWaitingListIsBehindNobody() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "chitieu", ["Mã trường|Chỉ tiêu|Số chờ xét bổ sung", "S1|1|1", "S2|1|1"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S2||", "A3|7|S1|S2|", "A4|6|S2||", "A5|5|S2||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "mot", "A1|S1|từ chối")
      try round.enrolments("S2", "hai", "A2|S2|không đến")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      #expect(
        try round.result("chinh-thuc-02")
          == ["A1 not-admitted", "A2 not-admitted", "A3 S1", "A4 waiting", "A5 not-admitted"])
      let (words, place) = ("Chưa được xét bổ sung lần này", "thứ 1 trong danh sách chờ")
      let beyond = words + " (ngoài danh sách chờ, chỉ gồm 1 em)"
      #expect(
        try round.rows("chinh-thuc-02", "ket-qua.csv").map { $0["reason"] }.suffix(2) == [words, beyond])
      #expect(try refused(round, at: "S2").contains(beyond))
      try expect(["Kết quả: chưa trúng tuyển. \(words) (\(place))."], not: ["cần thêm"], round, of: "A4")
      try expect(["Kết quả: chưa trúng tuyển. \(beyond)."], not: ["cần thêm"], round, of: "A5")
      try verify(round, "chinh-thuc-02")
    }
  }
}
