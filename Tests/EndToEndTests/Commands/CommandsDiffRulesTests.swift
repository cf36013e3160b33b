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
}
