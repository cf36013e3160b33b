import TableSchema
import Tables
import Testing

@Suite struct HeaderTests {
  @Test func standsBelowTitles() throws {
    let sheet = SheetLiteral(
      """
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc

      DANH SÁCH HỌC SINH LỚP 9 | Trường THCS Nhựt Tảo


      STT | Số ĐDCN (*) | HỌ VÀ TÊN: | Ngày⏎sinh | gioi tinh | Lớp
      1 | 080207000001 | Nguyễn Văn An | 01/02/2007 | Nam | 9A1
      """)
    let table = try sheet.table()
    #expect(table.kind == .roster)
    #expect(table.headerRow == 7)
    #expect(table.columns.map(\.key) == ["personalId", "fullName", "birthDate", "gender", "sourceClass"])
    #expect(table.columns.map(\.sheetColumn) == [1, 2, 3, 4, 5])
    #expect(table.rowNumbers == [8])
    #expect(try sheet.told() == [])
  }

  @Test func isNotLookedForBelowRow30() throws {
    let header = "Họ và tên|Ngày sinh\nAn|01/02/2007"
    let deep = SheetLiteral(String(repeating: "x\n", count: 29) + header)
    #expect(try deep.table().headerRow == 30)
    let tooDeep = SheetLiteral(String(repeating: "x\n", count: 30) + header)
    #expect(try tooDeep.told() == ["- error no-table"])
  }

