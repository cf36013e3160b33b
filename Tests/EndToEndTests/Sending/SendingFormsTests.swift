import Foundation
import Testing

/// contract.md 3: the forms that people send.
@Suite struct SendingFormsTests {
  @Test func aFormWithEverythingThatFormsHave() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    var rows: [[String]] = [
      ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["TRƯỜNG THCS AN BÌNH", "", "", "", "", "Độc lập - Tự do - Hạnh phúc"], [],
      ["DANH SÁCH HỌC SINH LỚP 9A1"], ["Năm học 2022-2023"], [], ["Giáo viên chủ nhiệm: Trần Thị B"], [], [],
      [
        "STT", "Số định\ndanh cá nhân (*)", "Họ và tên", "", "Ngày sinh", "", "", "Nữ", "LỚP (*):",
        "Nguyện vọng", "",
      ],
      ["", "", "Họ đệm", "Tên", "Ngày", "Tháng", "Năm", "", "", "1", "2"],
      (1...11).map { "(\($0))" },
      ["VÍ DỤ", "080307001234", "Nguyễn Thị", "Mai", "1", "2", "2007", "x", "9A1", "thpt-x", "thpt-y"],
    ]
    for number in 1...5 {
      let isGirl = number % 2 == 1
      let name = "Nguyễn Thị".decomposedStringWithCanonicalMapping
      rows.append([
        "#\(number)", "080\(isGirl ? 3 : 2)0700000\(number)", name, "Mai", "#\(number)", "#2", "#2007",
        isGirl ? "x" : "", "9A1", "thpt-x", "thpt-y",
      ])
    }
    rows += [["", "Cộng: 5 học sinh"]]
    rows += [["#6", "080307000006", "Lê Thị", "Hoa", "6", "02", "2007", "X", "9A1", "THPT Xuân Mai", ""]]
    rows += [
      ["Tổng số", "", "", "", "#6"], [], ["", "An Bình, ngày 01 tháng 7 năm 2022"],
      ["", "Người lập biểu", "", "", "", "", "HIỆU TRƯỞNG"], ["", "(ký, ghi rõ họ tên)"], [],
      ["", "Nguyễn Văn Ký", "", "", "", "", "Trần Thị Hiệu"],
    ]
    let merges = ["A10:A11", "B10:B11", "C10:D10", "E10:G10", "H10:H11", "I10:I11", "J10:K10", "A1:D1"]
    var list = MadeWorkbook.Sheet(name: "9A1", rows: rows, merges: merges)
    list.hiddenRows = [15]
    var hidden = MadeWorkbook.Sheet(name: "Nháp", rows: [Season.rosterHeader] + Season.children(50...55))
    hidden.isHidden = true
    let notes = MadeWorkbook.Sheet(name: "Ghi chú", rows: [["Ghi chú nội bộ"]])
    // The names that our own forms offer, in a copy of theirs, are nothing that was forgotten.
    var names = MadeWorkbook.Sheet(name: "DanhMuc (2)", rows: [["THPT A"], ["THPT B"]])
    names.isHidden = true
    try season.workdir.drop("thcs-a/mau.xlsx", MadeWorkbook([list, hidden, notes, names]).bytes)
    try season.pass()

