import Tables
import Testing

@testable import Rounds

@Suite struct StatesTests {
  @Test func aRosterAfterClosingIsHeldUntilReopened() {
    var world = Setup.world()
    world.happen(.closed(closes: nil))
    world.drop("S", "l10", file: "a.xlsx", roster(child(1)))
    world.drop("T", "l10", file: "b.xlsx", roster(child(2)))
    world.pass()
    #expect(world.round()?.state == .closed)
    #expect(world.outcome(2)?.result == .pending)
    #expect(world.codes(2) == ["round-closed"])
    #expect(world.outcome(2)?.inForce == true)
    world.happen(.reopened)
    world.pass()
    #expect(world.outcome(2)?.result == .taken)
    #expect(world.inForce(.roster, "personalId") == ["2:" + id(1), "3:" + id(2)])
  }

  @Test func heldOnesComeInForceInTheOrderOfArrival() {
    var world = Setup.world()
    world.happen(.closed(closes: nil))
    for number in 1...2 {
      world.drop("S", "l10", file: "\(number).xlsx", roster(child(number)))
      world.pass()
    }
    world.happen(.reopened)
    world.pass()
    #expect(world.inForce(.roster, "personalId") == ["3:" + id(2)])
  }

  @Test func theFilesOfThePassThatClosesAreTaken() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    world.happen(.closed(closes: nil))
    world.pass()
    #expect(world.outcome(2)?.result == .taken)
  }

  @Test func afterFinalizingSetupIsHeldAndClassesAreTaken() {
    var world = Setup.world()
    world.happen(.finalized)
    world.drop("so", "l10", mode: .supplement, file: "p.xlsx", "Mã trường|Chỉ tiêu\nB|99")
    world.drop("A", "l10", file: "c.xlsx", "Mã trường|Tên lớp|Sĩ số tối đa\nA|10A1|45")
    world.pass()
    #expect(world.outcome(2)?.result == .pending)
    #expect(world.outcome(3)?.result == .taken)
    #expect(world.round()?.programs.map(\.quota) == [5, 10, 10])
  }

  @Test func bytesInForceAreNothingNewThoughTheRoundIsClosed() {
    var world = Setup.world()
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    world.happen(.closed(closes: nil))
    world.drop("S", "l10", roster(child(1)))
    world.pass()
    #expect(world.codes() == ["already-received"])
    #expect(world.pass().newFacts.isEmpty)
  }

  @Test func theDayClosesARoundOnceForEachValue() throws {
    var world = Setup.world()
    let last = try #require(Day(year: 2022, month: 7, day: 20))
    let next = try #require(Day(year: 2022, month: 7, day: 21))
    #expect(world.pass(today: last).closings == [])
    let closings = world.pass(today: next).closings
    #expect(closings.map(\.change) == [.closed(closes: "2022-07-20")])
    world.history.events += closings
    #expect(world.pass(today: next).closings == [])
    #expect(world.round()?.state == .closed)
    world.happen(.reopened)
    #expect(world.pass(today: next).closings == [])
  }

  @Test func aValueAlreadyPastClosesNothing() throws {
    var world = Setup.world()
    let next = try #require(Day(year: 2022, month: 7, day: 21))
    #expect(world.pass(today: next).closings == [])
    #expect(world.pass(today: next).closings == [])
    #expect(world.round()?.state == .open)
  }

  @Test func ordersWaitInOrderAndAreCarriedOutOnce() throws {
    var world = Setup.world()
    world.drop("so", "l10", "Thao tác|Lý do\nkhóa nhận hồ sơ|hết hạn\nchốt|xong")
    #expect(world.pass().ordersToDo.map(\.kind) == [.close, .finalize])
    let orders = world.last.ordersToDo
    world.history.facts.orders = [
      JudgedFacts.OrderFact(seq: 2, table: orders[0].table, row: orders[0].row, refusal: nil),
      JudgedFacts.OrderFact(seq: 2, table: orders[1].table, row: orders[1].row, refusal: "held"),
    ]
    #expect(world.pass().ordersToDo == [])
    #expect(world.codes() == ["order-refused"])
    #expect(world.outcome()?.result == .partly)
    // The same orders again are a new event.
    world.drop("so", "l10", "Thao tác|Lý do\nkhóa nhận hồ sơ|hết hạn\nchốt|xong")
    #expect(world.pass().ordersToDo.count == 2)
  }

  @Test func theFirstSeedStandsAndAfterReopeningTheNextOne() {
    var world = Setup.world()
    func seed() -> String? {
      world.pass()
      return world.round()?.round.seed
    }
    world.happen(.seed("1"))
    world.happen(.seed("2"))
    #expect(seed() == "1" && world.round()?.seedIsOpen == false)
    // In one and the same pass, as from one file.
    world.happen(.reopened)
    #expect(seed() == "1" && world.round()?.seedIsOpen == true)
    world.happen(.reopened)
    world.happen(.seed("3"))
    #expect(seed() == "3" && world.round()?.seedIsOpen == false)
    world.happen(.reopened)
    #expect(seed() == "3" && world.round()?.seedIsOpen == true)
  }

  @Test func thePlacesOfTheLastOfficialResultAreKeptUnlessAllIsDecidedAnew() {
    var world = World()
    let header = Setup.rounds().replacing("|Khóa số bốc thăm", with: "|Sau công bố")
    world.drop("so", file: "setup.xlsx", header + "\n" + Setup.l10 + "||xét lại", Setup.units, Setup.programs)
    world.history.records = [
      "l10": RoundRecord(settled: Settled(), admitted: [PersonKey(personalId: "1"): "A/thuong"])
    ]
    world.happen(.finalized)
    world.happen(.reopened)
    world.pass()
    #expect(world.round()?.settled.kept == [:])
    world.drop("so", file: "again.xlsx", header + "\n" + Setup.l10)
    world.pass()
    #expect(world.round()?.settled.kept == [PersonKey(personalId: "1"): "A/thuong"])
  }

  @Test func anOrderFitsTheState() throws {
    var world = Setup.world()
    func refusal(
      _ kind: Order.Kind, unit: String = "", by sender: String = "so", _ role: Unit.Role = .department,
      seed: String = ""
    ) -> OrderRefusal? {
      world.round()?.refusal(
        of: Order(
          round: "l10", kind: kind, unit: unit, sender: sender, role: role, seed: seed, acceptHeld: false,
          seq: 1, table: 0, row: 2))
    }
    #expect(refusal(.close) == nil)
    #expect(refusal(.reopen) == .notClosed)
    #expect(refusal(.lottery) == .seedMissing)
    // The seed comes by order after closing, and decides nothing any more after `chốt`.
    #expect(refusal(.lottery, seed: "1") == .seedTooEarly)
    world.happen(.closed(closes: nil))
    world.pass()
    #expect(refusal(.lottery, seed: "1") == nil)
    world.happen(.seed("1"))
    world.pass()
    #expect(refusal(.lottery, seed: "2") == .seedStands)
    #expect(refusal(.lottery, seed: "1") == nil)
    world.happen(.finalized)
    world.pass()
    #expect(refusal(.close) == .alreadyClosed)
    #expect(refusal(.finalize) == .alreadyFinalized)
    #expect(refusal(.lottery, seed: "1") == .alreadyFinalized)
    #expect(refusal(.reopen) == nil)
    world.happen(.reopened)
    world.pass()
    #expect(refusal(.lottery, seed: "2") == .seedTooEarly)
  }

  /// What it was decided from is gone: nobody is told to have it opened.
  @Test func whoComesTooLateForAPurgedRoundIsToldSo() {
    for isPurged in [false, true] {
      var world = Setup.world()
      world.happen(.closed(closes: nil))
      world.happen(.finalized)
      world.pass()
      if isPurged { world.history.purgedRounds = ["l10"] }
      world.drop("S", "l10", roster(child(1)))
      world.pass()
      let late = world.outcome()?.findings.first { $0.code == .roundClosed }
      #expect(late?.facts["state"] == "finalized" && (late?.facts["purged"] != nil) == isPurged)
    }
  }
}
