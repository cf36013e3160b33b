import Rounds
import Tables
import Testing
import Wording

@testable import Exports

@Suite struct SourceSchoolFilesTests {
  @Test func leaversStandByClassWithWhatBecameOfThem() throws {
    let sheets = try SampleRound().files().sheets("ket-qua-hoc-sinh.xlsx", for: "S")
    #expect(sheets.map(\.name) == ["9A1", "9A2", "9A10"])
    let tables = sheets.map { sheet in sheet.rows.filter { Int($0[0]) != nil } }
    #expect(
      tables[0].map { Array($0.dropFirst(2)) } == [
        ["Nguyễn Thị Ân", "01/02/2007", "Nữ", "Trúng tuyển", "Trường THPT Tân Trụ", "NV1", "9.25"],
        [
          "Võ Thị Chi", "07/08/2007", "Nữ", "Chờ xét bổ sung",
          "NV1: Điểm xét 7 dưới điểm chuẩn 8,5\nNV2: Điểm xét 7 dưới điểm chuẩn 8,5",
        ],
        ["Bùi Phong", "12/12/2007", "Nam", "Chưa đăng ký"],
      ])
    #expect(sheets[0].rows.contains(["Danh sách này có 3 học sinh, trong đó nữ 2 học sinh."]))
  }

  @Test func whoHasNotAppliedAndWhomNobodyKnows() throws {
    var sample = SampleRound()
    sample.tables.state = .open
    for unit in ["S", "so"] {
      let sheets = try sample.files(official: false).sheets("chua-dang-ky.xlsx", for: unit)
      #expect(sheets.map(\.name) == ["Chưa đăng ký", "Không có ở trường cuối cấp"])
      let names = sheets.map { sheet in sheet.rows.filter { Int($0[0]) != nil }.map { $0[2] } }
      #expect(names == [["Bùi Phong"], ["Đỗ Giang"]])
      // Those who did apply do not stand under a title that says they did not.
      #expect(sheets.map { $0.rows.contains(["DANH SÁCH HỌC SINH CHƯA ĐĂNG KÝ DỰ TUYỂN"]) } == [true, false])
    }
  }

  @Test func theSummaryCountsEachProgram() throws {
    let rows = try SampleRound().files().sheets("tong-hop.xlsx", for: "so")[0].rows
    #expect(
      rows.filter { Int($0[0]) != nil } == [
        ["1", "Trường THPT Tân Trụ", "Lớp thường", "2", "6", "2", "1", "0", "1", "2", "1", "0", "8.5"],
        ["2", "Trường THPT Thủ Thừa", "Lớp thường", "1", "6", "1", "0", "0", "1", "3", "1", "0", "8.5"],
      ])
    #expect(
      rows.contains([
        "Toàn đợt có 7 học sinh đăng ký, 3 chỉ tiêu: 3 trúng tuyển, 1 chờ xét bổ sung, 1 không trúng tuyển, "
          + "2 không đủ điều kiện, 0 đang giữ lại."
      ]))
  }

  @Test func listsSpeakEnglishToo() throws {
    let rows = try SampleRound().files(language: .en).sheets("danh-sach-khong-trung-tuyen.xlsx", for: "A")[0]
      .rows
    #expect(
      rows.contains {
        $0.last == "The score 6.75 is below the cut-off 8.5 (not on the waiting list, which is of 1)"
      })
    #expect(rows.contains(["This list has 3 children, 0 of them girls."]))
  }
}
