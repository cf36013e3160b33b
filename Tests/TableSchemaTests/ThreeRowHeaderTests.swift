import TableSchema
import Tables
import Testing

/// Labels in three rows: groups over groups.
@Suite struct ThreeRowHeaderTests {
  private static func merge(_ rows: ClosedRange<Int32>, _ columns: ClosedRange<UInt16>) -> Grid.Merge {
    .init(
      firstRow: rows.lowerBound, lastRow: rows.upperBound, firstColumn: columns.lowerBound,
      lastColumn: columns.upperBound)
  }

  private static let results = """
    DANH SÁCH HỌC SINH
    STT | Họ và tên | Ngày sinh | Kết quả học tập, rèn luyện | | | | Nguyện vọng | | Tổ hợp |
     | | | Lớp 8 | | Lớp 9 | | | | #1 | #2
     | | | HL | HK | HL | HK | #1 | #2 | |
    #1 | Nguyễn Văn An | 05/10/2007 | Khá | Tốt | Giỏi | Tốt | A | B | C | D
    """

  private static let merges =
    [
      merge(1...1, 0...10), merge(2...2, 3...6), merge(3...3, 3...4), merge(3...3, 5...6),
      merge(2...3, 7...8),
      merge(2...2, 9...10), merge(3...4, 9...9), merge(3...4, 10...10),
    ]
    + (0...2).map { merge(2...4, UInt16($0)...UInt16($0)) }

