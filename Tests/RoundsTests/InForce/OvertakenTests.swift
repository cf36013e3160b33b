import Tables
import TestSupport
import Testing

@testable import Rounds

/// What is in force already and comes again stands in the place of what waits only where nothing of that is lost.
@Suite struct OvertakenTests {
  /// A round with one list in force, closed, and another file that waits for it to be opened again.
  private func world(waiting: String, mode: Arrival.Mode = .normal) -> World {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    world.happen(.closed(closes: nil))
    world.drop("S", "l10", mode: mode, file: "b.xlsx", waiting)
    world.pass()
    #expect(world.codes() == ["round-closed"])
    return world
  }

  /// The first list again, and the round opened again.
  private func persons(_ world: World) -> [String] {
    var world = world
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    #expect(world.codes() == ["already-received"])
    world.happen(.reopened)
    world.pass()
    return world.inForce(.roster, "personalId").map { String($0.drop { $0 != ":" }.dropFirst()) }.sorted()
  }

  @Test func aSmallerListOvertakesNoLargerOne() {
    #expect(persons(world(waiting: roster(child(1), child(5, "9A2")))).contains(id(5)))
    #expect(persons(world(waiting: roster(child(2)))) == [id(1)])
  }

  @Test func aListOvertakesNobodyWhoIsAddedToIt() {
    #expect(persons(world(waiting: roster(child(7)), mode: .supplement)) == [id(1), id(7)])
    #expect(persons(world(waiting: roster(child(1, wishes: "B")), mode: .supplement)) == [id(1)])
  }

  /// What is wrong in a file of additions stops the round until it is mended, whatever comes again besides.
  @Test func additionsThatAreRefusedStillStopTheRound() {
    let header = "Mã diện|Tên diện|Loại|Điểm cộng\n"
    var world = Setup.world()
    world.drop("so", "l10", file: "dien.xlsx", header + "U1|Con liệt sĩ|ưu tiên|2")
    world.pass()
    world.drop("so", "l10", mode: .supplement, file: "them.xlsx", header + "U2|Con thương binh|ưu tiên|xyz")
    world.pass()
    #expect(world.round()?.setupFindings.map(\.file) == ["them.xlsx"])
    world.drop("so", "l10", file: "dien.xlsx", header + "U1|Con liệt sĩ|ưu tiên|2")
    world.pass()
    #expect(world.codes() == ["already-received"])
    #expect(world.round()?.setupFindings.map(\.file) == ["them.xlsx"])
  }

  // MARK: What was taken while older files went on waiting

  /// A finalized round in which a file of `sender` waits; then one school is opened again, a newer file of
  /// the sender is taken, and the whole round is opened again.
  private func reopened(
    _ kind: TableKind, _ key: String, of sender: String, standing: String? = nil, waiting: String,
    newer: String..., again: String? = nil, mode: Arrival.Mode = .normal
  ) -> [String] {
    var world = Setup.world()
    world.drop("S", "l10", file: "9.xlsx", Self.children)
    if let standing { world.drop(sender, "l10", file: "a.xlsx", standing) }
    world.pass()
    world.happen(.closed(closes: nil))
    world.happen(.finalized)
    world.drop(sender, "l10", file: "b.xlsx", waiting)
    world.pass()
    #expect(world.codes() == ["round-closed"])
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B"], senders: ["A"]))
    world.pass()
    for (number, text) in newer.enumerated() {
      world.drop(sender, "l10", mode: mode, file: "c\(number).xlsx", text)
      world.pass()
      #expect(world.outcome()?.result == .taken)
    }
    if let again {
      world.drop(sender, "l10", file: "a.xlsx", again)
      world.pass()
      #expect(world.codes() == ["already-received"])
    }
    world.happen(.reopened)
    world.pass()
    return world.inForce(kind, key).sorted()
  }

  private static let children = roster(child(1), child(2), child(5, "9A2"), child(6, "9A2"))

