import Foundation
import Testing

/// `explain` where something is lacking that is not the family's to send.
@Suite struct CommandsExplainLackingTests {
  /// Its mark stands in the roster: what is lacking is a row of the department's, and that is who is told.
  @Test func aResultThatNoTableConvertsIsTheDepartments() throws {
    try withRound { round in
      try round.declare()
      try round.drop("so", "quydoi", ["Tên bảng|Giá trị 1|Điểm", "HB|8,0|3"])
      try round.drop("so", "diem", ["Cột điểm|Hệ số|Bảng quy đổi", "ĐTB 9|1|HB"])
      try round.applications("a", ["A1|8|S1||", "A2|8,4|S1||"])
      try round.work.run("run")
      #expect(try round.work.run("explain", "r1", "A1").output.contains("- ĐTB 9: 8 → 3"))
      let told = try round.work.run("explain", "r1", "A2").output
      #expect(told.contains("- ĐTB 9: 8,4 → (không có trong bảng quy đổi)"), "\(told)")
      #expect(told.contains("Cần: bảng quy đổi của đợt có kết quả này"), "\(told)")
      func tasks() throws -> [String] {
        try round.work.texts(ofBook: "Outbox/so/VIEC-CAN-LAM.xlsx").filter { $0.contains("bảng quy đổi") }
      }
      #expect(try tasks().first?.hasPrefix("1 học sinh có kết quả mà bảng quy đổi") == true)
      try round.drop("so", "quydoi", ["Tên bảng|Giá trị 1|Điểm", "HB|8,0|3", "HB|8,4|4"])
      try round.work.run("run")
      #expect(try tasks().isEmpty)
    }
  }

  /// A round that was finalized with a tie is not drawn before it is opened again.
  @Test(arguments: [("Bốc thăm", "bốc thăm"), ("Để hội đồng xét", "kết luận của hội đồng")])
  func aTieThatWasFinalizedNeedsTheRoundOpened(ties: String, way: String) throws {
    try withRound { round in
      try round.declare(ties: ties, programs: ["S1|1"])
      try round.applications("a", ["A1|8|S1||", "A2|8|S1||"])
      try round.work.run("run")
      #expect(try !round.work.run("explain", "r1", "A1").output.contains("mở lại"))
      try round.work.run("finalize", "r1", "--accept-held")
      let told = try round.work.run("explain", "r1", "A1").output
      #expect(told.contains("mở lại đợt, ") && told.contains(way), "\(told)")
      #expect(!told.contains("Sau khi khóa nhận hồ sơ sẽ bốc thăm"))
      let tasks = try round.work.texts(ofBook: "Outbox/so/VIEC-CAN-LAM.xlsx")
      #expect(tasks.contains { $0.contains("đợt đã chốt, hãy mở lại") }, "\(tasks)")
    }
  }

  /// What its school has said since stands beside a place that the child still has.
  @Test func whoIsAdmittedAndHasDeclinedSinceIsToldSo() throws {
    try withRound { round in
      try round.declare(programs: ["S1|3"])
      try round.applications("a", ["A1|9|S1||", "A2|8|S1||", "A3|7|S1||", "A4|6|S1||"])
      try round.order("chot", "chốt||")
      try round.work.run("run")
      try round.enrolments("S1", "xacnhan", "A1|S1|từ chối", "A2|S1|không đến", "A3|S1|đã xác nhận")
      try round.work.run("run")
      #expect(
        try round.result(#require(round.published("so").last)) == ["A1 S1", "A2 S1", "A3 S1", "A4 waiting"])
      func told(_ child: String) throws -> String { try round.work.run("explain", "r1", child).output }
      let since = "Từ khi có kết quả này, trường đã báo: em "
      #expect(try told("A1").contains("Trúng tuyển – THPT Một, NV1"))
      #expect(try told("A1").contains(since + "đã từ chối nhập học."))
      #expect(try told("A2").contains(since + "không đến nhập học."))
      for child in ["A3", "A4"] { #expect(try !told(child).contains("trường đã báo")) }
      // Taken back, or acted upon, it is said no more.
      try round.enrolments("S1", "xacnhan2", "A2|S1|đã xác nhận")
      try round.order("bosung", "xét bổ sung||")
      try round.work.run("run")
      for child in ["A1", "A2", "A4"] { #expect(try !told(child).contains("trường đã báo")) }
      #expect(try told("A1").contains("Không trúng tuyển – Đã từ chối nhập học."))
    }
  }
}
