import Foundation
import Pipeline
import Rounds
import Testing
import Wording

/// What comes when a round is closed to it waits, and the department is told.
@Suite struct LateFilesTests {
  @Test(
    "F26: what comes after finalizing waits, and the department reads of it until the round is opened again")
  func theDepartmentIsToldOfWhatComesLate() throws {
    let season = try Season()
    try season.declare()
    func list(_ path: String, _ id: String, _ group: String) throws {
      try season.drop(
        path, "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1",
        "\(id),Lê Văn Bình,05/09/2007,\(group),8,A")
    }
    try list("T/lop10/9A1.csv", "080207000017", "9A1")
    try season.pass()
    do {
      var pass = try Pass(season.workspace, wait: false)
      #expect(try pass.finalize("lop10", acceptHeld: false)?.refusals == [])
    }
    // Into the folder of the round, and into the plain one.
    try list("T/lop10/9A2.csv", "080207000025", "9A2")
    try list("T/9A3.csv", "080207000033", "9A3")
    #expect(try season.pass().outcomes.map(\.result) == [.pending, .pending])
    let told = try season.tasks("so").filter { $0.contains("T/9A2.csv") && $0.contains("T/9A3.csv") }
    #expect(told.count == 1 && told[0].hasPrefix("2 tệp"), "\(told)")
    for _ in 0..<2 { #expect(try season.pass().late == 2, "said as long as they wait") }
    let receipt = try #require(season.files("Outbox/T/bien-nhan/may-doc").last { $0.contains("9a3") })
    let text = try String(
      contentsOf: season.url("Outbox/T/bien-nhan/may-doc/" + receipt), encoding: .utf8)
    #expect(text.contains("round-unclear") && text.contains("đã chốt") && text.contains("lop10"), "\(text)")
    // A newer one stands in the place of the first.
    try list("T/lop10/9A2.csv", "080207000041", "9A2")
    try season.pass()
    do {
      var pass = try Pass(season.workspace, wait: false)
      let reopened = try pass.reopen("lop10")
      #expect(reopened?.refusals == [] && reopened?.late == 0)
    }
    #expect(try !season.tasks("so").contains { $0.contains("T/9A3.csv") })
    let outcomes = try View(season.workspace).status().files.filter { $0.unit == "T" && $0.inForce }
    #expect(outcomes.allSatisfy { $0.outcome == "nhan" }, "\(outcomes)")
  }

  @Test func whoPutsAFileIntoAFolderOfNoRoundReadsWhereItBelongs() throws {
    let season = try Season()
    try season.declare()
    try season.pass()
    try season.pass()
    let list = [
      "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1", "080207000017,Lê Văn Bình,05/09/2007,9A1,8,A",
    ].joined(separator: "\r\n")
    try season.drop("T/thu-muc-rieng/9A1.csv", list)
    func told(_ unit: String = "T") throws -> [String] {
      let cells = try season.tasks(unit)
      guard let index = cells.firstIndex(of: "Inbox/T/thu-muc-rieng/9A1.csv") else { return [] }
      return Array(cells[index...].prefix(2))
    }
    for _ in 0..<2 {
      let report = try season.pass()
      #expect(report.left.map(\.needsAttention) == [true] && report.outcomes.isEmpty)
      #expect(try told().last?.contains("Inbox/T/<mã đợt>/") == true)
    }
    #expect(try told("so").isEmpty)
    try FileManager.default.removeItem(at: season.url("Inbox/T/thu-muc-rieng"))
    try season.drop("T/lop10/9A1.csv", list)
    #expect(try season.pass().outcomes.map(\.result) == [.taken])
    #expect(try told().isEmpty)
  }
}
