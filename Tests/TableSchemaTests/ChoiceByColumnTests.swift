import TableSchema
import Tables
import Testing

/// Old class lists: `Ngày sinh` over `Nam` and `Nữ`, the date under one of them.
@Suite struct ChoiceByColumnTests {
  private let merge = Grid.Merge(firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2)

  @Test(arguments: ["Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh"])
  func aBirthDateUnderOneOfTwo(label: String) throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | \(label) | | Lớp
       | Nam | Nữ |
      Trần Văn An | 01/02/2007 | | 9A1
      Lê Thị Bình | | @39115 | 9A1
      """, isCSV: false, merges: [merge])
    let table = try sheet.table()
    #expect(try sheet.told() == [])
    #expect(texts("birthDate", table) == ["01/02/2007", "02/02/2007"])
    #expect(texts("gender", table) == ["Nam", "Nữ"])
    let schema = try #require(try ProjectSchemas.schemas.get()[.roster])
    #expect((0...1).map { schema.choice("gender", in: table, row: $0) } == ["male", "female"])
    let labels = try #require(try ProjectSchemas.schemas.get().headerLabels(of: sheet.grid))
    #expect(labels.rows == 1...2)
    #expect(labels.labels == ["Họ và tên", "\(label) Nam", "\(label) Nữ", "Lớp"])
  }

  /// A text file has no merged cells.
  @Test func inATextFile() throws {
    let sheet = SheetLiteral(
      "Họ và tên|Ngày sinh||Lớp\n|Nam|Nữ|\nAn|01/02/2007||9A1\nBình||2/3/2007|9A1\nChi||1️⃣31/02/2007|9A1\nDũng|||9A1"
    )
    #expect(texts("gender", try sheet.table()) == ["Nam", "Nữ", "Nữ", ""])
    #expect(try sheet.told() == ["1 error type-error", "B6 error required"])
  }

  /// Under both, or against a column of its own: told.
  @Test func whatDisagrees() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | | Phái
       | Nam | Nữ |
      An | 01/02/2007 | 1️⃣02/02/2007 | Nam
      Bình | 01/02/2007 | | 2️⃣Nữ
      Chi | | 01/02/2007 | Nữ
      """, isCSV: false, merges: [merge])
    let table = try sheet.table()
    #expect(table.held == [true, true, false])
    #expect(
      try sheet.told(facts: ["says"]) == [
        "1 error duplicate-label says=Nam", "2 error duplicate-label says=Nam",
      ])
    #expect(table.findings.map(\.value) == ["Nữ", "Nữ"])
  }

  @Test func daysMonthsAndYearsStayParts() throws {
    let sheet = SheetLiteral("Họ và tên|Ngày sinh||\n|Ngày|Tháng|Năm\nAn|1|2|2007")
    #expect(texts("birthDate", try sheet.table()) == ["01/02/2007"])
  }

  /// A column of a part that may hold the whole is asked about.
  @Test func aYearInThePlaceOfADate() throws {
    let sheet = SheetLiteral("Họ và tên|Năm sinh|Lớp\nAn|01/02/2007|9A1")
    #expect(
      try sheet.told(facts: ["label", "suggestion"])
        == ["- error missing-label label=Ngày sinh suggestion=Năm sinh"])
    let bare = SheetLiteral("Họ và tên|Lớp\nAn|9A1")
    #expect(try bare.told(facts: ["label", "suggestion"]) == ["- error missing-label label=Ngày sinh"])
  }

  /// `Giới tính` over `Nam` and `Nữ` with crosses, or the two alone: `Nam` is no year.
  @Test(arguments: [
    "Họ và tên|Giới tính||Ngày sinh\n|Nam|Nữ|", "Họ và tên|Nam|Nữ|Ngày sinh", "Họ và tên|NAM|nữ|Ngày sinh",
    "Họ và tên|Nam (x)|Nữ (x)|Ngày sinh",
  ])
  func crossesUnderTwo(_ header: String) throws {
    let sheet = SheetLiteral(
      header
        + "\nAn|x||01/02/2007\nBé||x|02/02/2007\nChi||1|03/02/2007\nDung|||04/02/2007\nEm|x|1️⃣x|05/02/2007")
    let table = try sheet.table()
    #expect(texts("gender", table) == ["Nam", "Nữ", "Nữ", "", ""])
    #expect(try sheet.told(facts: ["flag"]) == ["1 error duplicate-label flag=Nam"])
    #expect(table.columns.map(\.key) == ["fullName", "gender", "birthDate"])
  }

  @Test func aYearBesideACross() throws {
    let unmarked = SheetLiteral("Ho va ten|Ngay|Thang|Nam|Nu\nAn|1|2|2007|\nBe|2|2|2007|x")
    #expect(texts("birthDate", try unmarked.table()) == ["01/02/2007", "02/02/2007"])
    #expect(texts("gender", try unmarked.table()) == ["Nam", "Nữ"])
    let both = SheetLiteral("Họ và tên|Ngày|Tháng|Năm|Nam|Nữ\nAn|1|2|2007|x|\nBé|2|2|2007||x")
    #expect(texts("birthDate", try both.table()) == ["01/02/2007", "02/02/2007"])
    #expect(texts("gender", try both.table()) == ["Nam", "Nữ"])
    // Where persons are only compared there is nothing to hold.
    let scores = SheetLiteral("Số báo danh|Họ và tên|Nam|Nữ|Toán\n01|An|x||8")
    #expect(try scores.told() == ["C1 note unknown-label"])
  }
}