  @Test func hasTwoRowsWhereGroupsAreMerged() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | | | Lớp 9 | | Nguyện vọng |
       | | Ngày | Tháng | Năm | HL | HK | #1 | #2
      #1 | Nguyễn Văn An | #5 | #10 | #2007 | Giỏi | Tốt | A | B
      """, isCSV: false,
      merges: [
        .init(firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 4),
        .init(firstRow: 1, lastRow: 1, firstColumn: 5, lastColumn: 6),
        .init(firstRow: 1, lastRow: 1, firstColumn: 7, lastColumn: 8),
        .init(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0),
      ])
    let table = try sheet.table()
    #expect(
      table.columns.map(\.key) == ["fullName", "birthDate", "learning9", "conduct9", "wish1", "wish2"])
    #expect(table.headerRow == 2)
    #expect(table.text("birthDate", 0) == "05/10/2007")
    #expect(table.text("wish2", 0) == "B")
    #expect(table.column("wish2")?.label == "Nguyện vọng 2")
    #expect(try sheet.told() == [])
  }

  /// A range that is told again and again, or lies over another, changes nothing.
  @Test func mergesThatAreNone() throws {
    let text = """
      Họ và tên | Ngày sinh | | | Nguyện vọng |
       | Ngày | Tháng | Năm | #1 | #2
      Nguyễn Văn An | #5 | #10 | #2007 | A | B
      """
    let merges: [Grid.Merge] = [
      .init(firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 3),
      .init(firstRow: 1, lastRow: 1, firstColumn: 4, lastColumn: 5),
    ]
    let others: [Grid.Merge] = [
      .init(firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 16_383),
      .init(firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 16_383),
      .init(firstRow: 40, lastRow: 41, firstColumn: 0, lastColumn: 5),
      .init(firstRow: -1, lastRow: 41, firstColumn: 0, lastColumn: 5),
    ]
    let many = merges + others + [[Grid.Merge]](repeating: merges + others, count: 3_000).flatMap { $0 }
    for merges in [merges, many] {
      let sheet = SheetLiteral(text, isCSV: false, merges: merges)
      let table = try sheet.table()
      #expect(table.columns.map(\.key) == ["fullName", "birthDate", "wish1", "wish2"])
      #expect(table.text("birthDate", 0) == "05/10/2007")
      #expect(try sheet.told() == [])
    }
  }

  /// Of a text that is too long for a label the beginning is asked about, as of any other.
  @Test func longLabels() throws {
    let long = String(repeating: "Ghi chú về học sinh này ", count: 1_300)
    let stars = String(repeating: "*", count: 20_000)
    let sheet = SheetLiteral("Họ và tên \(stars)|Ngày sinh\(stars)|\(long)|\(stars)\nAn|01/02/2007|x|y")
    let told = try sheet.reading().findings
    let labels = told.map(\.place.label) + told.map(\.value)
    #expect(labels.allSatisfy { $0.utf8.count <= 500 })
    #expect(try sheet.table().columns.map(\.key) == ["fullName", "birthDate"])
  }

  @Test func hasTwoRowsInACSVToo() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Nguyện vọng |
       | | 1 | 2
      Nguyễn Văn An | 05/10/2007 | A | B
      """)
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "wish1", "wish2"])
    #expect(table.rowNumbers == [3])
  }

  @Test func aNameMayStandInThreeColumns() throws {
    let merged = SheetLiteral(
      """
      Họ và tên | | | Ngày sinh
      Nguyễn | Thị Mai | Anh | 05/10/2007
      Lê | | Bình | 06/10/2007
      """, isCSV: false, merges: [.init(firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2)])
    let spelled = SheetLiteral(
      "Họ|Tên đệm|Tên|Ngày sinh\nNguyễn|Thị Mai|Anh|05/10/2007\nLê||Bình|06/10/2007")
    let twice = SheetLiteral("Họ|Chữ lót|Tên|NTNS\nNguyễn|Thị Mai|Anh|05/10/2007\nLê||Bình|06/10/2007")
    for sheet in [merged, spelled, twice] {
      #expect(texts("fullName", try sheet.table()) == ["Nguyễn Thị Mai Anh", "Lê Bình"])
      #expect(try sheet.told() == [])
    }
    // Without the name itself there is no name.
    let lacking = SheetLiteral("Họ|Tên đệm|Ngày sinh\nNguyễn|Thị|05/10/2007")
    #expect(try lacking.reading().findings.contains { $0.code == .missingLabel })
  }

  @Test func endlessMergesDoNoHarm() throws {
    for first in [0, 1, 1022, 1023, 1024, 16383] as [UInt16] {
      let sheet = SheetLiteral(
        String(repeating: "|", count: Int(first)) + "DANH SÁCH\nHọ và tên | Ngày sinh\nAn | 05/10/2007",
        isCSV: false,
        merges: [.init(firstRow: 1, lastRow: 1, firstColumn: first, lastColumn: 16383)])
      #expect(try sheet.table().columns.map(\.key) == ["fullName", "birthDate"])
    }
  }

  @Test func skipsTheNumbersOfColumns() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh
      (1) | (2) | (3)
      1 | Nguyễn Văn An | 05/10/2007
      """)
    #expect(try sheet.table().rowNumbers == [3])
  }

  @Test func suggestsButNeverUsesAResemblance() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | 1️⃣Dân tộk | 2️⃣Ghi chú thêm của trường | 3️⃣Ngày sinh của cha
      Nguyễn Văn An | 05/10/2007 | Kinh | x | 01/01/1980
      """)
    #expect(
      try sheet.told(facts: ["suggestion"]) == [
        "1 note unknown-label suggestion=Dân tộc", "2 note unknown-label", "3 note unknown-label",
      ])
    #expect(try sheet.table().columns.map(\.key) == ["fullName", "birthDate"])
  }

  @Test func unknownSheetsAreLeftOut() throws {
    let schemas = try ProjectSchemas.schemas.get()
    let known = SheetLiteral("Họ và tên|Ngày sinh\nAn|01/02/2007", isCSV: false).grid
    let unknown = SheetLiteral("Hướng dẫn\nĐiền vào trang 1", isCSV: false).grid
    var hidden = known
    hidden.visibility = .hidden
    let empty = Grid(name: "Sheet3")
    let readings = readTables([unknown, hidden, empty, known], isCSV: false, schemas: schemas)
    #expect(readings.map { $0.findings.map(\.code) } == [[.sheetIgnored], [.hiddenSheet], []])
    #expect(readings.map(\.kind) == [nil, nil, .roster])
    let nothing = readTables([unknown, hidden], isCSV: false, schemas: schemas)
    #expect(nothing.map { $0.findings.map(\.code) } == [[.sheetIgnored], [.hiddenSheet], [.noTable]])
    #expect(nothing.last?.findings.first?.severity == .error)
  }

  @Test func namesEachMissingColumn() throws {
    let sheet = SheetLiteral(
      """
      Số định danh cá nhân | Họ và tên | Ngaỳ sinhh
      080207000001 | Nguyễn Văn An | 01/02/2007
      """)
    let reading = try sheet.reading()
    #expect(reading.kind == .roster)
    #expect(reading.table == nil)
    #expect(
      try sheet.told(facts: ["label", "kind", "suggestion"]) == [
        "- error missing-label label=Ngày sinh kind=roster suggestion=Ngaỳ sinhh",
        "C1 note unknown-label suggestion=Ngày sinh",
      ])
  }

  @Test func ofARowWithoutDataIsATableWithoutRows() throws {
    let sheet = SheetLiteral("Họ và tên|Ngày sinh")
    #expect(try sheet.table().rowCount == 0)
    #expect(try sheet.told() == ["- note no-rows"])
  }

  /// What a shared label means is decided cell by cell.
  @Test func sharedLabelsAreToldByContent() throws {
    let sheet = SheetLiteral(
      """
      Mã định danh | Họ và tên | Ngày sinh
      080207000001 | An | 01/02/2007
      8012345678 | Bình | 01/02/2007
      | Chi | 01/02/2007
      """)
    let table = try sheet.table()
    #expect(texts("personalId", table) == ["080207000001", "", ""])
    #expect(texts("moetId", table) == ["", "8012345678", ""])
    let pure = SheetLiteral("Mã định danh|Họ và tên|Ngày sinh\n080207000001|An|01/02/2007")
    #expect(try pure.table().columns.map(\.key) == ["personalId", "fullName", "birthDate"])
  }
}

@Suite struct TitleOverHeaderTests {
  @Test func aTitleRightAboveTheHeaderIsNoPartOfItsLabels() throws {
    let sheet = SheetLiteral(
      """
      DANH SÁCH HỌC SINH
      STT | Số định danh cá nhân | Họ và tên | Ngày tháng năm sinh học sinh | Lớp
      1 | 080207010001 | Lê An | 01/02/2007 | 9A1
      """)
    let reading = try sheet.reading()
    let missing = reading.findings.first { $0.code == .missingLabel }
    #expect(missing?.facts["suggestion"] == "Ngày tháng năm sinh học sinh")
    #expect(reading.findings.first { $0.code == .unknownLabel }?.value == "Ngày tháng năm sinh học sinh")
  }
}
