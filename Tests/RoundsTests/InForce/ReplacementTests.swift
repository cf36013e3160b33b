import Foundation
import TableSchema
import Tables
import Testing

@testable import Rounds

@Suite struct ReplacementTests {
  @Test func aNewerListReplacesItsClassAlone() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1), child(2)))
    world.drop("S", "l10", file: "9A2.xlsx", roster(child(3, "9A2")))
    world.pass()
    world.drop("S", "l10", file: "9A1 moi.xlsx", roster(child(1), child(4)))
    world.pass()
    #expect(world.outcome()?.changes == Changes(added: 1, removed: 1, altered: 0))
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(3), "4:" + id(1), "4:" + id(4)])
    #expect(world.outcome(2)?.inForce == false)
  }

  @Test func aListWithoutClassesReplacesAllOfItsSender() {
    var world = Setup.world()
    world.drop("DVC", "l10", file: "1.xlsx", roster(child(1, ""), child(2, "")))
    world.pass()
    world.drop("DVC", "l10", file: "2.xlsx", roster(child(1, "", wishes: "B"), child(3, "")))
    world.drop("S", "l10", file: "s.xlsx", roster(child(9)))
    world.pass()
    #expect(world.outcome(3)?.changes == Changes(added: 1, removed: 1, altered: 1))
    #expect(world.inForce(.roster, "wish1") == ["3:B/thuong", "3:A/thuong", "4:A/thuong"])
  }

  @Test func theNewestRowOfAPersonStandsWhateverItsClass() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1), child(2)))
    world.pass()
    world.drop("S", "l10", file: "9A2.xlsx", roster(child(2, "9A2"), child(3, "9A2")))
    world.pass()
    #expect(world.inForce(.roster, "sourceClass") == ["2:9A1", "3:9A2", "3:9A2"])
    #expect(world.outcome()?.changes == Changes(added: 1, removed: 0, altered: 1))
  }

  @Test func theGuardHoldsAListThatWouldRemoveTooMany() {
    var world = Setup.world()
    let all = (1...40).map { child($0) }
    world.drop("S", "l10", file: "a.xlsx", rosterOf(all))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", rosterOf(Array(all[..<5])))
    world.pass()
    #expect(world.outcome()?.result == .pending)
    #expect(world.outcome()?.findings.first { $0.code == .wouldRemove }?.facts["removed"] == "35")
    #expect(world.inForce(.roster, "personalId").count == 40)
    #expect(world.outcome(2)?.inForce == true)
    world.drop("S", "l10", mode: .replace, file: "b.xlsx", rosterOf(Array(all[..<5])))
    world.pass()
    #expect(world.inForce(.roster, "personalId").count == 5)
    #expect(world.outcome(3)?.inForce == false, "the same was sent again since")
    #expect(world.outcome(2)?.inForce == false)
  }

  @Test(arguments: [(4, false), (5, true)]) func theGuardAsksForShareAndCount(gone: Int, holds: Bool) {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", rosterOf((1...20).map { child($0) }))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", rosterOf((1...20 - gone).map { child($0) }))
    world.pass()
    #expect((world.outcome()?.result == .pending) == holds)
  }

  @Test func allOfTwoAreGuardedOneIsNot() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1), child(2)))
    world.drop("T", "l10", file: "a.xlsx", roster(child(3)))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", roster(child(4)))
    world.drop("T", "l10", file: "b.xlsx", roster(child(5)))
    world.pass()
    #expect(world.outcome(4)?.result == .pending)
    #expect(world.outcome(5)?.result == .taken)
  }

  @Test func aVerdictStaysThoughTheStateChanges() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1), child(2)))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", roster(child(4)))
    world.pass()
    world.history.settings.removalGuard.count = 100
    let again = world.pass()
    #expect(again.newFacts.isEmpty)
    #expect(world.outcome(3)?.result == .pending)
  }

  @Test func aHeldRowKeepsItsPersonHeld() {
    var world = Setup.world()
    let all = (1...9).map { child($0) }
    world.drop("S", "l10", file: "a.xlsx", rosterOf(all))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", rosterOf(Array(all[..<8]) + [child(9, wishes: "Nowhere")]))
    world.pass()
    #expect(world.outcome()?.result == .partly)
    #expect(world.inForce(.roster, "personalId").filter { $0.contains("!") } == ["3:!" + id(9)])
    #expect(world.inForce(.roster, "personalId").count == 9)
    #expect(world.outcome()?.changes.removed == 0)
  }

  @Test func aSupplementAddsAndUpdates() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1), child(2)))
    world.pass()
    world.drop("S", "l10", mode: .supplement, file: "b.xlsx", roster(child(2, wishes: "B"), child(3)))
    world.pass()
    #expect(world.inForce(.roster, "wish1") == ["2:A/thuong", "3:B/thuong", "3:A/thuong"])
    #expect(world.outcome(2)?.inForce == true)
  }

  @Test func aSupplementUpdatesByKeyWhereNobodyIsNamed() {
    var world = Setup.world()
    world.drop("so", "l10", mode: .supplement, "Mã trường|Chỉ tiêu\nB|99")
    world.pass()
    #expect(world.round()?.programs.map(\.quota) == [5, 10, 99])
  }

  @Test func studentCodesAlwaysAdd() {
    var world = Setup.world()
    for number in 1...2 {
      world.drop(
        "A", "l10", file: "\(number).xlsx", "Số định danh cá nhân|Mã học sinh\n\(id(number))|C\(number)")
      world.pass()
    }
    #expect(world.inForce(.studentCodes, "code") == ["2:C1", "3:C2"])
  }

  @Test func twoVersionsInOnePassAreBothHeldUntilOneComesAgain() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
    world.drop("S", "l10", file: "b.xlsx", roster(child(2)))
    world.pass()
    #expect([2, 3].map { world.outcome($0)?.result } == [.pending, .pending])
    #expect(world.outcome(2)?.findings.first { $0.code == .twoVersions }?.facts["other"] == "b.xlsx")
    #expect(world.inForce(.roster, "personalId").isEmpty)
    world.drop("S", "l10", file: "b.xlsx", roster(child(2)))
    world.pass()
    #expect(world.inForce(.roster, "personalId") == ["4:" + id(2)])
    #expect(world.outcome(2)?.inForce == false)
  }

  @Test func bytesInForceChangeNothingUnderAnyName() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
    world.pass()
    world.drop("S", "l10", file: "b.xlsx", roster(child(1)))
    world.pass()
    #expect(world.outcome()?.result == .taken)
    #expect(world.codes() == ["already-received"])
    #expect(world.outcome()?.findings.last?.facts["received"] == "day 2")
    #expect(world.outcome()?.changes == Changes())
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1)])
  }

  @Test func aThenBThenAIsTheTruth() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    world.drop("S", "l10", roster(child(2)))
    world.pass()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    #expect(world.codes().contains("already-received") == false)
    #expect(world.inForce(.roster, "personalId") == ["4:" + id(1)])
  }

  @Test func unrelatedFilesInAnyOrderGiveTheSameState() {
    let files: [(String, String)] = [
      ("S", roster(child(1), child(2))), ("S", roster(child(3, "9A2"))), ("T", roster(child(4))),
      ("DVC", roster(child(5, "", wishes: "B", school: "S"))),
    ]
    var seen: Set<[String]> = []
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      var world = Setup.world()
      for file in order { world.drop(files[file].0, "l10", file: "\(file).xlsx", files[file].1) }
      world.pass()
      let rows = world.inForce(.roster, "personalId").map { String($0.drop { $0 != ":" }) }
      seen.insert(rows.sorted())
      #expect(world.last.outcomes.allSatisfy { $0.result == .taken })
    }
    #expect(seen.count == 1)
  }

  @Test func sheetsOfOneKindAreOneTable() {
    var world = Setup.world()
    world.drop("DVC", "l10", file: "a.xlsx", roster(child(1, "")), roster(child(2, "")))
    world.pass()
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1), "2:" + id(2)])
    #expect(world.outcome()?.tables.map(\.accepted) == [1, 1])
    let scores = "Số định danh cá nhân|Toán\n"
    world.history.settings.maxBadShare = 1
    world.drop("so", "l10", file: "s.xlsx", scores + id(1) + "|8", scores + id(1) + "|9")
    world.pass()
    #expect(world.codes() == ["unique-error", "unique-error"])
    // Each says where the other is, and which key it is.
    let found = world.outcome()?.findings.filter { $0.code == .uniqueError } ?? []
    #expect(found.map { $0.place.cell } == ["A2", "A2"])
    #expect(found.map { $0.facts["otherSheet"] } == ["Sheet2", "Sheet1"])
    #expect(found.map { $0.facts["key"] } == [id(1), id(1)])
  }

  /// A program that is left blank is one all the same, and the school is the cell that shows it.
  @Test func aProgramTwiceOnTwoSheetsIsToldByItsWholeKey() {
    var world = Setup.world()
    world.history.settings.maxBadShare = 1
    world.drop(
      "so", "l10", file: "c.xlsx", "Mã trường|Chỉ tiêu\nA|1", "Mã trường|Mã chương trình|Chỉ tiêu\nA|thuong|2"
    )
    world.pass()
    let found = world.outcome()?.findings.filter { $0.code == .uniqueError } ?? []
    #expect(found.map { $0.place.cell } == ["A2", "A2"])
    #expect(found.map { $0.facts["key"] } == ["A · thuong", "A · thuong"])
    #expect(found.map { $0.facts["otherSheet"] } == ["Sheet2", "Sheet1"])
  }

  @Test func factsComeBackFromTheJournalAsTheyWere() throws {
    var world = Setup.world()
    world.drop("S", nil, file: "a.xlsx", roster(child(1), child(2)))
    world.pass()
    world.drop("S", nil, file: "b.xlsx", roster(child(3)))
    world.pass()
    let facts = world.history.facts
    #expect(facts.verdicts.map(\.judged).last == .wouldRemove(removed: 2, inForce: 2))
    #expect(try JSONDecoder().decode(JudgedFacts.self, from: JSONEncoder().encode(facts)) == facts)
  }

  @Test func foldingAgainChangesNothing() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    let first = world.pass()
    let again = world.pass()
    #expect(again.newFacts.isEmpty)
    #expect(first.outcomes.map(\.result) == again.outcomes.map(\.result))
    #expect(first.outcomes.map(\.changes) == again.outcomes.map(\.changes))
  }

  @Test func theDepartmentsRowStandsBeforeTheAuthoritys() {
    var world = Setup.world()
    world.drop("so", "l10", mode: .supplement, "Mã trường|Chỉ tiêu\nS|7")
    world.pass()
    world.drop("PGD", "l10", "Mã trường|Chỉ tiêu\nS|9\nT|8")
    world.pass()
    #expect(world.round()?.programs.filter { $0.school > "B" }.map(\.quota) == [7, 8])
    #expect(world.codes(2).contains("overrules"))
    #expect(world.codes(3).contains("overruled"))
  }

  /// Whoever repeated a year has the record of that year alone: the newest row stands for the child, and none
  /// of the one before it is left.
  @Test func aRepeatedYearStandsInPlaceOfTheFailedOne() {
    var world = Setup.world()
    let header = "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|HL 8|ĐTB 8|NV1\n"
    world.drop(
      "S", "l10", file: "a.xlsx",
      header + "\(id(1))|An|02/03/2007|9A1|Yếu|4,5|A\n\(id(2))|Bình|03/03/2007|9A1|Khá|7|A")
    world.pass()
    world.drop("S", "l10", mode: .supplement, file: "b.xlsx", header + "\(id(1))|An|02/03/2007|9A1|Khá|6,5|A")
    world.pass()
    #expect(world.inForce(.roster, "learning8") == ["2:Khá", "3:Khá"])
    #expect(world.inForce(.roster, "average8") == ["2:7", "3:6,5"])
  }
}
