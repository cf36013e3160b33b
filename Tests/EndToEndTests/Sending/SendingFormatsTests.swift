import Foundation
import Testing

/// What schools really send: told by content, whatever the name says, and read like any other.
@Suite struct SendingFormatsTests {
  /// A file of `Tests/Fixtures/Sheets`.
  private func fixture(_ name: String) throws -> [UInt8] {
    var tests = URL(fileURLWithPath: #filePath)
    while tests.lastPathComponent != "Tests" { tests.deleteLastPathComponent() }
    return Array(try Data(contentsOf: tests.appendingPathComponent("Fixtures/Sheets/" + name)))
  }

  @Test func oldWorkbooksPagesAndTextsOfOtherEncodings() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    // The old workbook of a ministry's template, with names in old fonts.
    try season.workdir.drop("thcs-a/9A1.xlsx", try fixture("danh-sach-tcvn3.xls"))
    // A page that a school's system calls a workbook.
    let rows = [Season.rosterHeader] + Season.children(11...13, "9B1")
    let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    try season.workdir.drop(
      "thcs-b/9B1.xls", Array("<html><body><table>\(cells)</table></body></html>".utf8))
    // «Unicode Text», as spreadsheet programs save it.
    let text = Season.csv([Season.rosterHeader] + Season.children(21...23, "9B2"), delimiter: "\t")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 {
      wide.append(UInt8(unit & 0xFF))
      wide.append(UInt8(unit >> 8))
    }
    try season.workdir.drop("thcs-b/9B2.csv", wide)
    try season.pass()

    let old = try season.receipt("thcs-a", "9A1.xlsx")
    #expect(old.errors == [], "\(old.findings)")
    #expect(old.tables == [.init(kind: "roster", sheet: "9A1", rows: 3, accepted: 3, held: 0)])
    let converted = old.findings.filter { $0.code == "converted" }
    #expect(converted.first?.cell == "C4" && converted.count > 1, "\(converted)")
    #expect(converted.allSatisfy { $0.severity == "repair" && $0.column == "Họ và tên" })
    #expect(converted.first?.message.contains("Nguyễn Văn Một") == true)
    // Every one of them is yellow where it stands.
    #expect(Set(converted.map(\.row)).count == converted.count)
    #expect(old.findings.contains { $0.code == "hidden-sheet" && $0.sheet == "Danh mục" })
    for name in ["9B1.xls", "9B2.csv"] {
      let receipt = try season.receipt("thcs-b", name)
      #expect(receipt.errors == [], "\(name): \(receipt.findings)")
      #expect(receipt.tables.map(\.accepted) == [3], "\(name)")
    }
    #expect(try season.receipt("thcs-b", "9B2.csv").told.contains("transcoded"))
  }

  /// An old workbook in which labels, a class and a wish are merged: each row has what stands there.
  @Test func mergedCellsOfAnOldWorkbook() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.workdir.drop("thcs-a/l10/9A1.xls", try fixture("o-gop.xls"))
    let check = try season.workdir.run(
      "check", "--json", season.workdir.path("Inbox/thcs-a/l10/9A1.xls").path)
    let findings = try #require(try object(check)["findings"] as? [[String: Any]])
    let filled = findings.filter { $0["code"] as? String == "merged-filled" }
    #expect(filled.map { $0["cell"] as? String } == ["E6", "F6", "E7"], "\(findings)")
    #expect(filled.map { $0["column"] as? String } == ["Lớp", "Nguyện vọng 1", "Lớp"])
  }
}
