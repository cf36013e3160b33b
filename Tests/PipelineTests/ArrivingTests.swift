import Disk
import Foundation
import Ledger
import Pipeline
import Rounds
import Tables
import Testing
import Wording

/// Files that come while others are carried, half of them, or the same ones again.
@Suite struct ArrivingTests {
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"

  private func child(_ mark: String) -> String { "080207000017,Lê Văn Bình,05/09/2007,9A1,\(mark),A" }

  private func season() throws -> Season {
    let season = try Season()
    season.disk = ClockDisk(ClockDisk.Clock(1_658_293_200))
    try season.pass()
    try season.declare()
    try season.pass()
    return season
  }

  /// The mark of the only child, as the newest lists have it.
  private func mark(_ season: Season) throws -> String {
    let newest = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("/ket-qua.csv") })
    let rows = try String(contentsOf: season.url("Outbox/so/lop10/" + newest), encoding: .utf8)
      .components(separatedBy: "\r\n")
    let names = rows[0].split(separator: ",", omittingEmptySubsequences: false)
    let column = try #require(names.firstIndex(of: "score"))
    return String(rows[1].split(separator: ",", omittingEmptySubsequences: false)[column])
  }

  @Test("Units that were declared before any round send with the first round, in the same pass")
  func theUnitsComeFirst() throws {
    let season = try Season()
    season.disk = ClockDisk(ClockDisk.Clock(1_658_293_200))
    try season.declareUnits()
    try season.pass()
    try season.declareRound()
    try season.drop("T/lop10/9A1.csv", header, child("8"))
    #expect(try season.pass().left.isEmpty)
    #expect(try mark(season) == "8")
  }

  @Test("F27: A, then B, then A again: A is the truth")
  func aRevertedRoster() throws {
    let season = try season()
    for mark in ["8", "9", "8"] {
      try season.drop("T/lop10/9A1.csv", header, child(mark))
      #expect(try season.pass().outcomes.contains { $0.result == .taken })
      #expect(try self.mark(season) == mark)
    }
    let same = try season.pass()
    #expect(same.outcomes.isEmpty)
  }

  @Test("F26: what comes while a pass is at work is the next one's")
  func aCorrectionInTheMidstOfAPass() throws {
    let season = try season()
    try season.drop("T/lop10/9A1.csv", header, child("8"))
    var isDropped = false
    var pass: Pass? = try Pass(season.workspace, wait: false) { step, _, _ in
      guard step == .deciding, !isDropped else { return }
      isDropped = true
      try? season.drop("T/lop10/9A1.csv", self.header, self.child("9"))
    }
    _ = try pass?.run()
    pass = nil
    #expect(isDropped)
    #expect(try mark(season) == "8")
    #expect(season.files("Inbox").contains("T/lop10/9A1.csv"))
    try season.pass()
    #expect(try mark(season) == "9")
  }

  @Test("F25: the same bytes under another name are answered, and change nothing")
  func theSameBytesUnderAnotherName() throws {
    let season = try season()
    try season.drop("T/lop10/9A1.csv", header, child("8"))
    try season.pass()
    let before = season.files("Outbox/so/lop10")
    try season.drop("T/lop10/ten-khac.csv", header, child("8"))
    let again = try season.pass()
    #expect(again.outcomes.flatMap(\.findings).contains { $0.code.rawValue == "already-received" })
    #expect(season.files("Outbox/so/lop10") == before)
  }

  @Test("F21: zeros that a copy has claimed wait, and are refused in the end")
  func zerosWait() throws {
    let season = try season()
    for name in ["T/lop10/a.xlsx", "T/lop10/b.csv"] {
      try season.drop(name, bytes: Data(count: 5000))
    }
    do {
      var manner = PassManner()
      manner.patience = 5
      var pass = try Pass(season.workspace, wait: false, manner: manner)
      #expect(try pass.run().left.map(\.state) == [.settling(.unfinished), .settling(.unfinished)])
    }
    try season.drop("T/lop10/b.csv", header, child("7"))
    let report = try season.pass()
    #expect(report.left.isEmpty)
    #expect(Set(report.outcomes.map(\.result)) == [.taken, .refused])
    #expect(try mark(season) == "7")
  }

  @Test("F18: a damaged content by which all is judged stops the pass before anything is decided")
  func aDamagedContent() throws {
    let season = try season()
    try season.drop("T/lop10/9A1.csv", header, child("8"))
    try season.pass()
    let before = season.files("Outbox")
    try FileManager.default.removeItem(at: season.url(".ledger/shelf"))
    for name in season.files(".ledger/objects") {
      var bytes = try Data(contentsOf: season.url(".ledger/objects/" + name))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: season.url(".ledger/objects/" + name))
    }
    try season.drop("T/lop10/9A1.csv", header, child("9"))
    #expect(throws: LedgerError.self) { try season.pass() }
    #expect(season.files("Outbox") == before)
    #expect(throws: LedgerError.self) { try View(season.workspace) }
    // What is lost is named, file by file.
    let report = try recover(season.workspace, wait: false)
    #expect(report.lost.count >= 5 && report.lost.allSatisfy(\.damaged) && !report.rebuilt)
  }
}
