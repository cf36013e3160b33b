import TableSchema
import Tables
import Testing

/// Nobody is left out because of where the labels stand.
@Suite struct RowsAboveTests {
  private let told = ["rows", "list", "headerRow", "otherRow"]

  @Test(arguments: [true, false])
  func aListBelowAnotherWithFewerLabels(isCSV: Bool) throws {
    let sheet = SheetLiteral(
      """
      TRƯỜNG THCS A | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      STT | Họ và tên | Ngày sinh | Nơi sinh
      1 | Nguyễn Văn An | 01/02/2010 | Hà Nội
      2 | Trần Thị Bé | 02/02/2010 | Hà Nội
      Cộng: 2 | | |

      DANH SÁCH LỚP 9A2
      STT | Họ và tên | Ngày sinh | Nơi sinh | Ghi chú
      1 | Lê Văn Chí | 03/02/2010 | Hà Nội | x
      """, isCSV: isCSV)
    #expect(
      try sheet.told(facts: told) == ["- error above-labels rows=2 list=3–4 headerRow=8 otherRow=2"])
    #expect(try sheet.reading().findings.map(\.place.row) == [3])
    let reading = try sheet.reading()
    #expect(reading.table == nil && reading.refused?.rowNumbers == [9])
  }

  @Test func aTableOfAnotherKindAboveAnother() throws {
    let scores = SheetLiteral(
      """
      Số báo danh | Toán | Ngữ văn
      000123 | 8,5 | 7
      000124 | 8 | 6
      Họ và tên | Ngày sinh | Giới tính | Lớp
      Nguyễn Văn An | 01/02/2010 | Nam | 9A1
      """)
    #expect(
      try scores.told(facts: told) == ["- error above-labels rows=2 list=2–3 headerRow=4 otherRow=1"])
    let setup = SheetLiteral(
      """
      Mã trường | Thứ tự | Tiêu chí | Chiều
      thpt-a | 1 | Toán | giảm

      Mã trường | Mã chương trình | Chỉ tiêu | Điểm sàn | Xét theo tuyến
      thpt-a | thuong | 450 | 20 | có
      """)
    #expect(
      try setup.told(facts: told) == ["- note above-labels rows=1 list=2 headerRow=4 otherRow=1"])
  }

  @Test func severalListsAboveAreAllNamed() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh
      Nguyễn Văn An | 01/02/2010
      STT | Họ và tên | Lớp | Giới tính
      1 | Trần Thị Bé | 9A1 | Nữ
      STT | Họ và tên | Ngày sinh | Lớp | Giới tính
      1 | Lê Văn Chí | 03/02/2010 | 9A2 | Nam
      """)
    #expect(
      try sheet.told(facts: told) == ["- error above-labels rows=2 list=2, 4 headerRow=5 otherRow=1"])
  }

  /// A list of which not all is there that would be needed is asked about.
  @Test func aListThatCouldNotBeReadForItself() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Lớp
      1 | Nguyễn Văn An | 9A1
      2 | Trần Thị Bé | 9A1
      STT | Họ và tên | Ngày sinh | Lớp
      1 | Lê Văn Chí | 03/02/2010 | 9A2
      """)
    #expect(
      try sheet.told(facts: told) == ["- note above-labels rows=2 list=2–3 headerRow=4 otherRow=1"])
    #expect(try sheet.table().rowNumbers == [5])
  }

  /// A sheet that was sorted by name, its labels with it.
  @Test func labelsThatWereSortedAmongTheRows() throws {
    let sheet = SheetLiteral(
      """
      | DANH SÁCH HỌC SINH | | |
      1 | Đinh Văn An | 01/02/2010 | 9A1
      2 | Hà Thị Bé | 32/02/2010 | 9A1
      STT | Họ và tên | Ngày sinh | Lớp
      3 | Lê Văn Chí | 03/02/2010 | 9A1
      """)
    #expect(try sheet.told(facts: told) == ["- error above-labels rows=2 list=2–3 headerRow=4"])
    let programs = SheetLiteral(
      """
      thpt-a | thuong | 450
      thpt-b | thuong | 400
      Mã trường | Mã chương trình | Chỉ tiêu
      thpt-c | thuong | 300
      """)
    #expect(try programs.told(facts: told) == ["- note above-labels rows=2 list=1–2 headerRow=3"])
  }

  @Test func labelsBelowAllRowsOrAllButOne() throws {
    let rows = "1 | Đinh Văn An | 01/02/2010 | 9A1\n2 | Hà Thị Bé | 03/02/2010 | 9A1"
    let labels = "STT | Họ và tên | Ngày sinh | Lớp"
    let signed = "| | Người lập biểu |\n| | Trần Văn B |"
    for below in ["", "\n" + signed, "\n3 | Lê Văn Chí | 03/02/2010 | 9A1\n\n" + signed] {
      let told = try SheetLiteral(rows + "\n" + labels + below).told(facts: told)
      #expect(told.contains("- error above-labels rows=2 list=1–2 headerRow=3"), "\(below) \(told)")
    }
  }

  /// One child above its labels is one lost; where that may be a title it is asked.
  @Test func oneRowAbove() throws {
    func told(_ above: String, _ table: String) throws -> [String] {
      try SheetLiteral(above + "\n" + table).told().filter { $0.contains("above-labels") }
    }
    let table =
      "Họ và tên | Ngày sinh | Số định danh cá nhân | Lớp\nLê Văn Chí | 03/02/2010 | 080207000017 | 9A1"
    #expect(
      try told("Đinh Văn An | 01/02/2010 | 080207000018 | 9A1", table) == ["- error above-labels"])
    #expect(try told("Đinh Văn An | 01/02/2010 | | 9A1", table) == ["- note above-labels"])
    let numbered =
      "STT | Họ và tên | Ngày sinh | Lớp | ĐTB 9 | NV1 | NV2\n | Lê Văn Chí | 03/02/2010 | 9A1 | 8 | A | B"
    #expect(try told(" | Đinh Văn An | 01/02/2010 | 9A1 | 8 | A | B", numbered) == ["- note above-labels"])
    let codes = "Số định danh cá nhân | Mã học sinh\n080207000017 | 79001"
    #expect(try told("080207000018 | 79002", codes) == ["- note above-labels"])
  }

  /// Where others are numbered, a child without a number is one by what is said of it.
  @Test func rowsWithoutTheRunningNumberOfOthers() throws {
    let table =
      "STT | Họ và tên | Ngày sinh | Số định danh cá nhân | Lớp\n3 | Lê Văn Chí | 04/02/2010 | 080210000019 | 9A1"
    let (one, other) =
      (" | Đinh Văn An | 01/02/2010 | 080210000017 | 9A1", " | Hà Thị Bé | 03/02/2010 | 080310000018 | 9A1")
    func above(_ above: String...) throws -> [String] {
      try SheetLiteral((above + [table]).joined(separator: "\n")).told(facts: told)
    }
    #expect(try above(one, other) == ["- error above-labels rows=2 list=1–2 headerRow=3"])
    #expect(try above("TRƯỜNG THCS A", one) == ["- error above-labels rows=1 list=2 headerRow=3"])
    #expect(try above(" | Đinh Văn An | 01/02/2010 | | 9A1") == [])
  }

  /// What is wrong in them hides no rows, and of a form's examples one only asks.
  @Test func rowsWithFaultsAndExamplesAreAskedAbout() throws {
    func above(_ above: String, _ table: String) throws -> [String] {
      try SheetLiteral(above + "\n" + table).told(facts: told).filter { $0.contains("above-labels") }
    }
    let table = "STT | Họ và tên | Ngày sinh | Số định danh cá nhân | Lớp"
    let faulty = ["1 | Đinh Văn An | 31/02/2010 | 080210000017 | 9A1", "2 | Hà Thị Bé | 33/02/2010 | | 9A1"]
    let third = "\n3 | Lê Văn Chí | 04/02/2010 | 080210000019 | 9A1"
    #expect(
      try above(faulty.joined(separator: "\n"), table + third)
        == ["- error above-labels rows=2 list=1–2 headerRow=3"])
    #expect(try above(faulty[1], table + third) == ["- note above-labels rows=1 list=1 headerRow=2"])
    #expect(
      try above("1 | Đinh Văn An | 2010 | | 9A1", table + third)
        == ["- note above-labels rows=1 list=1 headerRow=2"])
    let first = "\n1 | Lê Văn Chí | 04/02/2010 | 080210000019 | 9A1"
    for ordinal in ["1", "VD", "Ví dụ:", "*", ""] {
      #expect(
        try above(ordinal + " | Nguyễn Văn A | 01/01/2010 | 080210000099 | 9A1", table + first)
          == ["- note above-labels rows=1 list=1 headerRow=2"])
    }
    #expect(
      try above("Mẫu | Trần Văn Nam | 01/01/2010 | 080210000099 | 9A1", table + first)
        == ["- note above-labels rows=1 list=1 headerRow=2"])
    // Another list whose numbers begin again is no example.
    #expect(
      try above("1 | Đinh Văn An | 01/01/2010 | 080210000099 | 9A1\nDANH SÁCH LỚP 9A2", table + first)
        == ["- error above-labels rows=1 list=1 headerRow=3"])
    #expect(
      try above(
        "Đinh Văn An | 01/02/2010\nHà Thị Bé | 03/02/2010", "Họ và tên | Ngày sinh\nLê Văn Chí | 04/02/2010")
        == ["- note above-labels rows=2 list=1–2 headerRow=3"])
  }

  @Test(arguments: [
    "SỞ GD&ĐT TỈNH A | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
    "TRƯỜNG THCS A | | Độc lập - Tự do - Hạnh phúc | \nSố: 12/DS-THCSA | | Xã A, ngày 05 tháng 6 năm 2025 |",
    "Trường | THCS A | Năm học | 2024-2025",
    "Lớp | 9A1 | Sĩ số | 35\nGVCN | Nguyễn Văn A | Điện thoại | 0912345678",
    "Lớp: | 9A1 | Họ và tên GVCN: | Nguyễn Văn A\nSĩ số | 35 | Nữ | 17",
    "Họ và tên | Nguyễn Văn A | Chức vụ | Hiệu trưởng\nĐiện thoại | 0912345678 | Email | a@example.vn",
    "Mã trường | thpt-a | Tên trường | THPT A\nMã đợt | lop10 | Ngày | 05/06/2025",
    "Mã diện | Tên diện | Điểm cộng\nUT1 | Con liệt sĩ | 2\nUT2 | Con thương binh | 1",
    "Mã trường | Tên trường | Chỉ tiêu\nthpt-a | THPT A | 450\nthpt-b | THPT B | 400",
    "Mã | Tên trường\n01 | THPT A\n02 | THPT B",
    "1. Điền đủ các cột | 2. Ngày sinh: dd/mm/yyyy | 3. Không gộp ô |",
    "Tổng số | 35 | Nữ | 17\n35 | 17 | 18 | 9",
    "1 | 2 | 3 | 4\n(1) | (2) | (3) | (4)",
    "VÍ DỤ | Nguyễn Văn An | 01/02/2010 | 9A1",
    "Người lập biểu | | Hiệu trưởng |\nNguyễn Văn A | | Trần Văn B |",
    "1 | THPT A | 450 | Xã B\n2 | THPT B | 400 | Xã C", "1 | Ban tuyển sinh | Trường THCS A | 9A1",
    "Kỳ thi | Tuyển sinh lớp 10 | Ngày thi | 05/06/2025\nPhòng thi | 12 | Số thí sinh | 24",
    "DANH SÁCH HỌC SINH | | 01/02/2010 | 9A1",
    " | Ngày xuất báo cáo | 20/05/2026 |\nGVCN | Nguyễn Thị Hoa | 12/03/1980 | 9A1",
  ])
  func titlesAndLegendsAreNone(above: String) throws {
    try expectNone(above, "STT | Họ và tên | Ngày sinh | Lớp\n1 | Lê Văn Chí | 03/02/2010 | 9A1")
  }

  @Test(arguments: [
    "Ngày lập: | 20/05/2026 |\nHạn nộp: | 30/05/2026 | 9A1", "Thời điểm xuất dữ liệu | 20/05/2026 08:15 |",
    "Ngày thi: 05/06/2026 | 05/06/2026 | 8",
  ])
  func daysInTitlesAreNone(above: String) throws {
    try expectNone(above, "Họ và tên | Ngày sinh | Lớp\nLê Văn Chí | 03/02/2010 | 9A1")
  }

  @Test(arguments: [
    "Hệ số | 2 | 2 | 1\nThang điểm | 10 | 10 | 10", "Phòng thi số | 5 | 24 |",
    "Phòng thi | Số thí sinh | Vắng |",
  ])
  func numbersInTitlesAreNone(above: String) throws {
    try expectNone(above, "Số báo danh | Toán | Ngữ văn | Ngoại ngữ\n000123 | 8 | 7 | 9")
  }

  @Test func ofARoomAndItsDayOfExaminationNothingIsAChild() throws {
    try expectNone(
      "Phòng thi | Phòng 5 | Ngày thi | 05/06/2025 |\nGiám thị 1 | Trần Văn B | Giám thị 2 | Lê Thị C |",
      "STT | Số báo danh | Họ và tên | Ngày sinh | Toán\n1 | 000123 | Đinh Văn An | 01/02/2010 | 8")
  }

  private func expectNone(_ above: String, _ table: String) throws {
    for isCSV in [true, false] {
      let sheet = SheetLiteral(above + "\n\n" + table, isCSV: isCSV)
      let told = try sheet.told().filter { $0.contains("above-labels") }
      #expect(told == [], "\(above)")
      #expect(try sheet.table().rowCount == 1)
    }
  }
}
