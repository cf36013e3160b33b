import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, Documents where required.
@Suite struct DocumentDecisionsTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(
      program("A", quota: 1) { $0.reviewsDocuments = true }, program("B", quota: 1))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong", "wish2": "B/thuong"],
      ["personalId": "2", "average9": "8", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .documents, ["code": "HB", "name": "Học bạ", "required": "trước xét tuyển"],
      ["code": "GKS", "name": "Giấy khai sinh", "required": "trước nhập học"])
    return fixture
  }

  private func decision(_ status: String, missing: String = "") -> [String: String] {
    ["personalId": "1", "school": "A", "status": status, "missing": missing]
  }

  @Test func whoIsNotReviewedIsHeldWhereItWouldBeSeatedAndTheSeatIsKept() throws {
    let round = try #require(fixture().decided)
    #expect(round.places == ["held", "waiting"])
    #expect(round.reason(of: 0) == .unreviewed)
    #expect(round.held(at: ["A"]) == 1)
    #expect((round.counts.held.all, round.counts.tied, round.counts.unreviewed) == (1, 0, 1))
    // The other one is behind it, not one of a group of equals; nor is there a last one in.
    #expect(round.reason(2, of: 1) == .belowCutoff)
    let behind = try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 1).first)
    #expect(behind.unseated == .seatsHeld)
  }

  @Test func whatIsFoundDecides() throws {
    func places(_ row: [String: String]) throws -> [String] {
      var fixture = fixture()
      fixture.add(.decisions, by: "A", row)
      fixture.add(.decisions, by: "A", ["personalId": "2", "school": "A", "status": "Đạt"])
      return try #require(fixture.decided).places
    }
    #expect(try places(decision("Đạt")) == ["A", "waiting"])
    #expect(try places(decision("Thiếu", missing: "GKS")) == ["A", "waiting"])
    #expect(try places(decision("Thiếu")) == ["A", "waiting"])
    #expect(try places(decision("Thiếu", missing: "GKS;hb")) == ["B", "A"])
    #expect(try places(decision("Không đạt")) == ["B", "A"])
  }

  @Test func theMostSpecificRowSaysWhenADocumentIsNeeded() throws {
    var fixture = fixture()
    fixture.add(.documents, by: "A", ["code": "HB", "name": "Học bạ", "school": "A", "required": "không"])
    fixture.add(.decisions, by: "A", decision("Thiếu", missing: "HB"))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting"])
  }

  @Test func aDecisionOnOneProgramStandsBeforeThatOnTheSchool() throws {
    var fixture = fixture()
    fixture.add(.decisions, by: "A", decision("Không đạt"))
    fixture.add(.decisions, by: "A", decision("Đạt").merging(["program": "thuong"]) { $1 })
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting"])
    #expect(round.outcome.verdict[0] == .eligible)
  }

  @Test func aHeldDecisionKeepsItsPersonHeld() throws {
    var fixture = fixture()
    fixture.add(.decisions, by: "A", decision("Đạt").merging(["!held": ""]) { $1 })
    #expect(try #require(fixture.decided).places[0] == "held")
  }
}
