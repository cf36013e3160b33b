import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, Score: from rows of setup to what is added up.
@Suite struct ScoringTests {
  /// One school, three seats, children 1…n with the given columns and A as their only wish.
  private func fixture(_ children: [String: String]...) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 3))
    let rows = children.enumerated().map { index, columns in
      columns.merging(["personalId": String(index + 1), "wish1": "A/thuong"]) { $1 }
    }
    fixture.add(.roster, by: "cong", rows: rows)
    return fixture
  }

  private func scores(_ round: DecidedRound) -> [String] { round.outcome.score.map { Exact(raw: $0).text } }

  @Test func fieldsAreAddedWithTheirCoefficientsByLabelOrKey() throws {
    var fixture = fixture(["average9": "8.5", "math9": "9"], ["average9": "7", "math9": ""])
    fixture.add(
      .scoring, ["field": "đtb  9", "coefficient": "2"], ["field": "math9", "coefficient": "0.5"])
    let round = try #require(fixture.decided)
    #expect(scores(round)[0] == "21.5")
    #expect(round.outcome.verdict == [.eligible, .missingMark])
    #expect(round.fieldLabels == ["đtb  9", "math9"])
  }

  @Test func aSubjectOfTheMarksStandsBeforeARosterColumn() throws {
    var fixture = fixture(["math9": "1"])
    fixture.add(.scores, ["personalId": "1", "subject:toan 9": "7.25"])
    fixture.add(.scoring, ["field": "Toán 9", "coefficient": "1"])
    let round = try #require(fixture.decided)
    #expect(scores(round) == ["7.25"])
    #expect(round.input.recipes.map(\.usesExam) == [true])
  }

  @Test func sumsAreOneFieldAndAbsenceOutweighsWhatIsMissing() throws {
    var fixture = fixture([:], [:], [:])
    fixture.add(
      .scores, ["personalId": "1", "subject:toan": "7.25", "subject:ngu van": "5"],
      ["personalId": "2", "subject:toan": "9", "absent": "Ngữ văn"],
      ["personalId": "3", "absent": "x", "violation": "x"])
    fixture.add(.scoring, ["field": "Toán + Ngữ văn", "coefficient": "1"])
    let round = try #require(fixture.decided)
    #expect(scores(round)[0] == "12.25")
    #expect(round.outcome.verdict == [.eligible, .absent, .absent])
    #expect(round.input.violations == [false, false, true])
  }

  @Test func aPairConvertsAndAnUnknownPairIsNeverZero() throws {
    var fixture = fixture(
      ["learning9": "Giỏi", "conduct9": "tốt"], ["learning9": "Đạt", "conduct9": "Tốt"], ["learning9": "Giỏi"]
    )
    fixture.add(
      .conversions, ["table": "HB", "value1": "giỏi", "value2": "Tốt", "points": "10"],
      ["table": "HB", "value1": "8,0", "points": "1"])
    fixture.add(.scoring, ["field": "HL 9 + HK 9", "coefficient": "1", "conversion": "hb"])
    let round = try #require(fixture.decided)
    #expect(scores(round)[0] == "10")
    #expect(round.outcome.verdict == [.eligible, .noConversion, .missingMark])
  }

  @Test func decimalsConvertAsNumbers() throws {
    var fixture = fixture(["average9": "8"], ["average9": "8.1"])
    fixture.add(.conversions, ["table": "T", "value1": "8,0", "points": "3"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1", "conversion": "T"])
    let round = try #require(fixture.decided)
    #expect(scores(round)[0] == "3")
    #expect(round.outcome.verdict == [.eligible, .noConversion])
  }

  @Test func theMostSpecificSetStandsAsAWhole() throws {
    var fixture = RoundFixture(
      program("A", quota: 9), program("A", "toan", quota: 9), program("B", quota: 9),
      program("B", "toan", quota: 9))
    fixture.round.wishes = 4
    fixture.add(
      .roster, by: "cong",
      [
        "personalId": "1", "average9": "8", "math9": "9", "wish1": "A/thuong", "wish2": "A/toan",
        "wish3": "B/thuong", "wish4": "B/toan",
      ])
    fixture.add(
      .scoring, ["field": "ĐTB 9", "coefficient": "1"], ["field": "Toán 9", "coefficient": "1"],
      ["field": "Toán 9", "coefficient": "2", "program": "TOAN"],
      ["field": "ĐTB 9", "coefficient": "10", "school": "a"],
      ["field": "ĐTB 9", "coefficient": "100", "school": "B", "program": "toan"])
    let round = try #require(fixture.decided)
    #expect(scores(round) == ["80", "18", "17", "800"])
  }

  @Test func grantsStandCodeByCode() throws {
    var fixture = RoundFixture(program("A", quota: 9), program("B", quota: 9))
    fixture.round.priorityCap = Exact(whole: 3)
    fixture.add(
      .roster, by: "cong",
      [
        "personalId": "1", "average9": "8", "priorities": "ut1;KK1;UT2", "wish1": "A/thuong",
        "wish2": "B/thuong",
      ])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .priorities, ["code": "UT1", "kind": "ưu tiên", "points": "2"],
      ["code": "UT2", "kind": "ưu tiên", "points": "1"],
      ["code": "KK1", "kind": "khuyến khích", "points": "0.5"],
      ["code": "UT1", "kind": "ưu tiên", "points": "5", "school": "B"])
    let round = try #require(fixture.decided)
    #expect(scores(round) == ["10.5", "11.5"])
  }

  @Test func aDirectAdmissionNeedsNoMarks() throws {
    var fixture = fixture(["priorities": "TT"], ["average9": "9"])
    fixture.programs[0].quota = 1
    fixture.programs[0].minimum = Exact(whole: 5)
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.priorities, ["code": "TT", "kind": "tuyển thẳng"])
    let round = try #require(fixture.decided)
    #expect(round.outcome.status == [.admitted, .waiting])
  }

  @Test func theSchoolsOwnPointsReplaceTheScoreAndNameWhoIsEligible() throws {
    var fixture = fixture(["average9": "9"], ["average9": "9"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .programScores, by: "A", ["personalId": "2", "school": "A", "program": "thuong", "points": "27.5"])
    let round = try #require(fixture.decided)
    #expect(round.outcome.verdict == [.noProgramScore, .eligible])
    #expect(scores(round)[1] == "27.5")
  }

  @Test func tieBreaksAreComparedInTheirOrder() throws {
    var fixture = fixture(
      ["average9": "8", "math9": "7"], ["average9": "8", "math9": "9"],
      ["average9": "8", "birthDate": "02/01/2007"],
      ["average9": "8", "birthDate": "01/01/2007"])
    fixture.programs[0].quota = 9
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .tieBreaks, ["order": "2", "field": "Ngày sinh", "direction": "tăng"],
      ["order": "1", "field": "Toán 9", "direction": "giảm"],
      ["order": "3", "field": "Nguyện vọng", "direction": "tăng"])
    let round = try #require(fixture.decided)
    #expect(round.outcome.rank == [2, 1, 4, 3])
  }

  @Test func rowsAboutNobodyAreNotesAndTwoPeopleInOneRowAreAnError() throws {
    var fixture = fixture(["examNo": "100"], [:])
    fixture.add(
      .programScores, by: "A", ["personalId": "9", "school": "A", "program": "thuong", "points": "1"],
      ["personalId": "2", "examNo": "100", "school": "A", "program": "thuong", "points": "1"],
      ["examNo": "100", "school": "A", "program": "thuong", "points": "1"])
    let round = try #require(fixture.decided)
    #expect(round.told.map(\.finding.code) == [.notApplicant, .personDisagrees])
    #expect(round.told.map(\.finding.place.row) == [2, 3])
    #expect(round.outcome.verdict == [.eligible, .noProgramScore])
  }
}
