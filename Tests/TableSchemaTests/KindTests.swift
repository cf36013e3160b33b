import TableSchema
import Tables
import Testing

@Suite struct KindTests {
  /// The labels that our templates write tell their kind, whatever the order.
  @Test(arguments: TableKind.allCases)
  func isToldByItsOwnLabels(_ kind: TableKind) throws {
    let schema = try #require(try ProjectSchemas.schemas.get()[kind])
    let labels = schema.fields.flatMap { field in
      field.numbered > 0 ? [field.label(1)] : [field.title]
    }
    let sheet = SheetLiteral(labels.joined(separator: "|"))
    #expect(try sheet.reading().kind == kind)
    #expect(try sheet.told().filter { $0.contains("error") } == [])
  }

  /// Every other label that a schema lists is known, and known as that column.
  @Test(arguments: TableKind.allCases)
  func aliasesAreKnown(_ kind: TableKind) throws {
    let schema = try #require(try ProjectSchemas.schemas.get()[kind])
    let required = schema.fields.filter { $0.constraints.required }.map(\.title)
    for field in schema.fields where field.use == .stored && field.numbered == 0 {
      for alias in field.aliases where !required.contains(field.title) {
        let filler = schema.fields.filter { $0.name != field.name && $0.numbered == 0 }.map(\.title)
        let reading = try SheetLiteral(([alias] + filler).joined(separator: "|")).reading()
        #expect(reading.kind == kind, "\(alias)")
        #expect(reading.table?.columns.first?.key == field.name, "\(alias)")
      }
    }
  }

  @Test func scoresAreToldBySubjects() throws {
    let sheet = SheetLiteral(
      """
      SBD | Họ và tên | Ngày sinh | Toán | Ngữ văn | Lịch sử | 1️⃣Giám thị | Vắng | Phòng thi
      001 | An | 01/02/2007 | 8,25 | 7 | 9.5 | Lê Văn Bảy | | P01
      002 | Bình | 03/02/2007 | 5 | | 6 | Lê Văn Bảy | Ngữ văn | P01
      """)
    let table = try sheet.table()
    #expect(table.kind == .scores)
    #expect(
      table.columns.map(\.key) == [
        "examNo", "check:fullName", "check:birthDate", "subject:toan", "subject:ngu van",
        "subject:lich su", "absent",
      ])
    #expect(numbers("subject:toan", table) == [82_500_000_000, 50_000_000_000])
    #expect(try sheet.told() == ["1 note unknown-label"])
  }

  /// Equally many known columns: complete before incomplete, roster before the rest.
  @Test func tiesGoToTheRosterIfComplete() throws {
    let both = SheetLiteral("SBD|Họ và tên|Ngày sinh|Lớp\n001|An|01/02/2007|9A1")
    #expect(try both.reading().kind == .roster)
    let noBirthDate = SheetLiteral("SBD|Họ và tên|Lớp\n001|An|9A1")
    #expect(try noBirthDate.reading().kind == .roster)
  }

  @Test func studentCodesAreNoIdsOfTheMinistry() throws {
    let sheet = SheetLiteral(
      "STT|Số định danh cá nhân|Họ và tên|Lớp|Mã học sinh\n1|080207000001|An|10A1|7900000001")
    let table = try sheet.table()
    #expect(table.kind == .studentCodes)
    #expect(table.text("code", 0) == "7900000001")
  }
}
