import Foundation
import Testing

/// What commands say of a round of which retention has removed what it was decided from.
@Suite struct CommandsPurgedTests {
  @Test func aPurgedRoundIsNotSaidToLackAnything() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", ["A1|9|S1||", "A2|8|S1|S2|"])
      // What declares another round too stays.
      let row = "2026-2027,THPT,01/06/2020,31/12/2099,2,đồng thời,Không lấy cả nhóm,khoa"
      try work.drop(
        "so/hai-dot.csv",
        "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm,Khóa số bốc thăm\r\n"
          + "r1,Đợt r1,\(row)\r\nr2,Đợt r2,\(row)\r\n")
      #expect(try work.run("finalize", "r1").status == 0)
      try work.set("retention", to: ["finalizedDays": 0])
      try work.run("purge", "--quiet")
      let commands = [
        ["explain", "r1", "A1"], ["simulate", "r1", "--quota", "S1/thuong=1"], ["status"], ["run"],
      ]
      for command in commands {
        for (language, sentence, lacking) in [
          ("vi", "đã được xóa theo thời hạn lưu giữ", "r1 (đã chốt): chưa đủ"),
          ("en", "the official result stands in the lists", "r1 (finalized): not ready"),
        ] {
          let said = try work.run(command + ["--lang", language])
          #expect((said.output + said.errors).contains(sentence), "\(said)")
          #expect(!(said.output + said.errors).contains(lacking), "\(said)")
        }
      }
      let status = try work.run("status", "--json").output
      #expect(status.contains(/"standing"\s*:\s*"purged"/), "\(status)")
      // Whoever sends something for it is told as before.
      #expect(try work.run("reopen", "r1").status == 1)
    }
  }
}
