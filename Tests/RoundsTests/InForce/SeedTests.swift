import Rounds
import Testing

/// Seeds in rows of the rounds table that wait with their table (tables.md, `seed`).
@Suite struct SeedTests {
  private func rounds(_ seed: String, name: String = "Lớp 10") -> String {
    Setup.rounds("l10|\(name)|2022-2023|THPT|01/07/2022|20/07/2022|2|đồng thời|Bốc thăm|\(seed)|khoa")
  }

  /// A round that is finalized, with this seed.
  private func world(_ seed: String) -> World {
    var world = World()
    world.drop("so", file: "r.xlsx", rounds(seed), Setup.units, Setup.programs)
    world.pass()
    world.happen(.closed(closes: nil))
    world.happen(.finalized)
    return world
  }

  private func send(_ world: inout World, _ seed: String, name: String = "Lớp 10") {
    world.drop("so", file: "r.xlsx", rounds(seed, name: name))
    world.pass()
  }

  @Test(arguments: ["", "1"]) func aNewerRowWithoutASeedTakesTheWaitingOneBack(first: String) {
    var world = world(first)
    send(&world, "111", name: "B")
    send(&world, "", name: "C")
    #expect(world.round()?.round.name == "Lớp 10" && world.round()?.round.seed == first)
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.name == "C" && world.round()?.round.seed == first)
    #expect(world.round()?.seedIsOpen == true)
  }

  /// `mở lại` of some schools lets the department's tables wait, and its newer ones are taken.
  @Test(arguments: [("", ""), ("1", ""), ("", "222"), ("1", "222")])
  func aTableThatWaitsIsOvertakenByANewerOne(first: String, second: String) {
    var world = world(first)
    send(&world, "111", name: "B")
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B"], senders: ["A"]))
    world.pass()
    send(&world, second, name: "C")
    // The first seed that is given stands until `mở lại`.
    let seed = first.isEmpty ? second : first
    #expect(world.round()?.round.name == "C" && world.round()?.round.seed == seed)
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.name == "C" && world.round()?.round.seed == seed)
    #expect(world.round()?.seedIsOpen == true)
    #expect(world.outcome(2)?.result == .taken && world.outcome(2)?.inForce == false)
    #expect(world.outcome(3)?.inForce == true)
  }

  /// A, B, A again: A is the truth, also where B waited (contract.md 2).
  @Test(arguments: ["", "1"]) func theSameFileAgainStandsInThePlaceOfOneThatWaits(first: String) {
    var world = world(first)
    send(&world, "111", name: "B")
    world.drop("so", file: "r.xlsx", rounds(first), Setup.units, Setup.programs)
    world.pass()
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.name == "Lớp 10" && world.round()?.round.seed == first)
    #expect(world.outcome(2)?.inForce == false)
  }

  /// The department has its own tables released with those of its schools, and no seed opened again.
  @Test(arguments: [("", "111"), ("1", "1")])
  func aTableThatIsReleasedWithItsSchools(first: String, seed: String) {
    var world = world(first)
    send(&world, "111", name: "B")
    world.happen(.reopenedSchools(schools: ["A"], stillFixed: ["B"], senders: ["A", "so"]))
    world.pass()
    #expect(world.round()?.round.name == "B" && world.round()?.round.seed == seed)
    #expect(world.round()?.seedIsOpen == false)
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.seed == seed && world.round()?.seedIsOpen == true)
  }

  /// Also where several wait: the last of them is the newest.
  @Test func theNewestOfThoseThatWaitStands() {
    var world = world("1")
    for (seed, name) in [("111", "B"), ("", "C"), ("333", "D")] { send(&world, seed, name: name) }
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.round.name == "D" && world.round()?.round.seed == "333")
  }
}
