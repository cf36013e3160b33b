import TableSchema
import Tables
import Testing

/// Of a table that cannot be taken as it is, everything that is wrong is told at once: what was mended for the
/// header's sake need not be mended again for a cell's.
@Suite struct RefusedTableTests {
  @Test func cellsOfTheColumnsThatAreThere() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Giới tính | ĐTB 9 | Lớp
      080207000001 | Lê An | 1️⃣Nbm | 2️⃣x | 9A
      080307000002 | 3️⃣ | Nữ | 8,5 | 9A
      """, isCSV: false)
    let reading = try sheet.reading()
    #expect(reading.table == nil && reading.refused?.headerRow == 1)
    #expect(
      try sheet.told(facts: ["label"]) == [
        "- error missing-label label=Ngày sinh", "1 error enum", "2 error type-error", "3 error required",
      ])
  }

  @Test func cellsBesideASplitName() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | | Ngày sinh
      Trần Văn | An | 1️⃣31/02/2007
      Lê | Bình | 02/02/2007
      """)
    #expect(try sheet.told() == ["B1 error split-name", "1 error type-error"])
  }

  /// Whether zeros can be put back shows when the birth dates are there.
  @Test func idsWaitForTheColumnOfBirthDates() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên
      #80207000001 | An
      1️⃣#80207 | Bình
      """, isCSV: false)
    #expect(try sheet.told() == ["- error missing-label", "1 error pattern"])
  }

  /// Two rows may be the same in what is there and differ in what is not.
  @Test func rowsAreNotComparedByHalfAKey() throws {
    let half = SheetLiteral(
      """
      Mã trường | Tên khoản thu | Kỳ thu | Số tiền
      A | Học phí | 1 | 100
      A | Bán trú | 1 | 200
      """)
    #expect(try half.told(facts: ["label"]) == ["- error missing-label label=Mã khoản thu"])
  }

  /// Also what is only unusual beside other cells.
  @Test func notesOfTheColumnsThatAreThere() throws {
    let sheet = SheetLiteral(
      "Họ và tên | Toán 9 | Văn 9 | ĐTB 9\nLê An | 9 | 9 | 1️⃣2\nLê Bình | 8 | 8 | 8")
    #expect(try sheet.told() == ["- error missing-label", "1 note average-parts"])
  }

  @Test func aLabelWhoseLettersAreLost() throws {
    let sheet = SheetLiteral("Họ và tên | Ngày sinh | Dân tá»™\nAn | 01/02/2007 | Kinh")
    #expect(try sheet.told(facts: ["reason"]) == ["C1 note unknown-label reason=mangled"])
  }
}
