import Admission
import Rounds
import Tables
import Testing

/// tables.md, rulings: the council parts those who are equal in everything.
@Suite struct RulingsTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 2), program("A", "toan", quota: 1))
    fixture.round.tiePolicy = .council
    fixture.add(
      .roster, by: "cong",
      rows: [("1", "9"), ("2", "8"), ("3", "8"), ("4", "7")].map {
        ["personalId": $0, "average9": $1, "wish1": "A/thuong"]
      })
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    return fixture
  }

  private func ruling(_ id: String, _ word: String, program: String = "thuong") -> [String: String] {
    ["personalId": id, "school": "A", "program": program, "ruling": word, "minutes": "1", "reason": "x"]
  }

  @Test func withoutRulingsTheTieIsHeld() throws {
    #expect(try #require(fixture().decided).places == ["A", "held", "held", "waiting"])
  }

  @Test(arguments: ["thuong", ""])
  func whoTheCouncilTakesIsIn(program: String) throws {
    var fixture = fixture()
    fixture.add(.rulings, ruling("3", "nhận", program: program))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting", "A", "waiting"])
    #expect(round.checks.allSatisfy { $0.violations.isEmpty })
  }

  /// What decided stands in the key, with the minutes, where a child and the last one in are compared.
  @Test func theMinutesAreKept() throws {
    var fixture = fixture()
    fixture.add(.rulings, ruling("3", "nhận"), ruling("4", "nhận"))
    let round = try #require(fixture.decided)
    let expected = CouncilRuling(ruling: .admit(order: nil), minutes: "1", reason: "x")
    #expect(round.rulings == [0: [2: expected]])
    let explanations = Explanations(round, schemas: shippedSchemas)
    let refused = try #require(explanations.explanation(of: 1).first)
    // What the council wrote about a child is told of no other one.
    let told = CouncilRuling(ruling: .admit(order: nil), minutes: "1", reason: "")
    #expect(refused.key.last == .ruling(nil) && refused.lastKey.last == .ruling(told))
    #expect(refused.gap == .zero)
    let taken = try #require(explanations.explanation(of: 2).first)
    #expect(taken.key.last == .ruling(expected) && taken.lastKey.last == .ruling(told))
    #expect(taken.cutoffKey.last == .ruling(nil))
  }

  @Test func whoTheCouncilRefusesMakesRoom() throws {
    var fixture = fixture()
    fixture.add(.rulings, ruling("3", "không nhận"))
    #expect(try #require(fixture.decided).places == ["A", "A", "waiting", "waiting"])
  }

  @Test func aRulingThatPartsNobodyIsANoteAndLiftsNobody() throws {
    var fixture = fixture()
    fixture.add(.rulings, ruling("4", "nhận"))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "held", "held", "waiting"])
    #expect(round.told.map(\.finding.code) == [.rulingIdle])
  }

  /// Where nothing is left to the council a ruling moves nobody, not even in rank.
  @Test(arguments: [Round.Method.given, .simultaneous])
  func aRulingWhereNoTieWaitsForTheCouncilIsANote(_ method: Round.Method) throws {
    var fixture = fixture()
    fixture.round.method = method
    if method == .given {
      fixture.round.wishes = 1
      fixture.add(
        .cutoffs, ["school": "A", "program": "thuong", "wish": "1", "score": "7.5"],
        ["school": "A", "program": "toan", "wish": "1", "score": "9"])
    } else {
      fixture.round.tiePolicy = .allOut
    }
    let without = try #require(fixture.decided)
    fixture.add(.rulings, ruling("3", "nhận"))
    let round = try #require(fixture.decided)
    #expect(round.outcome.rank == without.outcome.rank && round.places == without.places)
    #expect(round.told.map(\.finding.code) == without.told.map(\.finding.code) + [.rulingIdle])
    #expect(round.told.last?.finding.facts == ["reason": "no-council"])
    #expect(round.checks.allSatisfy { $0.violations.isEmpty })
  }
}
