import TableSchema
import Tables
import Testing

@testable import Rounds

/// tables.md, forms: what a roster of this round must also fill.
@Suite struct FormsTests {
  private let forms = "Cột|Bắt buộc\nSĐT|có\nDân tộc|không"

  private func world() -> World {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    return world
  }

  private let roster = """
    Số định danh cá nhân|Họ và tên|Ngày sinh|Điện thoại|NV1
    \(id(1))|An Văn|02/02/2007|0912345678|A
    \(id(2))|Bình Văn|02/02/2007||A
    """

  @Test func aBlankHoldsItsRow() {
    var world = world()
    world.drop("so", "l10", forms)
    world.drop("DVC", "l10", roster)
    world.pass()
    #expect(world.codes() == ["required"])
    #expect(world.outcome()?.findings.compactMap(\.place.cell) == ["D3"])
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(1), "3:!" + id(2)])
    #expect(world.inForce(.forms, "field") == ["2:phone", "2:ethnicity"])
  }

  @Test func formsThatComeLaterAreHeldAgainstWhatWasSent() {
    var world = world()
    world.drop("DVC", "l10", roster)
    world.pass()
    #expect(world.codes().isEmpty)
    world.drop("so", "l10", forms)
    world.pass()
    #expect(world.codes(2) == ["required"])
    world.drop("so", "l10", mode: .supplement, "Cột|Bắt buộc\nĐiện thoại|không")
    world.pass()
    #expect(world.codes(2).isEmpty)
  }

  @Test func aColumnThatIsNotThereIsToldOnce() {
    var world = world()
    world.drop("so", "l10", "Cột|Bắt buộc\ngiới tính (*)|x")
    world.drop("DVC", "l10", roster)
    world.pass()
    #expect(world.codes() == ["missing-label"])
    let finding = world.outcome()?.findings.first
    #expect(finding?.facts["label"] == "Giới tính" && finding?.place.row == 1)
    #expect(world.inForce(.roster, "personalId") == ["3:!" + id(1), "3:!" + id(2)])
  }

  @Test func aColumnThatNoRosterHasIsTold() {
    var world = world()
    world.drop("so", "l10", "Cột|Bắt buộc\nDân tôk|có\nChiều cao|có\nNV1|có\nwish1|có")
    world.pass()
    #expect(world.codes() == ["foreign-key", "foreign-key", "unique-error", "unique-error"])
    #expect(world.outcome()?.findings.compactMap { $0.facts["suggestion"] } == ["Dân tộc"])
  }

  @Test func onlyTheDepartmentSaysSo() {
    var world = world()
    world.drop("S", "l10", forms)
    world.pass()
    #expect(world.codes() == ["not-allowed"])
  }
}