  /// As Excel has it, and as a text file that was made from it.
  @Test(arguments: [true, false]) func groupsOverGroups(isMerged: Bool) throws {
    let sheet =
      isMerged
      ? SheetLiteral(Self.results, isCSV: false, merges: Self.merges)
      : SheetLiteral(Self.results.replacing("#", with: ""))
    let table = try sheet.table()
    #expect(table.headerRow == 4)
    #expect(table.rowNumbers == [5])
    #expect(
      table.columns.map(\.key) == [
        "fullName", "birthDate", "learning8", "conduct8", "learning9", "conduct9", "wish1", "wish2",
        "combo1", "combo2",
      ])
    #expect(table.text("learning9", 0) == "Giỏi" && table.text("conduct8", 0) == "Tốt")
    #expect(table.column("learning9")?.label == "Lớp 9 HL")
    #expect(table.column("combo2")?.label == "Tổ hợp 2" && table.text("combo2", 0) == "D")
    #expect(try sheet.told() == [])
  }

  /// Whoever stands in the uppermost row is meant below it.
  @Test func anotherPersonAbove() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Mẹ | | | Kết quả | |
       | | | Họ và tên | Giấy tờ | | Lớp 9 | | ĐTB 9
       | | | | Số CCCD | Ngày cấp | HL | HK |
      #1 | Nguyễn An | 01/02/2007 | Lê Tư | 080180000001 | 01/02/2020 | Giỏi | Tốt | #8
      """, isCSV: false,
      merges: [
        Self.merge(1...1, 3...5), Self.merge(2...3, 3...3), Self.merge(2...2, 4...5),
        Self.merge(1...1, 6...8),
        Self.merge(2...2, 6...7),
      ])
    let table = try sheet.table()
    #expect(
      table.columns.map(\.key) == ["fullName", "birthDate", "learning9", "conduct9", "average9"])
    #expect(texts("fullName", table) == ["Nguyễn An"])
    #expect(
      try sheet.reading().findings.map(\.value)
        == ["Mẹ Họ và tên", "Mẹ Giấy tờ Số CCCD", "Mẹ Giấy tờ Ngày cấp"])
  }

  /// And whoever stands in the middle one.
  @Test func otherPersonsInTheMiddle() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | NV1 | Thông tin gia đình | | |
       | | | | Cha | | Mẹ |
       | | | | Họ và tên | Ngày sinh | Họ và tên | Ngày sinh
      #1 | Nguyễn An | 01/02/2007 | A | Trần Ba | 01/02/1970 | Lê Tư | 01/02/1972
      """, isCSV: false,
      merges: [Self.merge(1...1, 4...7), Self.merge(2...2, 4...5), Self.merge(2...2, 6...7)])
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "wish1"])
    #expect(table.rowNumbers == [4] && table.held == [false])
    #expect(try sheet.reading().findings.allSatisfy { $0.code == .unknownLabel && $0.place.row == 3 })
  }

  /// The same in a text file, where nothing is merged, and where the third row has labels that nobody knows.
  @Test func otherPersonsInTheMiddleOfATextFile() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | NV1 | Thông tin gia đình | | |
       | | | | Cha | | Mẹ |
       | | | | Họ và tên | Nghề nghiệp | Họ và tên | Nghề nghiệp
      1 | Nguyễn An | 01/02/2007 | A | Trần Ba | làm ruộng | Lê Tư | giáo viên
      """)
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "wish1"])
    #expect(table.headerRow == 3 && table.rowNumbers == [4] && table.held == [false])
    #expect(try sheet.told().allSatisfy { $0.hasSuffix(" note unknown-label") })
  }

  /// And whoever stands in the uppermost one, where nothing else has a third label.
  @Test(arguments: [true, false]) func aThirdRowOfAnotherPersonAlone(isMerged: Bool) throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Mẹ | |
       | | | Họ và tên | Giấy tờ |
       | | | | Số CCCD | Ngày cấp
      1 | Nguyễn An | 01/02/2007 | Lê Tư | 080180000001 | 01/02/2020
      """, isCSV: !isMerged,
      merges: isMerged ? [Self.merge(1...1, 3...5), Self.merge(2...2, 4...5)] : [])
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate"])
    #expect(table.rowNumbers == [4] && table.held == [false])
  }

  /// Two rows of labels are whole: what stands below them, in columns that nobody knows too, is no label.
  @Test(arguments: [
    " | | | Lê Tư | #912345678 |", " | | | | | giáo viên", " | | | Lê Tư | | giáo viên",
    "#1 | | 01/02/2007 | Lê Tư | |",
  ])
  func aRowBelowTwoRowsOfLabels(_ first: String) throws {
    let text = """
      STT | Họ và tên | Ngày sinh | Mẹ | | Nghề nghiệp
       | | | Họ tên | SĐT |
      \(first)
      #2 | Nguyễn An | 01/02/2007 | Lê Tư | #912345679 | làm ruộng
      """
    let merged = SheetLiteral(text, isCSV: false, merges: [Self.merge(1...1, 3...4)])
    for sheet in [merged, SheetLiteral(text.replacing("#", with: ""))] {
      let table = try sheet.table()
      #expect(table.headerRow == 2)
      #expect(table.columns.map(\.key) == ["fullName", "birthDate"])
      #expect(table.rowNumbers.last == 4 && table.held.last == false)
    }
  }

  /// All three again on the next page are no data.
  @Test func onEveryPage() throws {
    let lines = Self.results.split(separator: "\n")
    let text = (lines + lines[1...3] + ["#2 | Lê Bé | 06/10/2007 | Khá | Tốt | Khá | Tốt | B | A | |"])
      .joined(separator: "\n")
    let sheet = SheetLiteral(text, isCSV: false, merges: Self.merges)
    #expect(try sheet.table().rowNumbers == [5, 9])
    #expect(try sheet.told() == [])
  }

  /// A title above two rows of labels is none of theirs.
  @Test func aTitleAboveTwoRows() throws {
    let sheet = SheetLiteral(
      """
      Trường | | | THCS Nhựt Tảo | | Lớp
      STT | Họ và tên | Ngày sinh | Lớp 9 | |
       | | | HL | HK |
      #1 | Nguyễn Văn An | 05/10/2007 | Giỏi | Tốt | ghi thêm
      """, isCSV: false, merges: [Self.merge(2...2, 3...4)])
    let table = try sheet.table()
    #expect(table.columns.map(\.key) == ["fullName", "birthDate", "learning9", "conduct9"])
    #expect(try sheet.told() == ["F3 note blank-label"])
  }
}
