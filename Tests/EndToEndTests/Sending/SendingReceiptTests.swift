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

    try season.workdir.drop(
      "thcs-a/sua.xlsx",
      MadeWorkbook([
        .init(name: "Biên nhận", rows: text.map { [$0] }),
        .init(name: "9A1", rows: title + [Season.rosterHeader] + Season.children(1...10)),
      ]).bytes)
    try season.pass()
    #expect(try season.receipt("thcs-a", "sua.xlsx").told == [])
    let taken = try receiptText(season.workdir, "thcs-a", "000004-sua-nhan")
    #expect(taken.first?.contains("Không phải gửi lại gì") == true)
    #expect(taken.contains { $0.hasSuffix("thêm 0, bỏ 0, sửa 2.") })
    #expect(try season.status().exit == 0)
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
