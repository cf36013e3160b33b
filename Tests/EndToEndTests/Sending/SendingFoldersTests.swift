import Foundation
import Testing

/// contract.md 2: the folders, and the order of a pass.
@Suite struct SendingFoldersTests {
  @Test func firstPassReadsSetupAndRosters() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/9A1.csv", Season.children(1...8))
    try season.roster("thcs-a/LOP10/9a2.csv", Season.children(11...14, "9A2"))
    try season.roster("thcs-z/9A1.csv", Season.children(101...103))
    try season.roster("thcs-b/lop11/9A1.csv", Season.children(201...203))
    try season.drop("lac.csv", [["a", "b"]])
    try season.pass(1)

    // By unit, then by the bytes of the name: capitals come first.
    #expect(try season.receipts("so").map(\.name) == ["000001-setup-nhan"])
    #expect(try season.receipts("thcs-a").map(\.name) == ["000002-9a1-nhan", "000003-9a2-nhan"])
    #expect(try season.receipt("thcs-a", "9A1.csv").round == "lop10")
    var status = try season.status()
    #expect(status.exit == 1)
    #expect(
      status.inbox == [
        "thcs-z/9A1.csv": "unknown-unit", "thcs-b/lop11/9A1.csv": "unknown-round",
        "lac.csv": "ignored-outside-unit",
      ])
    for folder in ["Inbox/thcs-b/lop10/bo-sung", "Inbox/thcs-b/lop10/thay-the", "Outbox/thcs-b/lop10"] {
      #expect(FileManager.default.fileExists(atPath: season.workdir.path(folder).path), "\(folder)")
    }

    // A rounds table is read wherever it lies; the unit and its programs come with it.
    try season.workdir.takeAway("lac.csv")
    let lop11 = Season.round.map { $0 == "lop10" ? "lop11" : $0 }
    let units = Season.units + [["thcs-z", "Trường THCS Z", "Trường", "pgd"]]
    try season.workdir.drop(
      "so/lop11/moi.xlsx",
      MadeWorkbook([
        .init(name: "Đợt", rows: [Season.roundHeader, lop11]),
        .init(name: "Đơn vị", rows: [Season.unitHeader] + units),
        .init(name: "Chỉ tiêu", rows: [Season.programHeader, ["thpt-x", "", "2"], ["thpt-y", "", "2"]]),
      ]).bytes)
    try season.pass()
    #expect(try season.receipt("thcs-z", "9A1.csv").round == "lop11")
    #expect(try season.receipt("thcs-b", "9A1.csv").round == "lop11")
    status = try season.status()
    #expect(status.inbox == [:])
    #expect(status.exit == 0)
  }

  @Test func foldersCompareWithoutCase() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try FileManager.default.moveItem(at: season.workdir.path("Inbox/so"), to: season.workdir.path("Inbox/SO"))
    try season.roster("THCS-A/Lop10/9A1.csv", Season.children(1...3))
    try season.pass()
    #expect(try season.receipts("so").map(\.outcome) == ["nhan"])
    #expect(try season.receipts("thcs-a").map(\.outcome) == ["nhan"])
    // The folder's form does not matter either.
    try season.roster("thcs-a/Bổ sung/them.csv", [Season.child(4)])
    try season.roster("thcs-a/lop10/THAY THẾ/thay.csv", [Season.child(1), Season.child(5)])
    try season.pass()
    #expect(try season.column("fullName").keys.sorted() == [1, 4, 5].map(Season.id))
  }

  @Test("F42: names of any kind are taken")
  func namesOfAnyKindAreTaken() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    let names = ["-rf; \"x\"  .csv", String(repeating: "d", count: 250) + ".csv", "Lớp 9.A (lần 2).CSV", "…"]
    for (index, name) in names.enumerated() {
      try season.roster("thcs-a/" + name, [Season.child(index + 1, "9A\(index)")])
    }
    for name in ["~$9A.xlsx", ".an.csv", "a.tmp", "Thumbs.db", "1A2B3C4D"] {
      try season.drop("thcs-b/" + name, [["x"]])
    }
    try FileManager.default.createSymbolicLink(
      atPath: season.workdir.path("Inbox/thcs-b/link.csv").path, withDestinationPath: "/etc/passwd")
    try season.pass()
    #expect(
      try season.receipts("thcs-a").map(\.name) == [
        "000002-rf-x-nhan", "000003-lop-9-a-lan-2-nhan",
        "000004-" + String(repeating: "d", count: 40) + "-nhan", "000005-nhan",
      ])
    #expect(
      try season.status().inbox.mapValues { $0.hasPrefix("ignored-") } == [
        "thcs-b/~$9A.xlsx": true, "thcs-b/.an.csv": true, "thcs-b/a.tmp": true, "thcs-b/Thumbs.db": true,
        "thcs-b/1A2B3C4D": true, "thcs-b/link.csv": true,
      ])
    #expect(!FileManager.default.fileExists(atPath: season.workdir.path("Outbox/thcs-b/bien-nhan").path))
    // What nobody sees in a name is shown in the receipt.
    try season.roster("thcs-b/an\u{202E}vsc\n.csv", [Season.child(9, "9B")])
    try season.pass()
    #expect(try season.receipt("thcs-b", "an\\u{202E}vsc\\u{A}.csv").outcome == "nhan")
  }
}
