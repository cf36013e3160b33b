import TableSchema
import Tables
import Testing

@testable import Rounds

/// What one file says twice of a child is told in its receipt at once, whatever becomes of the file.
@Suite struct OwnRepeatsTests {
  private func told(_ world: World, _ seq: Int? = nil) -> [String] {
    (world.outcome(seq)?.findings ?? []).filter {
      [.sharedIdentifier, .duplicateRow, .differentWishes, .tooManyErrors].contains($0.code)
    }.map { "\($0.code.rawValue) \($0.severity.rawValue) \($0.place.sheet) \($0.place.row)" }
  }

  private let many = (10...30).map { child($0) }

  private func rows(_ first: String, _ second: String) -> String {
    ([roster(first, second)] + many).joined(separator: "\n")
  }

  private let two = ["shared-identifier error Sheet1 2", "shared-identifier error Sheet1 3"]
  private let conflict = [
    "\(id(1))|An Văn|02/02/2007|9A1||A|", "\(id(1))|Bình Trần|02/02/2007|9A1||A|",
  ]

  @Test func beforeThereAreSeats() {
    var world = World()
    world.drop("so", file: "setup.xlsx", Setup.rounds(Setup.l10), Setup.units)
    let records = ["An Văn", "Bình Trần"].map { "\(id(1))|\($0)|02/02/2007|9A1|||" }
    let others = (10...30).map { child($0, wishes: "") }
    world.drop("S", "l10", roster((records + others).joined(separator: "\n")))
    world.pass()
    #expect(told(world) == two)
    #expect(world.outcome()?.result == .partly)
    #expect(world.outcome()?.tables.map(\.held) == [2])
    #expect(world.outcome()?.tables.map(\.changes.added) == [others.count])
  }

  @Test func ofAFileThatWaits() {
    var world = World()
    world.drop("nobody", nil, rows(conflict[0], conflict[1]))
    world.pass()
    #expect(world.outcome()?.result == .pending)
    #expect(told(world) == two)
    world = Setup.world()
    world.drop("S", "l99", rows(conflict[0], conflict[1]))
    world.pass()
    #expect(world.outcome()?.result == .pending)
    #expect(told(world) == two)
  }

  @Test func ofTwoSheetsAndWithTheRoundsRule() {
    var world = Setup.world()
    let other = ["\(id(1))|An Văn|02/02/2007|9A2||B|"] + (40...60).map { child($0, "9A2") }
    world.drop("DVC", "l10", rows(conflict[0], child(2)), roster(other.joined(separator: "\n")))
    world.pass()
    #expect(
      told(world) == ["different-wishes error Sheet1 2", "different-wishes error Sheet2 2"])
    #expect(world.outcome()?.tables.map(\.held) == [1, 1])
    #expect(world.outcome()?.findings.first { $0.code == .differentWishes }?.facts["sheet"] == "Sheet2")
  }

  /// contract.md 3: what stands twice is an error like others, and too many of them refuse the table.
  @Test func tooManyOfThemRefuseTheTable() {
    var world = Setup.world()
    world.drop("S", "l10", roster(conflict[0], conflict[1], child(2)))
    world.pass()
    #expect(told(world) == ["too-many-errors error Sheet1 0"] + two)
    #expect(world.outcome()?.findings.first?.facts["held"] == "2")
    #expect(world.outcome()?.result == .refused)
    #expect(world.inForce(.roster, "personalId") == [])
  }

  /// One pass names all that is wrong: a row with another error is compared, too, but not by what is no day.
  @Test func aRowWithAnotherErrorIsComparedToo() {
    var world = Setup.world()
    world.drop(
      "S", "l10", rows("\(id(1))|An Văn|02/02/2007|9A1||A|", "\(id(1))|Bình Trần|02/02/2007|9A1||X|"))
    world.pass()
    #expect(told(world) == two)
    world = Setup.world()
    world.drop("S", "l10", rows("\(id(1))|An Văn|02/02/2007|9A1||A|", "\(id(1))|An Văn|32/02/2007|9A1||A|"))
    world.pass()
    #expect(told(world) == [])
    #expect(world.outcome()?.tables.map(\.held) == [1])
  }

  /// In the order of the file, whoever finds it.
  @Test func standsAmongWhatElseWasFound() {
    var world = Setup.world()
    let wrong = "\(id(2))|Cường Lê|40/02/2007|9A1||A|"
    world.drop("S", "l10", rows(conflict[0], [conflict[1], wrong].joined(separator: "\n")))
    world.pass()
    #expect(world.outcome()?.findings.filter { $0.severity == .error }.map(\.place.row) == [2, 3, 4])
    #expect(world.outcome()?.tables.map(\.held) == [3])
  }

  @Test func isToldOnceWhenTheRoundIsDecidedToo() throws {
    var world = Setup.world()
    world.drop("S", "l10", rows(conflict[0], conflict[1]))
    world.pass()
    #expect(told(world) == two)
    let decided = decide(try #require(world.round()), schemas: shippedSchemas)
    var outcome = try #require(world.outcome())
    outcome.add(decided.findings.filter { $0.seq == outcome.seq }.map(\.finding))
    #expect(outcome.findings == world.outcome()?.findings)
    #expect(outcome.tables == world.outcome()?.tables)
  }
}
