import Rounds
import Tables
import Testing

/// Who has confirmed: classes are theirs alone, and a kept child leaves by refusing.
@Suite struct EnrolmentsTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 2), program("B", quota: 1))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "8", "wish1": "A/thuong"],
      ["personalId": "3", "average9": "7", "wish1": "A/thuong"],
      ["personalId": "4", "average9": "6", "wish1": "B/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .classes, ["school": "A", "class": "10A", "capacity": "40"],
      ["school": "B", "class": "10B", "capacity": "40"])
    return fixture
  }

  private func classes(_ round: DecidedRound) -> [[Int32]] { round.classes.classes.map(\.members) }

  @Test func allAdmittedHaveClassesWhileTheirSchoolHasSentNoEnrolments() throws {
    var fixture = fixture()
    #expect(try classes(#require(fixture.decided)) == [[0, 1], [3]])
    fixture.add(.enrolments, by: "A", ["personalId": "2", "school": "A", "status": "đã xác nhận"])
    // The first has not confirmed; of B nothing is known.
    let round = try #require(fixture.decided)
    #expect(classes(round) == [[1], [3]])
    #expect(round.places == ["A", "A", "waiting", "B"])
    fixture.add(.enrolments, by: "A", ["personalId": "1", "school": "A", "status": "đã nhập học"])
    #expect(try classes(#require(fixture.decided)) == [[0, 1], [3]])
  }

  @Test(arguments: [("từ chối", ReasonCode.declined), ("không đến", .notCome)])
  func aKeptChildLeavesByRefusing(word: String, reason: ReasonCode) throws {
    var fixture = fixture()
    fixture.kept = [PersonKey(personalId: "1"): "A/thuong", PersonKey(personalId: "3"): "A/thuong"]
    #expect(try #require(fixture.decided).places == ["A", "waiting", "A", "B"])
    fixture.add(.enrolments, by: "A", ["personalId": "1", "school": "A", "status": word])
    let round = try #require(fixture.decided)
    #expect(round.places == ["not-admitted", "A", "A", "B"])
    #expect(round.reason(of: 0) == reason)
    #expect(round.settledNow.kept == [PersonKey(personalId: "3"): "A/thuong"])
    #expect(round.settledNow.left.keys.map(\.personalId) == ["1"])
  }

  @Test func nobodyLeavesAnOfficialResultBeforeTheSupplementaryRound() throws {
    var fixture = fixture()
    fixture.state = .finalized
    fixture.kept = [PersonKey(personalId: "1"): "A/thuong"]
    fixture.add(.enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"])
    #expect(try #require(fixture.decided).places == ["A", "A", "waiting", "B"])
  }

  @Test func aRefusalElsewhereLeavesAKeptChildWhereItIs() throws {
    var fixture = fixture()
    fixture.kept = [PersonKey(personalId: "1"): "A/thuong"]
    fixture.add(.enrolments, by: "B", ["personalId": "1", "school": "B", "status": "từ chối"])
    #expect(try #require(fixture.decided).places == ["A", "A", "waiting", "B"])
  }
}
