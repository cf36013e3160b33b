import TableSchema
import Tables
import Testing

@testable import Rounds

@Suite struct RoundOfFileTests {
  @Test func aRoundsTableWithoutRowsIsToldThatItHasNone() {
    var world = World()
    world.drop("so", file: "setup.xlsx", Setup.rounds())
    world.pass()
    #expect(world.codes() == ["no-rows"])
    #expect(world.outcome()?.result == .taken)
  }

  /// Two rounds with the same units; `S` and `T` admit into grade 6.
  private func world() -> World {
    var world = Setup.world()
    world.drop(
      "so", file: "l6.xlsx", Setup.rounds(Setup.l6), Setup.units, "Mã trường|Chỉ tiêu\nS|10\nT|10")
    world.pass()
    return world
  }

  @Test func aWorkbookThatDeclaresOneRoundIsForIt() {
    let world = world()
    #expect(world.outcome()?.rounds == ["l6"])
    #expect(world.round("l6")?.programs.map(\.path) == ["S/thuong", "T/thuong"])
    #expect(world.round("l10")?.programs.count == 3)
  }

  @Test func theFolderMatchesFolded() {
    var world = world()
    world.drop("DVC", "L10 ", roster(child(1)))
    world.pass()
    #expect(world.outcome()?.rounds == ["l10"])
  }

  @Test func theColumnTellsRowByRow() {
    var world = world()
    world.history.settings.maxBadShare = 0.5
    world.drop(
      "DVC", nil,
      "Mã đợt|Số định danh cá nhân|Họ và tên|Ngày sinh|NV1\nl10|\(id(1))|An Văn|02/02/2007|A\nL6|\(id(2))|Bình Văn|02/02/2011|S\n|\(id(3))|Chi Văn|02/02/2011|S"
    )
    world.pass()
    #expect(world.outcome()?.rounds == ["l10", "l6"])
    #expect(world.inForce(.roster, "wish1") == ["3:A/thuong"])
    #expect(world.inForce(.roster, "wish1", round: "l6") == ["3:S/thuong"])
    #expect(world.codes() == ["required"])
  }

  @Test func aFolderThatDiffersIsAnErrorOnTheRow() {
    var world = world()
    world.history.settings.maxBadShare = 0.5
    world.drop(
      "DVC", "l10",
      "Mã đợt|Số định danh cá nhân|Họ và tên|Ngày sinh|NV1\nl10|\(id(1))|An Văn|02/02/2007|A\nl6|\(id(2))|Bình Văn|02/02/2007|A"
    )
    world.pass()
    #expect(world.codes() == ["round-differs"])
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(1), "3:!" + id(2)])
  }

  @Test func wishesAndYearsTellTheRound() {
    var world = world()
    world.drop("DVC", nil, file: "a.xlsx", roster(child(1, ""), child(2, "")))
    world.drop(
      "S", nil, file: "b.xlsx", "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp\n\(id(3))|An Văn|02/02/2007|9A")
    world.drop(
      "S", nil, file: "c.xlsx",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp\n\(id(4))|Bình Văn|02/02/2011|5A")
    world.pass()
    #expect([3, 4, 5].map { world.outcome($0)?.rounds } == [["l10"], ["l10"], ["l6"]])
  }

  @Test func severalThatFitAreNamedAndAFolderSettlesIt() {
    var world = world()
    world.drop("so", nil, file: "c.xlsx", "Mã diện|Tên diện|Loại\nX|Diện X|ưu tiên")
    world.pass()
    #expect(world.outcome()?.result == .pending)
    #expect(world.outcome()?.findings.first?.facts["candidates"] == "l10; l6")
    world.drop("so", "l6", file: "c.xlsx", "Mã diện|Tên diện|Loại\nX|Diện X|ưu tiên")
    world.pass()
    #expect(world.inForce(.priorities, "code", round: "l6") == ["4:X"])
  }

  @Test func onceToldItStays() {
    var world = Setup.world()
    world.drop("so", nil, file: "c.xlsx", "Mã diện|Tên diện|Loại\nX|Diện X|ưu tiên")
    world.pass()
    #expect(world.outcome()?.rounds == ["l10"])
    world.drop("so", file: "l6.xlsx", Setup.rounds(Setup.l6), Setup.units)
    world.pass()
    #expect(world.outcome(2)?.rounds == ["l10"])
  }

  /// Beside rounds whose rows are all held the other sheets wait for these, and are at no fault of their own.
  @Test func besideRoundsThatDoNotStandTheOtherSheetsWait() {
    var world = World()
    let rows = ["l10", "l6"].map { "\($0)|Lớp|2022-2023|THPT|01/07/2022|20/07/2022|99|đồng thời|Lấy cả nhóm" }
    world.drop("so", file: "setup.xlsx", Setup.rounds(rows[0], rows[1]), Setup.units)
    world.pass()
    let told = world.outcome()?.findings.filter { $0.place.sheet == "Sheet2" } ?? []
    #expect(told.map(\.code) == [.unknownRound] && told.first?.facts["declared"] != nil)
  }
}
