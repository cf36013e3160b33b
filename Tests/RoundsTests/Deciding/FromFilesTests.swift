import Admission
import Rounds
import TableSchema
import Tables
import Testing

/// A round from its files: what stands in force is what is decided.
@Suite struct FromFilesTests {
  private func world() -> World {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(
      "so", "l10", file: "thiet-lap.xlsx",
      """
      Cột điểm|Hệ số|Bảng quy đổi
      Học lực 9 + HK lớp 9|1|HB
      ĐTB Toán 9|0,5|
      """,
      """
      Tên bảng|Giá trị 1|Giá trị 2|Điểm
      HB|G|T|10
      HB|K|T|9
      """,
      """
      Thứ tự|Tiêu chí|Chiều
      1|Ngày sinh|tăng
      """,
      """
      Mã diện|Tên diện|Loại|Điểm cộng
      UT1|Con liệt sĩ|ưu tiên|2
      """)
    world.drop(
      "S", "l10", file: "9A1.xlsx",
      """
      STT|Số định danh cá nhân|Họ và tên đệm|Tên|Ngày|Tháng|Năm|Nữ|Lớp|HL9|HK9|Toán 9|Diện ưu tiên
      1|080307000001|Nguyễn Thị|Ân|1|2|2007|x|9A1|G|T|8,5|
      2|080207000002|Lê Văn|Bình|3|4|2007||9A1|K|T|9|Con liệt sĩ
      3|080207000003|Trần|Chi|5|6|2007||9A1|Y|T|9|
      """)
    world.drop(
      "DVC", "l10", file: "cong.csv",
      """
      Số ĐDCN|Mã hồ sơ|Họ và tên|Ngày sinh|NV1|NV2
      080307000001|HS1|Nguyễn Thị Ân|01/02/2007|THPT An Bình|B
      080207000002|HS2|Lê Văn Bình|03/04/2007|A|
      080207000009|HS9|Võ Dung|03/04/2007|B|
      """)
    world.pass()
    return world
  }

  @Test func filesOfSeveralSendersBecomeOneDecision() throws {
    let tables = try #require(world().round())
    guard case .decided(let round) = decide(tables, schemas: shippedSchemas) else {
      Issue.record("not decided: \(decide(tables, schemas: shippedSchemas).findings)")
      return
    }
    #expect(round.cohort.count == 3)
    #expect((0..<3).map(round.cohort.names.fullName) == ["Lê Văn Bình", "Võ Dung", "Nguyễn Thị Ân"])
    #expect(round.cohort.names.parts(2).given == "Ân")
    #expect(round.cohort.text("birthDate", of: 2) == "01/02/2007")
    #expect(round.cohort.text("sourceSchool", of: 2) == "S")
    #expect((0..<3).filter(round.femaleTest) == [2])
    #expect(round.places == ["A", "ineligible", "A"])
    #expect(round.reason(of: 1) == .missingMark)
    let scores = [0, 2].map { Exact(raw: round.outcome.score[round.input.wishes(of: $0).lowerBound]).text }
    #expect(scores == ["15.5", "14.25"])
    #expect(round.cohort.unknownToSource == [1])
    #expect(round.cohort.recordsOnly.map { round.cohort.names.fullName(at: $0) } == ["Trần Chi"])
    #expect(round.checks.count == Property.allCases.count)
  }
}
