import Rounds
import Sheets
import Tables
import Testing

@testable import Exports

@Suite struct ClassAndImportTests {
  @Test func aSheetForEachClassAndOneForThoseWithout() throws {
    var sample = SampleRound()
    sample.tables.programs[0].quota = 4
    let sheets = try sample.files().sheets("danh-sach-lop.xlsx", for: "A")
    #expect(sheets.map(\.name) == ["10A1", "10A2", "Chưa xếp lớp"])
    #expect(sheets[0].rows.contains(["LỚP 10A1"]))
    #expect(sheets[0].rows.contains(["Giáo viên chủ nhiệm: Lê Thị Hoa"]))
    #expect(sheets.map { sheet in sheet.rows.count { Int($0[0]) != nil } } == [1, 1, 2])
    #expect(sheets[2].rows.contains { $0.last == "Các lớp phù hợp đã đủ sĩ số" })
  }

  @Test func aClassStandsInVietnameseOrderOfGivenNames() throws {
    var sample = SampleRound()
    sample.tables.programs[0].quota = 5
    sample.add("A", "Mã trường|Tên lớp|Sĩ số tối đa\nA|10A3|9")
    sample.tables.layers[.classes] = sample.tables.layers[.classes]?.suffix(1)
    let sheets = try sample.files().sheets("danh-sach-lop.xlsx", for: "A")
    #expect(sheets.map(\.name) == ["10A3"])
    let names = sheets[0].rows.filter { Int($0[0]) != nil }.map { $0[2] }
    #expect(names == ["Nguyễn Thị Ân", "Lê Văn Bình", "Võ Thị Chi", "Phạm Dũng", "Trần Đăng"])
  }

  @Test func importsHoldNothingButTheirTable() throws {
    let files = try SampleRound().files()
    for path in ["nhap-qlgd.xlsx", "tai-chinh/khoan-thu.xlsx"] {
      let book = try readWorkbook(try files.file(path, for: "A").bytes)
      #expect(book.grids.count == 1)
      #expect(book.grids[0].merges.isEmpty)
      #expect(book.grids[0].rows.map(\.number) == (1...Int32(book.grids[0].rows.count)).map { $0 })
    }
    let rows = try files.sheets("nhap-qlgd.xlsx", for: "A")[0].rows
    #expect(rows[0].prefix(4) == ["STT", "Mã lớp", "Mã định danh Bộ GD&ĐT", "Số định danh cá nhân"])
    #expect(
      rows.dropFirst() == [
        [
          "1", "10A1", "080307000001", "Nguyễn Thị Ân", "Nguyễn Thị", "Ân", "01/02/2007", "Nữ",
          "Ấp 1, Bình An",
          "0912000001", "Trường THCS Bình An", "Lớp 10", "2022-2023",
        ],
        [
          "1", "10A2", "080207000002", "Lê Văn Bình", "Lê Văn", "Bình", "03/04/2007", "Nam",
          "Trường THCS Bình An",
          "Lớp 10", "2022-2023",
        ],
      ])
  }

  @Test func everyFeeOfEveryChildIsARowInWholeDong() throws {
    let rows = try SampleRound().files().sheets("tai-chinh/khoan-thu.xlsx", for: "A")[0].rows
    #expect(
      rows.dropFirst() == [
        [
          "1", "HS0001", "080307000001", "Nguyễn Thị Ân", "01/02/2007", "10A1", "HP", "Học phí", "HK1",
          "1500000", "1",
          "0", "1500000", "05/09/2022", "HS0001 NGUYEN THI AN HP HK1",
        ],
        [
          "2", "HS0001", "080307000001", "Nguyễn Thị Ân", "01/02/2007", "10A1", "BHYT", "Bảo hiểm y tế",
          "2022", "563220",
          "1", "0", "563220", "HS0001 NGUYEN THI AN BHYT 2022",
        ],
        [
          "3", "080207000002", "Lê Văn Bình", "03/04/2007", "10A2", "HP", "Học phí", "HK1", "1500000", "1",
          "0",
          "1500000", "05/09/2022", "LE VAN BINH HP HK1",
        ],
        [
          "4", "080207000002", "Lê Văn Bình", "03/04/2007", "10A2", "BHYT", "Bảo hiểm y tế", "2022", "563220",
          "1", "0",
          "563220", "LE VAN BINH BHYT 2022",
        ],
      ])
  }

  @Test func anUnknownValueOfAProfileIsNamed() {
    let json = #"{"columns": [{"label": "STT", "value": "ordinal"}, {"label": "X", "value": "x"}]}"#
    #expect(throws: ExportProfile.Problem(key: "columns[1].value")) {
      try ExportProfile(name: "p", json: Array(json.utf8))
    }
    #expect(throws: ExportProfile.Problem(key: "columns[0].label")) {
      try ExportProfile(name: "p", json: Array(#"{"columns": [{"value": "ordinal"}]}"#.utf8))
    }
    #expect(throws: ExportProfile.Problem(key: "columns")) {
      try ExportProfile(name: "p", json: Array("{}".utf8))
    }
  }
}
