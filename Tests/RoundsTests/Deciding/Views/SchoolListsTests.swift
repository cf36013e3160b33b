import Admission
import Rounds
import Tables
import Testing

@Suite struct SchoolListsTests {
  /// A has one seat and B one; five children, the best first.
  private func round() throws -> DecidedRound {
    var fixture = RoundFixture(program("A"), program("B") { $0.minimum = Exact(whole: 6) })
    fixture.add(
      .roster, by: "cong",
      [
        "personalId": "1", "fullName": "Lê Ân", "gender": "Nữ", "average9": "9", "wish1": "A/thuong",
        "wish2": "B/thuong",
      ],
      [
        "personalId": "2", "fullName": "Võ An", "gender": "Nam", "average9": "8", "wish1": "A/thuong",
        "wish2": "B/thuong",
      ],
      ["personalId": "3", "average9": "7", "gender": "Nữ", "wish1": "B/thuong", "wish2": "A/thuong"],
      ["personalId": "4", "average9": "5", "wish1": "B/thuong"],
      ["personalId": "5", "average9": "10", "wish1": "B/thuong", "!held": ""])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    return try #require(fixture.decided)
  }

  @Test func eachSchoolSeesTheWishesIntoItAndItsOwnReasons() throws {
    let round = try round()
    let lists = SchoolLists(round)
    #expect(lists.schools == ["A", "B"])
    let a = lists.list(ofSchool: "A")
    #expect(a.applicants.map(\.applicant) == [0, 1, 2])
    #expect(a.admitted.map(\.applicant) == [0])
    #expect(a.waiting.map(\.applicant) == [2])
    #expect(a.refused.map(\.applicant) == [1])
    #expect(a.refused.map(\.reason) == [.belowCutoff])
    let b = lists.list(ofSchool: "B")
    #expect(b.admitted.map(\.applicant) == [1])
    #expect(b.waiting.map(\.applicant) == [2])
    #expect(b.refused.map(\.applicant) == [0, 3])
    #expect(b.refused.map(\.reason) == [.otherWish, .belowMinimum])
    #expect(b.held.map(\.applicant) == [4])
    #expect(round.cohort.names.sorted(a.applicants).prefix(3).map(\.applicant) == [2, 1, 0])
  }

  @Test func everyApplicantIsCountedOnce() throws {
    let counts = try round().counts
    #expect(counts.seats == 2)
    #expect(counts.applicants == .init(all: 5, female: 2))
    #expect(counts.admitted == .init(all: 2, female: 1))
    #expect(counts.waiting == .init(all: 1, female: 1))
    #expect(counts.ineligible.all == 1)
    #expect(counts.held.all == 1)
    let programs = try round().programCounts
    #expect(programs.map(\.applicants.all) == [3, 5])
    #expect(programs.map(\.notAdmitted.all) == [1, 1])
  }

  @Test func theReasonOfAnApplicantIsThatOfItsFirstEligibleWish() throws {
    let round = try round()
    #expect((0..<5).map(round.reason(of:)) == [nil, nil, nil, .belowMinimum, .heldRow])
  }
}
