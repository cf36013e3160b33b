import TableSchema
import Tables
import Testing

/// What stands between the rows of a list and is nobody.
@Suite struct HeadingTests {
  /// Between the classes of a school stands what they are called: nobody, and said.
  @Test func headingsWithinAListAreNobody() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Lớp
      1️⃣Lớp 9A1 (GVCN: Trần Thị Bé)
      1 | Nguyễn Văn An | 05/10/2007 | 9A1
       | 2️⃣LỚP  9A2
      1 | Trương | 06/10/2007 | 9A2
       | 3️⃣Tổ 2 | |
       | 4️⃣Trương Tố Tổ | |
       | Lớp 9A3 | 07/10/2007 | 9A3
      """)
    // A child whose row holds no more than a name is told what is missing.
    #expect(
      try sheet.told().filter { !$0.hasSuffix("note blank-label") } == [
        "1 note heading-row", "2 note heading-row", "3 note heading-row", "C7 error required",
      ])
    let table = try sheet.table()
    #expect(table.rowNumbers == [3, 5, 7, 8])
    #expect(
      table.findings.filter { $0.code == .headingRow }.map(\.value)
        == ["Lớp 9A1 (GVCN: Trần Thị Bé)", "LỚP 9A2", "Tổ 2"])
  }

  /// Parts of a list have numbers or letters before what they are called, and sums have lines below them.
  @Test func enumeratedHeadingsAndLinesBelowASum() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Lớp
      I. DANH SÁCH HỌC SINH TRONG TỈNH
      1 | Nguyễn Văn An | 05/10/2007 | 9A1
      Tổng số học sinh: 1
      Trong đó: Nữ: 1
      - Nữ: 1
      Nam: 0
      II. Ngoài tỉnh
      1 | V. Trương | 06/10/2007 | 9A2
      2. Học sinh nước ngoài
       | A. Tố | |
       | V. Lan | |
       | V. HỌC SINH KHUYẾT TẬT
       | Nữ | 07/10/2007 | 9A3
      """)
    #expect(try sheet.table().rowNumbers == [3, 9, 11, 12, 14])
    #expect(
      try sheet.table().findings.filter { $0.code == .headingRow }.map(\.value)
        == [
          "I. DANH SÁCH HỌC SINH TRONG TỈNH", "II. Ngoài tỉnh", "2. Học sinh nước ngoài",
          "V. HỌC SINH KHUYẾT TẬT",
        ])
  }

  /// Headings in the column of names, of other things, or beside a number of the part; a name alone is somebody.
  @Test(arguments: [
    "|A. Diện tuyển thẳng||", "|Diện tuyển thẳng||", "|HỌC SINH NỘI TRÚ||", "|I. Học sinh nội trú||",
    "I|Học sinh nội trú||", "II.|Bán trú||", "A|DIỆN ƯU TIÊN||", "b)|Con thương binh||", "A. Diện khác|||",
    "|Khối 9||", "||Học sinh chuyển đến|", "|||Các em sau đây", "|Khu vực 2||", "|Hoc sinh ngoai tinh||",
    "|1. Con liệt sĩ||", "|XÃ BÌNH TỊNH||",
  ])
  func headingsAnywhere(_ row: String) throws {
    let sheet = SheetLiteral(
      "STT|Họ và tên|Ngày sinh|Lớp\n1|Nguyễn Văn An|05/10/2007|9A1\n\(row)\n2|Lê Bé|06/10/2007|9A1")
    #expect(try sheet.reading().findings.map(\.code) == [.headingRow])
    #expect(try sheet.table().rowNumbers == [2, 4])
  }

  /// Rows that were filled in before anybody was are nobody, whatever else is said of children.
  @Test func whatIsFilledInBeforehand() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Lớp | Bán trú | Ghi chú
      1 | Nguyễn Văn An | 05/10/2007 | 9A1 | Không |
      2 | 1️⃣ | | 9A1 | Không |
      3 | | | 9A1 | Không |
      4 | 2️⃣ | 06/10/2007 | 9A1 | Không |
      5 | | | | Không |
      6 | 3️⃣ | 4️⃣ | 9A1 | | chuyển đến
      """)
    #expect(try sheet.table().rowNumbers == [2, 5, 7])
    #expect(
      try sheet.told(facts: ["reason", "count"]) == [
        "A3 note heading-row reason=prefilled count=3", "2 error required", "3 error required",
        "4 error required",
      ])
    // Where a person must be named, who is not is missed.
    let marks = SheetLiteral("Số báo danh|Họ và tên|Vi phạm|Toán\n01|An||8\n1️⃣||x|")
    #expect(try marks.told() == ["1 error person-missing"])
  }

  /// A row of which something is missing is told so.
  @Test(arguments: [
    "|Trần Thị Bé||", "3|Trần Thị Bé||", "|A. Nguyễn Văn An||", "|1. Lê Bé||", "|nguyễn thị lan||",
    "||07/10/2007|", "|NGUYỄN VĂN AN||", "|Học||", "I|Trần Bé|07/10/2007|", "|1. Lê bé||",
    "|4. Trần thị hoa||", "I|Võ Thị Sáu||", "x|Trần Thị Cúc||", "|V. NGUYỄN VĂN AN||",
  ])
  func rowsOfSomebody(_ row: String) throws {
    let sheet = SheetLiteral(
      "STT|Họ và tên|Ngày sinh|Lớp\n1|Nguyễn Văn An|05/10/2007|9A1\n\(row)\n2|Lê Bé|06/10/2007|9A1")
    #expect(try sheet.table().rowNumbers == [2, 3, 4])
    #expect(try sheet.reading().findings.allSatisfy { $0.code == .required && $0.place.row == 3 })
  }

  /// A school whose seats were forgotten is no heading, nor is any other name where one is asked for.
  @Test func aNameWhereOneIsAskedForIsNoHeading() throws {
    let seats = SheetLiteral(
      """
      Mã trường | Chỉ tiêu | Số chờ xét bổ sung
      Trường THPT Thuận | 45 | 5
      Trường THPT Hòa | |
      """)
    #expect(try seats.reading().kind == .programs)
    #expect(try seats.table().rowNumbers == [2, 3])
    #expect(try seats.reading().findings.contains { $0.severity == .error && $0.place.row == 3 })
    let children = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Lớp | Trường cuối cấp
      Nguyễn Văn An | 05/10/2007 | 9A1 | Trường THCS A
       | | | Trường THCS B
      """)
    #expect(try children.table().rowNumbers == [2, 3])
    #expect(try children.table().held == [false, true])
  }

  /// A value that is in its place is of somebody who was forgotten.
  @Test(arguments: ["|||đã nhập học|", "|||không đến|", "|||Đối tượng khác|"])
  func aValueInItsPlaceIsNoHeading(_ row: String) throws {
    let sheet = SheetLiteral(
      "Mã hồ sơ|Họ và tên|Mã trường|Trạng thái|Ngày\n1|Nguyễn Văn An|A|đã nhập học|\n\(row)")
    #expect(try sheet.reading().kind == .enrolments)
    #expect(try sheet.table().rowNumbers == [2, 3])
    #expect(try sheet.table().held == [false, true])
  }

  /// Whatever its column is for, the name of a class alone is nobody; a remark or an address may be of somebody.
  @Test func theNameOfAClassUnderAnAddress() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Nơi sinh | Ghi chú
      1 | Nguyễn Văn An | 05/10/2007 | Hà Nội |
       | | | 1️⃣Lớp 9A2 |
      2 | Lê Bé | 06/10/2007 | Huế |
       | | | | 2️⃣DANH SÁCH LỚP 9A3
       | | | Khối 5 |
       | | | | Lớp trưởng
      """)
    #expect(
      try sheet.told().filter { $0.hasSuffix("heading-row") } == ["1 note heading-row", "2 note heading-row"])
    #expect(try sheet.table().rowNumbers == [2, 4, 6, 7])
    #expect(try sheet.table().held == [false, false, true, true])
  }

  /// The receipt counts them by the label above them.
  @Test func headingsAreToldWithTheLabelOfTheirColumn() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Lớp
      1 | Nguyễn Văn An | 05/10/2007 | 9A1
       | Lớp 9A2 | |
      Tổ 2 | | |
       | | | 9A2
      """)
    #expect(try sheet.reading().findings.map(\.place.label) == ["Họ và tên", "STT", "Lớp"])
  }

  /// Nor is an identifier with digits, alone or beside what looks like the number of a part, nor a word for no mark.
  @Test(arguments: ["|HS 003|||", "V|HS 005|||", "|||vắng thi|"])
  func anIdentifierIsNoHeading(_ row: String) throws {
    let sheet = SheetLiteral(
      "STT|Số báo danh|Họ và tên|Toán|Ngữ văn\n1|HS 001|Nguyễn Văn An|8|7\n\(row)\n2|HS 002|Lê Bé|8|7")
    #expect(try sheet.reading().kind == .scores)
    #expect(try sheet.table().rowNumbers == [2, 3, 4])
  }

  @Test func headingsAboveIdentifiers() throws {
    let sheet = SheetLiteral(
      """
      Số báo danh|Họ và tên|Toán|Ngữ văn
      Phòng thi 1|||
      01|Nguyễn Văn An|8|7
      Học sinh tự do|||
      02|Lê Bé|8|7
      """)
    #expect(try sheet.table().rowNumbers == [3, 5])
  }
}
