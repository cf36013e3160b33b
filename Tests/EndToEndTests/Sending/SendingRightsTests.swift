import Foundation
import Testing

/// tables.md, Who may send what.
@Suite struct SendingRightsTests {
  private static let tables: [(name: String, rows: [[String]])] = [
    ("rounds", [Season.roundHeader, Season.round]),
    ("units", [Season.unitHeader] + Season.units),
    ("programs", [Season.programHeader, ["thpt-x", "", "5"]]),
    ("zones", [["Xã/Phường", "Mã trường", "Tuyến"], ["Xã A", "thpt-x", "1"]]),
    ("scores", [["Số báo danh", "Toán", "Ngữ văn"], ["1", "8", "7"]]),
    (
      "fees",
      [
        ["Mã trường", "Mã khoản thu", "Tên khoản thu", "Kỳ thu", "Số tiền"],
        ["thpt-x", "HP", "Học phí", "HK1", "1.500.000"],
      ]
    ),
    ("codes", [["Số định danh cá nhân", "Mã học sinh"], [Season.id(1), "HS01"]]),
    ("classes", [["Mã trường", "Tên lớp", "Sĩ số tối đa"], ["thpt-x", "10A1", "45"]]),
    ("orders", [["Mã đợt", "Thao tác"], ["lop10", "khóa nhận hồ sơ"]]),
    ("points", [["Số định danh cá nhân", "Mã trường", "Điểm xét"], [Season.id(1), "thpt-x", "8.5"]]),
    ("verified", [["Số định danh cá nhân", "Diện được công nhận"], [Season.id(1), "UT1"]]),
    (
      "enrolments",
      [["Số định danh cá nhân", "Mã trường", "Trạng thái"], [Season.id(1), "thpt-x", "đã xác nhận"]]
    ),
    (
      "assignments",
      [["Số định danh cá nhân", "Mã trường", "Số văn bản", "Lý do"], [Season.id(1), "thpt-x", "1", "x"]]
    ),
    (
      "reservations",
      [
        ["Mã trường", "Loại đối tượng", "Giá trị", "Số chỗ", "Loại"],
        ["thpt-x", "Tuyến", "1", "1", "dành riêng"],
      ]
    ),
    (
      "documents",
      [["Mã hồ sơ đính kèm", "Tên hồ sơ", "Bắt buộc", "Mã trường"], ["HB", "Học bạ", "không", "thpt-x"]]
    ),
    ("decisions", [["Số định danh cá nhân", "Mã trường", "Kết quả"], [Season.id(1), "thpt-x", "Đạt"]]),
    (
      "rulings",
      [
        ["Số định danh cá nhân", "Mã trường", "Kết luận", "Số biên bản", "Lý do"],
        [Season.id(1), "thpt-x", "nhận", "1", "x"],
      ]
    ),
    ("roster", [Season.rosterHeader, Season.child(1)]),
  ]

