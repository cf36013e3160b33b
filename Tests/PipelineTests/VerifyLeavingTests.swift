import Audit
import Foundation
import Pipeline
import Testing

/// `verify` of official results after somebody has left, or was kept under rules that have changed since.
@Suite struct VerifyLeavingTests {
  private let columns = "Mã hồ sơ,Họ và tên,Ngày sinh,ĐTB 9,NV1,NV2,NV3"

  /// A round of these applications, `A1,9,S1,,`, decided and finalized.
  private func finalized(
    header: String = "Mã trường,Chỉ tiêu", seats: [String], _ applications: [String]
  ) throws -> Season {
    let season = try Season()
    try season.drop(
      "so/r1/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò", "S1,THPT Một,Trường", "S2,THPT Hai,Trường",
      "S3,THPT Ba,Trường", "cong,Cổng,Cổng dịch vụ công")
    try declare(wishes: 3, in: season)
    try season.drop("so/r1/chi-tieu.csv", ([header] + seats).joined(separator: "\r\n"))
    try season.drop("so/r1/cach-tinh.csv", "Cột điểm,Hệ số", "ĐTB 9,1")
    try season.drop(
      "cong/r1/ho-so.csv",
      ([columns] + applications.map { $0.replacing(",", with: ",Lê Thị An,01/02/2011,", maxReplacements: 1) })
        .joined(separator: "\r\n"))
    try order("chot", "chốt,có", in: season)
    return season
  }

  private func declare(wishes: Int, in season: Season) throws {
    try season.drop(
      "so/r1/dot.csv", "Mã đợt,Tên đợt,Năm học,Cấp học,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm",
      "r1,Đợt,2026-2027,THPT,01/06/2020,31/12/2099,\(wishes),đồng thời,Không lấy cả nhóm")
  }

  private func order(_ name: String, _ row: String, in season: Season) throws {
    try season.drop("so/r1/\(name).csv", "Thao tác,Chấp nhận còn hồ sơ giữ lại", row)
    try season.pass()
  }

  private func faults(_ path: String, in season: Season) throws -> [Fault] {
    try View(season.workspace).verify(path).report.faults
  }

  /// Nobody was ever turned away: who refuses, or does not confirm, makes no cut-off.
  @Test func whoHasLeftMakesNoCutOff() throws {
    let season = try finalized(
      seats: ["S1,5", "S2,2"], ["A1,9,S1,,", "A2,8,S1,S2,", "A3,7,S1,,", "A4,9,S2,,"])
    try season.drop(
      "S1/r1/xac-nhan.csv", "Mã hồ sơ,Mã trường,Trạng thái", "A1,S1,đã xác nhận", "A2,S1,từ chối")
    try order("bo-sung", "xét bổ sung,", in: season)
    let folder = "Outbox/so/r1/chinh-thuc-02"
    var copy = try SpoiltFolder(season, copyOf: folder)
    let children = copy.tables["ket-qua.csv"] ?? []
    #expect(children.map { $0["status"] } == ["admitted", "not-admitted", "not-admitted", "admitted"])
    let rows = copy.tables["diem-chuan.csv"] ?? []
    #expect(rows.count > 2 && rows.allSatisfy { $0["cutoff"] == "" }, "\(rows)")
    #expect(rows.first.map { [$0["applicants"], $0["admitted"]] } == ["3", "1"])
    #expect(try faults(season.path + "/" + folder, in: season) == [])
    // As it would be told if they counted as turned away.
    #expect(copy.change("diem-chuan.csv", where: { $0["last"] == "/9" }) { $0["cutoff"] = "9" })
    try copy.write()
    #expect(try faults(copy.path, in: season).contains { $0.property == .cutoffTable })
  }

  /// Who declines its place declines all programs of the school, and the folder alone shows where that is not told.
  @Test func whoDeclinesASchoolDeclinesAllOfIt() throws {
    let season = try finalized(
      header: "Mã trường,Mã chương trình,Chỉ tiêu", seats: ["S1,,1", "S1,b,1", "S2,,1"],
      ["A1,9,S1,S1/b,S2", "A2,8,S1,S1/b,", "A3,7,S1,S1/b,"])
    try season.drop("S1/r1/xac-nhan.csv", "Mã hồ sơ,Mã trường,Trạng thái", "A1,S1,không đến")
    try order("bo-sung", "xét bổ sung,", in: season)
    let folder = "Outbox/so/r1/chinh-thuc-02"
    var copy = try SpoiltFolder(season, copyOf: folder)
    let told = (copy.tables["giai-trinh.csv"] ?? []).prefix(3).map { [$0["verdict"], $0["declined"]] }
    #expect(told == [["school-declined", "absent"], ["school-declined", "absent"], ["eligible", ""]])
    #expect(try faults(season.path + "/" + folder, in: season) == [])
    let isSpoilt = copy.change("giai-trinh.csv", where: { $0["program"] == "b" }) {
      ($0["verdict"], $0["declined"]) = ("eligible", "")
    }
    #expect(isSpoilt)
    try copy.write()
    #expect(try faults(copy.path, in: season).contains { $0.property == .people })
  }

  /// A kept child stays at its third wish, though two are taken since.
  @Test func aKeptPlaceMayBeBeyondTheWishesDeclaredSince() throws {
    let season = try finalized(
      seats: ["S1,1", "S2,1", "S3,1"],
      ["A1,9,S1,,", "A2,8,S1,S2,S3", "A3,9,S2,,"] + (100...150).map { "B\($0),5,S1,," })
    try order("mo-lai", "mở lại,", in: season)
    try declare(wishes: 2, in: season)
    try order("chot-lai", "chốt,có", in: season)
    let folder = "Outbox/so/r1/chinh-thuc-02"
    let kept = try SpoiltFolder(season, copyOf: folder).tables["ket-qua.csv"]?[1]
    #expect(kept?["school"] == "S3" && kept?["wish"] == "3", "\(kept ?? [:])")
    #expect(try faults(season.path + "/" + folder, in: season) == [])
  }
}
