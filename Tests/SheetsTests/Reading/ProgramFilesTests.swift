import Sheets
import Tables
import Testing

/// Files that other programs wrote, as they stand in `Tests/Fixtures/Sheets`.
@Suite struct ProgramFilesTests {
  private static let table = [
    "A1=STT", "B1=Mã định danh", "C1=Họ và tên", "D1=Ngày sinh", "E1=Toán 9", "F1=Đúng", "G1=Gấp đôi",
  ]

  /// One table of LibreOffice, in the formats that it saves a workbook in.
  @Test func libreOffice() throws {
    for name in ["libreoffice.xlsx", "libreoffice.xls"] {
      let workbook = try readWorkbook(try fixture(name))
      #expect(workbook.grids.map(\.name) == ["Lớp", "Ẩn"], "\(name)")
      #expect(workbook.grids.map(\.visibility) == [.visible, .hidden], "\(name)")
      let grid = try #require(workbook.grids.first)
      #expect(
        shown(grid) == Self.table + [
          "A2=number 1", "B2=080207000001", "C2=Nguyễn Văn Một", "D2=date 40577", "E2=number 8.5",
          "F2=boolean 1", "G2=number 17", "A3=number 2", "B3=080207000002", "C3=TrÇn ThÞ Hai",
          "D3=date 40908", "E3=number 9", "F3=boolean 0", "G3=error #N/A",
        ], "\(name)")
      #expect(
        grid.cells.filter { $0.script == .tcvn3 }.map { grid.string(of: $0) } == ["TrÇn ThÞ Hai"], "\(name)")
    }
    #expect(
      try cells(try fixture("libreoffice-cong-thuc.xls")) == ["A1=a", "A2=number 0", "A4=y"],
      "formulas of which the results are 0, an empty text and a text")
    let text = try readWorkbook(try fixture("libreoffice.csv"))
    #expect(
      text.grids.flatMap(shown) == Self.table + [
        "A2=1", "B2=080207000001", "C2=Nguyễn Văn Một", "D2=03/02/2011", "E2=8.5", "F2=TRUE", "G2=17", "A3=2",
        "B3=080207000002", "C3=TrÇn ThÞ Hai", "D3=31/12/2011", "E3=9", "F3=FALSE", "G3=#N/A",
      ])
    let page = try #require(try readWorkbook(try fixture("libreoffice.html")).grids.first)
    #expect(Array(shown(page).prefix(7)) == Self.table)
    #expect(page.cells.filter { $0.script == .tcvn3 }.map { page.string(of: $0) } == ["TrÇn ThÞ Hai"])
    #expect(refusal(try fixture("libreoffice.ods")) == "unsupported-format format=ods")
  }

  @Test func openpyxl() throws {
    let workbook = try readWorkbook(try fixture("openpyxl.xlsx"))
    #expect(workbook.grids.map(\.visibility) == [.visible, .hidden, .veryHidden])
    #expect(
      workbook.notes == [
        Finding(.sheetIgnored, .note, at: .init(sheet: "Biểu đồ"), facts: ["content": "chart"])
      ])
    let grid = try #require(workbook.grids.first)
    #expect(
      shown(grid) == [
        "A1=DANH SÁCH HỌC SINH", "A3=STT", "B3=Họ và tên", "C3=Ngày sinh", "D3=Điểm", "F3=Ghi chú",
        "D4=Toán 9", "E4=Ngữ văn 9", "A5=number 1", "B5=Nguyễn Văn Một", "C5=date 40577", "D5=number 8.5",
        "E5=number 7.25", "F5=formulaWithoutValue ", "A6=number 2", "B6=Trần Thị Hai", "C6=date 40908",
        "D6=number 9", "E6=number 8", "F6=formulaWithoutValue ",
      ])
    #expect(grid.merges.count == 6)
    // Cells with nothing but a style, far below and to the right, are none.
    #expect(grid.rows.last?.number == 6)
  }

  @Test func xlsxWriter() throws {
    let workbook = try readWorkbook(try fixture("xlsxwriter.xlsx"))
    #expect(workbook.notes.map(\.place.sheet) == ["Biểu đồ"])
    let grid = try #require(workbook.grids.first)
    #expect(grid.epoch1904)
    #expect(
      shown(grid) == [
        "A1=Mã định danh", "B1=Họ và tên", "C1=Ngày sinh", "D1=Tổng", "A2=080207000001",
        "B2=Nguyễn Văn Một", "C2=date 39115", "D2=number 3", "A3=080207000002", "B3=TrÇn ThÞ Hai",
        "C3=date 39446", "D3=error #DIV/0!", "B4=dòng\ntiếp _x0041_ <&>", "D4=boolean 1",
      ])
    #expect(grid.cells.filter { $0.script == .tcvn3 }.count == 1)
  }
}
