import Disk
import Foundation
import Ledger
import Rounds
import Tables
import Testing

@testable import Pipeline

/// F05: a file that kills the program is set aside, and the others go on.
@Suite struct DeadlyContentTests {
  private let header = "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1"

  private func receipts(_ season: Season, _ unit: String) throws -> [String] {
    try season.files("Outbox/\(unit)/bien-nhan/may-doc").map {
      try String(contentsOf: season.url("Outbox/\(unit)/bien-nhan/may-doc/" + $0), encoding: .utf8)
    }
  }

  /// Where it cannot be told that the content was to blame it takes longer.
  @Test(
    "F05: content that kills the program is refused after two deaths; all else goes on",
    arguments: [(crashes: true, deaths: 2), (crashes: false, deaths: 4)])
  func whatKillsTheProgramIsSetAside(crashes: Bool, expected: Int) throws {
    let season = try Season()
    let clock = ClockDisk.Clock(1_658_293_200)
    season.disk = ClockDisk(clock)
    try season.pass()
    try season.declare()
    try season.pass()
    try season.drop("T/lop10/9A1.csv", header, "080207000017,Lê Văn Bình,05/09/2007,9A1,8.5,A")
    try season.drop("T/lop10/doc.csv", header, "080207000025,Lê Văn Độc,06/09/2007,9A2,8.5,A")
    try season.drop("T/lop10/9A3.csv", header, "080207000033,Lê Văn Ca,07/09/2007,9A3,8.5,A")
    let deadly = SHA256.hex([UInt8](try Data(contentsOf: season.url("Inbox/T/lop10/doc.csv"))))
    let mark = season.url(".ledger/reading")
    // Whoever is about to read it dies there and then.
    clock.dies = { name in
      try name == "reading" && String(contentsOf: mark, encoding: .utf8).contains(deadly)
    }
    var deaths = 0
    while deaths < 10, (try? season.pass()) == nil {
      deaths += 1
      clock.isDead = false
      if crashes { try (Data(contentsOf: mark) + [crashStamp]).write(to: mark) }
    }
    #expect(deaths == expected)
    let told = try receipts(season, "T")
    #expect(told.count == 3)
    #expect(told.count { $0.contains("deadly-content") } == 1)
    #expect(told.first { $0.contains("deadly-content") }?.contains("doc.csv") == true)
    let manifest = try #require(season.files("Outbox/so/lop10").last { $0.hasSuffix("ket-qua.csv") })
    let result = try String(contentsOf: season.url("Outbox/so/lop10/" + manifest), encoding: .utf8)
    #expect(result.contains("080207000017") && result.contains("080207000033"))
    #expect(!result.contains("080207000025"))
    // The bytes are kept and given back, and a view does not read them either.
    #expect(season.files(".ledger/objects").contains(deadly))
    #expect(season.files("Outbox/T/bien-nhan").contains { $0.hasSuffix("-goc.csv") })
    #expect(try View(season.workspace).status().files.map(\.name).contains("doc.csv"))
    // Nobody dies of it any more: neither now nor when it is sent again.
    #expect(try season.pass().outcomes.isEmpty)
    try Data(contentsOf: season.url(".ledger/objects/" + deadly)).write(
      to: season.url("Inbox/T/lop10/lai.csv"))
    #expect(try season.pass().outcomes.map(\.result) == [.refused])
  }

  /// Nobody looks further into it than its first bytes.
  @Test func oneWithoutANameComesBackUnderItsType() throws {
    let season = try Season()
    try season.drop("so/tep", bytes: Data("x".utf8))
    try season.pass()
    try FileManager.default.removeItem(at: season.url(".ledger/names"))
    let view = try LedgerView(POSIXDisk(), workspace: FileName(season.path))
    let received = try #require(view?.received.first)
    #expect(received.isNameless)
    let heads: [([UInt8], String)] = [
      ([0x50, 0x4B, 3, 4], "xlsx"), ([0xD0, 0xCF, 0x11, 0xE0], "xls"), ([0x4D, 0x61], "bin"), ([], "bin"),
    ]
    for (head, ending) in heads {
      #expect(FileContent.deadly(received, head: head).fileExtension == ending)
    }
  }
}
