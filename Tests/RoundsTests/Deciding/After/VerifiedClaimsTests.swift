import Rounds
import Tables
import Testing

/// tables.md, verified, and `Chỉ tính diện đã thẩm định`.
@Suite struct VerifiedClaimsTests {
  private func fixture(verifiedOnly: Bool) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 1))
    fixture.round.verifiedOnly = verifiedOnly
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "8", "wish1": "A/thuong", "priorities": "UT1"],
      ["personalId": "2", "average9": "9", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.priorities, ["code": "UT1", "name": "Ưu tiên 1", "kind": "ưu tiên", "points": "2"])
    return fixture
  }

  @Test func claimsCountAsGivenUnlessTheVerifiedAloneCount() throws {
    #expect(try #require(fixture(verifiedOnly: false).decided).places == ["A", "waiting"])
    #expect(try #require(fixture(verifiedOnly: true).decided).places == ["waiting", "A"])
  }

  @Test func whatIsRecognisedCountsThoughItWasNotClaimed() throws {
    var fixture = fixture(verifiedOnly: true)
    fixture.add(.verified, ["personalId": "1", "priorities": "UT1"])
    #expect(try #require(fixture.decided).places == ["A", "waiting"])
    fixture.add(.verified, ["personalId": "2", "priorities": "UT1"])
    #expect(try #require(fixture.decided).places == ["waiting", "A"])
  }

  @Test func whereClaimsCountTheTableIsOfNoUseAndThatIsNoted() throws {
    var fixture = fixture(verifiedOnly: false)
    fixture.add(.verified, ["personalId": "2", "priorities": "UT1"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting"])
    #expect(round.findings.map { $0.finding.facts["reason"] }.contains("unused-verified"))
  }

  @Test func aHeldRowKeepsItsPersonHeld() throws {
    var fixture = fixture(verifiedOnly: true)
    fixture.add(.verified, ["personalId": "2", "priorities": "UT9", "!held": ""])
    #expect(try #require(fixture.decided).places == ["A", "held"])
  }
}
