import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, Reservations: from rows of setup to seats.
@Suite struct ReservationsTests {
  /// Two seats; four children of two source schools and two claims, the best first.
  private func fixture(quota: Int = 2) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: quota))
    func child(_ id: String, _ mark: String, _ school: String, _ claims: String = "") -> [String: String] {
      [
        "personalId": id, "average9": mark, "wish1": "A/thuong", "sourceSchool": school,
        "priorities": claims,
      ]
    }
    fixture.add(
      .roster, by: "cong", child("1", "9", "S1"), child("2", "8", "S1"), child("3", "7", "S2"),
      child("4", "6", "S2", "UT1"))
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.priorities, ["code": "UT1", "name": "Ưu tiên", "kind": "ưu tiên", "points": "0"])
    return fixture
  }

  private func row(
    _ category: String, _ value: String, _ seats: String, _ kind: String = "dành riêng"
  ) -> [String: String] {
    [
      "school": "A", "program": "thuong", "category": category, "value": value, "seats": seats, "kind": kind,
    ]
  }

  private func stops(_ fixture: RoundFixture) -> [String] {
    guard case .stopped(let errors, _) = fixture.decide() else { return [] }
    return errors.map { ($0.finding.facts["reason"] ?? "") + " " + $0.finding.place.label }
  }

  @Test func seatsForASourceSchoolGoToItsBestFirst() throws {
    var fixture = fixture()
    fixture.add(.reservations, row("Trường cuối cấp", "S2", "1"))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting", "A", "waiting"])
    #expect(round.reason(round.input.wishes(of: 1).lowerBound, of: 1) == .reservedForOthers)
    #expect(round.reason(round.input.wishes(of: 3).lowerBound, of: 3) == .belowCutoff)
    #expect(round.checks.allSatisfy { $0.violations.isEmpty })
  }

  @Test func seatsForAClaim() throws {
    var fixture = fixture()
    fixture.add(.reservations, row("Diện", "UT1", "1"))
    #expect(try #require(fixture.decided).places == ["A", "waiting", "waiting", "A"])
  }

  @Test func aCapKeepsTheBestOfASchool() throws {
    var fixture = fixture(quota: 3)
    fixture.round.tiePolicy = .lottery
    fixture.round.lotteryKey = "k"
    fixture.round.seed = "1"
    fixture.add(.reservations, row("Trường cuối cấp", "S1", "1", "tối đa"))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting", "A", "A"])
  }

  /// Also where only `simulate` asks about another policy, so that no row was judged by it.
  @Test func aCapWithoutTheLotteryStopsTheRound() {
    for policy in [Round.TiePolicy.allIn, .allOut, .council] {
      var fixture = fixture(quota: 3)
      fixture.round.tiePolicy = policy
      fixture.add(.reservations, row("Trường cuối cấp", "S1", "1", "tối đa"))
      #expect(stops(fixture) == ["cap-without-lottery kind"])
    }
  }

  @Test func withACapAllRowsAreOfOneCategory() {
    var mixed = fixture(quota: 3)
    mixed.round.tiePolicy = .lottery
    mixed.round.seed = "1"
    mixed.add(
      .reservations, row("Trường cuối cấp", "S1", "1", "tối đa"), row("Tuyến", "1", "1"))
    #expect(stops(mixed) == ["cap-categories category"])
  }

  @Test func seatsForATierWhereThereAreNoTiersAreANote() throws {
    var fixture = fixture()
    fixture.add(.reservations, row("Tuyến", "1", "1"))
    let told = try #require(fixture.decided).told.map(\.finding)
    #expect(told.map { $0.facts["reason"] } == ["tier-without-zones"])
    #expect(told.map(\.place.label) == ["category"] && told.map(\.severity) == [.note])
    fixture.programs[0].zoned = true
    #expect(
      try #require(fixture.decided).told.contains { $0.finding.facts["reason"] == "tier-without-zones" }
        == false)
  }

  @Test func moreReservedThanThereAreSeatsStopsTheRoundAtTheCell() {
    var fixture = fixture()
    fixture.add(.reservations, row("Trường cuối cấp", "S1", "1"), row("Trường cuối cấp", "S2", "2"))
    #expect(stops(fixture) == ["reserved-above-quota seats"])
  }

  /// A child who has a reserved seat keeps that one after reopening: the open seats stay what they are.
  @Test func whoIsKeptStaysOnTheSeatOfItsRow() throws {
    var fixture = fixture()
    fixture.add(.reservations, row("Trường cuối cấp", "S2", "1"))
    let before = try #require(fixture.decided)
    fixture.settled = before.settledNow
    fixture.settled.kept = [PersonKey(personalId: "3"): "A/thuong"]
    let after = try #require(fixture.decided)
    #expect(after.places == ["A", "waiting", "A", "waiting"])
    #expect(after.input.keptSeats == [2: 0])
  }
}
