import Admission
import Rounds
import TableSchema
import Tables
import Testing

/// Who declines its place, or does not come, reads that in the same words whenever it was.
@Suite struct DeclinedSchoolsTests {
  /// A has two seats.
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 2), program("B"))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "8", "wish1": "A/thuong"],
      ["personalId": "3", "average9": "7", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"],
      ["personalId": "2", "school": "A", "status": "không đến"])
    return fixture
  }

  /// Whether all is decided anew, they were kept by then, or it was before `xét bổ sung`.
  @Test func whoDeclinesReadsTheSameInAllWays() throws {
    var fixture = fixture()
    let anew = try #require(fixture.decided)
    fixture.settled.kept = [PersonKey(personalId: "1"): "A/thuong", PersonKey(personalId: "2"): "A/thuong"]
    let kept = try #require(fixture.decided)
    fixture.settled = Settled()
    fixture.state = .finalized
    fixture.settled.supplement = try #require(fixture.decided).supplement.children
    fixture.state = .supplementary
    let supplemented = try #require(fixture.decided)
    for round in [anew, kept, supplemented] {
      #expect(round.places == ["not-admitted", "not-admitted", "A"])
      #expect((0...1).map { round.reason(of: $0) } == [.declined, .notCome])
      let explanations = Explanations(round, schemas: shippedSchemas)
      for (applicant, score) in ["9", "8"].enumerated() {
        let told = try #require(explanations.explanation(of: applicant).first)
        #expect(told.verdict == .schoolDeclined && told.score.text == score)
        #expect(told.rank == nil && told.key.isEmpty && told.gap == nil)
      }
      #expect(round.checks.allSatisfy { $0.violations.isEmpty })
    }
    #expect(kept.input.states == [.left, .left, .competes])
  }

  /// What it would not have got anyway it has not declined.
  @Test func whoWasNotEligibleAnywayStaysThat() throws {
    var fixture = fixture()
    fixture.programs[0].minimum = Exact(parsing: "8.5".utf8)
    let round = try #require(fixture.decided)
    #expect(round.places == ["not-admitted", "ineligible", "ineligible"])
    #expect((0...2).map { round.reason(of: $0) } == [.declined, .belowMinimum, .belowMinimum])
  }
}
