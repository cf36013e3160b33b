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
    // A newer one stands in the place of the first.
    try list("T/lop10/9A2.csv", "080207000041", "9A2")
    try season.pass()
    do {
      var pass = try Pass(season.workspace, wait: false)
      #expect(try pass.reopen("lop10")?.refusals == [])
    }
    #expect(try !season.tasks("so").contains { $0.contains("T/9A3.csv") })
    let outcomes = try View(season.workspace).status().files.filter { $0.unit == "T" && $0.inForce }
    #expect(outcomes.allSatisfy { $0.outcome == "nhan" }, "\(outcomes)")
  }
}
