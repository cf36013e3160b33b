import Admission
import Rounds
import Tables
import Testing

/// Half-sentences of contract.md 4 that no other test is about.
@Suite struct SmallPrintTests {
  /// «Communes and hamlets compare folded.»
  @Test func communesAndHamletsCompareFolded() throws {
    var fixture = RoundFixture(program("A", quota: 9) { $0.zoned = true })
    fixture.add(
      .zones, ["basis": "thường trú", "commune": "Xã Hoà Bình", "hamlet": "ẤP 1", "school": "A", "tier": "1"])
    let homes = [("xã hòa  bình", "Ấp 1"), ("XA HOA BINH", "ap 1"), ("Xã Hòa Bình", "Ấp 11"), ("", "Ấp 1")]
    fixture.add(
      .roster, by: "cong",
      rows: homes.enumerated().map { index, home in
        [
          "personalId": String(index), "wish1": "A/thuong", "permanentCommune": home.0,
          "permanentHamlet": home.1,
        ]
      })
    #expect(try #require(fixture.decided).places == ["A", "A", "ineligible", "ineligible"])
  }

  /// «margins: list of decimals, NV1 first, missing = 0.»
  @Test func aMarginThatIsNotGivenIsZero() throws {
    var fixture = RoundFixture(program("A"), program("B"))
    fixture.round.method = .margin
    fixture.round.margins = [.zero, Exact(whole: 1) ?? .zero]
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "8", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "8.5", "wish2": "A/thuong"],
      ["personalId": "3", "average9": "8.2", "wish3": "A/thuong"])
    let round = try #require(fixture.decided)
    // 8, 8.5 − 1 and 8.2 − 0.
    #expect(round.places == ["waiting", "waiting", "A"])
    #expect(round.outcome.waitingPlace == [1, 2, 0])
  }

  /// «Theo điểm chuẩn cho trước: … no quota, reservations, ties, margins, phases, waiting.»
  @Test func givenCutoffsKnowNothingElse() throws {
    var fixture = RoundFixture(program("A", quota: 1) { $0.phase = 2 }, program("B", quota: 1))
    fixture.round.method = .given
    fixture.round.wishes = 2
    fixture.round.margins = [Exact(whole: 9) ?? .zero]
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .reservations,
      [
        "school": "A", "program": "thuong", "category": "Trường cuối cấp", "value": "T", "seats": "1",
        "kind": "dành riêng",
      ])
    fixture.add(
      .cutoffs,
      rows: ["A", "B"].flatMap { school in
        ["1", "2"].map { ["school": school, "program": "thuong", "wish": $0, "score": "8"] }
      })
    fixture.add(
      .roster, by: "cong",
      rows: ["8", "8", "9", "7.9"].enumerated().map { index, average in
        ["personalId": String(index), "average9": average, "wish1": "A/thuong", "wish2": "B/thuong"]
      })
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "A", "A", "not-admitted"])
    #expect(round.outcome.reservedSeats.isEmpty && round.outcome.waitingPlace.allSatisfy { $0 == 0 })
    #expect(round.checks.allSatisfy { $0.violations.isEmpty })
  }
}
