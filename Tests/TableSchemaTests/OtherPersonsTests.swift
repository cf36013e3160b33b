import Tables
import Testing

@testable import TableSchema

/// Columns of a father, a mother, a guardian or a teacher are not the child's.
@Suite struct OtherPersonsTests {
  private static func merged(_ row: Int32, _ columns: ClosedRange<UInt16>) -> Grid.Merge {
    .init(
      firstRow: row, lastRow: row, firstColumn: columns.lowerBound, lastColumn: columns.upperBound)
  }

  /// The one that would name a child by the number of the father.
  @Test(arguments: [
    "Cha", "THÔNG TIN CHA", "Bố", "Má", "Thông tin về mẹ", "GVCN", "Cha, mẹ", "BO", "Me", "THONG TIN ME",
    "Thông tin me",
    "Giao vien chu nhiem",
  ])
  func theNumberOfAFather(_ group: String) throws {
    let text = """
      STT | Họ và tên | Ngày sinh | ĐTB 9 | \(group) | | NV1
       | | | | Họ tên | Số CCCD |
      #1 | Nguyễn An | 01/02/2007 | #8.5 | Trần Ba | 080080000001 | A
      #2 | Nguyễn Bình | 02/02/2007 | #8 | Trần Tư | 080080000002 | A
      """
    let merges = [Self.merged(1, 4...5)]
    for sheet in [
      SheetLiteral(text, isCSV: false, merges: merges),
      SheetLiteral(text.replacing("#", with: "")),
    ] {
      let table = try sheet.table()
      #expect(table.headerRow == 2)
      #expect(table.columns.map(\.key) == ["fullName", "birthDate", "average9", "wish1"])
      #expect(texts("fullName", table) == ["Nguyễn An", "Nguyễn Bình"])
      #expect(
        try sheet.told(facts: ["suggestion"]) == ["E2 note unknown-label", "F2 note unknown-label"])
    }
  }

  /// One label over both, beside another group: no list beside the list.
  @Test(arguments: [
    "Cha, mẹ", "PHHS", "Thông tin bố, mẹ (nếu có)", "Cha mẹ, người nuôi dưỡng",
    "Thông tin cha, mẹ, người giám hộ hợp pháp", "Người đỡ đầu hoặc cha mẹ",
  ])
  func bothParentsUnderOneLabel(_ group: String) throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | \(group) | | | | Nguyện vọng |
       | | | Họ và tên | Ngày sinh | Họ và tên | Ngày sinh | NV1 | NV2
      1 | Nguyễn An | 01/02/2007 | Trần Ba | 01/02/1980 | Lê Tư | 01/02/1982 | A | B
      """, isCSV: false, merges: [Self.merged(1, 3...6), Self.merged(1, 7...8)])
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "wish1", "wish2"])
    #expect(table.held == [false])
  }

  @Test func groupsOfChildFatherAndMother() throws {
    let sheet = SheetLiteral(
      """
      Học sinh | | | Cha | | | Mẹ | | | Nguyện vọng |
      Họ và tên | Ngày sinh | Số CCCD | Họ và tên | Số CCCD | Điện thoại | Họ và tên | Số CCCD | SĐT | 1 | 2
      Nguyễn An | 01/02/2007 | 080207000001 | Trần Ba | 080080000001 | 0912345678 | Lê Tư | 080180000001 | 0912345679 | A | B
      """, isCSV: false,
      merges: [
        Self.merged(1, 0...2), Self.merged(1, 3...5), Self.merged(1, 6...8), Self.merged(1, 9...10),
      ])
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "personalId", "wish1", "wish2"])
    #expect(table.text("personalId", 0) == "080207000001")
    let notes = try sheet.reading().findings
    #expect(notes.allSatisfy { $0.code == .unknownLabel && $0.facts["suggestion"] == nil })
    #expect(notes.map(\.value).prefix(3) == ["Cha Họ và tên", "Cha Số CCCD", "Cha Điện thoại"])
  }

  /// Without their marks some words are others: `Mã định danh` is nobody's mother.
  @Test(arguments: ["Ma", "Ma dinh danh", "MÃ ĐỊNH DANH", "Bộ", "Mẻ", "Ba môn", "So dinh danh"])
  func wordsThatAreOthers(_ group: String) throws {
    let others = try ProjectSchemas.schemas.get().search.others
    #expect(!others.areMeant(by: Array(group.utf8)) && !others.areNamed(in: group))
    #expect(others.areNamed(in: group + " cha") && others.areNamed(in: group + " ME"))
  }

  /// What the form itself has for them stays theirs, and other groups are read as they were.
  @Test func whatTheFormHas() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Phụ huynh | | Mã trường | Ba môn
       | | Họ tên | Số điện thoại | | Toán 9
      Nguyễn An | 01/02/2007 | Trần Ba | 0912345678 | x | 9
      """, isCSV: false, merges: [Self.merged(1, 2...3)])
    let table = try sheet.table()
    #expect(table.text("guardian", 0) == "Trần Ba")
    #expect(table.text("phone", 0) == "0912345678")
    #expect(table.text("math9", 0) == "9")
  }

  /// A title above the labels is no group of them, whoever it names.
  @Test(arguments: ["GVCN: Nguyễn Thị Lan", "Danh sách do cha mẹ học sinh đăng ký", "Giáo viên:"])
  func titlesAreNoGroups(_ title: String) throws {
    let text = "\(title)|||\nHọ và tên|Ngày sinh|Số CCCD|NV1\nNguyễn An|01/02/2007|080207000001|A"
    for merges in [[], [Self.merged(1, 0...3)]] {
      let table = try SheetLiteral(text, isCSV: false, merges: merges).table()
      #expect(table.columns.map(\.key) == ["fullName", "birthDate", "personalId", "wish1"])
    }
  }

  /// The usual list of a kindergarten: years without a name of their own, right of each parent.
  @Test(arguments: ["Ngày sinh", "Ngày|Tháng|Năm sinh"])
  func theYearsOfParents(_ label: String) throws {
    let date = label == "Ngày sinh" ? "05/02/2020" : "5|2|2020"
    let sheet = SheetLiteral(
      """
      STT|Họ và tên trẻ|\(label)|Họ tên cha|Năm sinh|Nghề nghiệp|Họ tên mẹ|Năm sinh|Nghề nghiệp|NV1
      1|Nguyễn An|\(date)|Trần Ba|1982|Nông|Lê Tư|1983|CN|A
      """)
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "wish1"])
    #expect(table.text("birthDate", 0) == "05/02/2020")
    let notes = try sheet.reading().findings
    #expect(notes.count == 6)
    #expect(notes.allSatisfy { $0.code == .unknownLabel && $0.facts["suggestion"] == nil })
  }

  /// A second whole date is a second column, unless it is right of a parent.
  @Test func aSecondDate() throws {
    let beside = SheetLiteral("Họ và tên|Ngày sinh|NTNS|NV1\nAn|05/02/2020|1️⃣06/02/2020|A")
    #expect(try beside.told(facts: ["other", "person"]) == ["1 error duplicate-label other=Ngày sinh"])
    let right = SheetLiteral("Họ và tên|Ngày sinh|Họ tên mẹ|Ngày sinh|NV1\nAn|05/02/2020|Tư|06/02/1983|A")
    #expect(try right.table().text("birthDate", 0) == "05/02/2020")
    #expect(try right.told() == ["C1 note unknown-label", "D1 note unknown-label"])
    let year = SheetLiteral("Họ và tên|Ngày sinh|Năm sinh|NV1\nAn|05/02/2020|2020|A")
    #expect(try year.told() == ["C1 note unknown-label"])
  }

  /// Two columns of one content that differ: that the second may be a parent's is said where parents are.
  @Test func twoTelephones() throws {
    let sheet = SheetLiteral(
      "Họ và tên|Ngày sinh|Họ tên cha|SĐT|Họ tên mẹ|SĐT|NV1\nAn|05/02/2020|Ba|0912345678|Tư|0912345679|A")
    let told = try sheet.reading().findings.first { $0.code == .duplicateLabel }
    #expect(
      told?.facts == [
        "other": "SĐT", "otherValue": "0912345678", "otherCell": "D2", "person": "Họ tên mẹ", "whose": "mẹ",
      ])
    // Nobody is named left of them, and yet each may be a parent's.
    let alone = SheetLiteral(
      "Họ và tên|Ngày sinh|Điện thoại|Điện thoại|NV1\nAn|05/02/2020|0912345678|1️⃣0912345679|A")
    #expect(
      try alone.told(facts: ["other", "otherValue", "otherCell", "whose"]) == [
        "1 error duplicate-label other=Điện thoại otherValue=0912345678 otherCell=C2 whose=cha;mẹ"
      ])
    // With their own labels nothing is wrong: neither is the number to call.
    for labels in ["Điện thoại cha|Điện thoại mẹ", "SDT BO|SDT ME", "ĐT cha|ĐT mẹ"] {
      let named = SheetLiteral("Họ và tên|Ngày sinh|\(labels)|NV1\nAn|05/02/2020|0912345678|0912345679|A")
      #expect(
        try named.told(facts: ["suggestion"]) == ["C1 note unknown-label", "D1 note unknown-label"],
        "\(labels)")
    }
    let below = SheetLiteral(
      "Họ và tên|Ngày sinh|Điện thoại||NV1\n||Cha|Mẹ|\nAn|05/02/2020|0912345678|0912345679|A", isCSV: false,
      merges: [Self.merged(1, 2...3)])
    #expect(try below.told() == ["C2 note unknown-label", "D2 note unknown-label"])
    let unmerged = SheetLiteral(
      "Họ và tên|Ngày sinh|Điện thoại||NV1\n||Cha|Mẹ|\nAn|05/02/2020|0912345678|0912345679|A")
    #expect(try unmerged.told() == ["C2 note unknown-label", "D2 note unknown-label"])
    // A child may be called so.
    let child = SheetLiteral("Họ đệm|Tên|Ngày sinh|Điện thoại|NV1\nLê|Ba|05/02/2020|0912345678|A")
    #expect(try child.told() == [] && child.table().rowNumbers == [2])
  }

  /// A column that is there is not asked about again, and nobody is asked to name a parent's column like a child's.
  @Test func whatIsNotAskedAbout() throws {
    let there = SheetLiteral("Họ và tên|Ngày sinh|Họ tên trer|NV1\nAn|05/02/2020|Ba|A")
    #expect(try there.told(facts: ["suggestion"]) == ["C1 note unknown-label"])
    let missing = SheetLiteral("Mã hồ sơ|Ngày sinh|Họ tên cha|NV1\n1|05/02/2020|Ba|A")
    #expect(
      try missing.told(facts: ["suggestion"]).sorted() == ["- error missing-label", "C1 note unknown-label"])
  }
}
