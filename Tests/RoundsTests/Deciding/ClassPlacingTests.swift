import Admission
import Placement
import Rounds
import Tables
import Testing

/// contract.md 4, Classes.
@Suite struct ClassPlacingTests {
  private func fixture(_ names: [String]) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 99), program("A", "toan", quota: 99))
    fixture.add(
      .roster, by: "cong",
      rows: names.enumerated().map { index, name in
        ["personalId": String(100 + index), "fullName": name, "wish1": "A/thuong", "gender": "Nữ"]
      })
    return fixture
  }

  private func members(_ round: DecidedRound) -> [[String]] {
    round.classes.classes.map { $0.members.map { round.cohort.names.fullName(Int($0)) } }
  }

  @Test func aRuleOfTheSchoolPlacesAllItsProgramsByName() throws {
    var fixture = fixture(["Lê Bình", "Trần Ân", "Võ An", "Đỗ Đức"])
    fixture.add(
      .roster, by: "cong", ["personalId": "9", "fullName": "Hồ Dung", "wish1": "A/toan", "gender": "Nam"])
    fixture.add(
      .classes, by: "A", ["school": "A", "class": "10A1", "capacity": "3"],
      ["school": "A", "class": "10A2", "capacity": "3"])
    fixture.add(.classRules, by: "A", ["school": "A", "mode": "theo tên"])
    let round = try #require(fixture.decided)
    #expect(members(round) == [["Võ An", "Trần Ân", "Lê Bình"], ["Hồ Dung", "Đỗ Đức"]])
    #expect(round.classes.name(of: 4) == "10A2")
    #expect(round.classes.classes(ofSchool: "A") == [0, 1])
  }

  @Test func aProgramWithClassesOfItsOwnIsPlacedApartAndWhoHasNoClassIsNamed() throws {
    var fixture = fixture(["Lê Bình"])
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "fullName": "Hồ Dung", "wish1": "A/toan"],
      ["personalId": "2", "fullName": "Hồ Em", "wish1": "A/toan"])
    fixture.add(
      .classes, by: "A", ["school": "A", "program": "TOAN", "class": "10T", "capacity": "1"],
      ["school": "A", "class": "10A", "capacity": "9"])
    fixture.add(.classRules, by: "A", ["school": "A", "mode": "theo tên"])
    let round = try #require(fixture.decided)
    #expect(members(round) == [["Hồ Dung"], ["Lê Bình"]])
    #expect(round.classes.unplaced == [2: .full])
  }

  @Test func theClassLotteryIsDrawnFromSeedAndIdentifier() throws {
    var fixture = fixture(["Lê Bình", "Trần Ân", "Võ An", "Đỗ Đức"])
    fixture.add(
      .classes, by: "A", ["school": "A", "class": "10A1", "capacity": "2"],
      ["school": "A", "class": "10A2", "capacity": "2"])
    fixture.add(.classRules, by: "A", ["school": "A", "mode": "bốc thăm", "seed": "7"])
    let round = try #require(fixture.decided)
    let drawn = (0..<4).sorted { a, b in
      SHA256.hex(Array("7\n\(100 + a)".utf8)) < SHA256.hex(Array("7\n\(100 + b)".utf8))
    }
    #expect(Set(round.classes.classes[0].members.map(Int.init)) == Set(drawn.prefix(2)))
  }

  @Test func withoutAPlanNobodyHasAClass() throws {
    let round = try #require(fixture(["Lê Bình"]).decided)
    #expect(round.classes.classes.isEmpty)
    #expect(round.classes.name(of: 0).isEmpty)
    #expect(round.classes.unplaced.isEmpty)
  }
}
