import Foundation
import Testing

/// contract.md 2, What a newer file replaces.
@Suite struct SendingReplacementTests {
  private func people(_ season: Season) throws -> [Int] {
    try season.result().compactMap { Int(($0["personalId"] ?? "").suffix(6)) }
  }

  @Test("F25: classes replace themselves alone")
  func classesReplaceThemselvesAlone() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/9A1.csv", Season.children(1...4))
    try season.roster("thcs-a/9A2.csv", Season.children(11...14, "9A2"))
    try season.roster("thcs-b/9A1.csv", Season.children(21...24))
    try season.pass()

    try season.roster("thcs-a/sua.csv", Season.children(2...4) + [Season.child(5)])
    try season.pass()
    #expect(try people(season) == [2, 3, 4, 5, 11, 12, 13, 14, 21, 22, 23, 24])
    // One sender has one row for a person, whatever class it stood under before.
    try season.roster("thcs-a/9A2.csv", Season.children(12...14, "9A2") + [Season.child(5, "9A2")])
    try season.pass()
    #expect(try people(season) == [2, 3, 4, 5, 12, 13, 14, 21, 22, 23, 24])
    // A, B, A: A is the truth again; equal bytes in force change nothing under any name.
    try season.roster("thcs-a/9A2.csv", Season.children(11...14, "9A2"))
    try season.pass()
    #expect(try people(season) == [2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24])
    try season.roster("thcs-a/ten-khac.csv", Season.children(11...14, "9A2"))
    try season.pass()
    let again = try season.receipt("thcs-a", "ten-khac.csv")
    #expect(again.told == ["already-received"])
    #expect(again.outcome == "nhan")
    let first = try #require(try season.receipts("thcs-a").last { $0.file == "9A2.csv" })
    let day = first.received.prefix(10).split(separator: "-").reversed().joined(separator: "/")
    #expect(again.findings[0].message.contains(day) && first.received.hasSuffix("+07:00"))
  }

  @Test func guardHoldsWhatWouldRemoveTooMany() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/a.csv", Season.children(1...60))
    try season.roster("thcs-b/b.csv", Season.children(101...102))
    try season.pass()
    // Six of sixty: not more than a tenth. Seven of sixty would be.
    try season.roster("thcs-a/a.csv", Season.children(1...54))
    try season.pass()
    try season.roster("thcs-a/a.csv", Season.children(1...48))
    try season.roster("thcs-b/b.csv", Season.children(111...112))
    try season.pass(1)
    let held = try season.receipt("thcs-a", "a.csv")
    #expect(held.errors == ["would-remove"])
    #expect(held.outcome == "cho-xac-nhan")
    #expect(held.tables == [.init(kind: "roster", sheet: "", rows: 48, accepted: 0, held: 0)])
    #expect(held.findings[0].message.contains("6 trên 54"))
    #expect(try season.receipt("thcs-b", "b.csv").findings[0].message.contains("2 trên 2"))
    #expect(try people(season).count == 56)

    // `thay-the` replaces the same unit without the guard, `bo-sung` adds.
    try season.roster("thcs-a/thay-the/a.csv", Season.children(1...48))
    try season.roster("thcs-b/bo-sung/b.csv", Season.children(111...112))
    try season.pass()
    #expect(try people(season) == Array(1...48) + [101, 102, 111, 112])
    #expect(try season.status().exit == 0)
    // A held row keeps its person: nobody counts as removed by it.
    var rows = Season.children(1...48)
    for index in 0..<6 { rows[index][7] = "thpt-q" }
    try season.roster("thcs-a/a.csv", rows)
    try season.pass(1)
    #expect(try season.receipt("thcs-a", "a.csv").outcome == "nhan-mot-phan")
    #expect(try season.column("status")[Season.id(1)] == "held")
  }

  @Test func twoVersionsOfOnePassAreBothHeld() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/v1.csv", Season.children(1...3))
    try season.roster("thcs-a/v2.csv", Season.children(1...2))
    try season.roster("thcs-b/giong-1.csv", Season.children(11...12))
    try season.roster("thcs-b/giong-2.csv", Season.children(11...12))
    try season.pass(1)
    for file in ["v1.csv", "v2.csv"] {
      #expect(try season.receipt("thcs-a", file).errors == ["two-versions"])
    }
    #expect(try season.receipts("thcs-b").map(\.outcome) == ["nhan", "nhan"])
    #expect(try people(season) == [11, 12])
    try season.roster("thcs-a/v2.csv", Season.children(1...2))
    try season.pass()
    #expect(try people(season) == [1, 2, 11, 12])
    #expect(try season.status().exit == 0)
  }

  @Test func sheetsOfOneKindAreOneTableAndTheReceiptSaysWhatChanged() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    func book(_ first: ClosedRange<Int>, _ second: ClosedRange<Int>) -> [UInt8] {
      MadeWorkbook([
        .init(name: "9A1", rows: [Season.rosterHeader] + Season.children(first)),
        .init(name: "9A2", rows: [Season.rosterHeader] + Season.children(second, "9A2")),
      ]).bytes
    }
    try season.workdir.drop("thcs-a/ca-truong.xlsx", book(1...5, 11...15))
    try season.pass()
    #expect(try season.receipt("thcs-a", "ca-truong.xlsx").tables.map(\.sheet) == ["9A1", "9A2"])
    try season.workdir.drop("thcs-a/ca-truong.xlsx", book(2...6, 11...14))
    try season.pass()
    #expect(try people(season) == Array(2...6) + Array(11...14))
    let text = try receiptText(season.workdir, "thcs-a", "000003-ca-truong-nhan")
    #expect(text.contains { $0.hasSuffix("thêm 1, bỏ 2, sửa 0.") })
  }
}
