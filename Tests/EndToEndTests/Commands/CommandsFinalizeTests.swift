import Foundation
import Testing

/// `finalize` and `reopen` as scripts use them (contract.md 6).
@Suite struct CommandsFinalizeTests {
  private func isOneLine(_ text: String, about word: String) -> Bool {
    text.hasSuffix("\n") && text.split(separator: "\n").count == 1 && text.lowercased().contains(word)
  }

  @Test func finalizeSaysTheFoldersOnStandardOutput() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      let done = try work.run("finalize", "R1")
      #expect(done.status == 0 && done.errors.isEmpty, "\(done)")
      #expect(
        done.output.split(separator: "\n") == [
          "Outbox/S1/r1/chinh-thuc-01", "Outbox/S2/r1/chinh-thuc-01", "Outbox/so/r1/chinh-thuc-01",
        ])
      for folder in done.output.split(separator: "\n") {
        #expect(FileManager.default.fileExists(atPath: work.path("\(folder)/MANIFEST.json").path))
      }
      let again = try work.run("finalize", "r1")
      #expect(again.status == 1 && again.output.isEmpty && isOneLine(again.errors, about: "chốt"), "\(again)")
      let english = try work.run("finalize", "r1", "--lang", "en")
      #expect(isOneLine(english.errors, about: "finalized"))
    }
  }

  /// A workbook whose rounds row is wrong: every command says so, and the other sheets wait for it.
  @Test func aRoundWhoseRowIsHeldIsNamedWithItsCell() throws {
    try withRound { round in
      let work = round.work
      try work.drop(
        "so/dot.csv",
        "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm\r\n"
          + "r1,Đợt,2026-2027,THPT,01/06/2020,31/12/2099,2,đồng thời,Bốc thăm\r\n")
      try work.drop("so/chitieu.csv", "Mã đợt,Mã trường,Chỉ tiêu\r\nr1,S1,1\r\n")
      #expect(try work.run("run").status == 1)
      let refused = try work.run("finalize", "R1")
      #expect(refused.status == 2 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.contains("dot.csv") && refused.errors.contains("«Khóa số bốc thăm»"))
      #expect(try work.run("explain", "r1", "A1").errors.contains("«Khóa số bốc thăm»"))
      #expect(!(try work.run("finalize", "r9").errors.contains("dot.csv")))
      // The code of the round is right: the sheet waits for its row.
      let folder = "Outbox/so/bien-nhan/may-doc"
      let receipt = try #require(work.files(folder).last { $0.contains("-chitieu-") })
      let text = try String(contentsOf: work.path("\(folder)/\(receipt)"), encoding: .utf8)
      #expect(text.contains("còn lỗi") && !text.contains("Hãy sửa lại mã đợt"), "\(text)")
    }
  }

  @Test("F18: what is carried out while something is lost that nothing needs is told of it")
  func anOrderBesideALoss() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      let before = Set(work.files(".ledger/objects"))
      try work.drop("S1/ghi-chu.csv", "không,phải\r\n1,2\r\n")
      #expect(try work.run("run").status == 1)
      for new in Set(work.files(".ledger/objects")).subtracting(before) where new.count == 64 {
        let bytes = try String(contentsOf: work.path(".ledger/objects/\(new)"), encoding: .utf8)
        if bytes.hasPrefix("không") {
          try FileManager.default.removeItem(at: work.path(".ledger/objects/\(new)"))
        }
      }
      for (command, state) in [("finalize", "chinh-thuc-01"), ("reopen", "r1")] {
        let done = try work.run(command, "r1")
        #expect(done.status == 0 && done.output.contains(state), "\(done)")
        #expect(done.errors.contains("bị mất hoặc hỏng; không đợt nào chờ"), "\(done)")
      }
    }
  }

  @Test func reopeningIsRefusedWhileOpen() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      let early = try work.run("reopen", "r1")
      #expect(early.status == 1 && isOneLine(early.errors, about: "mở"), "\(early)")
      #expect(try work.run("finalize", "r1").status == 0)
      #expect(try work.run("reopen", "r1").status == 0)
      #expect(try work.run("finalize", "r1").output.contains("Outbox/so/r1/chinh-thuc-02\n"))
    }
  }

  @Test func heldPeopleAreAReasonUntilAccepted() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren + ["A5|5|S1|S2|", "A6|x|S1|S2|"])
      let refused = try work.run("finalize", "r1", "--json")
      #expect(refused.status == 1 && refused.errors.contains("--accept-held"), "\(refused)")
      #expect(try object(refused)["refusals"] as? [String] == ["people-held"])
      #expect(!round.published("so").contains("chinh-thuc-01"))
      let accepted = try work.run("finalize", "r1", "--accept-held")
      #expect(accepted.status == 0, "\(accepted)")
      #expect(try round.result("chinh-thuc-01").contains("A6 held"))
    }
  }

  @Test func aSetupErrorIsALineEach() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.drop("so", "diem", ["Cột điểm|Hệ số", "Môn không có|1", "Môn nào đó|1"])
      try round.applications("a", fourChildren)
      let refused = try work.run("finalize", "r1")
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
      #expect(
        refused.errors.split(separator: "\n").filter { $0.contains("diem.csv") }.count == 2, "\(refused)")
      #expect(round.published("so").isEmpty)
    }
  }

  /// Nothing that was there is decided without.
  @Test func aFileThatHasNotSettledSpeaksAgainstIt() throws {
    try withRound { round in
      let work = round.work
      try round.declare()
      try round.applications("a", fourChildren)
      try work.drop("cong/r1/dang-chep.csv", "")
      let run = try work.run("run")
      #expect(run.status == 1 && run.output.contains("dang-chep.csv"), "\(run)")
      #expect(run.output.contains("settling"))
      let refused = try work.run("finalize", "r1")
      #expect(refused.status == 1 && refused.errors.contains("dang-chep.csv"), "\(refused)")
      #expect(!round.published("so").contains("chinh-thuc-01"))
      try FileManager.default.removeItem(at: work.path("Inbox/cong/r1/dang-chep.csv"))
      #expect(try work.run("finalize", "r1").status == 0)
    }
  }
}
