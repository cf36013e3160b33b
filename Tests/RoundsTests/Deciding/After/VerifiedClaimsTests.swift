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

  /// An authority may speak for its own schools' children: their leavers, and who wishes for them.
  @Test func anAuthoritySpeaksForItsOwnSchoolsChildren() throws {
    for (parent, places) in [("pgd", ["A", "waiting"]), ("khac", ["waiting", "A"])] {
      var fixture = fixture(verifiedOnly: true)
      var school = Unit(code: "A", name: "THPT A", role: .school)
      school.parent = parent
      fixture.units = ["A": school]
      fixture.add(.verified, by: "pgd", ["personalId": "1", "priorities": "UT1"])
      let round = try #require(fixture.decided)
      #expect(round.places == places, "\(parent)")
      let told = round.told.filter { $0.finding.code == .notOurChild }
      #expect(told.map(\.finding.place.row) == (parent == "pgd" ? [] : [2]), "\(parent)")
    }
  }

  @Test func theSourceSchoolMakesAChildTheAuthoritysToo() throws {
    var fixture = fixture(verifiedOnly: true)
    var school = Unit(code: "T", name: "THCS T", role: .school)
    school.parent = "pgd"
    fixture.units = ["T": school]
    fixture.add(.verified, by: "pgd", ["personalId": "1", "priorities": "UT1"])
    #expect(try #require(fixture.decided).places == ["waiting", "A"])
    fixture.add(.roster, by: "T", ["personalId": "1", "average9": "8", "sourceClass": "9A"])
    #expect(try #require(fixture.decided).places == ["A", "waiting"])
  }

  @Test func aHeldRowKeepsItsPersonHeld() throws {
    var fixture = fixture(verifiedOnly: true)
    fixture.add(.verified, ["personalId": "2", "priorities": "UT9", "!held": ""])
    #expect(try #require(fixture.decided).places == ["A", "held"])
  }
}
