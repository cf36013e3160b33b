import Audit
import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import TestDisks
import Testing

/// F18: a round closes by its day, or by order, though something is lost for which it waits.
@Suite final class LostClosingTests: ClosingSeason {
  @Test("F18: whoever comes after the day comes too late, though the round waits for a lost list")
  func theDayOfARoundThatWaits() throws {
    let bytes = try season.lose("9A1.csv")
    #expect(try pass(after: -30).rounds.first?.state == .open)
    #expect(try pass(after: 60).rounds.first?.state == .closed)
    try list("9A2", "080207000025")
    _ = try pass(after: 120)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: 180).rounds.first?.state == .closed)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "cho-xac-nhan"])
  }

  @Test("F18: an order closes a round that waits for a lost list")
  func anOrderClosesARoundThatWaits() throws {
    let bytes = try loseList()
    try order("khoa", "khóa nhận hồ sơ")
    #expect(try pass(after: -40).rounds.first?.state == .closed)
    try list("9A2", "080207000025")
    _ = try pass(after: -30)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    _ = try pass(after: -20)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "cho-xac-nhan"])
  }

  @Test("F18: a round that waits closes and opens by one order after the other, each when it comes")
  func ordersToCloseAndOpenARoundThatWaits() throws {
    try order("khoa", "khóa nhận hồ sơ")
    #expect(try pass(after: -58).rounds.first?.state == .closed)
    let bytes = try loseList()
    try list("9A2", "080207000025")
    _ = try pass(after: -45)
    for (name, words, state) in [
      ("mo", "mở lại", RoundState.open), ("khoa-lai", "khóa nhận hồ sơ", .closed),
    ] {
      try order(name, words)
      #expect(try pass(after: -40).rounds.first?.state == state)
    }
    try list("9A3", "080207000033")
    _ = try pass(after: -30)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .closed)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "nhan", "9A3.csv": "cho-xac-nhan"])
    #expect(try outcomes(of: "so", "khoa", "mo", "khoa-lai") == ["nhan", "nhan", "nhan"])
  }

  @Test("F18: a round whose list is lost for good goes on once it is opened again for a new one")
  func aListThatIsLostForGoodOfAClosedRound() throws {
    try loseList()
    try order("chot", "chốt")
    _ = try pass(after: -45)
    try season.drop(
      "T/lop10/thay-the/9A1.csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "080207000041,Lê Văn Bình,05/09/2007,9A1,8,A")
    var report = try pass(after: -40)
    #expect(report.rounds.first?.state == .closed && report.tellsOfLoss)
    // Whoever opens it again does not want it finalized as it was.
    try order("mo", "mở lại")
    report = try pass(after: -35)
    #expect(report.rounds.first?.state == .open && !report.tellsOfLoss)
    #expect(try outcomes() == ["9A1.csv": "nhan"])
    #expect(try outcomes(of: "so", "chot", "mo") == ["tu-choi", "nhan"])
    try order("chot-lai", "chốt")
    #expect(try pass(after: -30).rounds.first?.state == .finalized)
    let official = season.url("Outbox/so/lop10/chinh-thuc-01/ket-qua.csv")
    let text = try String(contentsOf: official, encoding: .utf8)
    #expect(text.contains("080207000041") && !text.contains("080207000017"))
  }

  @Test("F18: the same where it was lost that there is such a round")
  func theDayOfARoundWhoseDeclarationIsLost() throws {
    let bytes = try season.lose("dot.csv")
    for (seconds, name) in [(Int64(-30), "9A2"), (60, ""), (120, "9A3")] {
      if !name.isEmpty { try list(name, name == "9A2" ? "080207000025" : "080207000033") }
      #expect(throws: LedgerError.self) { try pass(after: seconds) }
    }
    try season.drop("so/dot.csv", bytes: bytes)
    #expect(try pass(after: 180).rounds.first?.state == .closed)
    #expect(
      try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "nhan", "9A3.csv": "cho-xac-nhan"])
    #expect(try pass(after: 240).outcomes.isEmpty)
  }

  @Test("F18: an order to close that comes while a declaration is lost closes at the time it was given")
  func anOrderToCloseWhileADeclarationIsLost() throws {
    let bytes = try season.lose("dot.csv")
    func stop(_ seconds: Int64) { #expect(throws: LedgerError.self) { try pass(after: seconds) } }
    stop(-58)
    try list("9A2", "080207000025")
    stop(-50)
    try order("khoa", "khóa nhận hồ sơ")
    stop(-40)
    try list("9A3", "080207000033")
    stop(-30)
    try season.drop("so/dot.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .closed)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "nhan", "9A3.csv": "cho-xac-nhan"])
    let orders = try View(season.workspace).status().files.filter { $0.name == "khoa.csv" }
    #expect(orders.map(\.outcome) == ["nhan"])
    #expect(try pass(after: -10).outcomes.isEmpty)
  }

  @Test("F18: a pass that has closed a round before it meets a loss is over: what comes later comes too late")
  func aLossAfterAnOrder() throws {
    let seats = Data("Mã trường,Chỉ tiêu\r\nA,2\r\n".utf8)
    let hash = SHA256.hex([UInt8](seats))
    let (object, journal) = (season.url(".ledger/objects/" + hash), season.url(".ledger/journal"))
    season.disk = FaultyDisk(ClockDisk(time: lastMinute - 50)) { call, name in
      if call == "openFile", name == FileName(hash),
        let lines = try? String(contentsOf: journal, encoding: .utf8), lines.contains("carried-out")
      {
        try? FileManager.default.removeItem(at: object)
      }
      return false
    }
    try season.drop("so/lop10/thay-the/chi-tieu.csv", bytes: seats)
    try order("khoa", "khóa nhận hồ sơ")
    #expect(throws: LedgerError.self) { try season.pass() }
    try list("9A2", "080207000025")
    #expect(throws: LedgerError.self) { try pass(after: -40) }
    try season.drop("so/lop10/thay-the/chi-tieu.csv", bytes: seats)
    #expect(try pass(after: -30).rounds.first?.state == .closed)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "cho-xac-nhan"])
  }
}
