import TableSchema
import Tables
import Testing

/// contract.md 3: what is left out is named. Nothing that stands in a sheet goes unsaid.
@Suite struct UnlabelledTests {
  private func merge(_ first: UInt16, _ last: UInt16, rows: ClosedRange<Int32> = 1...1) -> Grid.Merge {
    .init(firstRow: rows.lowerBound, lastRow: rows.upperBound, firstColumn: first, lastColumn: last)
  }

  @Test func aLabelMergedOverThePartsOfItsFieldStandsForThem() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | | Ngày sinh | | | Lớp
      Trần Văn | An | #1 | #2 | #2007 | 9A1
      Lê | Bình | #3 | #2 | #2007 | 9A1
      """, isCSV: false, merges: [merge(0, 1), merge(2, 4)])
    let table = try sheet.table()
    #expect(texts("fullName", table) == ["Trần Văn An", "Lê Bình"])
    #expect(texts("birthDate", table) == ["01/02/2007", "03/02/2007"])
    #expect(try sheet.told() == [])
  }

  @Test func aLabelMergedOverTwoRowsToo() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | | Ngày sinh | Nguyện vọng |
       | | | #1 | #2
      Trần Văn | An | 01/02/2007 | A | B
      """, isCSV: false, merges: [merge(0, 1, rows: 1...2), merge(3, 4)])
    let table = try sheet.table()
    #expect(texts("fullName", table) == ["Trần Văn An"])
    #expect(texts("wish2", table) == ["B"])
  }

  /// Merged for looks: what stands under it is whole in its first column.
  @Test func aLabelMergedOverNothingIsOneColumn() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | | Ngày sinh | | | Lớp
      Trần Văn An | | 01/02/2007 | | | 9A1
      """, isCSV: false, merges: [merge(0, 1), merge(2, 4)])
    let table = try sheet.table()
    #expect(texts("fullName", table) == ["Trần Văn An"])
    #expect(texts("birthDate", table) == ["01/02/2007"])
    #expect(try sheet.told() == [])
  }

  @Test func whatStandsUnderNoLabelIsSaidOnceAColumn() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | 1️⃣ | Lớp | 2️⃣ |
      An | 01/02/2007 | x | 9A1 | A | B
      Bình | 02/02/2007 | | 9A1 | A |
      """, isCSV: false)
    #expect(
      try sheet.told(facts: ["count"])
        == ["1 note blank-label count=1", "2 note blank-label count=2", "F1 note blank-label count=1"])
    #expect(try sheet.reading().findings.map(\.value) == ["x", "A", "B"])
  }

  /// A label merged over other columns than parts names the first of them.
  @Test func whatStandsUnderTheRestOfAMergedLabelIsSaid() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Nơi thường trú | |
      An | 01/02/2007 | Ấp 1 | Xã Tân Trụ | Long An
      """, isCSV: false, merges: [merge(2, 4)])
    #expect(try sheet.told() == ["D1 note blank-label", "E1 note blank-label"])
  }

  /// A separator within a value shifts all behind it: the row is held, with the value that is left over.
  @Test func aRowOfATextFileWithMoreCellsThanTheHeaderIsHeld() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Nơi thường trú | Lớp
      An | 01/02/2007 | Số 12 | ấp 1 | 1️⃣9A1 | x
      Bình | 02/02/2007 | Ấp 2 | 9A1
      Chi | 03/02/2007 | Ấp 3 | 9A1
      """)
    #expect(try sheet.told(facts: ["reason"]) == ["1 error extra-cell reason=ragged"])
    #expect(try sheet.table().held == [true, false, false])
    #expect(try sheet.reading().findings.map(\.value) == ["9A1"])
  }

  /// Marks with a comma in a file of commas: every one of them would be read one column too far.
  @Test func noRowIsReadThatMayBeShifted() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | ĐTB 9 | Toán 9
      An | 01/02/2007 | 8 | 5 | 1️⃣7
      Bình | 02/02/2007 | 9 | 25 | 2️⃣8
      """)
    #expect(
      try sheet.told().filter { $0.hasSuffix("extra-cell") } == ["1 error extra-cell", "2 error extra-cell"])
    let between = SheetLiteral("Họ và tên | | Ngày sinh\nAn | x | 01/02/2007")
    #expect(try between.told() == ["B1 note blank-label"])
  }

  /// `8,5` in a file of commas, before a blank column: what is left over at the end is blank.
  @Test func aRowWithOneBlankMoreThanTheHeaderIsTold() throws {
    var sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | ĐTB 9 | Nơi sinh
      An | 01/02/2007 | 8 | 5
      Bình | 02/02/2007 | 9 |
      Chi | 03/02/2007 | 7 | 5
      Dũng | 04/02/2007 | 7 |
      """)
    func counted(_ counts: [UInt16]) throws -> [String] {
      for (row, count) in counts.enumerated() { sheet.grid.rows[row].fieldCount = count }
      return try sheet.told(facts: ["reason", "count", "rows"]).filter { $0.contains("-cell") }
    }
    #expect(try counted([4, 5, 4, 5, 4]) == ["E2 note extra-cell rows=2"])
    #expect(try sheet.table().held == [false, false, false, false])
    #expect(try counted([4, 5, 5, 5, 4]) == ["E2 note extra-cell rows=3"])
    // A separator at the end of all records, or as many as the header has, or blanks left out.
    for counts in [[5, 5, 5, 5, 5], [4, 5, 5, 5, 5], [4, 4, 4, 4, 4], [4, 3, 3, 3, 4]] as [[UInt16]] {
      #expect(try counted(counts) == [])
    }
    #expect(try counted([4, 4, 4, 3, 4]) == ["D4 note missing-cell count=3 rows=1"])
  }

  /// `8,5` in all records: that the birth place is a number shows that it was parted.
  @Test func marksThatAreAllPartedRefuseTheTable() throws {
    func told(
      _ last: [String], label: String = "Nơi sinh", fields: UInt16 = 5, separator: Character = ","
    ) throws -> [String] {
      let rows = last.map { "An | 01/02/2007 | 8 | \($0)" }
      let lines = ["Họ và tên | Ngày sinh | 1️⃣ĐTB 9 | \(label)"] + rows
      var sheet = SheetLiteral(lines.joined(separator: "\n"))
      for row in sheet.grid.rows.indices { sheet.grid.rows[row].fieldCount = row == 0 ? 4 : fields }
      sheet.grid.separator = separator.asciiValue ?? 0
      let isRead = try sheet.reading().table != nil
      return try sheet.told(facts: ["reason", "label", "other"]).filter { $0.contains("-cell") }
        + (isRead ? ["read"] : [])
    }
    #expect(try told(["5", "25"]) == ["1 error extra-cell reason=parted label=Nơi sinh other=5"])
    #expect(
      try told(["5"], label: "Ghi chú", fields: 6)
        == ["1 error extra-cell reason=parted label=Ghi chú other=5"])
    // Nothing else parts a number at its comma.
    #expect(try told(["5", "25"], separator: ";") == ["read"])
    // What may be a number, or is no part of one; and records as long as the header.
    #expect(try told(["5", "25"], fields: 4) == ["read"])
    #expect(try told(["5", "Hà Nội"]) == ["read"])
    #expect(try told(["2010", "2010"], label: "Ghi chú") == ["read"])
    #expect(try told(["1", "2"], label: "Diện ưu tiên") == ["read"])
    #expect(try told(["1", "0"], label: "Bán trú") == ["read"])
    #expect(try told(["9", "10"], label: "Toán 9") == ["read"])
  }
}
