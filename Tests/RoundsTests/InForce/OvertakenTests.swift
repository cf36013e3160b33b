import Tables
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
}