  private func decisions(_ rows: String...) -> String { decisions(rows: rows) }

  private func decisions(rows: [String]) -> String {
    (["Mã trường|Số định danh cá nhân|Kết quả"] + rows).joined(separator: "\n")
  }

  @Test func aDecisionThatWaitedIsNotPutOverANewerOne() {
    let waiting = decisions("B|\(id(1))|Không đạt", "B|\(id(2))|Không đạt")
    #expect(
      reopened(.decisions, "status", of: "B", waiting: waiting, newer: decisions("B|\(id(1))|Đạt"))
        == ["3:Không đạt", "4:Đạt"])
    #expect(
      reopened(
        .decisions, "status", of: "B", waiting: waiting, newer: decisions("B|\(id(1))|Đạt"),
        decisions("B|\(id(1))|Thiếu"), decisions("B|\(id(2))|Đạt"))
        == ["5:Thiếu", "6:Đạt"])
  }

  /// A full list that waited takes nobody out who came again, and who is only in it comes in force.
  @Test func aListThatWaitedTakesNobodyOutWhoCameAgain() {
    let waiting = roster(child(1, wishes: "B"), child(3), child(5, "9A2", wishes: "B"), child(8, "9A3"))
    let found = reopened(.roster, "personalId", of: "S", waiting: waiting, again: Self.children)
    #expect(found == [1, 2, 5, 6].map { "2:\(id($0))" } + [3, 8].map { "3:\(id($0))" })
  }

  /// Children whom it moves into a class that came again without them are in it.
  @Test func whoIsMovedByAListThatWaitedIsNotLost() {
    var world = Setup.world()
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1)))
    world.drop("S", "l10", file: "9A2.xlsx", roster(child(5, "9A2"), child(6, "9A2"), child(7, "9A2")))
    world.pass()
    world.happen(.closed(closes: nil))
    world.drop("S", "l10", file: "w.xlsx", roster(child(1), child(5), child(6), child(7, "9A2")))
    world.pass()
    world.drop("S", "l10", file: "9A1.xlsx", roster(child(1)))
    world.pass()
    #expect(world.codes() == ["already-received"])
    world.happen(.reopened)
    world.pass()
    #expect(
      world.inForce(.roster, "personalId").sorted() == ["2:\(id(1))"] + [5, 6, 7].map { "4:\(id($0))" })
  }

  /// What is in force and comes again in one pass with another version of it: nobody can tell which was meant.
  @Test(arguments: [["a.xlsx", "b.xlsx"], ["b.xlsx", "a.xlsx"]])
  func whatCameAgainBesideAnotherVersionHoldsThat(order: [String]) {
    var world = Setup.world()
    let lists = ["a.xlsx": roster(child(1)), "b.xlsx": roster(child(1, wishes: "B"))]
    world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
    world.pass()
    world.happen(.closed(closes: nil))
    for file in order { world.drop("S", "l10", file: file, lists[file] ?? "") }
    world.pass()
    world.happen(.reopened)
    world.pass()
    #expect(world.inForce(.roster, "wish1") == ["2:A/thuong"])
    #expect(world.codes(order[0] == "b.xlsx" ? 3 : 4) == ["two-versions"])
  }

  /// The guard counts all that stands, and nobody as removed who stays.
  @Test func nobodyIsRemovedWhoWasSaidSince() {
    let header = "Mã trường|Mã chương trình|Chỉ tiêu\n"
    let found = reopened(
      .programs, "quota", of: "so", waiting: header + "A||20", newer: header + "A||30\nB||30",
      mode: .supplement)
    // The older row of the list, A's chuyen-toan, is the one that goes: one of three, and not all that stand.
    #expect(found == ["4:30", "4:30"])
  }

  /// Rows for which newer ones stand ask for nothing any more, also where they have errors.
  @Test func rowsThatAreLeftOutAskForNothing() throws {
    var world = Setup.world()
    world.drop("S", "l10", file: "9.xlsx", Self.children)
    world.pass()
    world.happen(.finalized)
    let rows = [2, 5, 6, 7].map { "B|\(id($0))|Đạt" }
    world.drop("B", "l10", file: "w.xlsx", decisions(rows: ["B|\(id(1))|xyz"] + rows))
    world.pass()
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B"], senders: ["A"]))
    world.pass()
    world.drop("B", "l10", file: "n.xlsx", decisions("B|\(id(1))|Đạt", "B|\(id(2))|Thiếu"))
    world.pass()
    world.happen(.reopened)
    world.pass()
    let outcome = try #require(world.outcome(3))
    #expect(outcome.result == .taken && outcome.tables.map(\.held) == [0])
    let told = outcome.findings.filter { $0.code != .notApplicant }
    #expect(told.map(\.code) == [.overruled, .overruled] && told.map(\.place.row) == [2, 3])
    #expect(told.map { $0.facts["file"] } == ["n.xlsx", "n.xlsx"])
    #expect(outcome.changes.added == 3)
  }

  /// A full list that waited goes beneath what was added since, and takes none of it out.
  @Test func aListThatWaitedTakesNothingOutThatWasAddedSince() {
    let header = "Mã trường|Chỉ tiêu\n"
    let found = reopened(
      .programs, "quota", of: "so", waiting: header + "A|20\nB|20", newer: header + "A|30", mode: .supplement)
    #expect(found == ["3:20", "4:30"])
    let more = reopened(
      .decisions, "status", of: "B", standing: decisions("B|\(id(5))|Đạt"),
      waiting: decisions("B|\(id(1))|Không đạt"), newer: decisions("B|\(id(5))|Thiếu"))
    #expect(more == ["4:Không đạt", "5:Thiếu"])
  }

  /// A, waiting B, A again: what A is about is as A says, where B says more of others.
  @Test func whatIsInForceAndComesAgainStandsOverWhatWaited() {
    let first = decisions("B|\(id(1))|Đạt")
    let found = reopened(
      .decisions, "status", of: "B", standing: first,
      waiting: decisions("B|\(id(1))|Không đạt", "B|\(id(2))|Không đạt"), again: first)
    #expect(found == ["3:Đạt", "4:Không đạt"])
  }

  /// Whatever waited, and for whatever time: once the round is opened again, of each child that stands which was
  /// said last, as if all had been taken when it came.
  @Test func inTheEndStandsWhatWasSaidLast() {
    var chance = Chance()
    for world in 0..<25 {
      expectLastSaid(&chance, "\(chance), world \(world)")
    }
  }

  private func expectLastSaid(_ chance: inout Chance, _ name: String) {
    var world = Setup.world()
    world.drop("S", "l10", file: "9.xlsx", Self.children)
    world.pass()
    var said: [String: String] = [:]
    for number in 0..<8 {
      switch chance.next(below: 4) {
      case 0: world.happen(.finalized)
      case 1: world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B"], senders: ["A"]))
      case 2 where number > 4: world.happen(.reopened)
      default: break
      }
      let rows = [1, 2, 5].filter { _ in chance.next(below: 3) > 0 }.map { child in
        (id(child), ["Đạt", "Thiếu", "Không đạt"][chance.next(below: 3)])
      }
      if rows.isEmpty { continue }
      for (child, status) in rows { said[child] = status }
      world.drop("B", "l10", file: "\(number).xlsx", decisions(rows: rows.map { "B|\($0)|\($1)" }))
      world.pass()
    }
    world.happen(.reopened)
    world.pass()
    func texts(_ key: String) -> [String] {
      world.inForce(.decisions, key).map { String($0.split(separator: ":")[1]) }
    }
    let standing = Dictionary(zip(texts("personalId"), texts("status"))) { "\($0), \($1)" }
    #expect(standing == said, "\(name)")
  }
}
