import Foundation
import Ledger
import Pipeline
import Rounds
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
    try season.drop("so/lop10/khoa.csv", "Thao tác,Mã đơn vị", "khóa nhận hồ sơ,")
    #expect(try pass(after: -40).rounds.first?.state == .closed)
    try list("9A2", "080207000025")
    _ = try pass(after: -30)
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    _ = try pass(after: -20)
    #expect(try outcomes() == ["9A1.csv": "nhan", "9A2.csv": "cho-xac-nhan"])
  }

  @Test("F18: an order to close overtakes none that came before it and waits")
  func anOrderToCloseWaitsForThoseBefore() throws {
    try season.drop("so/lop10/khoa.csv", "Thao tác,Mã đơn vị", "khóa nhận hồ sơ,")
    #expect(try pass(after: -58).rounds.first?.state == .closed)
    let bytes = try season.lose("9A1.csv")
    _ = try pass(after: -50)
    for (name, order) in [("mo", "mở lại,"), ("khoa-lai", "khóa nhận hồ sơ,")] {
      try season.drop("so/lop10/\(name).csv", "Thao tác,Mã đơn vị", order)
      #expect(try pass(after: -40).rounds.first?.state == .closed)
    }
    try season.drop("T/lop10/9A1.csv", bytes: bytes)
    #expect(try pass(after: -20).rounds.first?.state == .closed)
    let orders = try View(season.workspace).status().files.filter { $0.name.hasPrefix("khoa") }
    #expect(orders.map(\.outcome) == ["nhan", "nhan"])
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
}
