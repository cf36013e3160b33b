import Admission
import Rounds
import Tables
import Testing

@Suite struct ExplanationsTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A"), program("B"))
    fixture.round.method = .margin
    fixture.round.margins = [.zero, Exact(whole: 1) ?? .zero]
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "average9": "9", "math9": "8", "wish1": "A/thuong"],
      ["personalId": "2", "average9": "8.5", "math9": "8", "wish1": "A/thuong", "wish2": "B/thuong"],
      ["personalId": "3", "average9": "9", "math9": "7", "wish1": "A/thuong", "wish2": "B/thuong"],
      ["personalId": "4", "wish1": "A/thuong"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "2"])
    fixture.add(.tieBreaks, ["order": "1", "field": "Toán 9", "direction": "giảm"])
    return fixture
  }

  /// A kept child is no measure for the others: they are compared with the last one seated by its key.
  @Test func aKeptChildIsNamedAndNotComparedWith() throws {
    var fixture = fixture()
    fixture.programs[0].quota = 2
    fixture.kept = [PersonKey(personalId: "4"): "A/thuong"]
    let round = try #require(fixture.decided)
    let kept = try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 3).first)
    #expect(kept.kept && kept.reason == nil && kept.verdict == .missingMark)
    let first = try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 1).first)
    #expect(!first.kept && first.reason == .belowCutoff && first.gap == exact("1") && first.lastRank == 1)

    fixture.programs[0].quota = 1
    let crowded = try #require(fixture.decided)
    let full = try #require(Explanations(crowded, schemas: shippedSchemas).explanation(of: 1).first)
    #expect(full.reason == .seatsKept && full.gap == nil && full.lastKey == [])
  }

  private func exact(_ text: String) -> Exact { Exact(parsing: text.utf8) ?? .zero }

  @Test func theScoreItsPartsAndTheKeyComparedAreTold() throws {
    let round = try #require(fixture().decided)
    let wishes = Explanations(round, schemas: shippedSchemas).explanation(of: 1)
    #expect(wishes.map(\.number) == [1, 2])
    let first = try #require(wishes.first)
    #expect(first.parts.map(\.field) == ["ĐTB 9"])
    #expect(first.parts.map(\.value) == [.value(exact("8.5"))])
    #expect(first.score == exact("17"))
    let math = WishExplanation.FieldContent.value(exact("8"))
    #expect(
      first.key == [.direct(false), .score(exact("17")), .tieBreak(field: "Toán 9", math, descending: true)])
    #expect(first.cutoffKey.contains(.score(exact("18"))))
    #expect(first.gap == exact("1"))
    #expect(first.rank == 3)
    #expect(first.lastRank == 1)
    #expect(first.reason == .belowCutoff)
    #expect(wishes[1].key.contains(.score(exact("16"))))
    #expect(wishes[1].gap == exact("1"))
  }

  @Test func whereOnlyATieBreakDecidesTheGapIsZero() throws {
    let round = try #require(fixture().decided)
    #expect(Explanations(round, schemas: shippedSchemas).explanation(of: 2)[0].gap == .zero)
    #expect(Explanations(round, schemas: shippedSchemas).explanation(of: 0)[0].reason == nil)
  }

  @Test func aDateIsToldAsADate() throws {
    var fixture = fixture()
    fixture.add(.tieBreaks, ["order": "1", "field": "Ngày sinh", "direction": "tăng"])
    fixture.add(
      .roster, by: "cong",
      ["personalId": "5", "average9": "9", "birthDate": "01/02/2007", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    let wishes = (0..<5).flatMap { Explanations(round, schemas: shippedSchemas).explanation(of: $0) }
    let day = try #require(Day(year: 2007, month: 2, day: 1))
    #expect(
      wishes.contains { $0.key.contains(.tieBreak(field: "Ngày sinh", .day(day), descending: false)) })
  }

  @Test func whoIsNotEligibleHasNoKey() throws {
    let round = try #require(fixture().decided)
    let wish = Explanations(round, schemas: shippedSchemas).explanation(of: 3)[0]
    #expect(wish.verdict == .missingMark)
    #expect(wish.parts.map(\.value) == [.missing])
    #expect(wish.key.isEmpty)
    #expect(wish.rank == nil)
    #expect(wish.gap == nil)
  }

  /// A wish that does not compete says why, whatever holds the child elsewhere.
  @Test func aTiedChildHasTheOwnReasonOfAWishThatDoesNotCompete() throws {
    var fixture = RoundFixture(program("A"), program("B") { $0.bornFrom = day("01/01/2008") })
    fixture.round.tiePolicy = .council
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .roster, by: "cong",
      rows: ["1", "2"].map { id in
        [
          "personalId": id, "birthDate": "01/02/2007", "average9": "9", "wish1": "A/thuong",
          "wish2": "B/thuong",
        ]
      })
    let round = try #require(fixture.decided)
    #expect(round.places == ["held", "held"] && round.reason(of: 0) == .tie)
    let wishes = Explanations(round, schemas: shippedSchemas).explanation(of: 0)
    #expect(wishes.map(\.reason) == [.tie, .age])
  }

  @Test func aGivenCutoffIsComparedWithTheScore() throws {
    var fixture = fixture()
    fixture.round.method = .given
    fixture.round.wishes = 1
    fixture.add(
      .cutoffs, ["school": "A", "program": "thuong", "wish": "1", "score": "17.5"],
      ["school": "B", "program": "thuong", "wish": "1", "score": "0"])
    let round = try #require(fixture.decided)
    let wish = Explanations(round, schemas: shippedSchemas).explanation(of: 1)[0]
    #expect(wish.givenCutoff == exact("17.5"))
    #expect(wish.gap == exact("0.5"))
    #expect(wish.reason == .belowCutoff)
  }
}
