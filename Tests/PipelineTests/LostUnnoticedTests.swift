import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import Testing

/// F18, F27: only what people were asked to send again brings something back.
@Suite struct LostUnnoticedTests {
  private let season: Season

  init() throws {
    season = try Season()
    try season.declareTwo()
  }

  private func list(_ mark: String) -> Data {
    Data(
      ("Số định danh cá nhân,Họ và tên,Ngày sinh,ĐTB 9,NV1\r\n"
        + "080207000017,Lê Văn Bình,05/09/2007,\(mark),A\r\n").utf8)
  }

  /// A list and its correction, and then a bit of what was kept of the first flips while its tables stand on
  /// the shelf.
  private func damageUnnoticed(_ bytes: Data) throws {
    let object = season.url(".ledger/objects/" + SHA256.hex([UInt8](bytes)))
    var other = try Data(contentsOf: object)
    other[other.count / 2] ^= 1
    try other.write(to: object)
  }

  private func newestResult() throws -> String {
    let file = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("ket-qua.csv") })
    return try String(contentsOf: season.url("Outbox/so/lop10/" + file), encoding: .utf8)
  }

  @Test("F27: who goes back to older bytes of itself is believed, though they happen to be damaged")
  func aRevertToDamagedBytes() throws {
    for mark in ["8", "8.75"] {
      try season.drop("T/lop10/9A1.csv", bytes: list(mark))
      try season.pass()
    }
    try damageUnnoticed(list("8"))
    #expect(try season.pass().isClean)
    try season.drop("T/lop10/9A1.csv", bytes: list("8"))
    let report = try season.pass()
    #expect(report.isClean && !report.outcomes.flatMap(\.findings).map(\.code).contains(.keptAgain))
    #expect(!report.published.isEmpty)
    #expect(try !newestResult().contains("8.75"))
  }

  @Test("F27: an order that is given again is carried out again, though its bytes happen to be damaged")
  func anOrderOfDamagedBytes() throws {
    let order = Data("Thao tác,Mã đơn vị\r\nkhóa nhận hồ sơ,\r\n".utf8)
    func state() throws -> RoundState? { try View(season.workspace).round("lop10")?.state }
    try season.drop("so/lop10/lenh.csv", bytes: order)
    try season.pass()
    try season.drop("so/lop10/mo.csv", "Thao tác,Mã đơn vị", "mở lại,")
    try season.pass()
    #expect(try state() == .open)
    try damageUnnoticed(order)
    try season.drop("so/lop10/lenh.csv", bytes: order)
    #expect(try season.pass().isClean)
    #expect(try state() == .closed)
  }

  @Test("F18, F27: who only looks asks for nothing that would count as new")
  func whatALookShowsIsAskedForByAPass() throws {
    for mark in ["8", "8.75"] {
      try season.drop("T/lop10/9A1.csv", bytes: list(mark))
      try season.pass()
    }
    try damageUnnoticed(list("8"))
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    func lost() throws -> [String] {
      try View(season.workspace).status().files.filter(\.lost).map { "\($0.toldLost) \($0.needed)" }
    }
    #expect(try lost() == ["false false"])
    try season.pass()
    #expect(try lost() == ["true false"])
    try season.drop("T/lop10/9A1.csv", bytes: list("8"))
    try season.pass()
    #expect(try newestResult().contains("8.75"))
  }

  @Test("F18: what recover tells of as lost is asked for, and comes back without changing anything")
  func whatRecoverTells() throws {
    for mark in ["8", "8.75"] {
      try season.drop("T/lop10/9A1.csv", bytes: list(mark))
      try season.pass()
    }
    try damageUnnoticed(list("8"))
    let lost = try recover(season.workspace, wait: false).lost
    #expect(
      lost.map { "\($0.unit) \($0.file) \($0.folder) \($0.damaged)" } == ["T 9A1.csv Inbox/T/lop10 true"])
    // A pass between, that does not look at it.
    try season.drop("T/hai/9A1.csv", bytes: list("9"))
    try season.pass()
    try season.drop("T/lop10/9A1.csv", bytes: list("8"))
    let report = try season.pass()
    #expect(report.outcomes.flatMap(\.findings).map(\.code).contains(.keptAgain))
    #expect(try newestResult().contains("8.75"))
    let files = try View(season.workspace).status().files
    #expect(files.last?.inForce == false, "the newer list stands")
    #expect(try recover(season.workspace, wait: false).isWhole)
  }

  @Test("F18: a file and its correction that came while a declaration was lost are no two versions")
  func passesEndWhileADeclarationIsLost() throws {
    try season.drop(
      "so/lop10/thay-the/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "A,THPT An Bình,Trường,THPT",
      "T,THCS Tân Trụ,Trường,THCS", "M,THCS Mới,Trường,THCS")
    try season.pass()
    let declaration = try season.lose("dot-hai.csv")
    // What it writes is no news that a pass would have to judge.
    _ = try recover(season.workspace, wait: false)
    for mark in ["8", "8.75"] {
      try season.drop("T/lop10/9A1.csv", bytes: list(mark))
      // It has never sent anything.
      try season.drop(
        "M/lop10/9A1.csv",
        bytes: Data(
          String(decoding: list(mark), as: UTF8.self)
            .replacing("080207000017", with: "080207000025").utf8))
      #expect(throws: LedgerError.self) { try season.pass() }
      #expect(season.files("Inbox").filter { $0.hasSuffix(".csv") } == [])
    }
    // Who looks sees what there is.
    let status = try View(season.workspace, toleratesLoss: true).status()
    #expect(status.stoppedBy?.name == "dot-hai.csv" && status.stoppedBy?.unit == "so" && !status.isClean)
    #expect(status.files.filter(\.lost).map(\.name) == ["dot-hai.csv"] && status.rounds.isEmpty)
    #expect(status.files.suffix(4).map(\.awaits) == Array(repeating: [status.stoppedBy?.seq ?? 0], count: 4))
    #expect(status.files.dropLast(4).allSatisfy { $0.hasReceipt && $0.outcome == "nhan" })
    #expect(throws: LedgerError.self) { try View(season.workspace) }
    try season.drop("so/dot-hai.csv", bytes: declaration)
    let report = try season.pass()
    #expect(
      report.outcomes.allSatisfy { $0.result == .taken } && report.outcomes.count == 5, "\(report.outcomes)")
    #expect(try newestResult().contains("8.75"))
    #expect(
      try View(season.workspace).status().files.filter { $0.inForce && $0.name == "9A1.csv" }.count == 2)
  }
}
