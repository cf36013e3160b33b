import Rounds
import Sheets
import Tables
import Testing

@testable import Exports

@Suite struct SchoolFilesTests {
  @Test func whoGetsWhatAndWhen() throws {
    func paths(_ state: RoundState, _ unit: String, official: Bool = false, provisional: Bool = false) throws
      -> [String]
    {
      var sample = SampleRound()
      sample.tables.state = state
      sample.tables.round.provisional = provisional
      return try sample.files(official: official).files(for: unit).map(\.path)
    }
    let department = [
      "ket-qua.csv", "diem-chuan.csv", "giai-trinh.csv", "kiem-chung.json", "tong-hop.xlsx",
      "chua-dang-ky.xlsx",
    ]
    let lists = [
      "danh-sach-dang-ky.xlsx", "danh-sach-trung-tuyen.xlsx", "danh-sach-cho-xet-bo-sung.xlsx",
      "danh-sach-khong-trung-tuyen.xlsx",
    ]
    for state in RoundState.allCases { #expect(try paths(state, "so") == department) }
    #expect(try paths(.open, "A") == [])
    #expect(try paths(.closed, "A") == [lists[0]])
    #expect(try paths(.open, "A", provisional: true) == lists + ["danh-sach-lop.xlsx"])
    #expect(
      try paths(.finalized, "A", official: true) == lists + [
        "danh-sach-lop.xlsx", "nhap-qlgd.xlsx", "tai-chinh/khoan-thu.xlsx",
        "xac-nhan-nhap-hoc.xlsx", "ma-hoc-sinh.xlsx",
      ])
    // Without a class plan and without fees.
    #expect(
      try paths(.finalized, "B", official: true) == lists + [
        "nhap-qlgd.xlsx", "xac-nhan-nhap-hoc.xlsx", "ma-hoc-sinh.xlsx",
      ])
    #expect(try paths(.open, "S") == ["chua-dang-ky.xlsx"])
    #expect(try paths(.open, "S", provisional: true) == ["ket-qua-hoc-sinh.xlsx", "chua-dang-ky.xlsx"])
    #expect(try paths(.closed, "S") == [])
    #expect(try paths(.finalized, "S", official: true) == ["ket-qua-hoc-sinh.xlsx"])
  }

  @Test func aPrintedListHasEverythingAroundItsTable() throws {
    let sheet = try #require(try SampleRound().files().sheets("danh-sach-trung-tuyen.xlsx", for: "A").first)
    #expect(sheet.name == "Trúng tuyển")
    #expect(
      sheet.rows == [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["TRƯỜNG THPT TÂN TRỤ", "Độc lập - Tự do - Hạnh phúc"], ["DANH SÁCH HỌC SINH TRÚNG TUYỂN"],
        ["LỚP 10 NĂM HỌC 2022-2023"], ["(Kèm theo Quyết định số ……/QĐ-…… ngày …… tháng …… năm ……)"],
        ["NỘI BỘ – có dữ liệu cá nhân trẻ em"],
        [
          "STT", "Số định danh cá nhân", "Họ và tên", "Ngày sinh", "Giới tính", "Trường cuối cấp", "Lớp cũ",
          "Nguyện vọng", "Điểm xét", "Xếp hạng", "Xếp vào lớp",
        ],
        [
          "1", "080307000001", "Nguyễn Thị Ân", "01/02/2007", "Nữ", "Trường THCS Bình An", "9A1",
          "NV1", "9.25",
          "1", "10A1",
        ],
        [
          "2", "080207000002", "Lê Văn Bình", "03/04/2007", "Nam", "Trường THCS Bình An", "9A2",
          "NV1", "8.5",
          "2", "10A2",
        ],
        ["Danh sách này có 2 học sinh, trong đó nữ 1 học sinh."],
        ["Tân Trụ, ngày …… tháng …… năm ……"], ["NGƯỜI LẬP BIỂU", "HIỆU TRƯỞNG"],
        ["(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)"], ["Nguyễn Văn Hiệu"],
      ])
    let provisional = try SampleRound().files(official: false).sheets("danh-sach-dang-ky.xlsx", for: "A")
    #expect(provisional[0].rows.contains(["DỰ KIẾN – CHƯA CÔNG BỐ"]))
  }

  @Test func identifiersAreTextsAndDatesAreDates() throws {
    let bytes = try SampleRound().files().file("danh-sach-trung-tuyen.xlsx", for: "A").bytes
    let grid = try readWorkbook(bytes).grids[0]
    let row = try #require(grid.rows.indices.first { grid.cellRange(ofRow: $0).count == 11 && $0 > 6 })
    #expect(
      grid.cells[grid.cellRange(ofRow: row)].map(\.kind) == [
        .number, .text, .text, .date, .text, .text, .text, .text, .number, .number, .text,
      ])
  }

  /// The rows of a list's table: those that begin with a number.
  private func table(_ path: String, _ unit: String, _ sample: SampleRound = SampleRound()) throws
    -> [[String]]
  {
    try sample.files().sheets(path, for: unit)[0].rows.filter { Int($0[0]) != nil }
  }

  @Test func aSchoolSeesOnlyTheWishesIntoIt() throws {
    let registered = try table("danh-sach-dang-ky.xlsx", "B")
    #expect(
      registered.map { $0[2] } == [
        "Nguyễn Thị Ân", "Lê Văn Bình", "Võ Thị Chi", "Phạm Dũng", "Trần Đăng", "Đỗ Giang",
      ])
    #expect(registered.map { $0.last } == ["NV2", "NV2", "NV2", "NV2", "NV2", "NV1"])
  }

  @Test func theRefusedAreToldNothingOfOtherSchools() throws {
    let refused = try table("danh-sach-khong-trung-tuyen.xlsx", "B")
    #expect(
      refused.map { [$0[2], $0.last] } == [
        ["Nguyễn Thị Ân", "Đã trúng tuyển ở nguyện vọng khác"],
        ["Lê Văn Bình", "Đã trúng tuyển ở nguyện vọng khác"],
        ["Phạm Dũng", "Điểm xét 6,75 dưới điểm chuẩn 8,5 (ngoài danh sách chờ, chỉ gồm 1 em)"],
        ["Đỗ Giang", "Thiếu kết quả học tập hoặc điểm dùng để xét"],
      ])
    let everything = try SampleRound().files().sheets("danh-sach-khong-trung-tuyen.xlsx", for: "B").flatMap(
      \.rows)
    #expect(!everything.joined().contains { $0.contains("Tân Trụ") })
    #expect(
      try table("danh-sach-khong-trung-tuyen.xlsx", "A").map { [$0[2], $0.last] } == [
        ["Phạm Dũng", "Điểm xét 6,75 dưới điểm chuẩn 8,5 (ngoài danh sách chờ, chỉ gồm 1 em)"],
        ["Trần Đăng", "Điểm xét 8,5 bằng điểm chuẩn, xếp sau theo tiêu chí phụ"],
        ["=Hồ Em", "Thiếu kết quả học tập hoặc điểm dùng để xét"],
      ])
  }

  @Test func theLineIsInItsOrder() throws {
    var sample = SampleRound()
    sample.tables.programs[0].reserve = nil
    #expect(
      try table("danh-sach-cho-xet-bo-sung.xlsx", "A", sample).map { [$0[0], $0[2], $0[7]] } == [
        ["1", "Võ Thị Chi", "1"], ["2", "Phạm Dũng", "2"],
      ])
  }

  @Test func whatNothingSaysIsLeftOut() throws {
    var sample = SampleRound()
    sample.tables.layers[.scoring] = nil
    let header = try #require(
      try sample.files().sheets("danh-sach-trung-tuyen.xlsx", for: "A")[0].rows.first { $0[0] == "STT" })
    #expect(!header.contains("Điểm xét"))
    let summary = try sample.files().sheets("tong-hop.xlsx", for: "so")[0].rows
    #expect(!summary.joined().contains { $0.hasPrefix("Điểm chuẩn NV") })
  }

  @Test func theDepartmentStandsAboveItsSchoolsEvenIfItDoesNotListItself() throws {
    var sample = SampleRound()
    sample.tables.units["so"] = nil
    let rows = try sample.files().sheets("danh-sach-trung-tuyen.xlsx", for: "A")[0].rows
    #expect(rows[0].first == "SỞ GIÁO DỤC VÀ ĐÀO TẠO")
  }

  @Test func anEmptyListSaysThatThereIsNobody() throws {
    var sample = SampleRound()
    for index in sample.tables.programs.indices { sample.tables.programs[index].reserve = 0 }
    let rows = try sample.files().sheets("danh-sach-cho-xet-bo-sung.xlsx", for: "A")[0].rows
    #expect(rows.contains(["Danh sách này có 0 học sinh, trong đó nữ 0 học sinh."]))
  }

  @Test func aChildWithTwoWishesIntoOneSchoolCountsOnce() throws {
    var sample = SampleRound()
    var plan = ProgramPlan(school: "A", program: "toan", quota: 1)
    plan.name = "Lớp Toán"
    sample.tables.programs.append(plan)
    sample.add(
      "DVC",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Giới tính|NV1|NV2\n080307000010|Lê Ý|01/09/2007|Nữ|A/thuong|A/toan"
    )
    let rows = try sample.files().sheets("danh-sach-dang-ky.xlsx", for: "A")[0].rows
    #expect(rows.contains(["Danh sách này có 7 học sinh, trong đó nữ 3 học sinh."]))
    #expect(rows.contains { $0.first == "8" && $0.contains("Lớp Toán") })
  }
}
