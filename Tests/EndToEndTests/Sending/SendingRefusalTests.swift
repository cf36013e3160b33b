import Foundation
import Testing

/// Files that cannot be read: refused with the remedy, and given back beside the receipt.
@Suite struct SendingRefusalTests {
  @Test("F46: what cannot be read is refused with the remedy, and comes back")
  func eachIsRefusedAndComesBack() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    let good = MadeWorkbook("DS", [Season.rosterHeader] + Season.children(1...3))
    var doctype = good
    doctype.prologue = #"<!DOCTYPE x [<!ENTITY a "b">]>"#
    var damaged = good.bytes
    let place = try #require(damaged.firstRange(of: Array("Nguyễn".utf8)))
    damaged[place.lowerBound] = UInt8(ascii: "M")
    let encrypted: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1600)
    let cases: [(name: String, bytes: [UInt8], code: String, type: String)] = [
      ("a.xlsx", Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".utf8), "unsupported-format", "pdf"),
      (
        "b.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(0...200), "unsupported-format",
        "png"
      ),
      ("c.xlsx", encrypted, "format-error", "xls"),
      ("d.xlsx", zipped([("ghi-chu.txt", Array("x".utf8))]), "unsupported-format", "zip"),
      ("e.xlsx", doctype.bytes, "forbidden-content", "xlsx"),
      ("f.xlsx", damaged, "format-error", "xlsx"),
      ("g.csv", Array("STT,Họ tên,NV1\r\n1,\"Lê".utf8), "unfinished", "csv"),
      (
        "h.xls", Array("<html><body><table><tr><td>STT</td></tr></table></body></html>".utf8),
        "no-table", "html"
      ),
      (
        "i.csv", Array("STT,H".utf8) + [0xE1, 0xFF, 0xC7] + Array(" tên,NV1\r\n1,a,b\r\n".utf8),
        "encoding-error", "csv"
      ),
    ]
    for one in cases { try season.workdir.drop("thcs-a/" + one.name, one.bytes) }
    try season.roster("thcs-b/tot.csv", Season.children(1...3))
    try season.pass(1)
    // It never stops the other files.
    #expect(try season.receipt("thcs-b", "tot.csv").outcome == "nhan")
    for one in cases {
      let receipt = try season.receipt("thcs-a", one.name)
      #expect(receipt.outcome == "tu-choi", "\(one.name)")
      #expect(receipt.findings.first?.code == one.code, "\(one.name): \(receipt.findings)")
      #expect(receipt.tables == [])
      let back = season.workdir.path("Outbox/thcs-a/bien-nhan/\(receipt.name)-goc.\(one.type)")
      #expect(try Array(Data(contentsOf: back)) == one.bytes, "\(one.name)")
    }
    // Refused bytes that come again are a new arrival; the state is as clean as before.
    try season.workdir.drop("thcs-a/a.xlsx", cases[0].bytes)
    try season.pass(1)
    #expect(try season.receipts("thcs-a").count == cases.count + 1)
    #expect(try season.status().exit == 0)
  }

  @Test("F22: what looks cut off is not taken for the whole")
  func whatLooksCutOffIsNotTakenForTheWhole() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    let text = Array(Season.csv([Season.rosterHeader] + Season.children(1...3)).utf8)
    try season.workdir.drop("thcs-b/cut.csv", text.dropLast(12))
    try season.workdir.drop("thcs-b/none.csv", text.prefix(0))
    try season.pass(1)
    #expect(try season.receipts("thcs-b").map(\.outcome) == ["tu-choi"])
    #expect(try season.receipt("thcs-b", "cut.csv").errors.first?.hasPrefix("unfinished") == true)
    let status = try season.status()
    #expect(status.inbox == ["thcs-b/none.csv": "settling"])
    #expect(status.exit == 1)
  }

  /// A CSV that was opened in one column and saved again, as a text and as a workbook: read like any other, and said.
  @Test func linesInOneCell() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    func lines(_ children: ClosedRange<Int>) -> [String] {
      Season.csv([Season.rosterHeader] + Season.children(children)).split(whereSeparator: \.isNewline)
        .map(String.init)
    }
    let quoted = lines(1...3).map { "\"" + $0.replacing("\"", with: "\"\"") + "\"\r\n" }.joined()
    try season.workdir.drop("thcs-a/quoted.csv", quoted)
    try season.workdir.drop(
      "thcs-b/one-column.xlsx", MadeWorkbook("Trang 1", lines(4...6).map { [$0] }).bytes)
    try season.pass()
    for (unit, file) in [("thcs-a", "quoted.csv"), ("thcs-b", "one-column.xlsx")] {
      let receipt = try season.receipt(unit, file)
      #expect(receipt.errors == [], "\(file)")
      #expect(receipt.tables.map(\.accepted) == [3], "\(file)")
      #expect(receipt.findings.map(\.code).contains("lines-parted"), "\(file)")
    }
  }

  @Test("F44: files with nothing in them")
  func filesWithNothingInThem() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    try season.workdir.drop("thcs-a/a.csv", "\u{FEFF}")
    try season.workdir.drop("thcs-a/b.csv", "\r\n\r\n")
    try season.workdir.drop("thcs-a/c.xlsx", MadeWorkbook("Trang 1", []).bytes)
    try season.workdir.drop("thcs-a/d.csv", "x")
    try season.pass(1)
    #expect(try season.receipts("thcs-a").map(\.outcome) == Array(repeating: "tu-choi", count: 4))
    for file in ["a.csv", "b.csv", "c.xlsx"] {
      #expect(try season.receipt("thcs-a", file).errors == ["empty-file"])
    }
    #expect(try season.receipt("thcs-a", "d.csv").errors == ["no-table"])
    #expect(try season.status().exit == 0)
  }
}
