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

  /// «A note at most: … margins in any order.»
  @Test func marginsMayFall() throws {
    var fixture = RoundFixture(program("A"), program("B"))
    fixture.round.method = .margin
    fixture.round.margins = [2, 0, 1].map { Exact(whole: $0) ?? .zero }
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "7.5", "wish1": "B/thuong", "wish2": "A/thuong"],
      ["personalId": "3", "average9": "8", "wish1": "B/thuong"])
    let round = try #require(fixture.decided)
    // At A 9 − 2 and 7.5 − 0.
    #expect(round.places == ["waiting", "A", "B"])
    #expect(round.findings.isEmpty)
  }

  /// «The most specific rows stand …: in `scoring` and `tieBreaks` as a whole set.»
  @Test func theMostSpecificTieBreaksStandAsAWholeSet() throws {
    var fixture = RoundFixture(program("A"), program("B"))
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .tieBreaks, ["order": "1", "field": "Toán 9", "direction": "giảm"],
      ["order": "2", "field": "Ngữ văn 9", "direction": "giảm"],
      ["order": "1", "field": "Ngữ văn 9", "direction": "giảm", "school": "b"])
    let marks = [("9", "5"), ("8", "6"), ("9", "6")]
    fixture.add(
      .roster, by: "cong",
      rows: marks.enumerated().map { index, mark in
        [
          "personalId": String(index), "average9": "8", "math9": mark.0, "literature9": mark.1,
          "wish1": "A/thuong", "wish2": "B/thuong",
        ]
      })
    let round = try #require(fixture.decided)
    // A parts by mathematics and then literature; B by literature alone, which parts the last two not.
    #expect(round.outcome.rank == [2, 3, 3, 1, 1, 1])
  }

  /// «Each `dành riêng` row, by `order`, then category and value»; a blank comes last.
  @Test func reservedRowsSeatByTheirOrderThenByCategoryAndValue() throws {
    func row(_ category: String, _ value: String, _ order: String) -> [String: String] {
      [
        "school": "A", "program": "thuong", "category": category, "value": value, "seats": "1",
        "kind": "dành riêng", "order": order,
      ]
    }
    func seat(_ rows: [String: String]...) throws -> NamedReservation? {
      var fixture = RoundFixture(program("A", quota: 4))
      fixture.add(
        .priorities, ["code": "U", "name": "U", "kind": "ưu tiên", "points": "0"],
        ["code": "V", "name": "V", "kind": "ưu tiên", "points": "0"])
      fixture.add(.reservations, rows: rows)
      fixture.add(
        .roster, by: "cong",
        ["personalId": "1", "wish1": "A/thuong", "sourceSchool": "T", "priorities": "V;U"])
      let round = try #require(fixture.decided)
      return round.outcome.reservedSeats[0].map { round.reservations[0][$0] }
    }
    let (claim, school) = (NamedReservation.Category.priority, NamedReservation.Category.sourceSchool)
    #expect(try seat(row("Trường cuối cấp", "T", "1"), row("Diện", "U", "2"))?.category == school)
    #expect(try seat(row("Trường cuối cấp", "T", "2"), row("Diện", "U", ""))?.category == school)
    #expect(try seat(row("Trường cuối cấp", "T", ""), row("Diện", "U", ""))?.category == claim)
    #expect(try seat(row("Diện", "V", ""), row("Diện", "U", ""))?.value == "U")
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
