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

  /// Kept children have all seats: no cut-off is set by the others, and they are turned away all the same.
  @Test func whereOthersAreTurnedAwayNobodyIsSaidToFit() throws {
    func first(quota: Int) throws -> WishExplanation {
      var fixture = RoundFixture(program("A", quota: quota), program("B"))
      fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
      fixture.add(
        .roster, by: "cong", ["personalId": "1", "average9": "9", "wish1": "A/thuong"],
        ["personalId": "2", "average9": "8", "wish1": "A/thuong", "wish2": "B/thuong"],
        ["personalId": "3", "average9": "7", "wish1": "A/thuong"])
      fixture.kept = [PersonKey(personalId: "1"): "A/thuong", PersonKey(personalId: "2"): "B/thuong"]
      let round = try #require(fixture.decided)
      #expect(round.places == ["A", "B", quota == 1 ? "waiting" : "A"])
      return try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 1).first)
    }
    let full = try first(quota: 1)
    #expect(full.reason == .belowCutoff && full.cutoffKey.isEmpty && !full.turnsNobodyAway)
    // Kept at its second wish, it is measured by the one who is kept at its first.
    #expect(full.gap == exact("1") && full.lastRank == 1)
    let free = try first(quota: 3)
    #expect(free.turnsNobodyAway && free.reason == .otherWish && free.isKeptElsewhere && free.gap == nil)
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

  /// Whoever is behind a group of equals that is not in needs what that group has, not what the last one in has.
  @Test(arguments: [Round.TiePolicy.allOut, .council, .lottery])
  func behindAGroupThatIsNotInTheGroupIsTheMeasure(_ policy: Round.TiePolicy) throws {
    func decided(_ last: String) throws -> DecidedRound {
      var fixture = RoundFixture(program("A", quota: 2))
      fixture.round.tiePolicy = policy
      fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
      fixture.add(
        .roster, by: "cong",
        rows: zip(["1", "2", "3", "4"], ["9", "8", "8", last]).map { id, mark in
          ["personalId": id, "average9": mark, "wish1": "A/thuong"]
        })
      return try #require(fixture.decided)
    }
    let wish = try #require(Explanations(decided("7"), schemas: shippedSchemas).explanation(of: 3).first)
    #expect(wish.gap == exact("1") && wish.lastRank == 1)
    #expect(wish.unseated == (policy == .allOut ? .groupOut : .seatsHeld))
    // A little more is enough.
    #expect(try decided("8.1").places == ["A", "waiting", "waiting", "A"])
    #expect(try decided("7").reason(of: 1) == (policy == .allOut ? nil : policy == .council ? .tie : .draw))
  }

  /// The same of children for whom a seat is kept, however the tie elsewhere ends: the last of them.
  @Test func behindASeatThatIsKeptItsChildIsTheMeasure() throws {
    var fixture = RoundFixture(program("A", quota: 2), program("B"))
    fixture.round.tiePolicy = .council
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .roster, by: "cong",
      rows: [("1", "9", "A", ""), ("2", "8", "B", "A"), ("3", "8", "B", ""), ("4", "7", "A", "")].map {
        [
          "personalId": $0.0, "average9": $0.1, "wish1": $0.2 + "/thuong",
          "wish2": $0.3.isEmpty ? "" : $0.3 + "/thuong",
        ]
      })
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "held", "held", "held"])
    fixture.add(
      .roster, by: "cong", ["personalId": "5", "average9": "6", "wish1": "A/thuong"])
    let second = try #require(fixture.decided)
    let wish = try #require(Explanations(second, schemas: shippedSchemas).explanation(of: 4).first)
    #expect(wish.unseated == .seatsHeld && wish.gap == exact("1"))
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
