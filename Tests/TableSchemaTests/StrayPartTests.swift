import TableSchema
import Tables
import Testing

/// A name in two columns of which nothing says so is asked about, never cut in half.
@Suite struct StrayPartTests {
  private let facts = ["label", "other", "parts"]

  /// `Họ và tên` centred over two columns, without a merge.
  @Test func theGivenNamesUnderNoLabel() throws {
    let sheet = SheetLiteral(
      """
      Số TT | Họ và tên | | Ngày sinh | Lớp
      #1 | Trần Văn | An | 01/02/2007 | 9A1
      #2 | Lê | Bình | 02/02/2007 | 9A1
      """, isCSV: false)
    let reading = try sheet.reading()
    #expect(reading.table == nil && reading.kind == .roster)
    #expect(
      try sheet.told(facts: facts) == [
        "C1 error split-name label=Họ và tên other=Trần Văn parts=«Họ và tên đệm», «Tên»"
      ])
    #expect(reading.findings.map(\.value) == ["An"])
  }

  @Test func theGivenNamesUnderTheirLabel() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Tên | Ngày sinh
      Trần Văn | An | 01/02/2007
      Lê | Bình | 02/02/2007
      """)
    #expect(try sheet.told() == ["B1 error split-name"])
    #expect(try sheet.reading().table == nil)
  }

  /// The whole name, and the given name once more to sort by.
  @Test func aGivenNameThatIsThereAlready() throws {
    for label in ["Tên", ""] {
      let sheet = SheetLiteral(
        """
        Họ và tên | \(label) | Ngày sinh
        Trần Văn An | An | 01/02/2007
        Lê Bình | Bình | 02/02/2007
        """)
      #expect(texts("fullName", try sheet.table()) == ["Trần Văn An", "Lê Bình"])
    }
  }

  /// The same few words in all rows are no names; given names of a class are, however the list is sorted.
  @Test func aFewWordsAgainAndAgain() throws {
    func sheet(_ words: [String]) -> SheetLiteral {
      let lines = words.enumerated().map { "Nguyễn Văn | \($1) | \($0 % 28 + 1)/\($0 / 28 % 12 + 1)/2007" }
      return SheetLiteral((["Họ và tên | | Ngày sinh"] + lines).joined(separator: "\n"))
    }
    #expect(try sheet(["Kinh", "Kinh", "Kinh"]).told() == ["B1 note blank-label"])
    #expect(try sheet((0..<90).map { ["Kinh", "Tày", "Kinh"][$0 % 3] }).told() == ["B1 note blank-label"])
    let names = "An Bình Chi Dung Giang Hà Khoa Lan Minh Nga Oanh Phúc Quân Sơn Trang".split(separator: " ")
    #expect(
      try sheet(names.flatMap { Array(repeating: String($0), count: 100) }).told() == ["B1 error split-name"])
  }

  /// What is no name, or stands in a few rows only, is a note as before.
  @Test(arguments: [("9A1", "9A2"), ("Nam", "Nữ"), ("x", ""), ("", "")])
  func anythingElse(first: String, second: String) throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | | Ngày sinh
      Trần Văn An | \(first) | 01/02/2007
      Lê Bình | \(second) | 02/02/2007
      """)
    #expect(texts("fullName", try sheet.table()) == ["Trần Văn An", "Lê Bình"])
    #expect(try sheet.told() == (first.isEmpty ? [] : ["B1 note blank-label"]))
  }
}
