import TableSchema
import Tables
import Testing

/// What is asked about labels that nobody knows.
@Suite struct LabelSuggestionTests {
  private func suggestions(_ header: String, _ line: String) throws -> [String?] {
    try SheetLiteral(header + "\n" + line).reading().findings.filter { $0.code == .unknownLabel }
      .map { $0.facts["suggestion"] }
  }

  /// Marks without a grade are of the grade that other columns are about, or that forms ask for.
  @Test func marksAreOfTheGradeOfTheList() throws {
    let line = "An|01/02/2007|8|8|8"
    #expect(
      try suggestions("Họ và tên|Ngày sinh|ĐTB lớp 9|ĐTB Toán|ĐTB Văn", line) == ["ĐTB Toán 9", "ĐTB Văn 9"])
    #expect(
      try suggestions("Họ và tên|Ngày sinh|ĐTB lớp 5|ĐTB Toán|ĐTB Văn", line) == ["ĐTB Toán 5", "ĐTB Văn 5"])
    #expect(
      try suggestions("Họ và tên|Ngày sinh|Lớp|ĐTB Toán|Toán 9", line) == ["ĐTB Toán 5"])
    #expect(try suggestions("Họ và tên|Ngày sinh|Lớp|ĐTB Toán|Dân tộc", line) == ["ĐTB Toán 9"])
  }

  @Test func aWishIsTheNextOne() throws {
    let line = "An|01/02/2007|A|B"
    #expect(try suggestions("Họ và tên|Ngày sinh|NV1|Nguyện vọng", line) == ["Nguyện vọng 2"])
    #expect(try suggestions("Họ và tên|Ngày sinh|Lớp|Nguyện vọng", line) == ["Nguyện vọng 1"])
  }

  /// Signs around a label are somebody's, not ours.
  @Test(arguments: ["NV 2.", "'NV2'", "“NV2”", "[nv 2]", "- NV2"])
  func signsAroundALabel(_ label: String) throws {
    #expect(try suggestions("Họ và tên|Ngày sinh|NV1|\(label)", "An|01/02/2007|A|B") == ["NV2"])
    #expect(try suggestions("Họ và tên|Ngày sinh|NV1|“ĐTB 9”", "An|01/02/2007|A|8") == ["ĐTB 9"])
    let missing = try SheetLiteral("Số báo danh|Họ và tên|'Ngày sinh'|NV1\n01|An|01/02/2007|A").reading()
    let told = missing.findings.first { $0.code == .missingLabel }
    #expect(told?.facts["suggestion"] == "'Ngày sinh'")
  }

  /// What somebody added in brackets is no part of the label that is asked about.
  @Test(arguments: [
    ("Số CCCD (12 số) (*)", "Số CCCD"), ("NV2 (nếu có)", "NV2"), ("Họ tên cha (mẹ)", nil),
    ("Số CCCD/Mã định danh", "Số CCCD"), ("Ghi chú/Số CCCD cha", nil),
  ])
  func remarksInBrackets(_ label: String, _ expected: String?) throws {
    #expect(try suggestions("Họ và tên|Ngày sinh|NV1|\(label)", "An|01/02/2007|A|B") == [expected])
  }

  /// What is left out is shown, so that nobody takes it for settled.
  @Test func whatIsLeftOutIsShown() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Điểm ƯT-KK | Tuyển thẳng | Ghi riêng
      An | 01/02/2007 | | ?1 |
      Bình | 02/02/2007 | #1.5 | | ␣
      """, isCSV: false)
    let notes = try sheet.reading().findings.filter { $0.code == .unknownLabel }
    #expect(notes.map { $0.facts["sample"] } == ["1.5", "TRUE", nil])
  }

  /// A sheet may have very many labels that nobody knows; they are named, and the first hundred compared.
  @Test func veryManyUnknownLabels() throws {
    let labels = Array(repeating: "Toan 99", count: 2_000)
    let sheet = SheetLiteral("Họ và tên|Ngày sinh|" + labels.joined(separator: "|") + "\nAn|01/02/2007")
    let notes = try sheet.reading().findings.filter { $0.code == .unknownLabel }
    #expect(notes.count == labels.count)
    #expect(notes.count { $0.facts["suggestion"] != nil } == 100)
  }

  /// `HS` is a child wherever schools write labels.
  @Test(arguments: ["Tên HS", "HS", "Họ tên HS"])
  func theNameOfAChildInShort(_ label: String) throws {
    let sheet = SheetLiteral("STT | \(label) | Ngày sinh | Nơi sinh\n1 | Nguyễn An | 01/02/2007 | Hà Nội")
    let told = try sheet.told(facts: ["label", "suggestion"])
    #expect(told.first == "- error missing-label label=Họ và tên suggestion=\(label)")
  }
}
