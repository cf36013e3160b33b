import TableSchema
import Tables
import Testing

@testable import Rounds

@Suite struct SetupInForceTests {
  @Test func anExportProfileThatThereIsNotIsNamed() {
    var world = Setup.world()
    let units = "Mã đơn vị|Tên đơn vị|Vai trò|Phần mềm quản lý\nA|An|Trường|qldg\nB|Bình|Trường|qlgd"
    world.drop("so", "l10", file: "units.xlsx", units)
    world.pass()
    #expect(world.codes() == [], "nobody has said what profiles there are")
    world.history.profiles = ["qlgd", "khac"]
    world.pass()
    #expect(world.codes() == ["unknown-profile"])
    let finding = world.outcome()?.findings.first { $0.code == .unknownProfile }
    #expect(finding?.severity == .note && finding?.value == "qldg")
    #expect(finding?.facts["suggestion"] == "qlgd" && finding?.facts["known"] == "khac; qlgd")
  }

  @Test func aWorkbookOfSetupMakesARound() throws {
    let world = Setup.world()
    #expect(world.outcome()?.result == .taken)
    #expect(world.outcome()?.findings.filter { $0.severity == .error } == [])
    let round = try #require(world.round())
    #expect(round.round.wishes == 2)
    #expect(round.round.method == .simultaneous)
    #expect(round.units.keys.sorted() == ["A", "B", "DVC", "PGD", "S", "T"])
    #expect(round.units["S"]?.parent == "PGD")
    #expect(round.programs.map(\.path) == ["A/chuyen-toan", "A/thuong", "B/thuong"])
    #expect(round.setupFindings.isEmpty)
    #expect(world.last.foldersWanted.map(\.unit) == ["A", "B", "DVC", "PGD", "S", "T", "so"])
    #expect(world.last.foldersWanted.allSatisfy { $0.rounds == ["l10"] })
  }

  @Test func aTableMayComeBeforeWhatItNames() {
    var world = World()
    world.drop("so", "l10", file: "programs.xlsx", Setup.programs)
    world.pass()
    #expect(world.outcome(1)?.result == .pending)
    #expect(world.codes(1) == ["unknown-round"])
    world.drop("so", file: "rounds.xlsx", Setup.rounds(Setup.l10))
    world.pass()
    #expect(world.outcome(1)?.result == .refused, "no school is known yet")
    #expect(world.outcome(1)?.inForce == true)
    world.drop("so", "l10", file: "units.xlsx", Setup.units)
    world.pass()
    #expect(world.outcome(1)?.result == .taken)
    #expect(world.round()?.programs.count == 3)
  }

  @Test func aHeldRowOfSetupStopsTheRound() throws {
    var world = Setup.world()
    let rows = (1...6).map { "B|p\($0)||10" }.joined(separator: "\n")
    world.drop("so", "l10", file: "programs.xlsx", Setup.programs + "\n" + rows + "\nNowhere|||10")
    world.pass()
    #expect(world.outcome()?.result == .partly)
    let stops = try #require(world.round()?.setupFindings.filter { $0.finding.severity == .error })
    #expect(stops.map(\.file) == ["programs.xlsx"])
    #expect(stops.map(\.seq) == world.history.arrivals.suffix(1).map(\.seq))
    #expect(stops.map(\.finding.place.cell) == ["A11"])
    #expect(stops.map(\.finding.code) == [.foreignKey])
  }

  @Test func twoRowsForOneKeyAreSeenThroughNames() {
    var world = Setup.world()
    let rows = (1...9).map { "B|p\($0)||10" }.joined(separator: "\n")
    world.drop("so", "l10", file: "p.xlsx", Setup.programs + "\n" + rows + "\nTHPT Bình Minh|||10")
    world.pass()
    #expect(world.codes().contains("unique-error"))
    #expect(world.outcome()?.tables.first?.held == 2)
  }

