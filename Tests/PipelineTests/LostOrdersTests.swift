import Audit
import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import TestDisks
import Testing

/// F18: orders that come while something is lost for which their round waits.
@Suite final class LostOrdersTests: ClosingSeason {
  @Test("F18: chốt closes a round that waits for a lost list, and finalizes it as of the time it was given")
  func anOrderToFinalizeARoundThatWaits() throws {
    let bytes = try loseList()
    try order("chot", "chốt")
    #expect(try pass(after: -45).rounds.first?.state == .closed)
    try list("9A2", "080207000025")
    // A closed round takes this, a finalized one does not.
    try season.drop("so/lop10/thay-the/them.csv", "Mã trường,Chỉ tiêu", "A,5")
    #expect(try pass(after: -40).rounds.first?.state == .closed)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .finalized)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "cho-xac-nhan"])
    #expect(try outcomes(of: "so", "chot", "them") == ["nhan", "cho-xac-nhan"])
    try checkOfficial()
    #expect(try pass(after: -10).outcomes.isEmpty)
  }

  @Test("F18: opening ends the waiting of all that was to close before it, whatever waits to be recorded")
  func whatWasToCloseBeforeClosesNothingAfterwards() throws {
    let bytes = try loseList()
    for (name, words) in [("chot", "chốt"), ("khoa", "khóa nhận hồ sơ"), ("hoi", "đề nghị duyệt")] {
      try order(name, words)
      #expect(try pass(after: -45).rounds.first?.state == .closed)
    }
    try order("mo", "mở lại")
    #expect(try pass(after: -40).rounds.first?.state == .open)
    try list("9A2", "080207000025")
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .open)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "nhan"])
    #expect(try outcomes(of: "so", "chot", "khoa", "mo") == ["tu-choi", "tu-choi", "nhan"])
  }

  @Test("F18: orders that came while a declaration was lost for good count from when they were given")
  func ordersWhileADeclarationIsLostForGood() throws {
    try order("khoa", "khóa nhận hồ sơ")
    #expect(try pass(after: -59).rounds.first?.state == .closed)
    try season.lose("dot.csv")
    func stop(_ seconds: Int64) { #expect(throws: LedgerError.self) { try pass(after: seconds) } }
    try order("mo", "mở lại")
    stop(-58)
    try list("9A2", "080207000025")
    stop(-50)
    try order("chot", "chốt")
    stop(-40)
    try list("9A3", "080207000033")
    stop(-30)
    try declareAnew()
    #expect(try pass(after: -20).rounds.first?.state == .finalized)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "nhan", "9A3.csv": "cho-xac-nhan"])
    #expect(try outcomes(of: "so", "khoa", "mo", "chot") == ["nhan", "nhan", "nhan"])
    try checkOfficial(without: "080207000033")
    #expect(try pass(after: -10).outcomes.isEmpty)
  }

  @Test("F18: what comes after an order to finalize is held, though a declaration was lost when both came")
  func anOrderToFinalizeWhileADeclarationIsLost() throws {
    let bytes = try season.lose("dot.csv")
    try order("chot", "chốt")
    #expect(throws: LedgerError.self) { try pass(after: -50) }
    try list("9A2", "080207000025")
    // After the order this is taken, and the lists are made without it.
    try season.drop("A/lop10/lop.csv", "Mã trường,Tên lớp,Sĩ số tối đa", "A,10A1,45")
    #expect(throws: LedgerError.self) { try pass(after: -40) }
    try season.drop("so/dot.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .finalized)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "cho-xac-nhan"])
    try checkOfficial()
    #expect(try pass(after: -10).outcomes.isEmpty)
  }

  @Test("F18: orders that come while a declaration is lost are carried out one after the other")
  func ordersWhileADeclarationIsLost() throws {
    try order("khoa", "khóa nhận hồ sơ")
    #expect(try pass(after: -58).rounds.first?.state == .closed)
    let bytes = try season.lose("dot.csv")
    for (name, words) in [("mo", "mở lại"), ("khoa-lai", "khóa nhận hồ sơ")] {
      try order(name, words)
      #expect(throws: LedgerError.self) { try pass(after: -50) }
    }
    try season.drop("so/dot.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .closed)
    let files = try View(season.workspace).status().files.filter {
      $0.name.hasPrefix("khoa") || $0.name == "mo.csv"
    }
    #expect(files.map(\.outcome) == ["nhan", "nhan", "nhan"], "opened, and closed again")
  }

  @Test("F18: chốt that waits and is refused in the end has closed nothing", arguments: [false, true])
  func anOrderToFinalizeThatIsRefused(losing: Bool) throws {
    // No such school: the round is stopped by its setup.
    try season.drop("so/lop10/bo-sung/sai.csv", "Mã trường,Chỉ tiêu", "ZZ,3")
    _ = try pass(after: -55)
    let bytes = losing ? try season.lose("9A1.csv") : nil
    _ = try pass(after: -50)
    try order("chot", "chốt")
    #expect(try pass(after: -45).rounds.first?.state == (losing ? .closed : .open))
    try list("9A2", "080207000025")
    _ = try pass(after: -40)
    try bytes.map { try season.drop("T/lop10/9A1.csv", bytes: $0) }
    #expect(try pass(after: -20).rounds.first?.state == .open)
    #expect(try outcomes(of: "so", "chot") == ["tu-choi"])
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "nhan"])
    try season.drop("so/lop10/thay-the/chi-tieu.csv", "Mã trường,Chỉ tiêu", "A,3")
    try order("chot-lai", "chốt")
    #expect(try pass(after: -10).rounds.first?.state == .finalized)
    let manifest = season.url("Outbox/so/lop10/chinh-thuc-01/MANIFEST.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    #expect(text.components(separatedBy: "closed").count == 2, "it was closed once")
  }

  @Test("F18: opening a round again ends the waiting of everything that was ordered for it")
  func openingEndsAllWaiting() throws {
    try order("khoa", "khóa nhận hồ sơ")
    #expect(try pass(after: -58).rounds.first?.state == .closed)
    let bytes = try loseList()
    for (name, words) in [("lop", "chốt lớp"), ("bo-sung", "xét bổ sung"), ("chot-a", "chốt")] {
      try order(name, words, unit: name == "chot-a" ? "A" : "")
      _ = try pass(after: -45)
    }
    let waiting = try View(season.workspace, toleratesLoss: true).status().rounds.first?.ordersWaiting ?? []
    #expect(waiting.map(\.order) == [.fixClasses, .supplement, .finalize])
    try order("mo", "mở lại")
    #expect(try pass(after: -40).rounds.first?.state == .open)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .open)
    let outcomes = try outcomes(of: "so", "lop", "bo-sung", "chot-a", "mo")
    #expect(outcomes == ["tu-choi", "tu-choi", "tu-choi", "nhan"])
  }

  @Test("F18: a seed is taken when it is given, though the round waits for a lost list")
  func aSeedOfARoundThatWaits() throws {
    try order("khoa", "khóa nhận hồ sơ")
    #expect(try pass(after: -58).rounds.first?.state == .closed)
    let bytes = try loseList()
    try season.drop("so/lop10/boc.csv", "Thao tác,Số khởi tạo", "bốc thăm,2022")
    _ = try pass(after: -45)
    try order("mo", "mở lại")
    #expect(try pass(after: -40).rounds.first?.state == .open)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    _ = try pass(after: -20)
    #expect(try outcomes(of: "so", "boc", "mo") == ["nhan", "nhan"])
  }

  /// Orders one after the other in a round whose list is lost after the first; what they end in, and what becomes
  /// of a list that comes after them.
  private func end(of orders: [(String, String)], losing: Bool, in other: ClosingSeason) throws
    -> [String]
  {
    var bytes: Data?
    for (number, (words, unit)) in orders.enumerated() {
      if number == 1, losing {
        bytes = try other.loseList()
      }
      try other.order("lenh-\(number)", words, unit: unit)
      _ = try other.pass(after: -45)
    }
    try other.list("9A2", "080207000025")
    _ = try other.pass(after: -40)
    try bytes.map { try other.season.drop("T/lop10/9A1.csv", bytes: $0) }
    let state = try #require(try other.pass(after: -20).rounds.first?.state)
    return [state.rawValue, try other.outcomes()["9A2.csv"] ?? ""]
  }

  @Test(
    "F18: mở lại opens a round whatever waits, and nothing that waited closes it again",
    arguments: [
      [("khóa nhận hồ sơ", ""), ("mở lại", ""), ("xét bổ sung", ""), ("chốt", ""), ("mở lại", "")],
      [("trả lại", "A"), ("chốt lớp", ""), ("khóa nhận hồ sơ", ""), ("mở lại", "")],
      [("trả lại", "A"), ("mở lại", "A"), ("chốt", "A"), ("mở lại", "")],
      [("trả lại", "A"), ("chốt", "T"), ("khóa nhận hồ sơ", ""), ("mở lại", ""), ("khóa nhận hồ sơ", "")],
    ])
  func openingWhateverWaits(_ orders: [(String, String)]) throws {
    let undisturbed = try end(of: orders, losing: false, in: try ClosingSeason())
    #expect(try end(of: orders, losing: true, in: self) == undisturbed)
  }

  @Test("F18: schools that were opened again close with their round's day, though their list was lost")
  func theDayOfSchoolsThatWereOpenedAgain() throws {
    try order("chot", "chốt", unit: "A")
    #expect(try pass(after: -58).rounds.first?.state == .finalized)
    let bytes = try loseList()
    try order("mo", "mở lại", unit: "A")
    _ = try pass(after: -45)
    _ = try pass(after: 60)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: 120).rounds.first?.state == .closed)
    try season.drop("A/lop10/ho-so.csv", "Mã hồ sơ,Họ và tên,Ngày sinh,NV1", "A1,Lê An,05/09/2007,A")
    _ = try pass(after: 180)
    #expect(try outcomes(of: "A", "ho-so") == ["cho-xac-nhan"])
  }

  @Test("F18: while it is lost who is kept an order to open waits, and what comes after it too")
  func anOrderWhileTheRecordIsLost() throws {
    try order("chot", "chốt")
    #expect(try pass(after: -58).rounds.first?.state == .finalized)
    let received = Set(
      try #require(try LedgerView(season.disk, workspace: FileName(season.path))).received.map(\.hash))
    let record = try #require(season.files(".ledger/objects").first { !received.contains($0) })
    let (there, away) = (season.url(".ledger/objects/" + record), season.url("record"))
    try FileManager.default.moveItem(at: there, to: away)
    for (name, words) in [("mo", "mở lại"), ("khoa", "khóa nhận hồ sơ")] {
      try order(name, words)
      #expect(try pass(after: -45).rounds.first?.state == .finalized)
    }
    try FileManager.default.moveItem(at: away, to: there)
    #expect(try pass(after: -20).rounds.first?.state == .closed)
    #expect(try outcomes(of: "so", "chot", "mo", "khoa") == ["nhan", "nhan", "nhan"])
  }
}
