import Tables
import Testing

@testable import Rounds

/// What reservations, documents and decisions name.
@Suite struct CategoriesTests {
  private func reservations(_ rows: String...) -> World {
    var world = Setup.world()
    world.drop("so", "l10", file: "p.xlsx", "Mã diện|Tên diện|Loại|Điểm cộng\nUT1|Con liệt sĩ|ưu tiên|2")
    world.pass()
    world.drop(
      "so", "l10", file: "r.xlsx",
      (["Mã trường|Mã chương trình|Loại đối tượng|Giá trị|Số chỗ|Loại"] + rows).joined(separator: "\n"))
    world.pass()
    return world
  }

  @Test func theValueIsReadAsItsCategorySays() {
    let world = reservations(
      "A||Diện|Con liệt sĩ|2|dành riêng", "A|chuyen-toan|Tuyến|02|1|dành riêng",
      "B||Trường cuối cấp|THCS Sao Mai|3|dành riêng")
    #expect(world.codes() == ["name-for-code", "name-for-code"])
    #expect(world.inForce(.reservations, "value") == ["3:UT1", "3:2", "3:S"])
    #expect(world.inForce(.reservations, "program") == ["3:thuong", "3:chuyen-toan", "3:thuong"])
  }

  @Test func aValueThatNamesNothingHoldsItsRowAndStopsTheRound() {
    let world = reservations(
      "A||Diện|UT9|2|dành riêng", "A||Tuyến|gần|1|dành riêng", "A||Trường cuối cấp|THCS Sao|3|dành riêng",
      "B||Tuyến|1|1|dành riêng", "B||Tuyến|2|1|dành riêng", "B||Tuyến|3|1|dành riêng",
      "B||Tuyến|4|1|dành riêng",
      "B||Tuyến|5|1|dành riêng", "B||Tuyến|6|1|dành riêng", "B||Tuyến|7|1|dành riêng",
      "B||Tuyến|8|1|dành riêng", "B||Tuyến|9|1|dành riêng", "B||Tuyến|10|1|dành riêng",
      "B||Tuyến|11|1|dành riêng", "B||Tuyến|12|1|dành riêng")
    #expect(world.codes() == ["foreign-key", "foreign-key", "type-error"])
    let stops = world.round()?.setupFindings.filter { $0.finding.severity == .error } ?? []
    #expect(stops.map(\.finding.place.row) == [2, 3, 4])
    #expect(stops.allSatisfy { $0.file == "r.xlsx" && $0.finding.place.label == "Giá trị" })
  }

  @Test func aSchoolsDocumentsAreItsOwn() {
    var world = Setup.world()
    let header = "Mã hồ sơ đính kèm|Tên hồ sơ|Bắt buộc|Mã trường"
    world.drop("A", "l10", file: "a.xlsx", header + "\nHB|Học bạ|trước xét tuyển|\nGKS|Khai sinh|không|A")
    world.drop("PGD", "l10", file: "p.xlsx", header + "\nHB|Học bạ|không|")
    world.pass()
    #expect(world.inForce(.documents, "school") == ["2:A", "2:A"])
    #expect(world.codes(3).contains("required"))
    world.drop(
      "A", "l10", file: "d.xlsx",
      "Số định danh cá nhân|Mã trường|Kết quả|Hồ sơ thiếu\n\(id(1))|A|Thiếu|Học bạ; GKS\n\(id(2))|A|Đạt|")
    world.pass()
    #expect(world.inForce(.decisions, "missing") == ["4:HB;GKS", "4:"])
    // Who lacks something and does not say what lacks nothing: the row is taken, and its sender told.
    world.drop(
      "A", "l10", file: "d2.xlsx",
      "Số định danh cá nhân|Mã trường|Kết quả|Hồ sơ thiếu\n\(id(1))|A|Thiếu|\n\(id(3))|A|Đạt|\n\(id(4))|A|Đạt|\n\(id(5))|A|Đạt|\n\(id(6))|A|Đạt|\n\(id(7))|A|Đạt|"
    )
    world.pass()
    #expect(world.codes() == ["expected-value"])
    #expect(world.inForce(.decisions, "missing") == ["4:", "5:", "5:", "5:", "5:", "5:", "5:"])
  }
}
