import TableSchema
import Tables
import Testing

@Suite struct RowTests {
  @Test func signaturesEndTheTable() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh
      1 | Nguyễn Văn An | 05/10/2007
      2 | Hiệu Trưởng Thị Kỳ | 06/10/2007
       | | Tân Trụ, ngày 5 tháng 7 năm 2022
      Người lập biểu | | HIỆU TRƯỞNG
      (Ký, ghi rõ họ tên)
       | Trần Thị Bé | Lê Văn Chí
      Tổng cộng | 2 | 2
      Điện thoại | 0912345678
      """)
    #expect(try sheet.table().rowNumbers == [2, 3])
    #expect(try sheet.told() == [])
  }

  /// Who stands below the signatures is not lost: another list with its labels is read, the rest is asked about.
  @Test func childrenBelowTheSignatures() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh
      1 | Nguyễn Văn An | 05/10/2007
      Người lập biểu | | HIỆU TRƯỞNG
      1️⃣2 | Trần Thị Bé | 07/10/2007
       | 2️⃣Lê Văn Chí | 08/10/2007
      DANH SÁCH LỚP 9A2
      STT | Họ và tên | Ngày sinh
      1 | 2 | 3
      1 | Phạm Văn Dũng | 09/10/2007
      Hiệu trưởng
       | Trần Văn Em | Lê Thị Gái
      """)
    let table = try sheet.table()
    #expect(table.rowNumbers == [2, 4, 5, 9])
    #expect(table.held == [false, true, true, false])
    #expect(
      try sheet.told().filter { !$0.hasSuffix("column-numbers") } == [
        "1 error below-signature", "2 error below-signature",
      ])
    let quotas = SheetLiteral("Mã trường | Chỉ tiêu\nA | 100\nKẾ TOÁN\n1️⃣B | 20")
    #expect(try quotas.told() == ["1 error below-signature"])
  }

  /// Where a school is asked for, or nobody stands in the rows, a name alone is a row of which the rest is missing.
  @Test func aNameAloneIsNoHeading() throws {
    let quotas = SheetLiteral(
      """
      Mã trường | Chỉ tiêu | Số chờ xét bổ sung
      A | 100 | 5
      Trường THPT Thuận | 1️⃣ | 2️⃣
      """)
    #expect(try quotas.told() == ["1 error required"])
    let units = SheetLiteral("Mã đơn vị|Tên đơn vị|Loại đơn vị\nb|THCS Một|trường\n1️⃣|Trường THCS Hai|2️⃣")
    #expect(try units.told() == ["1 error required", "2 error required"])
    let children = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Trường cuối cấp | Lớp
      1 | Nguyễn Văn An | 05/10/2007 | Trường THCS Một | 9A1
       | Trường Giang | 1️⃣ | |
       | 2️⃣ | 3️⃣ | Trường THCS Hai |
       | 4️⃣Trường THCS Hai | | |
      """)
    #expect(
      try children.told() == [
        "1 error required", "2 error required", "3 error required", "4 note heading-row",
      ])
  }

  @Test func subtotalsBlanksAndExamplesAreSkipped() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh
      VÍ DỤ | Nguyễn Thị Mai Anh | 15/03/2007
      1 | Nguyễn Văn An | 05/10/2007
      ␣ | ␣ |
      2 | |
      Tổng cộng: 2 học sinh
      Cộng | 2
      3 | Trần Thị Bé | 07/10/2007
      Danh sách này có 2 học sinh, trong đó nữ 1
      """)
    let table = try sheet.table()
    #expect(table.rowNumbers == [3, 8])
    #expect(try sheet.told() == [])
  }

  @Test func theLabelsAgainAndRemarksAreNobody() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | Lớp
      1 | Nguyễn Văn An | 05/10/2007 | 9A1
      stt | HỌ VÀ TÊN | Ngày  sinh (*) | Lớp
       | Họ và tên | 06/10/2007 | 9A1
      2 | Trần Thị Bé | 07/10/2007 | Lớp
      Ghi chú: danh sách có 24 em, 1 em chuyển đi
      Lưu ý |  |  |
      Ghi chú | Lê Văn Chí | 08/10/2007 | 9A1
      """)
    // A child may be called like a label, and a remark beside a child is the child's.
    #expect(try sheet.table().rowNumbers == [2, 4, 5, 8])
    let double = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Nguyện vọng |
       | | 1 | 2
      Nguyễn Văn An | 05/10/2007 | A | B
      Họ và tên | Ngày sinh | Nguyện vọng |
       | | 1 | 2
      Trần Thị Bé | 07/10/2007 | 1 |
      """)
    #expect(try double.table().rowNumbers == [3, 6])
  }

  @Test func aTotalIsNobodyWhateverStandsBesideIt() throws {
    let sheet = SheetLiteral(
      """
      Lớp | STT | Họ và tên | Ngày sinh
      9A1 | VÍ DỤ | Nguyễn Thị Mai Anh | 15/03/2007
      9A1 | 1 | Nguyễn Văn An | 05/10/2007
      Tổng cộng | | hai học sinh | trong đó nữ 1
      Tổng số học sinh | 2 em
      9A2 | 1 | Tổng Cộng Minh | 07/10/2007
      Tống Công | 2 | Bé | 07/10/2007
      """)
    #expect(try sheet.table().rowNumbers == [3, 6, 7])
  }

  /// Children are called so, and of a list of marks little else is text.
  @Test func aNameThatBeginsLikeASumIsAName() throws {
    let marks = SheetLiteral(
      """
      Họ và tên | Số báo danh | Toán | Ngữ văn
      Lê An | 000123 | 7 | 8
      Tống Thị Hoa | 000124 | 7 | 8
      Công Huyền Tôn Nữ Ly | 000125 | 7 | 8
      TONG VAN BA | 000126 | 7 | 8
      Cộng | | 28 | 32
      Tổng 4 học sinh | | 28 | 32
      TONG SO | | 28
      cộng: | 4
      """, isCSV: false)
    #expect(try marks.table().rowNumbers == [2, 3, 4, 5])
    let ids = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Số CCCD
      Tổng | @39123 | 080207000001
      Cộng | | 80207000002
      """, isCSV: false)
    #expect(try ids.table().rowNumbers == [2, 3])
  }

  /// What stands below them would be taken for something else, however it looks.
  @Test func theLabelsAgainInAnotherOrder() throws {
    let sheet = SheetLiteral(
      """
      STT | Họ và tên | Ngày sinh | NV1 | NV2
      1 | Nguyễn Văn An | 05/10/2007 | A | B
      Họ và tên | Ngày sinh | NV2 | NV1 |
      1️⃣Trần Thị Bé | 2️⃣07/10/2007 | B | A |
      3️⃣2 | Lê Văn Chí | 08/10/2007 | B | A
      STT | Họ và tên | Ngày sinh | NV1 | NV2
      1 | Phạm Văn Dũng | 09/10/2007 | A | B
      """)
    let table = try sheet.table()
    #expect(table.rowNumbers == [2, 4, 5, 7])
    #expect(table.held == [false, true, true, false])
    let told = try sheet.told(facts: ["otherRow"]).filter { $0.contains("below-other-labels") }
    #expect(
      told == ["1 error below-other-labels otherRow=3", "3 error below-other-labels otherRow=3"])
  }

  @Test func hiddenRowsAreData() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh
      Nguyễn Văn An | 05/10/2007
      hidden:Trần Thị Bé | 07/10/2007
      Lê Văn Chí | 08/10/2007
      hidden:Phạm Văn Dũng | 09/10/2007
      hidden:Phạm Văn Em | 10/10/2007
      """, isCSV: false)
    #expect(try sheet.table().rowNumbers == [2, 3, 4, 5, 6])
    // At the first, which they are.
    #expect(try sheet.told(facts: ["rows", "list"]) == ["- note hidden-rows rows=3 list=3, 5–6"])
    #expect(try sheet.reading().findings.map(\.place.row) == [3])
  }

  @Test func requiredValuesHoldTheirRow() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên | Ngày sinh | Lớp
      Nguyễn Văn An | 1️⃣ | 9A1
      2️⃣ | 05/10/2007 | 9A1
      Trần Thị Bé | 07/10/2007 |
      """)
    let table = try sheet.table()
    #expect(table.held == [true, true, false])
    #expect(try sheet.told() == ["1 error required", "2 error required"])
  }

  @Test func requiredIfAnotherColumnSaysSo() throws {
    let head = "Mã đợt|Tên đợt|Năm học|Cấp học|Ngày mở|Ngày đóng|Số nguyện vọng|Cách xét|Bằng điểm"
    let row = "l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|lần lượt|"
    let keyed = SheetLiteral("\(head)|Khóa số bốc thăm\n\(row)Bốc thăm|1️⃣\n\(row)Lấy cả nhóm|")
    #expect(try keyed.told().contains("1 error required"))
    #expect(try keyed.told().count { $0.hasSuffix("required") } == 1)
    let without = SheetLiteral("\(head)\n\(row)Bốc thăm")
    #expect(try without.told() == ["- error required"])
  }

  @Test func personsNeedAnIdentifier() throws {
    let sheet = SheetLiteral(
      """
      SBD | Mã hồ sơ | Mã trường | Điểm xét
      001 | | A | 8
      | HS1 | A | 9
      1️⃣ | | A | 7
      """)
    #expect(try sheet.told() == ["1 error person-missing"])
    let twice = SheetLiteral("Mã đợt|SBD|Mã trường|Điểm xét\nr|1️⃣|A|8\nr|2️⃣|A|9")
    #expect(try twice.told() == ["1 error person-missing", "2 error person-missing"])
    let missing = SheetLiteral("Họ và tên|Mã trường|Điểm xét\nAn|A|8")
    #expect(try missing.told(facts: ["label"]) == ["- error missing-label label=Số định danh cá nhân"])
  }

  @Test func oneKeyTwiceHoldsBothRows() throws {
    let sheet = SheetLiteral(
      """
      Mã trường | Mã chương trình | Chỉ tiêu
      A | thuong | 100
      A | 1️⃣anh | 20
      B | thuong | 40
      a | 2️⃣ANH | 30
      B | | 50
      """)
    #expect(
      try sheet.told(facts: ["otherRow"]) == [
        "1 error unique-error otherRow=5", "2 error unique-error otherRow=3",
      ])
    #expect(try sheet.table().held == [false, true, false, true, false])
  }

  /// The same child twice: word for word is dropped; otherwise the round decides.
  @Test func repeatedChildrenAreDropped() throws {
    let sheet = SheetLiteral(
      """
      STT | Số định danh cá nhân | Họ và tên | Ngày sinh | NV1
      1 | 080207000001 | An | 01/02/2007 | A
      2 | 080207000002 | Bình | 01/02/2007 | A
      3 | 1️⃣080207000001 | An | 01/02/2007 | A
      4 | 080207000002 | Bình | 01/02/2007 | B
      """)
    let table = try sheet.table()
    #expect(table.rowNumbers == [2, 3, 5])
    #expect(texts("wish1", table) == ["A", "A", "B"])
    #expect(table.held == [false, false, false])
    #expect(try sheet.told(facts: ["otherRow"]) == ["1 note duplicate-row otherRow=2"])
  }

  /// What is dropped needs no mending, and nothing is told about it but that.
  @Test func aRepeatedRowIsToldOnce() throws {
    let sheet = SheetLiteral(
      """
      SBD | Toán | Ngữ văn
      001 | 8 | 7
      2️⃣001 | 8 | 7
      002 | 1️⃣x | 7
      3️⃣002 | x | 7
      """)
    #expect(
      try sheet.told() == ["2 note duplicate-row", "1 error type-error", "3 note duplicate-row"])
    #expect(try sheet.table().held == [false, true])
  }

  @Test func twoScoresOfOneChildHoldBoth() throws {
    let sheet = SheetLiteral(
      """
      SBD | Toán | Ngữ văn
      1️⃣001 | 8 | 7
      2️⃣001 | 9 | 7
      002 | 9 | 7
      """)
    #expect(try sheet.told() == ["1 error unique-error", "2 error unique-error"])
  }
}
