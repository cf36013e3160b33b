import Rounds
import Tables
import Testing

@Suite struct SourceSchoolListsTests {
  @Test func leaversStandByClassAndByName() throws {
    var fixture = RoundFixture(program("A", quota: 9))
    fixture.add(
      .roster, by: "thcs", ["personalId": "1", "sourceClass": "9A10", "fullName": "Lê Ân"],
      ["personalId": "2", "sourceClass": "9A2", "fullName": "Lê Bình"],
      ["personalId": "3", "sourceClass": "9A2", "fullName": "Võ An", "wish1": "A/thuong"])
    fixture.add(.roster, by: "cong", ["personalId": "9", "wish1": "A/thuong", "sourceSchool": "thcs"])
    let round = try #require(fixture.decided)
    let lists = SourceSchoolLists(round.cohort)
    let classes = lists.classes(ofSchool: "thcs")
    #expect(classes.map(\.name) == ["9A2", "9A10"])
    #expect(classes[0].leavers.map(\.applicant) == [0, -1])
    #expect(lists.notApplied(ofSchool: "thcs").count == 2)
    #expect(lists.unknown(toSchool: "thcs") == [1])
    #expect(lists.unknown(toSchool: "A").isEmpty)
  }
}
