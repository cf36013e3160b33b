import TableSchema
import Tables
import Testing

/// Cells that are merged downwards below the labels.
@Suite struct MergedCellsTests {
  private func down(_ column: UInt16, _ rows: ClosedRange<Int32>, through last: UInt16? = nil) -> Grid.Merge {
    .init(
      firstRow: rows.lowerBound, lastRow: rows.upperBound, firstColumn: column, lastColumn: last ?? column)
  }

  /// Of a list in which the class and the first wish are merged.
  @Test func whatStandsThereIsEachRows() throws {
    let sheet = SheetLiteral(
      """
      Số định danh cá nhân | Họ và tên | Ngày sinh | Lớp | NV1 | NV2
      080207000001 | Nguyễn An | 01/02/2007 | 9A1 | A | B
      080207000002 | Lê Bình | 02/02/2007 | 1️⃣ | 2️⃣ | C
      080207000003 | Trần Chi | 03/02/2007 | 3️⃣ | 4️⃣ |
      080207000004 | Phạm Dũng | 04/02/2007 | 9A2 | A |
      080207000005 | Võ Em | 05/02/2007 | 5️⃣ | B |

      Tổng cộng: 5
      """, isCSV: false, merges: [down(3, 2...4), down(4, 2...4), down(3, 5...8)])
    let table = try sheet.table()
    #expect(texts("sourceClass", table) == ["9A1", "9A1", "9A1", "9A2", "9A2"])
    #expect(texts("wish1", table) == ["A", "A", "A", "A", "B"])
    #expect(texts("wish2", table) == ["B", "C", "", "", ""])
    #expect(table.held == [false, false, false, false, false])
    #expect(
      try sheet.told(facts: ["repaired", "range", "count"]) == [
        "1 repair merged-filled repaired=9A1 range=D2:D4 count=3",
        "2 repair merged-filled repaired=A range=E2:E4 count=2",
        "3 repair merged-filled repaired=9A1 range=D2:D4", "4 repair merged-filled repaired=A range=E2:E4",
        "5 repair merged-filled repaired=9A2 range=D5:D8",
      ])
    #expect(table.copied.map(\.row) == [3, 3, 4, 4, 6])
    // Without the ranges the cells are blank.
    var apart = sheet
    apart.grid.merges = []
    #expect(try texts("sourceClass", apart.table()) == ["9A1", "", "", "9A2", ""])
  }

  @Test func aSchoolOverItsPrograms() throws {
    let sheet = SheetLiteral(
      """
      Mã trường | Mã chương trình | Chỉ tiêu
      A | thuong | #100
       | toan | #35
      B | thuong | #90
       | anh | #35
      """, isCSV: false, merges: [down(0, 2...3), down(0, 4...5)])
    let table = try sheet.table()
    #expect(table.kind == .programs)
    #expect(texts("school", table) == ["A", "A", "B", "B"])
    #expect(table.findings.map(\.code) == [.mergedFilled, .mergedFilled])
    #expect(!table.held.contains(true))
  }

  /// Seats that stand once for two programs may be for both together.
  @Test func seatsAreNotCountedTwice() throws {
    let sheet = SheetLiteral(
      """
      Mã trường | Mã chương trình | Chỉ tiêu
      A | thuong | 1️⃣#100
      A | toan |
      B | thuong | #90
      """, isCSV: false, merges: [down(2, 2...3)])
    #expect(try sheet.told(facts: ["range"]) == ["1 error merged-cells range=C2:C3"])
    #expect(try sheet.table().held == [true, true, false])
  }

  /// Nobody is who somebody else is: the rows are held, and the cell is told that people can see.
  @Test func whoSomebodyIsIsAsked() throws {
    let ids = SheetLiteral(
      """
      Số định danh cá nhân | Họ và tên | Ngày sinh
      1️⃣080207000001 | Nguyễn An | 01/02/2007
       | Lê Bình | 02/02/2007
      080207000003 | 2️⃣Trần Chi | 03/02/2007
      080207000004 | | 04/02/2007
      080207000005 | Võ Em | 05/02/2007
      """, isCSV: false, merges: [down(0, 2...3), down(1, 4...5)])
    #expect(
      try ids.told(facts: ["range"]) == [
        "1 error merged-cells range=A2:A3", "2 error merged-cells range=B4:B5",
      ])
    let table = try ids.table()
    #expect(table.held == [true, true, true, true, false])
    #expect(texts("personalId", table)[1].isEmpty && table.copied.isEmpty)
    #expect(table.findings.first?.value == "080207000001")
  }

  /// A value over several columns is of none of them; a name over two cells of its row is one cell.
  @Test func whatStandsOverSeveralColumnsIsAsked() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | | Ngày sinh | NV1 | NV2
      Nguyễn An | | 01/02/2007 | 1️⃣A |
      Lê Bình | | 02/02/2007 | |
      Trần Chi | | 03/02/2007 | A | B
      Phạm Dũng | | 04/02/2007 | 2️⃣không thi |
      Võ Em | | 05/02/2007 | |
      """, isCSV: false,
      merges: (1...5).map { down(0, $0...$0, through: 1) } + [
        down(3, 2...3, through: 4), down(3, 5...5, through: 4), down(3, 6...6, through: 4),
      ])
    #expect(
      try sheet.told(facts: ["range"]) == [
        "1 error merged-cells range=D2:E3", "2 error merged-cells range=D5:E5",
      ])
    #expect(try sheet.table().held == [true, true, false, true, false])
  }

  /// What is told of them stands only where something is: other columns, blank ranges, ranges upon ranges.
  @Test func rangesThatSayNothing() throws {
    let merges = [down(3, 2...4), down(4, 2...3), down(5, 2...4), down(2, 40...90), down(3, 3...4)]
    let many = [[Grid.Merge]](repeating: merges, count: 5_000).flatMap { $0 }
    for merges in [merges, many] {
      let sheet = SheetLiteral(
        """
        Họ và tên | Ngày sinh | Giới tính | Lớp | NV1 | Sở thích
        Nguyễn An | 01/02/2007 | Nam | 9A1 | | Cờ
        Lê Bình | 02/02/2007 | Nam | 9A2 | B |
        Trần Chi | 03/02/2007 | Nữ | | |
        """, isCSV: false, merges: merges)
      let table = try sheet.table()
      #expect(texts("sourceClass", table) == ["9A1", "9A2", "9A1"])
      #expect(texts("wish1", table) == ["", "B", ""])
      #expect(try sheet.told() == ["F1 note unknown-label", "D4 repair merged-filled"])
    }
  }

  /// A small file with long texts in long ranges does not become a large one.
  @Test func longRangesAreFilledOnlyAsFarAsSheetsGo() throws {
    let long = String(repeating: "x", count: 30_000)
    let rows = (0..<8_000).map { "Em \($0)|01/02/2007|\($0 == 0 ? long : "")" }
    let sheet = SheetLiteral(
      (["Họ và tên|Ngày sinh|Lớp"] + rows).joined(separator: "\n"), isCSV: false, merges: [down(2, 2...8_001)]
    )
    let reading = try sheet.reading()
    #expect(reading.findings.contains { $0.code == .mergedCells && $0.place.cell == "C2" })
    #expect(reading.table?.copied.isEmpty == true)
  }
}