  @Test func eachRoleSendsItsOwnKinds() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    for unit in ["thpt-x", "pgd", "cong", "tc"] {
      for (name, rows) in Self.tables { try season.drop("\(unit)/lop10/\(name).csv", rows) }
    }
    try season.pass(1)
    func allowed(_ unit: String) throws -> [String] {
      try season.receipts(unit).filter { receipt in !receipt.errors.contains("not-allowed") }.map {
        String($0.file.dropLast(4))
      }
    }
    #expect(
      try allowed("thpt-x") == [
        "classes", "codes", "decisions", "documents", "enrolments", "fees", "orders", "points", "roster",
      ])
    #expect(
      try allowed("pgd") == [
        "assignments", "classes", "codes", "decisions", "documents", "enrolments", "fees", "orders", "points",
        "programs", "reservations", "roster", "rulings", "verified", "zones",
      ])
    #expect(try allowed("cong") == ["roster"])
    #expect(try allowed("tc") == ["codes", "fees"])
    let quota = try season.receipt("thpt-x", "programs.csv")
    #expect(quota.outcome == "tu-choi")
    #expect(quota.errors == ["not-allowed"])
    // An authority's rows are about its own schools.
    #expect(try season.receipt("pgd", "programs.csv").errors.contains("other-school A2"))
    // Which orders a role may give is judged order by order: none was carried out.
    #expect(try season.receipt("thpt-x", "orders.csv").errors == ["order-refused 2"])
    #expect(try season.receipt("pgd", "orders.csv").errors == ["order-refused 2"])
    #expect(try season.workdir.run("status", "--json").output.contains(#""state" : "open""#))
  }

  @Test func schoolsSendTheirLeaversAndTheirApplicants() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let leavers =
      Season.children(1...16) + [
        Season.child(21, school: "thcs-b"), Season.child(22, "", school: "Ngoài tỉnh"),
        Season.child(23, school: "THCS An Bình"),
      ]
    try season.roster("thcs-a/ds.csv", leavers)
    let applicants =
      (31...44).map { Season.child($0, "") } + [
        Season.child(45, "9B", school: "thcs-b"), Season.child(46, "", school: "Ngoài tỉnh"),
        Season.child(47, "", wishes: ["thpt-y"], school: "thcs-b"),
      ]
    try season.roster("thpt-x/dk.csv", applicants)
    try season.pass(1)
    #expect(try season.receipt("thcs-a", "ds.csv").errors == ["not-our-child F18", "not-our-child F19"])
    #expect(try season.receipt("thpt-x", "dk.csv").errors == ["not-our-child F18"])
    let schools = try season.column("sourceSchool")
    // A blank is the sender, except on a row that wishes for it and has no class.
    #expect(schools[Season.id(1)] == "thcs-a")
    #expect(schools[Season.id(23)] == "thcs-a")
    #expect(schools[Season.id(31)] == "")
    #expect(schools[Season.id(46)] == "Ngoài tỉnh")
  }

  @Test func departmentStandsBeforeAuthorityAndSchool() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let header = ["Mã trường", "Mã khoản thu", "Tên khoản thu", "Kỳ thu", "Số tiền"]
    try season.drop("so/lop10/phi.csv", [header, ["thpt-x", "HP", "Học phí", "HK1", "100000"]])
    try season.drop("thpt-x/lop10/phi.csv", [header, ["thpt-x", "hp", "Học phí", "hk1", "200000"]])
    try season.pass()
    #expect(try season.receipt("so", "phi.csv").told == ["overrules 2"])
    #expect(try season.receipt("thpt-x", "phi.csv").told == ["overruled 2"])
    // Twice one key from one sender: both rows are held, and the round's setup with them.
    try season.drop(
      "so/lop10/bo-sung/chi-tieu.csv",
      [Season.programHeader, ["thpt-x", "thuong", "1"], ["THPT-X", "", "9"]])
    try season.pass(1)
    #expect(
      try season.receipt("so", "chi-tieu.csv").errors.filter { $0.hasPrefix("unique-error") }.count == 2)
  }

  @Test func aRefusedSetupTableStopsTheRound() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    let header = ["Cột điểm", "Hệ số"]
    try season.drop("so/lop10/tinh-diem.csv", [header, ["ĐTB 9", "hai"], ["Toán 9", "1"]])
    try season.pass(1)
    #expect(try season.receipt("so", "tinh-diem.csv").outcome == "tu-choi")
    // Nobody is ranked without the rules that were meant.
    #expect(season.workdir.files("Outbox/so/lop10").allSatisfy { $0.hasPrefix("bieu-mau/") })
    let finalize = try season.workdir.run("finalize", "lop10")
    #expect(finalize.status == 1)
    #expect(finalize.errors.contains("tinh-diem.csv"))
    try season.drop("so/lop10/tinh-diem.csv", [header, ["Ngày sinh", "0"]])
    try season.pass()
    #expect(try season.result().count == 3)
    #expect(try season.status().exit == 0)
  }
}
