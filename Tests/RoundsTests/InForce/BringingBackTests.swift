import Tables
import Testing

@testable import Rounds

/// F18, F27: bytes that come again because what was kept of them was lost change nothing; bytes that come again
/// of themselves are the truth.
@Suite struct BringingBackTests {
  /// Drops a file whose bytes bring back those of an older one.
  private func bringBack(
    _ world: inout World, _ unit: String, in round: String? = "l10", mode: Arrival.Mode = .normal,
    _ sheet: String
  ) {
    world.drop(unit, round, mode: mode, file: "lai.xlsx", sheet)
    world.history.arrivals[world.history.arrivals.count - 1].bringsBack = true
  }

  /// A list, and its correction.
  private func correctedWorld() -> World {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    world.drop("S", "l10", roster(child(2)))
    world.pass()
    return world
  }

  @Test("F27: what brings back a list that was corrected since leaves the correction in force")
  func theNewerListStays() {
    var world = correctedWorld()
    bringBack(&world, "S", roster(child(1)))
    world.pass()
    #expect(world.codes() == ["kept-again"] && world.outcome()?.result == .taken)
    #expect(world.outcome()?.findings.last?.facts == ["received": "day 2", "seq": "2"])
    #expect(world.outcome()?.changes == Changes() && world.outcome()?.rounds == ["l10"])
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(2)])
    #expect(world.outcome(3)?.inForce == true)
    // The same from the journal alone, and when the round is closed.
    world.happen(.closed(closes: nil))
    bringBack(&world, "S", roster(child(1)))
    world.pass()
    #expect(world.codes(4) == ["kept-again"] && world.codes(5) == ["kept-again"])
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(2)])
  }

  @Test func whatIsPartlyInForceStaysSo() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1), child(2)))
    world.pass()
    world.drop("S", "l10", mode: .supplement, file: "b.xlsx", roster(child(2, wishes: "B")))
    world.pass()
    bringBack(&world, "S", roster(child(1), child(2)))
    world.pass()
    #expect(world.codes() == ["kept-again"])
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1), "3:" + id(2)])
  }

  @Test func whatWaitedWaitsStill() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
    world.drop("S", "l10", file: "b.xlsx", roster(child(2)))
    world.pass()
    bringBack(&world, "S", roster(child(1)))
    world.pass()
    #expect([2, 3, 4].map { world.outcome($0)?.result } == [.pending, .pending, .pending])
    #expect(world.inForce(.roster, "personalId").isEmpty)
  }

  @Test func aRefusedTableStopsNothingAnew() {
    let (bad, good) = ("Mã trường|Chỉ tiêu\nA|mười", "Mã trường|Chỉ tiêu\nA|12")
    var world = Setup.world()
    world.drop("so", "l10", file: "ct.xlsx", bad)
    world.pass()
    #expect(world.round()?.refusedSetup.isEmpty == false)
    world.drop("so", "l10", mode: .replace, file: "ct.xlsx", good)
    world.pass()
    #expect(world.round()?.refusedSetup.isEmpty == true)
    bringBack(&world, "so", bad)
    world.pass()
    #expect(world.outcome()?.result == .refused && world.codes().contains("kept-again"))
    #expect(world.round()?.refusedSetup.isEmpty == true)
    #expect(world.round()?.programs.map(\.quota) == [12])
  }

  @Test func anOrderIsNotCarriedOutTwice() {
    let order = "Thao tác|Mã đơn vị\nkhóa nhận hồ sơ|"
    var world = Setup.world()
    world.drop("so", "l10", file: "lenh.xlsx", order)
    #expect(world.pass().ordersToDo.count == 1)
    world.history.facts.orders.append(JudgedFacts.OrderFact(seq: 2, table: 0, row: 2, refusal: nil))
    bringBack(&world, "so", order)
    #expect(world.pass().ordersToDo.isEmpty)
    #expect(world.codes() == ["kept-again"] && world.outcome()?.result == .taken)
    world.drop("so", "l10", file: "lenh.xlsx", order)
    #expect(world.pass().ordersToDo.count == 1, "of itself it is another event")
  }

  @Test func theRoundIsThatOfTheOlderOne() {
    var world = World()
    world.drop(
      "so", file: "dot.xlsx", Setup.rounds(Setup.l10, Setup.l10.replacing("l10|Lớp 10", with: "hai|Đợt hai")))
    for round in ["l10", "hai"] {
      world.drop("so", round, file: "setup-\(round).xlsx", Setup.units, Setup.programs)
    }
    world.pass()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    world.drop("S", "l10", roster(child(2)))
    world.pass()
    // Dropped beside the folders of the rounds.
    bringBack(&world, "S", in: nil, roster(child(1)))
    world.pass()
    #expect(world.codes() == ["kept-again"] && world.outcome()?.rounds == ["l10"])
    #expect(world.pass().newFacts.isEmpty)
    #expect(world.inForce(.roster, "personalId") == ["5:" + id(2)])
  }

  /// While the older one was lost, nothing could be told of the correction.
  @Test func aCorrectionThatCameWhileTheOlderOneWasLostStays() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
    world.pass()
    world.drop("S", nil, file: "a.xlsx", roster(child(2)))
    world.history.pass += 1
    bringBack(&world, "S", roster(child(1)))
    world.history.arrivals[world.history.arrivals.count - 1].file = "a.xlsx"
    world.pass()
    #expect(world.codes() == ["kept-again"])
    #expect(world.outcome(3)?.inForce == true && world.outcome(3)?.rounds == ["l10"])
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(2)])
  }

  /// Only of what was in force can newer ones have taken the place.
  @Test func whatWasRefusedIsNotOvertaken() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    world.drop("S", nil, file: "b.xlsx", "Mã đợt|" + roster(child(2)).replacing("\n", with: "\nhai|"))
    world.pass()
    #expect([2, 3].map { world.outcome($0)?.isOvertaken } == [false, false])
    #expect(world.outcome(3)?.result != .taken && world.outcome(3)?.inForce == false)
    world.drop("S", "l10", roster(child(3)))
    world.pass()
    #expect([2, 3, 4].map { world.outcome($0)?.isOvertaken } == [true, false, false])
  }

  @Test func whereItBringsBackNothingItIsAFileLikeAnyOther() {
    var world = correctedWorld()
    bringBack(&world, "T", roster(child(1)))
    bringBack(&world, "S", mode: .replace, roster(child(1)))
    world.pass()
    #expect(!world.codes(4).contains("kept-again") && !world.codes(5).contains("kept-again"))
    #expect(world.inForce(.roster, "personalId") == ["4:" + id(1), "5:" + id(1)])
  }

  @Test func aSeedIsNotGivenTwice() {
    let (first, second) = (Setup.rounds(Setup.l10 + "|7"), Setup.rounds(Setup.l10 + "|8"))
    var world = World()
    world.drop("so", file: "setup.xlsx", first, Setup.units, Setup.programs)
    world.pass()
    world.happen(.finalized)
    world.happen(.reopened)
    world.drop("so", file: "dot.xlsx", second)
    world.pass()
    #expect(world.round()?.round.seed == "8")
    world.happen(.finalized)
    world.happen(.reopened)
    world.drop("so", file: "setup.xlsx", first, Setup.units, Setup.programs)
    world.history.arrivals[world.history.arrivals.count - 1].bringsBack = true
    world.pass()
    #expect(world.round()?.round.seed == "8")
  }

  @Test("F18: what was overtaken is not needed, unless what overtook it is refused by now")
  func whatWasOvertakenMayStandAgain() {
    var world = Setup.world()
    world.drop("S", "l10", file: "cu.xlsx", roster(child(1), child(2, "9A2")))
    world.pass()
    world.drop("S", "l10", file: "moi.xlsx", roster(child(1, wishes: "A/chuyen-toan"), child(2, "9A2")))
    world.pass()
    #expect(world.outcome(2)?.inForce == false)
    #expect(!world.need.mayStandAgain(2))
    // What the newer one names is not offered any more.
    world.drop("so", "l10", mode: .replace, file: "ct.xlsx", "Mã trường|Chỉ tiêu\nA|10\nB|10")
    world.pass()
    #expect(world.outcome(3)?.result == .refused)
    #expect(world.need.mayStandAgain(2))
    #expect(world.outcome(2)?.inForce == true)
  }
}
