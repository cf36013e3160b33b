import Foundation
import Testing

/// contract.md 2, The round of a file.
@Suite struct SendingRoundsTests {
  /// `lop6` beside `lop10`.
  private func twoRounds() throws -> Season {
    let season = try Season()
    let lop6 = [
      "lop6", "Lớp 6", "2022-2023", "THCS", "01/07/2022", "31/12/2099", "1", "đồng thời", "Lấy cả nhóm",
    ]
    try season.workdir.drop(
      "so/lop6.xlsx",
      MadeWorkbook([
        .init(name: "Đợt", rows: [Season.roundHeader, lop6]),
        .init(name: "Đơn vị", rows: [Season.unitHeader] + Season.units),
        .init(name: "Chỉ tiêu", rows: [Season.programHeader, ["thcs-a", "", "3"], ["thcs-b", "", "3"]]),
      ]).bytes)
    return season
  }

  private static let short = ["Mã hồ sơ", "Họ và tên", "Ngày sinh"]

  private func born(_ year: Int, _ prefix: String) -> [[String]] {
    (1...3).map { ["\(prefix)\($0)", "Lê Văn \($0)", "0\($0)/02/\(year)"] }
  }

  @Test func roundIsToldByFolderColumnOrContent() throws {
    let season = try twoRounds()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/theo-nguyen-vong.csv", Season.children(1...3))
    try season.drop("thcs-a/theo-nam-sinh.csv", [Self.short] + born(2011, "N"))
    try season.drop("cong/khong-ro.csv", [Self.short] + born(2009, "K"))
    var rows = (10...29).map { ["lop10"] + Season.child($0, "9C") }
    rows[1][0] = "LOP6"
    rows[1][8] = "thcs-a"
    rows[1][9] = ""
    rows[2][0] = ""
    rows[3][0] = "lop 10"
    try season.drop("thcs-b/theo-cot.csv", [["Mã đợt"] + Season.rosterHeader] + rows)
    try season.drop(
      "thpt-x/lop6/khac-thu-muc.csv",
      [["Mã đợt"] + Self.short]
        + (born(2011, "P") + born(2011, "Q")).enumerated().map {
          [$0.offset == 0 ? "lop10" : "lop6"] + $0.element
        })
    try season.pass(1)

    #expect(try season.receipt("thcs-a", "theo-nguyen-vong.csv").round == "lop10")
    #expect(try season.receipt("thcs-a", "theo-nam-sinh.csv").round == "lop6")
    let column = try season.receipt("thcs-b", "theo-cot.csv")
    #expect(column.errors == ["required A4", "unknown-round A5"])
    #expect(column.outcome == "nhan-mot-phan")
    #expect(column.round == nil)
    #expect(try season.receipt("thpt-x", "khac-thu-muc.csv").errors == ["round-differs A2"])
    let unclear = try season.receipt("cong", "khong-ro.csv")
    #expect(unclear.outcome == "cho-xac-nhan")
    #expect(unclear.errors == ["round-unclear"])
    #expect(unclear.findings[0].message.contains("lop10; lop6"))
    #expect(try season.status().exit == 1)

    // The right folder settles it, and what was held before waits no longer.
    try season.drop("cong/lop6/khong-ro.csv", [Self.short] + born(2009, "K"))
    try season.pass()
    #expect(try season.receipt("cong", "khong-ro.csv").round == "lop6")
    // Once told, it stays: with one round less to choose from, the first copy does not come to life.
    try season.drop("so/lenh.csv", [["Mã đợt", "Thao tác"], ["lop6", "khóa nhận hồ sơ"]])
    try season.pass()
    #expect(try season.receipts("cong").count == 2)
    #expect(try season.column("status", by: "applicationNo")["K1"] == nil)
  }

  @Test("F26: a closed round holds rosters until it is reopened")
  func closedRoundHoldsRostersUntilReopened() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.drop("so/lenh.csv", [["Mã đợt", "Thao tác"], ["lop10", "khóa nhận hồ sơ"]])
    try season.roster("thcs-a/9A1.csv", Season.children(1...2))
    try season.pass()
    // A round that this pass closes still takes this pass's files.
    #expect(try season.receipt("thcs-a", "9A1.csv").outcome == "nhan")

    try season.roster("thcs-a/lop10/9A2.csv", Season.children(11...12, "9A2"))
    try season.roster("thcs-b/9B.csv", Season.children(21...22, "9B"))
    try season.roster("thcs-a/lai.csv", Season.children(1...2))
    try season.pass(1)
    let said = try season.workdir.run("run")
    #expect(said.status == 0 && said.output.contains("Đến trễ: 2 tệp"), "\(said.output)")
    #expect(try season.receipt("thcs-a", "9A2.csv").errors == ["round-closed"])
    let plain = try season.receipt("thcs-b", "9B.csv")
    #expect(plain.errors == ["round-unclear"])
    #expect(plain.findings[0].message.contains("lop10") && plain.findings[0].message.contains("đã khóa"))
    #expect(try season.receipt("thcs-a", "lai.csv").told == ["already-received"])
    #expect(try season.result().count == 2)

    #expect(try season.workdir.run("reopen", "lop10").status != 2)
    try season.pass()
    for (unit, file) in [("thcs-a", "9A2.csv"), ("thcs-b", "9B.csv")] {
      let receipt = try season.receipt(unit, file)
      #expect(receipt.outcome == "nhan")
      #expect(receipt.name.hasSuffix("-2-nhan"))
    }
    #expect(try season.result().count == 6)
    #expect(try season.status().exit == 0)
  }
}
