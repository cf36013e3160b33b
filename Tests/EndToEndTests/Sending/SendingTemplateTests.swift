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

  /// A second round, `lop10b`, that would take the same lists.
  private func declareASecondRound(_ season: Season) throws {
    try season.workdir.drop(
      "so/dot2.xlsx",
      MadeWorkbook([
        .init(
          name: "Đợt",
          rows: [Season.roundHeader, ["lop10b", "Tuyển sinh lớp 10 đợt 2"] + Season.round.dropFirst(2)]),
        .init(name: "Đơn vị", rows: [Season.unitHeader] + Season.units),
        .init(name: "Chỉ tiêu", rows: [Season.programHeader, ["thpt-x", "", "2"]]),
      ]).bytes)
  }

  @Test func whatIsFilledInIsReadAsItsKindAndForItsRound() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try declareASecondRound(season)
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

  /// Whoever copies the example of any form of any unit is understood.
  @Test func whatTheExamplesShowIsTaken() throws {
    let season = try Season(programs: [
      ["thpt-x", "", "2"], ["thpt-x", "chuyen", "1"], ["thpt-y", "", "2"], ["thcs-b", "", "500"],
    ])
    defer { season.workdir.remove() }
    try season.drop(
      "so/dien.csv", [["Mã diện", "Tên diện", "Loại", "Điểm cộng"], ["UT1", "Con liệt sĩ", "ưu tiên", "2"]])
    try season.pass()
    struct Told: Decodable {
      struct Table: Decodable { var rows, accepted: Int }
      struct Finding: Decodable { var code, severity, message: String }
      var file: String
      var tables: [Table]
      var findings: [Finding]
    }
    for unit in ["so", "pgd", "thcs-a", "thpt-x", "thpt-y", "cong", "tc"] {
      let paths = try forms(season, unit).map { name in
        var book = try savedAgain(season.workdir, "Outbox/\(unit)/lop10/bieu-mau/\(name)")
        for sheet in book.sheets.indices {
          for row in book.sheets[sheet].rows.indices where book.sheets[sheet].rows[row].first == "VÍ DỤ" {
            book.sheets[sheet].rows[row][0] = "1"
          }
        }
        let path = season.workdir.path("\(unit)-\(name)")
        try Data(book.bytes).write(to: path)
        return path.path
      }
      for path in paths {
        let result = try season.workdir.run(["check", "--json", "--unit", unit, "--round", "lop10", path])
        let told = try JSONDecoder().decode(Told.self, from: Data(result.output.utf8))
        // One row would take the place of all that the department has declared.
        let errors = told.findings.filter { $0.severity == "error" && $0.code != "would-remove" }
        #expect(errors.isEmpty, "\(path) \(errors)")
        #expect(told.tables.allSatisfy { $0.rows == 1 && ($0.accepted == 1 || unit == "so") }, "\(told)")
        #expect(!told.tables.isEmpty)
      }
    }
  }

  /// An empty form on top of the folder, where two rounds would take it, waits for nobody.
  @Test func anEmptyFormIsSaidToHaveNoRows() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try declareASecondRound(season)
    try season.pass()
    let form = "Outbox/thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx"
    let bytes = Array(try Data(contentsOf: season.workdir.path(form)))
    try season.roster("thcs-a/lop10/ds.csv", Season.children(1...3))
    try season.pass()
    try season.workdir.drop("thcs-a/trong.xlsx", bytes)
    try season.pass()
    let receipt = try season.receipt("thcs-a", "trong.xlsx")
    #expect(receipt.outcome == "nhan" && receipt.told == ["no-rows 6"], "\(receipt)")
    let text = try receiptText(season.workdir, "thcs-a", receipt.name)
    #expect(text.first?.hasPrefix("CHƯA CÓ DÒNG NÀO.") == true, "\(text)")
    // It took nobody away, and does not begin to when only one round is left.
    #expect(try season.column("status").count == 3)
    try season.drop("so/lop10b/khoa.csv", [["Thao tác", "Lý do"], ["khóa nhận hồ sơ", "Hết hạn"]])
    try season.pass()
    #expect(try season.receipts("thcs-a").filter { $0.name.contains("trong") }.count == 1)
    #expect(try season.column("status").count == 3)
  }

  /// What the round's own table asks for is marked like what every list must have.
  @Test func whatARoundAlsoAsksForIsMarked() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    let path = "Outbox/thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx"
    func labels() throws -> [String] {
      let bytes = Array(try Data(contentsOf: season.workdir.path(path)))
      let grid = try readWorkbook(bytes, limits: .standard).grids[0]
      return grid.cells.map { grid.string(of: $0) }
    }
    #expect(try labels().contains("Điện thoại") && labels().contains("Họ và tên (*)"))
    try season.drop(
      "so/lop10/bm.csv", [["Cột", "Bắt buộc"], ["Điện thoại", "có"], ["HL 8", "có"], ["Email", "không"]])
    try season.pass()
    let marked = try labels()
    for label in ["Điện thoại (*)", "Học lực 8 (*)", "Email"] { #expect(marked.contains(label), "\(marked)") }
    // Filled in, it is taken without a finding; left blank, the row is held.
    let row = [
      "Số định danh cá nhân": Season.id(1), "Họ và tên": "Lê An", "Ngày sinh": "02/01/2007", "Lớp": "9A1",
      "NV1": "Trường THPT Xuân Mai", "Học lực 8": "Giỏi", "Điện thoại": "0912345678",
    ]
    let rows = (1...10).map { number in
      row.merging(["Số định danh cá nhân": Season.id(number), "Điện thoại": number == 10 ? "" : "0912345678"])
      { $1 }
    }
    try season.workdir.drop(
      "thcs-a/lop10/ds.xlsx",
      try filled(
        season, "thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx", rows, sheet: "Danh sách học sinh"))
    try season.pass(1)
    let receipt = try season.receipt("thcs-a", "ds.xlsx")
    #expect(receipt.outcome == "nhan-mot-phan" && receipt.errors.count == 1, "\(receipt)")
    #expect(receipt.errors[0].hasPrefix("required "), "\(receipt)")
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
