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
}