  @Test func aTableWithTooManyErrorsIsRefusedAndTheOlderStands() {
    var world = Setup.world()
    world.drop("so", "l10", file: "p.xlsx", "Mã trường|Chỉ tiêu\nA|10\nX|10")
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.codes().contains("too-many-errors"))
    #expect(world.round()?.programs.count == 3)
  }

  @Test func namesServeForCodesAndAreRepairs() {
    var world = Setup.world()
    world.drop(
      "so", "l10", mode: .supplement, file: "p.xlsx", "Mã trường|Mã chương trình|Chỉ tiêu\nthpt binh minh|x|3"
    )
    world.pass()
    #expect(world.codes() == ["name-for-code"])
    #expect(world.round()?.programs.map(\.path).last == "B/x")
  }

  @Test func aRoundsTableNeverRemovesARound() {
    var world = Setup.world()
    world.drop("so", file: "r.xlsx", Setup.rounds(Setup.l6))
    world.pass()
    #expect(world.last.rounds.map(\.round.code) == ["l10", "l6"])
  }

  @Test func theFirstSeedStandsUntilReopened() throws {
    var world = World()
    func rounds(_ seed: String) -> String {
      Setup.rounds("l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|đồng thời|Bốc thăm|\(seed)|khoa")
    }
    world.drop("so", file: "r.xlsx", rounds("111"), Setup.units)
    world.pass()
    #expect(world.codes() == [])
    #expect(world.round()?.round.seed == "111")
    world.drop("so", file: "r.xlsx", rounds("222"))
    world.pass()
    #expect(world.round()?.round.seed == "111")
    let late = try #require(world.round()?.setupFindings)
    #expect(late.map(\.finding.code) == [.orderRefused])
    #expect(late.map(\.seq) == world.history.arrivals.suffix(1).map(\.seq), "its sender is told")
    world.happen(.closed(closes: nil))
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.seed == "111")
    #expect(world.round()?.seedIsOpen == true)
    world.happen(.seed("333"))
    world.pass()
    #expect(world.round()?.round.seed == "333")
    #expect(world.round()?.seedIsOpen == false)
  }

  /// `chốt` with people held by their ties: a draw now would give them places that nobody has decided on.
  @Test func aSeedThatComesAfterTheResultIsOfficialWaitsWithItsTable() {
    var world = World()
    func rounds(_ seed: String) -> String {
      Setup.rounds("l10|Lớp 10|2022-2023|THPT|01/07/2022|20/07/2022|2|đồng thời|Bốc thăm|\(seed)|khoa")
    }
    world.drop("so", file: "r.xlsx", rounds(""), Setup.units)
    world.pass()
    world.happen(.closed(closes: nil))
    world.happen(.finalized)
    world.drop("so", file: "r.xlsx", rounds("111"))
    world.pass()
    world.pass()
    #expect(world.round()?.round.seed == "" && world.round()?.seedIsOpen == true)
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.seed == "111" && world.round()?.seedIsOpen == false)
    // The same again waits for nothing, and of others the newest is the one in force.
    world.happen(.finalized)
    world.drop("so", file: "r.xlsx", rounds("111"))
    world.pass()
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.seed == "111" && world.round()?.seedIsOpen == true)
    world.happen(.finalized)
    for seed in ["222", "333"] {
      world.drop("so", file: "r.xlsx", rounds(seed))
      world.pass()
    }
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.seed == "333" && world.round()?.seedIsOpen == false)
  }

  @Test func aRoundWhoseNewestRowIsHeldStandsStoppedWithItsLastGoodRow() {
    var world = Setup.world()
    world.drop(
      "so", file: "r.xlsx",
      Setup.rounds(Setup.l6, "l10|Lớp 10|2022-2023|THPT|01/07/2022|x|2|đồng thời|Lấy cả nhóm"))
    world.history.settings.maxBadShare = 0.5
    world.pass()
    #expect(world.round()?.round.wishes == 2)
    #expect(world.round()?.setupFindings.contains { $0.finding.severity == .error } == true)
    #expect(world.round("l6")?.setupFindings.isEmpty == true)
  }
}
