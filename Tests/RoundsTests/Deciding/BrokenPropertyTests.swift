import Admission
import Rounds
import Tables
import Testing

/// A result that breaks a property is withheld, and the department reads which and where.
@Suite struct BrokenPropertyTests {
  @Test func theCaseIsNamed() throws {
    var fixture = RoundFixture(program("A", quota: 1), program("B", quota: 1))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "8", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    let round = try #require(fixture.decided)
    #expect(round.broken(round.checks, round.classes.checks) == [])
    // The second child has the seat of the first.
    var spoilt = round.outcome
    (spoilt.place[0], spoilt.place[1]) = (-1, 1)
    let broken = round.broken(verify(round.input, spoilt))
    let passedOver = try #require(broken.first { $0.property == .admission(.nobodyPassedOver) })
    #expect(passedOver.id == "P3" && passedOver.count == 1)
    #expect(passedOver.cases.map(\.path) == ["A/thuong"] && passedOver.cases.map(\.person) == ["1"])
  }
}