    let receipt = try season.receipt("thcs-a", "mau.xlsx")
    #expect(receipt.outcome == "nhan")
    #expect(receipt.tables == [.init(kind: "roster", sheet: "9A1", rows: 6, accepted: 6, held: 0)])
    let codes = Set(receipt.findings.map(\.code))
    #expect(
      codes == [
        "hidden-sheet", "sheet-ignored", "hidden-rows", "recomposed", "reread", "name-for-code",
        "column-numbers",
      ])
    #expect(Set(receipt.findings.filter { $0.code == "hidden-sheet" }.map(\.sheet)) == ["Nháp"])
    let result = try season.result()
    #expect(result.map { $0["fullName"] ?? "" }.last == "Lê Thị Hoa")
    #expect(result.first?["fullName"]?.unicodeScalars.count == "Nguyễn Thị Mai".unicodeScalars.count)
    #expect(result.map { $0["birthDate"] ?? "" }.contains("06/02/2007"))
  }

  @Test func valuesAsPeopleTypeThem() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    let header = ["Số CCCD", "Họ tên", "NTNS", "Phái", "Lớp", "ĐTB 9", "NV1", "Dân tôcc", "Cột lạ"]
    var rows = [
      ["#80207000101", "Lê A", "1/3/2007", "nam", "9B", "8,55", "thpt-x"],
      ["080207000102", "Lê B", "2007-03-02", "NAM", "9B", "#8.25", "thpt-x"],
      ["080207000103", "Lê C", "3.3.2007", "Nam", "9B", "9", "thpt-x"],
      ["8.0207E+10", "Lê D", "01/01/2007", "Nam", "9B", "8", "thpt-x"],
      ["080207000105", "Lê E", "01/01/07", "Nam", "9B", "8", "thpt-x"],
      ["080207000106", "Lê F", "31/02/2007", "Nam", "9B", "8", "thpt-x"],
      ["080207000107", "Lê G", "01/01/2007", "Nữ", "9B", "8,12345", "thpt-x"],
      ["080207000108", "Lê H", "#39142", "Nam", "9B", "8", "thpt-x"],
      ["", "Lê H", "", "Nam", "9B", "tám", "thpt-x"],
      ["080207000109", "Lê I", "01/01/2007", "trai", "9B", "=1/0", "thpt-x"],
    ]
    rows += (10...60).map { ["0802070001\($0)", "Lê", "01/01/2007", "Nam", "9B", "8", "thpt-x"] }
    try season.workdir.drop("thcs-b/ds.xlsx", MadeWorkbook("Danh sách", [header] + rows).bytes)
    try season.pass(1)
    let receipt = try season.receipt("thcs-b", "ds.xlsx")
    #expect(
      receipt.errors == [
        "digits-lost A5", "type-error C6", "type-error C7", "type-error F8", "type-error C9", "required C10",
        "type-error F10", "enum D11", "formula-without-value F11",
      ])
    let told = receipt.findings.filter { $0.severity != "error" }.map {
      "\($0.severity) \($0.code) \($0.column)"
    }
    #expect(told.contains("repair leading-zero Số CCCD"))
    #expect(told.contains("note unknown-label Dân tôcc"))
    #expect(told.contains("note id-gender Số CCCD"))
    let unknown = receipt.findings.filter { $0.code == "unknown-label" }
    #expect(unknown.first?.message.contains("Dân tộc") == true)
    // A number is no day until a format makes it one.
    #expect(receipt.findings.first { $0.cell == "C9" }?.message.contains("01/03/2007") == true)
    #expect(try season.column("birthDate")["080207000101"] == "01/03/2007")
  }

  @Test(arguments: [",", ";", "\t"])
  func textFiles(delimiter: String) throws {
    let season = try Season()
    defer { season.workdir.remove() }
    func text(_ className: String, _ children: ClosedRange<Int>, _ mark: String = "") -> String {
      mark + Season.csv([Season.rosterHeader] + Season.children(children, className), delimiter: delimiter)
    }
    try season.workdir.drop("thcs-a/1.csv", text("9A1", 1...3))
    try season.workdir.drop("thcs-b/2.csv", text("9B1", 4...6, "\u{FEFF}sep=\(delimiter)\r\n"))
    try season.workdir.drop("pgd/3.csv", Array(text("9B2", 7...9).utf8.dropLast(2)))
    try season.pass(1)
    #expect(try season.receipts("thcs-a").map(\.told) == [[]])
    #expect(try season.receipts("thcs-b").map(\.errors) == [[]])
    #expect(try season.receipts("pgd").first?.told.contains("unfinished 4") == true)
  }

  @Test func twoColumnsOfOneKeyMeanTheSame() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.drop(
      "so/lop10/bo-sung/chi-tieu.csv",
      [
        ["Mã trường", "Tên trường", "Chỉ tiêu"], ["thpt-x", "Trường THPT Xuân Mai", "4"],
        ["thpt-y", "THPT Yên Lạc", "4"],
      ])
    let header = [
      "SBD", "Họ tên", "Ngày sinh", "Mã trường cuối cấp", "Tên trường", "Lớp", "NV1", "Nguyện vọng 1",
    ]
    var rows = (1...18).map {
      [
        "SBD\($0)", "Lê \($0)", "01/01/2007", "thcs-a", "THCS An Bình", "9A", "thpt-x",
        "Trường THPT Xuân Mai",
      ]
    }
    rows[0][4] = "thcs-b"
    rows[1][7] = "thpt-y"
    rows[2][6] = ""
    try season.drop("thcs-a/ds.csv", [header] + rows)
    try season.pass(1)
    #expect(try season.receipt("so", "chi-tieu.csv").told == [])
    let receipt = try season.receipt("thcs-a", "ds.csv")
    #expect(receipt.errors == ["duplicate-label E2", "duplicate-label H3"])
    #expect(try season.column("school", by: "examNo")["SBD3"] == "thpt-x")
  }

  @Test func aTableWithoutAColumnThatItNeeds() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.drop(
      "thcs-a/thieu.csv",
      [["STT", "Số định danh cá nhân", "Họ tên", "NV1"], ["1", Season.id(1), "A", "thpt-x"]])
    try season.drop("thcs-a/la.csv", [["a", "b"], ["1", "2"]])
    try season.drop("thcs-a/trong.csv", [Season.rosterHeader])
    try season.pass(1)
    let missing = try season.receipt("thcs-a", "thieu.csv")
    #expect(missing.errors == ["missing-label 1"])
    #expect(missing.findings[0].column == "Ngày sinh")
    #expect(missing.tables.map(\.kind) == ["roster"])
    #expect(try season.receipt("thcs-a", "la.csv").errors == ["no-table"])
    #expect(try season.receipt("thcs-a", "trong.csv").told == ["no-rows 1"])
    // Too many held rows: the table is refused as a whole; exactly a fifth is not too many.
    var rows = Season.children(1...10)
    for index in 0..<2 { rows[index][3] = "40/01/2007" }
    try season.roster("thcs-b/hai.csv", rows)
    try season.pass(1)
    #expect(try season.receipt("thcs-b", "hai.csv").outcome == "nhan-mot-phan")
    rows[2][3] = ""
    try season.roster("thcs-b/ba.csv", rows)
    try season.pass(1)
    let refused = try season.receipt("thcs-b", "ba.csv")
    #expect(refused.errors.first == "too-many-errors")
    #expect(refused.outcome == "tu-choi")
    #expect(refused.tables == [.init(kind: "roster", sheet: "", rows: 10, accepted: 0, held: 3)])
    #expect(refused.round == "lop10")
    #expect(try season.result().count == 10)
  }
}
