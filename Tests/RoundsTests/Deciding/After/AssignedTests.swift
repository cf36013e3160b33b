import Admission
import Rounds
import Tables
import Testing

/// tables.md, assignments: over and above the decision.
@Suite struct AssignedTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 1), program("B", quota: 1))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "8", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    return fixture
  }

  @Test func aChildWithoutAPlaceIsGivenOneBeyondTheQuota() throws {
    var fixture = fixture()
    fixture.add(.assignments, ["personalId": "2", "school": "A", "program": "thuong"])
    fixture.add(.classes, ["school": "A", "class": "10A1", "capacity": "40"])
    let round = try #require(fixture.decided)
    #expect(round.outcome.status == [.admitted, .admitted])
    #expect(round.place(of: 1) == nil)
    #expect(round.plan(of: 1)?.school == "A")
    #expect(round.reason(of: 1) == nil)
    #expect(round.programCounts[0].admitted.all == 2)
    #expect(round.counts.admitted.all == 2)
    #expect(round.classes.classes[0].members.count == 2)
    let list = SchoolLists(round).list(ofSchool: "A")
    #expect(list.admitted.map(\.applicant) == [0, 1])
    #expect(list.admitted.map { $0.wish < 0 } == [false, true])
    #expect(list.refused == [])
    // Whom the rules seated is kept after reopening; an assignment stands by its own table.
    #expect(round.admittedPlaces == [PersonKey(personalId: "1"): "A/thuong"])
  }

  @Test func aChildThatNeverAppliedCanBeAssigned() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", ["personalId": "3", "sourceClass": "9A", "average9": "5"])
    fixture.add(.assignments, ["personalId": "3", "school": "B", "program": "thuong"])
    let round = try #require(fixture.decided)
    #expect(round.cohort.count == 3)
    #expect(round.plan(of: 2)?.school == "B")
    #expect(round.cohort.recordsOnly.count == 1)
  }

  @Test func whoHasAPlaceKeepsItAndTheSenderIsTold() throws {
    var fixture = fixture()
    fixture.add(.assignments, ["personalId": "1", "school": "B", "program": "thuong"])
    let round = try #require(fixture.decided)
    #expect(round.plan(of: 0)?.school == "A")
    #expect(round.told.map(\.finding.code) == [.assignmentIdle])
  }

  @Test func whoRefusesTheAssignmentHasNoPlace() throws {
    var fixture = fixture()
    fixture.add(.assignments, ["personalId": "2", "school": "B", "program": "thuong"])
    fixture.add(.enrolments, by: "B", ["personalId": "2", "school": "B", "status": "từ chối"])
    #expect(try #require(fixture.decided).places == ["A", "waiting"])
  }
}
