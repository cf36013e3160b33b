import TableSchema
import Tables
import Testing

@Suite struct PersonalIdTests {
  private func sheet(_ rows: String) -> SheetLiteral {
    SheetLiteral("Số CCCD|Họ và tên|Ngày sinh|Giới tính\n" + rows, isCSV: false)
  }

  @Test func zerosComeBackWhereTheStructureAgrees() throws {
    let sheet = sheet(
      """
      1️⃣#80207000001 | An | 01/02/2007 | Nam
      2️⃣1207000001 | Bình | 01/02/2007 | Nam
      3️⃣#80307000001 | Chi | 01/02/2007 |
      4️⃣#80207000001 | Dung | 01/02/2008 | Nam
      5️⃣#80207000001 | Em | 01/02/2007 | Nữ
      6️⃣080207 | Giang | 01/02/2007 | Nữ
      """)
    let table = try sheet.table()
    #expect(
      texts("personalId", table) == [
        "080207000001", "001207000001", "080307000001", "80207000001", "80207000001", "080207",
      ])
    #expect(table.held == [false, false, false, true, true, true])
    #expect(
      try sheet.told(facts: ["repaired", "form"]) == [
        "1 repair leading-zero repaired=080207000001",
        "2 repair leading-zero repaired=001207000001", "3 repair leading-zero repaired=080307000001",
        "4 error pattern form=12 chữ số", "5 error pattern form=12 chữ số",
        "6 error pattern form=12 chữ số",
      ])
  }

  @Test func theFirstAndTheLastDayOfTheYear() throws {
    let sheet = sheet(
      """
      1️⃣080207000001 | An | 31/12/2006 | Nam
      080207000002 | Bình | 01/01/2007 | Nam
      080207000003 | Chi | 31/12/2007 | Nam
      2️⃣080207000004 | Dung | 01/01/2008 | Nam
      3️⃣080999000005 | Em | 31/12/2007 | Nữ
      """)
    #expect(
      try sheet.told(facts: ["year"]) == [
        "1 note id-birth-date year=2007", "2 note id-birth-date year=2007", "3 note id-birth-date year=2399",
      ])
  }

  /// An id that is repaired as soon as the date is needs no mending of its own.
  @Test func zerosThatWaitForTheBirthDate() throws {
    let sheet = sheet(
      """
      80207000001 | An | 1️⃣31/02/2007 | Nam
      2️⃣80207 | An | 3️⃣31/02/2007 | Nam
      4️⃣8020700000x | An | 5️⃣31/02/2007 | Nam
      """)
    #expect(
      try sheet.told() == [
        "1 error type-error", "2 error pattern", "3 error type-error", "4 error pattern",
        "5 error type-error",
      ])
    #expect(try sheet.table().held == [true, true, true])
  }

  @Test func otherBirthDatesAndGendersAreNoted() throws {
    let sheet = sheet(
      """
      080207000001 | An | 01/02/2007 | Nam
      1️⃣080207000002 | Bình | 01/02/2006 | Nam
      2️⃣080207000003 | Chi | 01/02/2007 | Nữ
      3️⃣080107000004 | Dung | 01/02/2007 | Nữ
      080207000005 | Em | 01/02/2007 |
      """)
    #expect(
      try sheet.told() == ["1 note id-birth-date", "2 note id-gender", "3 note id-birth-date"])
    #expect(try sheet.table().held == [Bool](repeating: false, count: 5))
  }

  /// In a table that only names persons the checked columns serve.
  @Test func checkedColumnsSpeakToo() throws {
    let sheet = SheetLiteral(
      """
      Số CCCD | Họ và tên | Ngày sinh | Mã học sinh
      1️⃣80207000001 | An | 01/02/2007 | 1
      2️⃣080207000002 | Bình | 01/02/2006 | 2
      """)
    #expect(try sheet.told() == ["1 repair leading-zero", "2 note id-birth-date"])
  }

  @Test func lostDigitsAreToldOnce() throws {
    let sheet = sheet("1️⃣8.0207E+10 | An | 01/02/2007 | Nam\n2️⃣!#REF! | An | 01/02/2007 | Nam")
    #expect(try sheet.told() == ["1 error digits-lost", "2 error error-cell"])
  }
}
