import Tables
import Testing

@testable import Audit

/// The second implementation against results found by hand.
@Suite struct SecondDecisionTests {
  @Test func propertiesAreNumbered() {
    #expect(AuditProperty.allCases.first?.id == "V1")
    #expect(Set(AuditProperty.allCases.map(\.id)).count == AuditProperty.allCases.count)
  }

  /// Three are equal at the last of two seats.
  @Test(arguments: [
    (PublishedRules.TiePolicy.allIn, ["A S", "B S", "C S", "D waiting"]),
    (.allOut, ["A waiting", "B waiting", "C waiting", "D waiting"]),
    (.council, ["A held", "B held", "C held", "D waiting"]),
    (.lottery, ["A held", "B held", "C held", "D waiting"]),
  ])
  func aTiedGroupIsTreatedAsThePolicySays(policy: PublishedRules.TiePolicy, expected: [String]) {
    var round = SmallRound(.simultaneous, policy, quotas: [("S", 2)])
    for (id, score) in [("A", "8"), ("B", "8"), ("C", "8"), ("D", "7")] { round.add(id, score, "S") }
    #expect(round.result == expected)
  }

  /// Its only wish may be what is wrong with it.
  @Test func aHeldRowHoldsItsChildWithoutAWishThatCanBeRead() {
    var round = SmallRound(.simultaneous, .allOut, quotas: [("S", 1)])
    round.add("A", "9", "unknown")
    round.add("B", "8", "S")
    round.held = ["A"]
    #expect(round.result == ["A held", "B S"])
  }

  @Test func aLotteryPartsThemByTicketAndSeed() {
    var round = SmallRound(.simultaneous, .lottery, quotas: [("S", 2)])
    round.asked.lotteryKey = "khoa"
    round.asked.seed = "1"
    for id in ["A", "B", "C"] { round.add(id, "8", "S") }
    let draws = ["A", "B", "C"].map { id in
      let ticket = SHA256.hex(Array("khoa\n\(id)".utf8)).prefix(12)
      return (id, SHA256.hex(Array("1\n\(ticket)".utf8)))
    }
    let last = draws.max { $0.1 < $1.1 }?.0
    #expect(round.result == ["A", "B", "C"].map { $0 == last ? $0 + " waiting" : $0 + " S" })
  }

  /// Immediate acceptance takes the seat from the better child who wished for it second.
  @Test func wishesOneAfterTheOtherAreImmediateAcceptance() {
    for (method, expected) in [
      (PublishedRules.Method.simultaneous, ["A S", "B R", "C waiting"]),
      (.sequential, ["A S", "B waiting", "C R"]),
    ] {
      var round = SmallRound(method, .allOut, quotas: [("S", 1), ("R", 1)])
      round.add("A", "9", "S")
      round.add("B", "8", "S", "R")
      round.add("C", "7", "R")
      #expect(round.result == expected)
    }
  }

  @Test func aLaterWishNeedsItsMargin() {
    var round = SmallRound(.margin, .allOut, quotas: [("S", 1), ("R", 1)])
    round.asked.margins = [.zero, Exact(raw: 10_000_000_000)]
    round.add("A", "9", "S")
    round.add("B", "8", "S", "R")
    round.add("C", "7.5", "R")
    #expect(round.result == ["A S", "B waiting", "C R"])
  }

  /// Kept out with its group at one program, a child does not come back when the group has gone.
  @Test func cutoffsAreRemembered() {
    var round = SmallRound(.simultaneous, .allOut, quotas: [("S", 1), ("R", 1)])
    round.add("A", "8", "S", "R")
    round.add("B", "8", "S")
    #expect(round.result == ["A R", "B waiting"])
  }

  @Test func aSumThatLeavesTheRangeIsNoResult() {
    var round = SmallRound(.simultaneous, .allOut, quotas: [("S", 1)])
    round.asked.tables["scoring"] = [
      SmallRound.table(
        .scoring, [("field", .text), ("coefficient", .decimal)],
        [["ĐTB 9", "900000000"], ["ĐTB 9", "900000000"]])
    ]
    round.add("A", "1", "S")
    #expect(round.result == [])
  }
}
