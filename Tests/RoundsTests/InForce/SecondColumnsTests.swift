import TableSchema
import Tables
import Testing

@testable import Rounds

@Suite struct SecondColumnsTests {
  @Test func aCodeAndItsNameAreOne() {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(
      "so", "l10", mode: .supplement, file: "p.xlsx",
      "Mã trường|Tên trường|Chỉ tiêu\nA|THPT An Bình|7\nB|Trường THPT An Bình|8")
    world.pass()
    #expect(world.codes() == ["duplicate-label"])
    #expect(world.outcome()?.findings.first { $0.code == .duplicateLabel }?.place.cell == "B3")
    #expect(world.inForce(.programs, "quota").suffix(2) == ["2:7", "2:!8"])
  }

  @Test func wishesTwiceAreOneWhereTheyMeanTheSameProgram() {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(
      "DVC", "l10",
      """
      SBD|Họ và tên|Ngày sinh|NV1|Nguyện vọng 1|Trường|Mã trường cuối cấp
      1|An Văn|02/02/2007|A|Trường THPT An Bình/Lớp thường|THCS Sao Mai|S
      2|Bình Văn|02/02/2007|A/chuyen-toan|THPT An Bình|Ngoài tỉnh|Ngoài  Tỉnh
      3|Chi Văn|02/02/2007|B||Ngoài tỉnh|T
      """)
    world.pass()
    let wrong = world.outcome()?.findings.filter { $0.code == .duplicateLabel }.map { $0.place.cell ?? "" }
    #expect(wrong == ["E3", "G4"])
    #expect(world.inForce(.roster, "wish1") == ["2:A/thuong", "2:!A/chuyen-toan", "2:!B/thuong"])
  }
}
