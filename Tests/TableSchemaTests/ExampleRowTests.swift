import TableSchema
import Tables
import Testing

/// What forms say about filling them in, and who signs a list, are no children; who may be one is.
@Suite struct ExampleRowTests {
  /// In the place of the running number.
  @Test(arguments: [
    "VÍ DỤ", "Ví dụ:", "Ví dụ 1", "(ví dụ 2)", "Vi du", "VD", "VD:", "Mẫu", "MẪU:", "Dòng mẫu",
  ])
  func markedByTheirNumber(_ mark: String) throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Lớp
      \(mark) | Nguyễn Văn An | 05/10/2007 | 9A1
      1 | Trần Thị Bé | 07/10/2007 | 9A1
      """)
    #expect(try sheet.table().rowNumbers == [3])
    // That of our templates is nothing to speak of.
    let isOurs = ["VÍ DỤ", "Vi du"].contains(mark)
    #expect(
      try sheet.told(facts: ["reason"]) == (isOurs ? [] : ["A2 note heading-row reason=example"]))
  }

  @Test(arguments: ["VD1", "VD 2", "Mẫu 1", "Mậu", "M", "Vi Dung", "Mẫu giáo", "Ví dụng"])
  func whatMayCountChildren(_ number: String) throws {
    let sheet = SheetLiteral(
      "STT | Họ và tên | Ngày sinh | Lớp\n\(number) | Nguyễn Văn An | 05/10/2007 | 9A1\nVD2 | Lê Văn B | 06/10/2007 | 9A1"
    )
    #expect(try sheet.table().rowNumbers == [2])
  }

  @Test(arguments: ["Ví dụ:||||", "|VÍ DỤ|||", "Mẫu ghi:||||", "|Ví dụ cách ghi:|||", "VD:||||"])
  func belowWhatSaysSo(_ label: String) throws {
    let sheet = SheetLiteral(
      """
      STT|Họ và tên|Ngày sinh|Lớp|Giới tính
      \(label)
      1|Nguyễn Văn A|05/10/2007|9A1|Nam
      2|Trần Thị B|06/10/2007|9A1|Nữ
      1|Trần Thị Bé|07/10/2007|9A1|Nữ
      2|Lê Văn C|07/10/2008|9A1|Nam
      """)
    let table = try sheet.table()
    #expect(table.rowNumbers == [5, 6])
    #expect(table.held == [false, false])
    let told = try sheet.told(facts: ["reason"])
    #expect(
      told.filter { $0.contains("=") } == [3, 4].map { "A\($0) note heading-row reason=below-example" })
    #expect(told.count == 3 && told.allSatisfy { $0.contains("note heading-row") })
  }

  @Test func withoutRunningNumbers() throws {
    let sheet = SheetLiteral(
      "Họ và tên|Ngày sinh|Lớp\nVí dụ:||\nNguyễn Văn A|05/10/2007|9A1\nLê Bé|07/10/2007|9A1\nLê Văn C|08/10/2007|9A1"
    )
    #expect(try sheet.table().rowNumbers == [4, 5])
  }

  /// Names in full may have been filled in where the form has its example, and `Y A` is one.
  @Test(arguments: ["Nguyễn Văn An", "Nguyễn Như Ý", "Lê Y", "Giàng A", "Y Văn A", "Y A", "A"])
  func whoeverMayBeAChildIsOne(_ name: String) throws {
    let sheet = SheetLiteral(
      """
      STT|Họ và tên|Ngày sinh|Lớp|Giới tính
      Ví dụ:||||
      1|\(name)|05/10/2007|9A1|Nam
      Danh sách:||||
      1|Nguyễn Văn A|05/10/2008|9A1|Nam
      """)
    #expect(try sheet.table().rowNumbers == [3, 5])
  }

  @Test(arguments: [
    "|Người nhập liệu|||Duyệt của BGH", "|Cán bộ phụ trách||Lãnh đạo nhà trường|",
    "|Người lập biểu|Nguyễn Thị Hoa||",
    "|Người lập biểu: Nguyễn Thị Hoa||ĐT: 0912345678|", "|NGƯỜI LẬP|Lê Thị Hoa|HIỆU TRƯỞNG|Trần Văn Hùng",
    "Người thống kê|||Ban giám hiệu|", "|Người lập biểu||Đại diện cha mẹ học sinh|",
  ])
  func whoSigns(_ row: String) throws {
    let sheet = SheetLiteral(
      """
      STT|Họ và tên|Ngày sinh|Lớp|Giới tính
      1|Nguyễn Văn An|05/10/2007|9A1|Nam
      \(row)
       |Nguyễn Thị Hoa||Trần Văn Hùng|
      """)
    #expect(try sheet.table().rowNumbers == [2])
    #expect(try sheet.told() == [])
  }

  /// What might be said of the children below ends no list, and hides nobody.
  @Test(arguments: [
    "Phụ trách: cô Mai||||", "|Lãnh đạo xã giới thiệu|||", "ĐT: 0912345678||||",
    "|Điện thoại: 0272 3826123|||",
    "|Hiếu Trường Giang||Lá|Nam",
  ])
  func whatStandsBetweenChildren(_ row: String) throws {
    let sheet = SheetLiteral(
      """
      STT|Họ và tên|Ngày sinh|Lớp|Giới tính
      1|Nguyễn Văn An|05/10/2018|Lá|Nam
      \(row)
       |Nguyễn Thị Hoa||Lá|Nữ
       |Trần Văn Hùng||Lá|Nam
      """)
    #expect(try sheet.table().rowNumbers.suffix(2) == [4, 5])
  }

  /// The mark of our own templates, left where the example was, says nothing of those below.
  @Test func whatIsLeftOfOurExample() throws {
    let sheet = SheetLiteral(
      "STT|Họ và tên|Ngày sinh|Lớp\nVÍ DỤ|||\n1|Giàng Thị A|05/10/2007|9A1\n2|Lê Bé|07/10/2007|9A1")
    #expect(try sheet.table().rowNumbers == [3, 4])
    #expect(try sheet.told() == [])
  }

  /// Of whom a day, a class or a number is known is a child.
  @Test(arguments: [
    "|Người Lập|05/10/2007||", "|Thư Ký||9A1|", "2|Lãnh Đạo|05/10/2007|9A1|Nam",
    "|Đại Diện|06/10/2007|9A1|Nam",
  ])
  func whoDoesNot(_ row: String) throws {
    let sheet = SheetLiteral(
      "STT|Họ và tên|Ngày sinh|Lớp|Giới tính\n1|Nguyễn Văn An|05/10/2007|9A1|Nam\n\(row)")
    #expect(try sheet.table().rowNumbers == [2, 3])
  }

  /// Where rows are about nobody, such words may be what one is about.
  @Test func ofTablesAboutOthers() throws {
    let sheet = SheetLiteral("Mã trường | Chỉ tiêu\nLANH-DAO | 100\nBGH | 20\nVD | 30")
    #expect(try sheet.table().rowNumbers == [2, 3, 4])
  }
}
