import Foundation
import Sheets
import Tables
import Testing

/// contract.md 5: `Outbox/<unit>/VIEC-CAN-LAM.xlsx`.
@Suite struct SendingTaskTests {
  private func texts(_ season: Season, _ unit: String) throws -> [String] {
    try season.workdir.texts(ofBook: "Outbox/\(unit)/VIEC-CAN-LAM.xlsx")
  }

  /// Another one where the file was written anew.
  private func number(_ season: Season, _ unit: String) throws -> String {
    let path = season.workdir.path("Outbox/\(unit)/VIEC-CAN-LAM.xlsx").path
    let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
    return "\(number ?? "")"
  }

  @Test func itSaysWhatIsOwedWhatIsWrongAndWhereTheListsAre() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    #expect(try texts(season, "thcs-a").contains { $0.hasPrefix("Nộp danh sách học sinh") })
    #expect(try texts(season, "thcs-a").contains("31/12/2099"))
    #expect(try texts(season, "thcs-a").contains("Outbox/thcs-a/lop10/bieu-mau/01-danh-sach-hoc-sinh.xlsx"))
    #expect(try texts(season, "thpt-x").contains("1. Không còn việc gì phải nộp."))
    // Only its own schools, by name.
    let missing = try #require(try texts(season, "pgd").first { $0.contains("trường chưa nộp") })
    #expect(missing.contains("Trường THCS An Bình") && missing.contains("Trường THCS Bình Minh"))

    var rows = Season.children(1...10)
    rows[3][7] = "thpt-q"
    try season.roster("thcs-a/ds.csv", rows)
    try season.pass(1)
    let own = try texts(season, "thcs-a")
    #expect(!own.contains { $0.hasPrefix("Nộp danh sách học sinh") })
    // Rounds are called by their names everywhere.
    #expect(own.contains("Tuyển sinh lớp 10") && !own.contains("lop10"))
    #expect(own.contains("ds.csv") && own.contains("nhận một phần; 1 chỗ phải sửa"))
    #expect(own.contains("Outbox/thcs-a/bien-nhan/000002-ds-nhan-mot-phan.xlsx"))
    // Nobody else is told of it.
    for unit in ["thcs-b", "thpt-x", "pgd"] { #expect(try !texts(season, unit).contains("ds.csv")) }
    #expect(try texts(season, "so").contains { $0.hasPrefix("Outbox/so/lop10/du-kien-") })

    // Nothing new: the same file.
    let before = try number(season, "thcs-a")
    try season.pass()
    #expect(try number(season, "thcs-a") == before)

    try season.roster("thcs-a/ds.csv", Season.children(1...10))
    try season.pass()
    #expect(try texts(season, "thcs-a").contains("2. Không có tệp nào phải sửa."))
    _ = try season.workdir.run("finalize", "lop10")
    let admitting = try texts(season, "thpt-x")
    for place in [
      "chinh-thuc-01", "chinh-thuc-01/xac-nhan-nhap-hoc.xlsx", "bieu-mau/02-xet-tuyen-xep-lop.xlsx",
    ] {
      let path = "Outbox/thpt-x/lop10/" + place
      #expect(admitting.contains(path), "\(path) \(admitting)")
      #expect(FileManager.default.fileExists(atPath: season.workdir.path(path).path))
    }
  }

  /// Whoever reviews documents is told when the round is closed, until it has.
  @Test func aSchoolIsToldThatDocumentsAreToBeReviewed() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    try season.drop(
      "so/lop10/bo-sung/ct.csv", [Season.programHeader + ["Yêu cầu duyệt hồ sơ"], ["thpt-x", "", "2", "có"]])
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    try season.pass()
    let held = try texts(season, "so").filter { $0.contains("học sinh") }
    #expect(held.contains { $0.hasPrefix("3 học sinh có chỗ nhưng hồ sơ chưa duyệt") }, "\(held)")
    #expect(try texts(season, "thpt-x").contains("1. Không còn việc gì phải nộp."))
    try season.drop("so/lop10/khoa.csv", [["Thao tác", "Lý do"], ["khóa nhận hồ sơ", "Hết hạn"]])
    try season.pass()
    let owed = try texts(season, "thpt-x")
    #expect(owed.contains { $0.hasPrefix("Duyệt hồ sơ") }, "\(owed)")
    let place = try #require(owed.first { $0.hasSuffix("/ho-so-can-duyet.xlsx") })
    #expect(FileManager.default.fileExists(atPath: season.workdir.path(place).path))
    #expect(try texts(season, "thpt-y").contains("1. Không còn việc gì phải nộp."))
  }

  /// While the seats are in error who names them has nothing to mend; the one cell is told where it can be mended.
  @Test func whoWaitsForSeatsHasNothingToCorrect() throws {
    let season = try Season(programs: [["thpt-x", "", "mười"], ["thpt-y", "", "2"]])
    defer { season.workdir.remove() }
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    try season.pass(1)
    let waiting = "chưa dùng hết: chờ khai báo của đợt, không phải sửa gì"
    let school = try texts(season, "thcs-a")
    #expect(school.contains("ds.csv") && school.contains(waiting), "\(school)")
    #expect(!school.contains { $0.contains("chỗ phải sửa") }, "\(school)")
    let department = try texts(season, "so")
    #expect(department.contains("nhận một phần; 1 chỗ phải sửa"), "\(department)")
    #expect(department.contains { $0.hasPrefix("Sửa 1 lỗi trong khai báo đợt") }, "\(department)")
    let refused = try season.workdir.run("finalize", "lop10")
    #expect(refused.status == 1 && refused.errors.split(separator: "\n").count == 1, "\(refused)")
    try season.drop(
      "so/lop10/ct.csv", [Season.programHeader, ["thpt-x", "", "2"], ["thpt-y", "", "2"]])
    try season.pass()
    #expect(try texts(season, "thcs-a").contains("2. Không có tệp nào phải sửa."))
  }

  /// Setup that names what nobody declares: the department is told to declare it, and not both to correct the file
  /// and to leave it.
  @Test func whatTheDepartmentHasStillToDeclareIsAsked() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.drop(
      "so/lop10/diem.csv", [["Cột điểm", "Hệ số", "Bảng quy đổi"], ["ĐTB 9", "1", "khong-co"]])
    try season.pass(1)
    let department = try texts(season, "so")
    #expect(department.contains { $0.hasPrefix("Gửi bảng khai báo còn thiếu: 1 ô") }, "\(department)")
    #expect(
      department.contains { $0.hasPrefix("chưa dùng hết: chờ bảng khai báo còn thiếu") }, "\(department)")
    #expect(
      !department.contains { $0.hasPrefix("Sửa ") || $0.contains("không phải sửa gì") }, "\(department)")
  }

  /// A file that could not be read is told of until one of its name can.
  @Test func anUnreadableFileIsToldOfUntilItComesAgain() throws {
    let season = try Season()
    defer { season.workdir.remove() }
    try season.pass()
    try season.workdir.drop("thcs-a/ds.csv", Array("%PDF-1.4\n%%EOF\n".utf8))
    try season.pass(1)
    #expect(try texts(season, "thcs-a").contains { $0.hasPrefix("bị từ chối") })
    try season.roster("thcs-a/ds.csv", Season.children(1...3))
    try season.pass()
    #expect(try texts(season, "thcs-a").contains("2. Không có tệp nào phải sửa."))
  }
}
