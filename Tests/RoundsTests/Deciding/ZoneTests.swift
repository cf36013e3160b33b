import Admission
import Rounds
import Tables
import Testing

/// Zones, ages, and the NV1 that the zone fills in.
@Suite struct ZoneTests {
  /// Two zoned schools; A takes the children of 2016, B those of 2017 too.
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(
      program("A", quota: 9) {
        $0.zoned = true
        $0.bornFrom = day("01/01/2016")
        $0.bornTo = day("31/12/2016")
        $0.ageExempt = ["KT"]
      }, program("B", quota: 9) { $0.zoned = true })
    fixture.add(
      .zones, ["basis": "thường trú", "commune": "Tân Trụ", "school": "A", "tier": "1"],
      ["basis": "nơi ở hiện tại", "commune": "Bình Tịnh", "hamlet": "Ấp 1", "school": "B", "tier": "1"],
      ["sourceSchool": "mg", "school": "B", "program": "thuong", "tier": "2"],
      ["basis": "cả hai", "commune": "Mỹ Bình", "school": "B", "tier": "3"])
    return fixture
  }

  @Test func tiersFollowTheResidenceThatTheRowNames() throws {
    var fixture = fixture()
    let wish = ["wish1": "B/thuong", "birthDate": "05/05/2016"]
    let homes: [[String: String]] = [
      ["currentCommune": "xã  BÌNH tịnh", "currentHamlet": "Ấp 1"],
      ["currentCommune": "Bình Tịnh", "currentHamlet": "ấp 1"],
      ["permanentCommune": "Bình Tịnh", "permanentHamlet": "Ấp 1"],
      ["permanentCommune": "Mỹ Bình", "currentCommune": "Mỹ Bình"], ["permanentCommune": "Mỹ Bình"],
      ["sourceSchool": "MG"],
    ]
    fixture.add(
      .roster, by: "cong",
      rows: homes.enumerated().map { index, home in
        home.merging(wish) { $1 }.merging(["personalId": String(index)]) { $1 }
      })
    let round = try #require(fixture.decided)
    #expect(round.outcome.tier == [0, 1, 0, 3, 0, 2])
    #expect(
      round.outcome.verdict == [.outOfZone, .eligible, .outOfZone, .eligible, .outOfZone, .eligible])
  }

  @Test func theRouteOfTheSourceSchoolsOwnRosterIsTierOne() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "mg", ["personalId": "1", "sourceClass": "L", "route": "B/thuong"])
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "wish1": "B/thuong"],
      ["personalId": "2", "wish1": "B/thuong", "route": "B/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.outcome.tier == [1, 0])
  }

  @Test func withoutAWishTheZoneFillsInNV1() throws {
    var fixture = fixture()
    fixture.add(
      .roster, by: "mg", ["personalId": "1", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2016"],
      ["personalId": "2", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2017"],
      ["personalId": "3", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2017", "priorities": "KT"],
      ["personalId": "4", "route": "B/thuong", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2016"],
      [
        "personalId": "5", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2016",
        "currentCommune": "Bình Tịnh",
        "currentHamlet": "Ấp 1",
      ],
      ["personalId": "6", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2016", "withdrawn": "x"])
    let round = try #require(fixture.decided)
    let filled = round.cohort.filled
    #expect((0..<round.cohort.count).map { round.cohort.key(of: $0).personalId } == ["1", "3", "4"])
    #expect((0..<3).map { filled[Int32($0)] } == [0, 0, 1])
    #expect(round.places == ["A", "A", "B"])
    #expect(round.cohort.recordsOnly.count == 6)
    let repairs = round.told.filter { $0.finding.code == .wishFilled }
    #expect(repairs.map(\.finding.place.row) == [2, 4, 5])
    #expect(repairs.map { $0.finding.facts["wish"] } == ["A/thuong", "A/thuong", "B/thuong"])
  }

  /// A route to a school alone is read as a wish for that school alone.
  @Test func aRouteToOneSchoolFillsInItsThuongOrTheProgramThatTheAgeFits() throws {
    var fixture = fixture()
    fixture.programs.append(program("B", "t6", quota: 9) { $0.zoned = true })
    fixture.programs.append(
      program("A", "t5", quota: 9) {
        $0.zoned = true
        $0.bornFrom = day("01/01/2017")
      })
    fixture.programs.removeAll { $0.path == "A/thuong" }
    fixture.programs.append(
      program("A", "t6", quota: 9) {
        $0.zoned = true
        $0.bornTo = day("31/12/2016")
      })
    let born = ["birthDate": "05/05/2016"]
    fixture.add(
      .roster, by: "mg", ["personalId": "1", "route": "B/t6;B/thuong"].merging(born) { $1 },
      ["personalId": "2", "route": "A/t5;A/t6"].merging(born) { $1 },
      ["personalId": "3", "route": "A/t5;A/t6;B/thuong"].merging(born) { $1 })
    let round = try #require(fixture.decided)
    let filled = (0..<round.cohort.count).map { applicant in
      round.input.wishes(of: applicant).map { round.plan(ofWish: $0).path }
    }
    #expect(filled == [["B/thuong"], ["A/t6"]])
  }

  @Test func nothingIsFilledInWhereAProgramIsNotZoned() {
    var fixture = fixture()
    fixture.programs.append(program("C"))
    fixture.add(
      .roster, by: "mg", ["personalId": "1", "permanentCommune": "Tân Trụ", "birthDate": "05/05/2016"])
    guard case .notReady(let reasons, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(reasons == [.noApplicants])
  }
}
