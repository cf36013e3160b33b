import Admission
import Tables
import Testing

@testable import Rounds

/// One child with its id in one file and without in another is told to both.
@Suite struct AlikeChildrenTests {
  private func told(_ world: World) -> [String] {
    guard let tables = world.round() else { return [] }
    return Gathering(tables).findings.filter { $0.finding.code == .alikeWithoutId }.map { located in
      let facts = located.finding.facts
      let other = [facts["unit"], facts["file"], facts["sheet"], facts["otherRow"]].compactMap { $0 }
      return "\(located.seq) \(located.finding.place.cell ?? "") \(other.joined(separator: " "))"
    }.sorted()
  }

  private let portal = "Mã hồ sơ|Họ và tên|Ngày sinh|Giới tính|NV1\n"

  @Test func betweenTwoUnits() {
    var world = Setup.world()
    world.drop("S", "l10", file: "s.xlsx", roster(child(1), child(2), child(3)))
    // Another spelling, another birth date, a child of its own.
    world.drop(
      "DVC", "l10", file: "d.xlsx",
      portal
        + "HS1|nguyen văn  1|02/03/2007|Nam|A\nHS2|Nguyễn Văn 2|04/03/2007|Nam|A\nHS4|Lê An|02/03/2007|Nữ|A")
    world.pass()
    #expect(told(world) == ["2 B2 DVC 2", "3 B2 S 2"])
    // Nobody is held, and both compete: nothing proves that they are one.
    #expect(world.round().map { Gathering($0).standings.allSatisfy { $0.state == .competes } } == true)
  }

  @Test func betweenTwoFilesOfOneSender() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1)))
    world.drop("S", "l10", file: "9A2.xlsx", roster("|Nguyễn Văn 1|02/03/2007|9A2||A"))
    world.pass()
    #expect(told(world) == ["2 B2 9A2.xlsx Sheet1 2", "3 B2 9A1.xlsx Sheet1 2"])
  }

  @Test func otherIdsAndGendersAreOtherChildren() {
    var world = Setup.world()
    let header = "Số định danh cá nhân|Mã định danh Bộ GD&ĐT|Họ và tên|Ngày sinh|Giới tính|Lớp|NV1\n"
    world.drop(
      "S", "l10", file: "s.xlsx",
      header + "\(id(1))||Lê An|02/03/2007|Nam|9A1|A\n\(id(2))|1234567890|Lê Bình|02/03/2007|Nam|9A1|A")
    world.drop(
      "T", "l10", file: "t.xlsx",
      header + "\(id(3))||Lê An|02/03/2007|Nam|9A1|A\n|1234567891|Lê Bình|02/03/2007|Nam|9A1|A\n"
        + "|1234567892|Lê An|02/03/2007|Nữ|9A1|A")
    world.pass()
    #expect(told(world) == [])
  }
}
