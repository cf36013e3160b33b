import Rounds
import Tables
import Testing

/// What an official result has recorded, beside what deciding once more comes to.
@Suite struct AsSettledTests {
  /// One seat at A, and four children who wish for it, of whom two are equal.
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 1) { $0.reserve = 1 }, program("B", quota: 0))
    fixture.state = .finalized
    let marks = ["9", "8", "7", "7"]
    fixture.add(
      .roster, by: "cong",
      rows: marks.enumerated().map { index, mark in
        ["personalId": String(index + 1), "average9": mark, "wish1": "A/thuong"]
      })
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    return fixture
  }

  private func record(_ fixture: RoundFixture) throws -> RoundRecord {
    let round = try #require(fixture.decided)
    var record = RoundRecord(settled: round.settledNow, admitted: round.admittedPlaces)
    record.waiting = round.waitingPlaces
    return record
  }

  /// How many children stop the round; nil where it goes on.
  private func stopped(_ fixture: RoundFixture, by record: RoundRecord) -> Int? {
    var tables = fixture.tables
    tables.record = record
    guard case .stopped(let errors, _) = decide(tables, schemas: shippedSchemas).asSettled(tables) else {
      return nil
    }
    return errors.first?.decidedOtherwise?.count
  }

  private func key(_ id: String) -> PersonKey { PersonKey(personalId: id) }

  @Test func theOrderOfTheWholeListIsRecorded() throws {
    let waiting = try #require(try record(fixture()).waiting)
    #expect(waiting == [key("2"): ["A/thuong": 1], key("3"): ["A/thuong": 2], key("4"): ["A/thuong": 2]])
  }

  @Test func anotherOrderStopsTheRound() throws {
    let fixture = fixture()
    var record = try record(fixture)
    #expect(stopped(fixture, by: record) == nil)
    record.waiting?[key("2")] = ["A/thuong": 2]
    record.waiting?[key("3")] = ["A/thuong": 1]
    #expect(stopped(fixture, by: record) == 2)
    // Somebody who is there no more, and a program that is gone.
    record = try self.record(fixture)
    record.waiting?[key("5")] = ["A/thuong": 4]
    record.waiting?[key("2")] = ["A/thuong": 1, "C/thuong": 1]
    #expect(stopped(fixture, by: record) == 2)
  }

  @Test func recordsOfAnEarlierVersionAndRoundsThatGoOnAreNotCompared() throws {
    var fixture = fixture()
    var record = try record(fixture)
    record.waiting = nil
    #expect(stopped(fixture, by: record) == nil)
    record.waiting = [key("4"): ["A/thuong": 1]]
    fixture.state = .open
    #expect(stopped(fixture, by: record) == nil)
  }
}
