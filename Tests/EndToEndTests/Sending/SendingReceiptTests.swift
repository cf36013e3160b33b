import Foundation
import Sheets
import Testing

/// contract.md 5: receipts.
@Suite struct SendingReceiptTests {
  @Test func aReceiptIsCorrectedAndSentAgain() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    var rows = Season.children(1...10)
    rows[3][7] = "thpt-q"
    rows[6][3] = "40/01/2007"
    let title = [["TRƯỜNG THCS AN BÌNH"], []]
    try season.workdir.drop(
      "thcs-a/DS học sinh 9A1 (lần 2).XLSX",
      MadeWorkbook("9A1", title + [Season.rosterHeader] + rows).bytes)
    try season.pass(1)

    let name = "000002-ds-hoc-sinh-9a1-lan-2-nhan-mot-phan"
    let receipt = try #require(try season.receipts("thcs-a").first)
    #expect(receipt.name == name)
    #expect(receipt.errors == ["foreign-key H7", "type-error D10"])
    #expect(receipt.findings[0].message.contains("thpt-x"))
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: season.workdir.path("Outbox/thcs-a/bien-nhan/may-doc/\(name).json")))
    let object = try #require(json as? [String: Any])
    #expect(object.keys.sorted() == ["file", "findings", "outcome", "received", "round", "sha256", "tables"])
    let table = try #require((object["tables"] as? [[String: Any]])?.first)
    #expect(table.keys.sorted() == ["accepted", "held", "kind", "rows", "sheet"])
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(
      finding.keys.sorted() == ["cell", "code", "column", "message", "row", "severity", "sheet", "value"])

    let text = try receiptText(season.workdir, "thcs-a", name)
    #expect(text.first?.contains("Tệp đã được lưu") == true)
    #expect(text.first?.contains("gửi lại") == true)
    #expect(text.contains("Tuyển sinh lớp 10 (lop10)"))
    // The sender's own table stands where it stood; the receipt itself can be dropped again.
    let book = season.workdir.path("Outbox/thcs-a/bien-nhan/\(name).xlsx")
    let own = try receiptText(season.workdir, "thcs-a", name, sheet: 1)
    #expect(own.prefix(3) == ["TRƯỜNG THCS AN BÌNH", "STT", "Số định danh cá nhân"])
    try FileManager.default.copyItem(at: book, to: season.workdir.path("Inbox/thcs-a/\(name).xlsx"))
    try season.pass(1)
    let again = try season.receipt("thcs-a", name + ".xlsx")
    #expect(again.errors == receipt.errors)
    #expect(again.tables == receipt.tables)
    #expect(again.told == receipt.told)

    // Its red cells are mended, and it is dropped as it is.
    try season.workdir.drop(
      "thcs-a/\(name).xlsx",
      try corrected(season.workdir, "thcs-a", name, sheet: 1, ["H7": "thpt-x", "D10": "04/01/2007"]))
    try season.pass()
    let mended = try season.receipt("thcs-a", name + ".xlsx")
    #expect(mended.told == [])
    // It is called by the name that the file had first.
    #expect(mended.name == "000004-ds-hoc-sinh-9a1-lan-2-nhan")
    let taken = try receiptText(season.workdir, "thcs-a", mended.name)
    #expect(taken.first?.contains("Không phải gửi lại gì") == true)
    // The two were held before, and so are new.
    #expect(taken.contains { $0.hasSuffix("thêm 2, bỏ 0, sửa 0.") })
    #expect(try season.status().exit == 0)
  }

  /// What was wrong in a text file is wrong in its receipt, too, when that is dropped as it is.
  @Test func aFormulaInATextFileStaysOne() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    var rows = Season.children(1...9)
    let name = Season.rosterHeader.firstIndex(of: "Họ và tên") ?? 0
    rows[2][name] = "=HYPERLINK(1)"
    try season.roster("thcs-a/ds.csv", rows)
    try season.pass(1)
    let receipt = try season.receipt("thcs-a", "ds.csv")
    #expect(receipt.errors.map { $0.prefix(21) } == ["formula-without-value"])
    #expect(try season.column("status")[Season.id(3)] == "held")
    let book = season.workdir.path("Outbox/thcs-a/bien-nhan/\(receipt.name).xlsx")
    try FileManager.default.copyItem(at: book, to: season.workdir.path("Inbox/thcs-a/\(receipt.name).xlsx"))
    try season.pass(1)
    #expect(try season.receipt("thcs-a", receipt.name + ".xlsx").errors == receipt.errors)
  }

  /// Before and after stand as the sender wrote it, also where names are compared in other spellings.
  @Test func aNameIsShownAsItWasWritten() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.drop(
      "so/lop10/dien.csv",
      [["Mã diện", "Tên diện", "Loại", "Điểm cộng"], ["LS", "Con liệt sĩ", "ưu tiên", "1"]])
    try season.drop(
      "thcs-a/ds.csv",
      [Season.rosterHeader + ["Diện ưu tiên"], Season.child(1) + ["con liệt sĩ ;  LS"]]
        + Season.children(2...9).map { $0 + [""] })
    try season.pass()
    let receipt = try season.receipt("thcs-a", "ds.csv")
    #expect(receipt.findings.map(\.code) == ["name-for-code"])
    #expect(receipt.findings.map(\.value) == ["con liệt sĩ ;  LS"])
    #expect(receipt.findings[0].message.contains("«con liệt sĩ ;  LS»"))
  }

  /// Whoever was told before is told again that another unit's row stands in the place of its own.
  @Test func whatAnotherFileSaysOfAChildIsToldToBoth() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let header = ["Số định danh cá nhân", "Họ và tên", "Ngày sinh", "NV1", "Ngày nộp"]
    func row(_ wish: String, _ day: String) -> [String] {
      [Season.id(1), "Nguyễn Văn An", "02/01/2007", wish, day]
    }
    try season.drop("thpt-x/ds.csv", [header, row("thpt-x", "01/07/2022")])
    try season.pass()
    #expect(try season.receipt("thpt-x", "ds.csv").told == [])
    try season.drop("cong/ds.csv", [header, row("thpt-y", "02/07/2022")])
    try season.pass()
    #expect(try season.receipt("thpt-x", "ds.csv").findings.map(\.code) == ["overruled"])
    #expect(try season.receipt("thpt-x", "ds.csv").name == "000002-ds-2-nhan")
    #expect(try season.receipt("cong", "ds.csv").findings.map(\.code) == ["overrules"])
    try season.pass()
    #expect(try season.receipts("thpt-x").count == 2)
  }

  /// A CSV has no numbers, only texts; the receipt's workbook has.
  @Test func theReceiptOfACSVIsReadLikeIt() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let header = Season.rosterHeader + ["ĐTB 9"]
    var rows = Season.children(1...10).map { $0 + ["\"8,5\""] }
    rows[3][7] = "thpt-q"
    try season.drop("thcs-a/ds.csv", [header] + rows)
    try season.pass(1)
    let name = "000002-ds-nhan-mot-phan"
    let receipt = try season.receipt("thcs-a", "ds.csv")
    #expect(receipt.errors == ["foreign-key H5"])
    try season.workdir.drop("thcs-a/\(name).xlsx", try corrected(season.workdir, "thcs-a", name, sheet: 1))
    try season.pass(1)
    let again = try season.receipt("thcs-a", name + ".xlsx")
    #expect(again.told == receipt.told)
    #expect(again.tables.map(\.accepted) == receipt.tables.map(\.accepted))
    let text = try receiptText(season.workdir, "thcs-a", again.name)
    #expect(!text.contains("Thay đổi so với bản trước"))
  }

  /// What was looked for, and what was found.
  @Test func aRefusedTableSaysWhatItLacks() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    var header = Season.rosterHeader
    header[3] = "Ngày tháng năm sinh học sinh"
    try season.workdir.drop(
      "thcs-a/ds.xlsx", MadeWorkbook("9A1", [["DANH SÁCH"], header] + Season.children(1...3)).bytes)
    try season.workdir.drop(
      "thcs-b/la.xlsx", MadeWorkbook("Trang 1", [["Tên món", "Giá"], ["Bút", "#3"]]).bytes)
    try season.pass(1)
    let receipt = try season.receipt("thcs-a", "ds.xlsx")
    #expect(receipt.outcome == "tu-choi")
    #expect(receipt.errors == ["missing-label 2"])
    #expect(receipt.findings.contains { $0.message.contains("Có cột «Ngày tháng năm sinh học sinh»") })
    let text = try receiptText(season.workdir, "thcs-a", receipt.name)
    #expect(text.contains { $0.contains("bắt buộc có các cột") && $0.contains("«Ngày sinh»") })
    #expect(text.contains { $0.hasPrefix("dòng 2: «STT», «Số định danh cá nhân»") })
    #expect(text.contains { $0.contains("Inbox/thcs-a") })
    // Named as it should be, the receipt itself is taken.
    try season.workdir.drop(
      "thcs-a/\(receipt.name).xlsx",
      try corrected(season.workdir, "thcs-a", receipt.name, sheet: 1, ["D2": "Ngày sinh"]))
    try season.pass()
    #expect(try season.receipt("thcs-a", receipt.name + ".xlsx").outcome == "nhan")
    // Only one column is known: what may be meant by the others is asked.
    try season.drop(
      "thcs-b/thieu.csv",
      [["Số định danh cá nhân", "Họ tên HS", "NGUYỆN VỌNG"], [Season.id(1), "A", "thpt-x"]])
    try season.pass(1)
    let asked = try receiptText(season.workdir, "thcs-b", try season.receipt("thcs-b", "thieu.csv").name)
    #expect(asked.contains { $0.contains("Có cột «NGUYỆN VỌNG»: có phải là «NV1»?") }, "\(asked)")
    #expect(asked.contains { $0.contains("Có cột «Họ tên HS»: có phải là «Họ và tên»?") }, "\(asked)")
    let strange = try season.receipt("thcs-b", "la.xlsx")
    #expect(try receiptText(season.workdir, "thcs-b", strange.name).contains("dòng 1: «Tên món», «Giá»."))
  }

  /// So is a column that only the round asks for.
  @Test func aMissingColumnOfTheRoundIsSaidWithWhatResemblesIt() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.drop("so/bm.csv", [["Cột", "Bắt buộc"], ["NV1", "có"]])
    var header = Season.rosterHeader
    header[7] = "NGUYỆN VỌNG"
    try season.drop("thcs-a/ds.csv", [header] + Season.children(1...3))
    try season.pass(1)
    let receipt = try season.receipt("thcs-a", "ds.csv")
    #expect(receipt.outcome == "tu-choi" && receipt.errors.contains("missing-label 1"), "\(receipt)")
    let missing = try #require(receipt.findings.first { $0.code == "missing-label" })
    #expect(
      missing.message.contains("«NV1»") && missing.message.contains("«NGUYỆN VỌNG»: có phải là cột này?"),
      "\(missing)")
  }

  @Test func aChangeOfSetupGivesAnotherReceipt() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let children = (1...3).map { Season.child($0, wishes: ["thpt-x/chuyen", "thpt-x"]) }
    try season.roster("thcs-a/ds.csv", children)
    try season.pass(1)
    #expect(try season.receipts("thcs-a").map(\.name) == ["000002-ds-tu-choi"])
    try season.drop("so/lop10/bo-sung/ct.csv", [Season.programHeader, ["thpt-x", "chuyen", "1"]])
    try season.pass()
    #expect(try season.receipts("thcs-a").map(\.name).sorted() == ["000002-ds-2-nhan", "000002-ds-tu-choi"])
    #expect(try season.column("program")[Season.id(1)] == "chuyen")
    // Nothing new: nothing more is told.
    try season.pass()
    #expect(try season.receipts("thcs-a").count == 2)
  }
}
