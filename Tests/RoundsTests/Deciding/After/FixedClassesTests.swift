import Placement
import Rounds
import Tables
import Testing

/// contract.md 4, Classes: `chốt lớp`.
@Suite struct FixedClassesTests {
  private func fixture(_ children: Int) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 9))
    fixture.add(
      .roster, by: "cong",
      rows: (1...children).map { ["personalId": String($0), "fullName": "Lê An", "wish1": "A/thuong"] })
    fixture.add(
      .classes, ["school": "A", "class": "10A1", "capacity": "3"],
      ["school": "A", "class": "10A2", "capacity": "3"])
    fixture.add(.classRules, ["school": "A", "mode": "theo tên"])
    return fixture
  }

  private func classes(_ round: DecidedRound) -> [[Int32]] { round.classes.classes.map(\.members) }

  @Test func nobodyMovesAndLaterChildrenGoToTheSmallestClass() throws {
    let before = try #require(fixture(3).decided)
    #expect(classes(before) == [[0, 1], [2]])
    var later = fixture(5)
    later.fixedClasses = before.classSeats(at: ["A"])
    #expect(try classes(#require(later.decided)) == [[0, 1, 4], [2, 3]])
    // Without the order they would be placed anew.
    #expect(try classes(#require(fixture(5).decided)) == [[0, 1, 2], [3, 4]])
  }

  @Test func whoHasNoSeatLeftIsNamed() throws {
    var later = fixture(7)
    later.fixedClasses = try #require(fixture(3).decided).classSeats(at: ["A"])
    let round = try #require(later.decided)
    #expect(round.classes.unplaced.count == 1)
    #expect(round.classes.unplaced.values.first == .full)
  }

  @Test func aClassThatIsGoneLeavesItsChildrenToTheOthers() throws {
    var later = fixture(3)
    later.fixedClasses = [PersonKey(personalId: "1"): "A/10A1", PersonKey(personalId: "2"): "A/10A9"]
    #expect(try classes(#require(later.decided)) == [[0, 2], [1]])
  }
}
