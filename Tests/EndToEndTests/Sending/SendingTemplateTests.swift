import Foundation
import Sheets
import Tables
import Testing

/// contract.md 2 and 5: `Outbox/<unit>/<round>/bieu-mau/`.
@Suite struct SendingTemplateTests {
  private func forms(_ season: Season, _ unit: String, _ round: String = "lop10") -> [String] {
    season.workdir.files("Outbox/\(unit)/\(round)/bieu-mau")
  }

  /// A form with rows under its example, by label.
  private func filled(_ season: Season, _ path: String, _ rows: [[String: String]], sheet name: String) throws
    -> [UInt8]
  {
    var book = try savedAgain(season.workdir, "Outbox/" + path)
    let sheet = try #require(book.sheets.firstIndex { $0.name == name })
    let header = try #require(book.sheets[sheet].rows.firstIndex { $0.first == "STT" })
    let labels = book.sheets[sheet].rows[header].map { $0.replacingOccurrences(of: " (*)", with: "") }
    for row in rows {
      #expect(Set(row.keys).isSubset(of: labels), "\(labels)")
      book.sheets[sheet].rows.append(labels.map { row[$0] ?? "" })
    }
    return book.bytes
  }

  @Test func everyUnitGetsItsOwnAndAtMostThree() throws {
    let season = try Season(units: [["ptc", "Phòng Tài chính", "Tài chính", "so"]])
    defer { season.workdir.remove() }
    try season.pass()
    #expect(forms(season, "so") == ["00-khai-bao-dot.xlsx"])
    #expect(forms(season, "thcs-a") == ["01-danh-sach-hoc-sinh.xlsx"])
    #expect(
      forms(season, "thpt-x") == [
        "01-danh-sach-hoc-sinh.xlsx", "02-xet-tuyen-xep-lop.xlsx", "03-khoan-thu.xlsx",
      ])
    #expect(forms(season, "pgd").prefix(2) == ["01-chi-tieu-phan-tuyen.xlsx", "02-danh-sach-hoc-sinh.xlsx"])
    #expect(forms(season, "cong") == ["01-danh-sach-hoc-sinh.xlsx"])
    #expect(forms(season, "ptc") == ["01-khoan-thu.xlsx", "02-ma-hoc-sinh.xlsx"])
    // Whose it is, for what round; names to choose from, not codes; how it is filled in.
    let grids = try readWorkbook(
      Array(
        Data(
          contentsOf: season.workdir.path("Outbox/thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx"))),
      limits: .standard
    ).grids
    #expect(grids.map(\.name).prefix(2) == ["Danh sách học sinh", "Hướng dẫn"])
    let texts = grids[0].cells.map { grids[0].string(of: $0) }
    #expect(
      texts.prefix(4) == [
        "Trường THCS An Bình", "DANH SÁCH HỌC SINH", "Tuyển sinh lớp 10", "Mã đợt: lop10",
      ])
    #expect(texts.contains("VÍ DỤ") && texts.contains("NV2") && !texts.contains("NV3"))
    #expect(texts.contains("Trường THPT Xuân Mai"))
    let guide = grids[1].cells.map { grids[1].string(of: $0) }
    #expect(guide.contains { $0.contains("Inbox/thcs-a/lop10") })
  }

  @Test func whatIsFilledInIsReadAsItsKindAndForItsRound() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    // A second round that would take the same lists.
    try season.workdir.drop(
      "so/dot2.xlsx",
      MadeWorkbook([
        .init(
          name: "Đợt",
          rows: [Season.roundHeader, ["lop10b", "Tuyển sinh lớp 10 đợt 2"] + Season.round.dropFirst(2)]),
        .init(name: "Đơn vị", rows: [Season.unitHeader] + Season.units),
        .init(name: "Chỉ tiêu", rows: [Season.programHeader, ["thpt-x", "", "2"]]),
      ]).bytes)
    try season.pass()
    try season.workdir.drop(
      "thcs-a/ds.xlsx",
      try filled(
        season, "thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx",
        (1...3).map { number in
          [
            "Số định danh cá nhân": Season.id(number), "Họ và tên": "Lê An", "Ngày sinh": "02/01/2007",
            "Lớp": "9A1", "NV1": "Trường THPT Xuân Mai",
          ]
        }, sheet: "Danh sách học sinh"))
    try season.workdir.drop(
      "thpt-x/lop.xlsx",
      try filled(
        season, "thpt-x/lop10b/bieu-mau/02-xet-tuyen-xep-lop.xlsx",
        [["Tên lớp": "10A1", "Sĩ số tối đa": "40"]],
        sheet: "Kế hoạch lớp"))
    try season.workdir.drop(
      "thpt-x/phi.xlsx",
      try filled(
        season, "thpt-x/lop10/bieu-mau/03-khoan-thu.xlsx",
        [["Mã khoản thu": "BHYT", "Tên khoản thu": "Bảo hiểm y tế", "Kỳ thu": "HK1", "Số tiền": "500000"]],
        sheet: "Khoản thu"))
    try season.pass()
    let roster = try season.receipt("thcs-a", "ds.xlsx")
    #expect(roster.outcome == "nhan" && roster.round == "lop10", "\(roster)")
    #expect(
      roster.tables == [.init(kind: "roster", sheet: "Danh sách học sinh", rows: 3, accepted: 3, held: 0)])
    let classes = try season.receipt("thpt-x", "lop.xlsx")
    #expect(classes.outcome == "nhan" && classes.round == "lop10b", "\(classes)")
    let table = try #require(classes.tables.first { $0.kind == "classes" })
    #expect(table.rows == 1 && table.accepted == 1)
    #expect(classes.errors == [])
    let fees = try season.receipt("thpt-x", "phi.xlsx")
    #expect(fees.outcome == "nhan" && fees.round == "lop10", "\(fees)")
    #expect(fees.tables.map(\.kind).first == "fees")
  }

  /// A sheet of the department's workbook that is left empty takes nothing out of force.
  @Test func anEmptySheetBesideOthersSaysNothing() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    let path = "so/lop10/bieu-mau/00-khai-bao-dot.xlsx"
    try season.workdir.drop(
      "so/moi.xlsx",
      try filled(
        season, path,
        [["Mã trường": "thpt-x", "Chỉ tiêu": "3"], ["Mã trường": "Trường THPT Yên Lạc", "Chỉ tiêu": "2"]],
        sheet: "Chỉ tiêu"))
    try season.pass()
    let receipt = try season.receipt("so", "moi.xlsx")
    #expect(receipt.outcome == "nhan" && receipt.errors == [], "\(receipt)")
    // The units are still there.
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    try season.pass()
  }

  @Test func formsAreMadeAgainWhenWhatTheyShowChangesAndNeverElse() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    let path = "Outbox/thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx"
    func stamp() throws -> (bytes: Data, number: String) {
      let attributes = try FileManager.default.attributesOfItem(atPath: season.workdir.path(path).path)
      return (
        try Data(contentsOf: season.workdir.path(path)), "\(attributes[.systemFileNumber] ?? "")"
      )
    }
    let first = try stamp()
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    try season.pass()
    #expect(try stamp().number == first.number)
    #expect(try stamp().bytes == first.bytes)
    try season.drop("so/lop10/bo-sung/ct.csv", [Season.programHeader, ["thpt-x", "chuyen", "1"]])
    try season.pass()
    let changed = try stamp()
    #expect(changed.bytes != first.bytes)
    let grid = try readWorkbook(Array(changed.bytes), limits: .standard)
    #expect(
      grid.grids.flatMap { grid in grid.cells.map { grid.string(of: $0) } }.contains {
        $0.contains("Xuân Mai/chuyen")
      })
  }
}
