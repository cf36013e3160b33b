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
@Suite struct LostClosingTests {
  /// 20 July 2022, 23:59 in Vietnam: the last minute in which the round takes lists.
  private let lastMinute: Int64 = 1_658_336_340
  private let season: Season

  /// A list that came in time.
  init() throws {
    season = try Season()
    season.disk = ClockDisk(time: lastMinute - 60)
    try season.declare()
    try season.drop(
      "so/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,20/07/2022,1,đồng thời,Lấy cả nhóm")
    try list("9A1", "080207000017")
    try season.pass()
  }

  private func list(_ name: String, _ id: String) throws {
    try season.drop(
      "T/lop10/\(name).csv", "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
      "\(id),Lê Văn Bình,05/09/2007,\(name),8,A")
  }

  private func pass(after seconds: Int64) throws -> PassReport {
    season.disk = ClockDisk(time: lastMinute + seconds)
    return try season.pass()
  }

  private func outcomes() throws -> [String: String] {
    let files = try View(season.workspace).status().files.filter { $0.unit == "T" }
    return Dictionary(files.map { ($0.name, $0.outcome) }) { _, later in later }
  }

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
    let bytes = try season.lose("9A1.csv")
    _ = try pass(after: -50)
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
    let bytes = try season.lose("9A1.csv")
    _ = try pass(after: -50)
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

  @Test("F18: chốt closes a round that waits for a lost list, and finalizes it as of the time it was given")
  func anOrderToFinalizeARoundThatWaits() throws {
    let bytes = try season.lose("9A1.csv")
    _ = try pass(after: -50)
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
    let bytes = try season.lose("9A1.csv")
    _ = try pass(after: -50)
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

  @Test("F18: a round whose list is lost for good goes on once it is opened again for a new one")
  func aListThatIsLostForGoodOfAClosedRound() throws {
    try season.lose("9A1.csv")
    _ = try pass(after: -50)
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

  private func declareAnew() throws {
    try season.drop(
      "so/thay-the/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "lop10,Tuyển sinh vào lớp 10,2022-2023,THPT,Lớp 10,01/07/2022,20/07/2022,1,đồng thời,Lấy cả nhóm")
  }

  private func outcomes(of unit: String, _ names: String...) throws -> [String] {
    let files = try View(season.workspace).status().files.filter { $0.unit == unit }
    return names.map { name in files.last { $0.name == name + ".csv" }?.outcome ?? "" }
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

  private func order(_ name: String, _ order: String) throws {
    try season.drop("so/lop10/\(name).csv", "Thao tác,Mã đơn vị", order + ",")
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

  /// The first official lists are of whoever came in time, and hold when they are decided again.
  private func checkOfficial(without late: String = "080207000025") throws {
    let official = season.url("Outbox/so/lop10/chinh-thuc-01/ket-qua.csv")
    let text = try String(contentsOf: official, encoding: .utf8)
    #expect(text.contains("080207000017") && !text.contains(late))
    for unit in ["so", "A", "T"] {
      for name in try FileManager.default.contentsOfDirectory(
        atPath: season.url("Outbox/\(unit)/lop10").path) where name.hasPrefix("chinh-thuc")
      {
        let folder = season.url("Outbox/\(unit)/lop10/\(name)").path
        let verified = try View(season.workspace).verify(folder)
        #expect(
          verified.report.holds && verified.limits == (unit == "so" ? [] : [.noTables]),
          "\(folder) \(verified.report)")
      }
    }
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
