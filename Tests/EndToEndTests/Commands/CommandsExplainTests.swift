import Foundation
import Testing

/// `explain ROUND ID` for every way in which a wish can end.
@Suite struct CommandsExplainTests {
  @Test func everyEndHasItsWords() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.drop(
        "so", "chitieu", ["Mã trường|Chỉ tiêu|Điểm sàn|Số chờ xét bổ sung", "S1|1|5|1", "S2|1|5|1"])
      try round.applications(
        "a",
        ["A1|9|S1|S2|", "A2|8|S1|S2|", "A3|7,5|S1||", "A4|6|S1||", "A5|4|S1||", "A6||S1||", "A7|8,5|S9|S2|"])
      try work.run("run")
      for (id, words) in [
        ("A1", ["Trúng tuyển", "Kết quả: trúng tuyển ở nguyện vọng này.", "Không xét nữa"]),
        ("A2", ["Trúng tuyển", "cần thêm 1 điểm", "Người trúng tuyển cuối cùng: điểm 9", "NV2"]),
        ("A3", ["Chờ xét bổ sung", "cần thêm 1,5 điểm; đứng thứ 1 trong danh sách chờ."]),
        ("A4", ["Không trúng tuyển", "cần thêm 3 điểm."]),
        ("A5", ["Không đủ điều kiện", "Điểm xét 4 dưới điểm sàn 5"]),
        ("A6", ["Không đủ điều kiện", "(thiếu)"]),
        ("A7", ["Đang giữ lại", "Chưa xét"]),
      ] {
        let told = try work.run("explain", "r1", id)
        #expect(told.status == 0 && told.errors.isEmpty, "\(told)")
        #expect(told.output.hasPrefix("Lê Thị An: "))
        for word in words { #expect(told.output.contains(word), "\(word): \(told)") }
        let english = try work.run("explain", "r1", id, "--lang", "en")
        #expect(english.status == 0 && !english.output.contains("Kết quả"), "\(english)")
        let json = try object(try work.run("explain", "r1", id, "--json"))
        #expect(json["status"] is String && json["wishes"] is [[String: Any]])
        #expect(!"\(json)".contains("Lê"), "codes and numbers only")
      }
      let nobody = try work.run("explain", "R1", "A9")
      #expect(nobody.status == 1 && nobody.output.isEmpty && nobody.errors.contains("A9"), "\(nobody)")
    }
  }
}
