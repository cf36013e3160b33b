import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, A kept child.
@Suite struct KeptTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 1), program("B", quota: 1))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "5", "wish1": "B/thuong"],
      ["personalId": "2", "average9": "9", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.kept = [PersonKey(personalId: "1"): "A/thuong"]
    return fixture
  }

  @Test func aKeptChildStaysThoughItsRowsNoLongerNameThePlace() throws {
    let round = try #require(fixture().decided)
    #expect(round.places == ["A", "waiting"])
    #expect(round.input.wishes(of: 0).map { round.plan(ofWish: $0).school } == ["A", "B"])
  }

  @Test func aHeldRowDoesNotMoveAKeptChildAndAWithdrawalDoes() throws {
    var fixture = fixture()
    fixture.layers[.roster]?[0].table.held[0] = true
    #expect(try #require(fixture.decided).places == ["A", "waiting"])
    fixture.layers[.roster]?[0].table.held[0] = false
    fixture.add(.roster, by: "thcs", ["personalId": "1", "withdrawn": "x"])
    #expect(try #require(fixture.decided).places == ["ineligible", "A"])
  }

  @Test func aKeptChildStaysThoughOnlyItsRecordIsLeft() throws {
    var fixture = fixture()
    fixture.layers = [:]
    fixture.add(.roster, by: "thcs", ["personalId": "1", "sourceClass": "9A", "average9": "5"])
    fixture.add(.roster, by: "cong", ["personalId": "2", "average9": "9", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting"])
    #expect(round.cohort.recordsOnly.count == 1)
  }

  @Test func whoFindsOnlyKeptSeatsIsToldSo() throws {
    let round = try #require(fixture().decided)
    #expect(round.reason(round.input.wishes(of: 1).lowerBound, of: 1) == .seatsKept)
    #expect(round.places == ["A", "waiting"])
    #expect(round.seats.left == [0, 1])
  }

  @Test func theResultNamesItsPlacesByPerson() throws {
    let round = try #require(fixture().decided)
    #expect(round.places == ["A", "waiting"])
    #expect(round.admittedPlaces == [PersonKey(personalId: "1"): "A/thuong"])
  }

  @Test func aProgramThatIsGoneStopsTheRoundAndAChildThatIsGoneIsNoted() throws {
    var fixture = fixture()
    fixture.kept = [PersonKey(personalId: "9"): "A/thuong"]
    let round = try #require(fixture.decided)
    #expect(round.findings.map { $0.finding.facts["reason"] } == ["kept-child-gone"])
    fixture.kept = [PersonKey(personalId: "1"): "C/thuong"]
    fixture.add(
      .programs, ["school": "A", "program": "thuong", "quota": "1"],
      ["school": "B", "program": "thuong", "quota": "1"])
    guard case .stopped(let errors, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(errors.map { $0.finding.facts } == [["reason": "kept-program-gone", "program": "C/thuong"]])
    // At the header of the table that should declare it.
    let place = try #require(errors.first?.finding.place)
    #expect(errors.map(\.file) == ["so-\(fixture.layers[.programs]?.last?.seq ?? 0).xlsx"])
    #expect(place.sheet == "Sheet1" && place.row == 1 && place.label == "program" && place.column >= 0)
  }
}
