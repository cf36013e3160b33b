import Foundation
import Testing

/// tables.md, One child, several rows.
@Suite struct SendingChildrenTests {
  @Test("F64: two applications with different wishes")
  func twoApplicationsWithDifferentWishes() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let header = Season.rosterHeader + ["Ngày nộp"]
    func row(_ number: Int, _ wish: String, _ day: String, _ school: String = "") -> [String] {
      Season.child(number, school.isEmpty ? "9A1" : "", wishes: [wish], school: school) + [day]
    }
    try season.drop("thcs-a/ds.csv", [header, row(1, "thpt-x", ""), row(2, "thpt-x", "05/07/2022")])
    try season.drop(
      "cong/hs.csv",
      [header, row(1, "thpt-y", "05/07/2022", "thcs-a"), row(2, "thpt-y", "06/07/2022", "thcs-a")])
    try season.pass(1)
    // Without two dates nothing decides: held, and both senders are told, of the other's row alone.
    let school = try season.receipt("thcs-a", "ds.csv")
    let portal = try season.receipt("cong", "hs.csv")
    #expect(school.errors == ["different-wishes H2"])
    #expect(portal.errors == ["different-wishes H2"])
    #expect(portal.findings.first { $0.cell == "H2" }?.value == "thpt-y")
    #expect(school.outcome == "nhan-mot-phan")
    #expect(school.tables == [.init(kind: "roster", sheet: "", rows: 2, accepted: 1, held: 1)])
    #expect(school.findings[0].message.contains("dòng 2 của đơn vị cong"))
    #expect(school.told.contains("overruled 3"))
    #expect(portal.told.contains("overrules 3"))
    #expect(try season.column("status") == [Season.id(1): "held", Season.id(2): "admitted"])
    #expect(try season.column("school")[Season.id(2)] == "thpt-y")
    #expect(try season.status().exit == 1)
    // Once they agree, both are told again.
    try season.drop("thcs-a/ds.csv", [header, row(1, "thpt-y", ""), row(2, "thpt-x", "05/07/2022")])
    try season.pass()
    #expect(try season.receipt("cong", "hs.csv").outcome == "nhan")
    #expect(try season.column("status")[Season.id(1)] == "admitted")
    #expect(try season.status().exit == 0)
  }

  @Test func recordsAreTheSchoolsAndWishesThePortals() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/ds.csv", (1...3).map { Season.child($0, wishes: []) })
    var row = Season.child(1, "", wishes: ["thpt-y"], school: "thcs-a")
    row[2] = "NGUYEN VAN B"
    try season.roster("cong/hs.csv", [row])
    try season.pass()
    // A record alone is no application.
    #expect(try season.column("fullName") == [Season.id(1): "Nguyễn Văn B"])
    #expect(try season.receipt("cong", "hs.csv").told.isEmpty)
    // Names beside marks are compared too, and people without an application are named.
    try season.drop(
      "so/lop10/diem.csv",
      [
        ["Số định danh cá nhân", "Họ tên", "Ngày sinh", "Trường", "Toán", "Ngữ văn"],
        [Season.id(1), "NGUYỄN VĂN B", "05/05/2007", "THCS Bình Minh", "8.5", "7"],
        [Season.id(2), "", "", "", "1", "1"],
      ])
    try season.pass()
    let marks = try season.receipt("so", "diem.csv")
    #expect(marks.told.sorted() == ["not-applicant 3", "person-differs C2", "person-differs D2"])
    #expect(marks.outcome == "nhan")
  }

  /// One identifier, two children: neither takes the other's marks or place, and both senders are told.
  @Test("F64: two children under one identifier")
  func twoChildrenUnderOneIdentifier() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    var (second, other) = (Season.child(1), Season.child(3, "", wishes: ["thpt-y"], school: "thcs-a"))
    second[2] = "Lê Thị Khác"
    other[2] = "Trần Văn Khác"
    // Children without a wish beside them: so few errors hold their rows alone.
    let others = (20...30).map { Season.child($0, wishes: []) }
    try season.roster("thcs-a/ds.csv", [Season.child(1), second, Season.child(2), Season.child(3)] + others)
    try season.roster("cong/hs.csv", [other])
    try season.pass(1)
    let (school, portal) = (try season.receipt("thcs-a", "ds.csv"), try season.receipt("cong", "hs.csv"))
    #expect(
      school.errors.sorted() == ["shared-identifier C2", "shared-identifier C3", "shared-identifier C5"])
    #expect(school.tables == [.init(kind: "roster", sheet: "", rows: 15, accepted: 12, held: 3)])
    #expect(portal.errors == ["shared-identifier C2"])
    #expect(portal.findings[0].message.contains("dòng 5 của đơn vị thcs-a"))
    #expect(!portal.findings[0].message.contains("Nguyễn"))
    #expect(
      try season.column("status")
        == [Season.id(1): "held", Season.id(2): "admitted", Season.id(3): "held"])
    // The wrong identifiers corrected, everybody is there.
    second[1] = Season.id(8)
    other[1] = Season.id(9)
    try season.roster("thcs-a/ds.csv", [Season.child(1), second, Season.child(2), Season.child(3)] + others)
    try season.roster("cong/hs.csv", [other])
    try season.pass()
    #expect(try season.result().count == 5)
    #expect(try season.status().exit == 0)
  }

  @Test func withdrawing() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let header = Season.rosterHeader + ["Rút hồ sơ"]
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    try season.roster("thpt-x/dk.csv", [Season.child(60, "", wishes: ["thpt-x"], school: "Ngoài tỉnh")])
    try season.pass()
    try season.drop("cong/bo-sung/rut.csv", [header, Season.child(2, "", school: "thcs-a") + ["x"]])
    try season.drop(
      "thpt-x/bo-sung/rut.csv",
      [
        header, Season.child(60, "", wishes: ["thpt-x"], school: "Ngoài tỉnh") + ["có"],
        Season.child(3, "", wishes: ["thpt-x"], school: "thcs-a") + ["có"],
      ])
    try season.pass()
    let status = try season.column("status")
    #expect(status[Season.id(2)] == "ineligible")
    #expect(status[Season.id(60)] == "ineligible")
    // An admitting school withdraws only what it sent itself.
    #expect(status[Season.id(3)] == "admitted")
    #expect(try season.column("reason")[Season.id(2)]?.contains("rút hồ sơ") == true)
  }

  @Test func childrenWithoutAnyNumberGetOne() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let round = [
      "mn", "Mầm non", "2022-2023", "MN", "01/07/2022", "31/12/2099", "1", "đồng thời", "Lấy cả nhóm",
    ]
    let ages = ["Sinh từ ngày", "Sinh đến ngày"]
    try season.workdir.drop(
      "so/mn.xlsx",
      MadeWorkbook([
        .init(name: "Đợt", rows: [Season.roundHeader, round]),
        .init(name: "Đơn vị", rows: [Season.unitHeader, ["mn-hoa", "MN Hoa Hồng", "Trường", "so"]]),
        .init(
          name: "Chỉ tiêu",
          rows: [
            Season.programHeader + ages, ["mn-hoa", "5t", "9", "01/01/2017", "31/12/2017"],
            ["mn-hoa", "4t", "9", "01/01/2018", "31/12/2018"],
          ]),
      ]).bytes)
    let header = ["Họ và tên", "Ngày sinh", "Nữ", "Người giám hộ", "NV1"]
    try season.drop(
      "mn-hoa/be.csv",
      [
        header, ["Bé An", "01/03/2017", "x", "Mẹ An", "mn-hoa"],
        ["Bé Bình", "2/4/2018", "", "Mẹ Bình", "MN Hoa Hồng"],
      ])
    try season.pass()
    let receipt = try season.receipt("mn-hoa", "be.csv")
    let given = receipt.findings.filter { $0.code == "number-given" }
    #expect(given.map(\.column) == ["Mã hồ sơ", "Mã hồ sơ"])
    let programs = Dictionary(
      try season.result("mn").map { ($0["applicationNo"] ?? "", $0["program"] ?? "") }
    ) { first, _ in first }
    // The first 8 digits of: printf 'be an\n2017-03-01\nme an' | sha256sum
    #expect(programs["mn-hoa-\(Self.an)"] == "5t")
    #expect(programs.values.sorted() == ["4t", "5t"])
    #expect(given.contains { $0.message.contains("mn-hoa-\(Self.an)") })
    // The same child, written otherwise, is the same child.
    try season.drop(
      "mn-hoa/be.csv",
      [
        header, ["BÉ AN", "1/3/2017", "x", "mẹ an", "mn-hoa/5t"],
        ["Bé Bình", "02/04/2018", "", "Mẹ Bình", "mn-hoa"],
      ])
    try season.pass()
    #expect(try season.result("mn").count == 2)
  }

  private static let an = "f6cb824d"
}
