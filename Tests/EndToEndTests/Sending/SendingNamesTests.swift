import Foundation
import Testing

/// tables.md, Names for codes; and the wishes of One child, several rows.
@Suite struct SendingNamesTests {
  @Test func wishesByCodeAndByName() throws {
    let season = try Season(
      programs: [
        ["thpt-x", "", "9"], ["THPT-X", "chuyen-toan", "9"], ["Trường THPT Yên Lạc", "", "9"],
        ["thcs-c", "a", "1"], ["thcs-c", "b", "1"], ["thcs-d", "rieng", "1"],
      ],
      units: [
        ["thcs-c", "THCS Chùa Hoà", "Trường", "pgd"], ["thcs-d", "THCS Đông", "Trường", "pgd"],
        ["th-1", "TH Kim Đồng", "Trường", "pgd"], ["th-2", "Tiểu học Kim Đồng", "Trường", "pgd"],
      ])
    defer { season.workdir.remove() }
    let wishes = [
      ["THPT-X", "Thpt-Y"], ["Trường THPT Xuân Mai", "Trung học phổ thông Yên Lạc"],
      ["thpt xuan mai/Chuyen-Toan", "thcs-d"], ["thpt-x", "thpt-x/thuong"], ["", "thpt-y"],
      ["thpt-z", ""], ["thcs-c", ""], ["thpt-x/chuyen-van", ""], ["Xuân Mai", ""], ["Kim Đồng", ""],
      ["Trường TH Kim Đồng", ""], ["THCS Chùa Hòa/a", ""],
    ]
    let rows = wishes.enumerated().map { Season.child($0.offset + 1, wishes: $0.element) }
    try season.roster("thcs-a/ds.csv", rows + Season.children(20...60))
    try season.pass(1)
    let receipt = try season.receipt("thcs-a", "ds.csv")
    #expect(
      receipt.errors == [
        "foreign-key H7", "wish-unclear H8", "foreign-key H9", "foreign-key H10", "foreign-key H11",
        "ambiguous-name H12",
      ])
    let message = Dictionary(receipt.findings.map { ($0.cell ?? "", $0.message) }) { first, _ in first }
    #expect(message["H7"]?.contains("thpt-x") == true)
    #expect(message["H8"]?.contains("thcs-c/a; thcs-c/b") == true)
    #expect(message["H9"]?.contains("chuyen-toan") == true)
    #expect(message["H12"]?.contains("th-1; th-2") == true)
    #expect(receipt.told.contains("wish-repeated I5"))
    let named = receipt.findings.filter { $0.code == "name-for-code" }
    #expect(named.allSatisfy { $0.severity == "repair" })
    #expect(named.map { $0.cell ?? "" } == ["H3", "I3", "H4", "H13"])
    let result = try season.result().reduce(into: [:]) { $0[$1["personalId"] ?? ""] = $1 }
    #expect(result[Season.id(3)]?["program"] == "chuyen-toan")
    // A gap keeps the numbers as written.
    #expect(result[Season.id(5)]?["wish"] == "2")
    #expect(result[Season.id(6)]?["status"] == "held")
    #expect(result[Season.id(12)]?["program"] == "a")

    // A name that comes to mean two is told again, the candidates named.
    let units = Season.units + [["thpt-x2", "THPT Xuân Mai", "Trường", "so"]]
    try season.drop("so/lop10/bo-sung/dv.csv", [Season.unitHeader, units[units.count - 1]])
    try season.pass(1)
    let again = try season.receipt("thcs-a", "ds.csv")
    #expect(again.errors.contains("ambiguous-name H3"))
    #expect(again.name == "000002-ds-2-nhan-mot-phan")
  }

  @Test func wishNumbersBeyondTheRounds() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let rows = Season.children(1...9).map { $0 + [""] } + [Season.child(10) + ["thpt-x"]]
    try season.drop("thcs-a/ds.csv", [Season.rosterHeader + ["Nguyện vọng 3"]] + rows)
    try season.pass(1)
    #expect(try season.receipt("thcs-a", "ds.csv").errors == ["wish-number J11"])
  }
}
