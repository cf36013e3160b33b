import Admission
import Rounds
import Tables
import Testing

/// The recipes and rules that departments publish, each as rows of setup alone (domain.md 1.3, 2.3).
@Suite struct RecipesOfTheFieldTests {
  private func scores(_ round: DecidedRound) -> [String] { round.outcome.score.map { Exact(raw: $0).text } }

  private func fixture(_ plans: ProgramPlan..., children: [[String: String]]) -> RoundFixture {
    var fixture = RoundFixture()
    fixture.programs = plans
    fixture.add(
      .roster, by: "cong",
      rows: children.enumerated().map { index, columns in
        columns.merging(["personalId": String(index + 1)]) { own, _ in own }
      })
    return fixture
  }

  /// Seven parts of the examination and three of the records, exactly.
  @Test func seventyThirty() throws {
    var fixture = fixture(
      program("A"), children: [["wish1": "A/thuong", "average8": "8.7", "average9": "9.1"]])
    fixture.add(
      .scores,
      ["personalId": "1", "subject:toan": "8.25", "subject:ngu van": "7.5", "subject:ngoai ngu": "9"]
    )
    fixture.add(
      .scoring, ["field": "Toán + Ngữ văn + Ngoại ngữ", "coefficient": "0.7"],
      ["field": "ĐTB 8 + ĐTB 9", "coefficient": "0.3"])
    #expect(scores(try #require(fixture.decided)) == ["22.665"])
  }

  /// Four years, each a pair of words; a child who repeated a year has the words of both schemes.
  @Test func fourYearsOfRecordsWithOldAndNewWordsInOneRecord() throws {
    var old: [String: String] = ["wish1": "A/thuong"]
    for year in 6...9 { (old["learning\(year)"], old["conduct\(year)"]) = ("Giỏi", "Tốt") }
    var mixed = old
    (mixed["learning8"], mixed["conduct8"]) = ("Khá", "Tốt")
    (mixed["learning9"], mixed["conduct9"]) = ("Đạt", "Khá")
    var lacking = old
    (lacking["learning9"], lacking["conduct9"]) = ("Chưa đạt", "Tốt")
    var fixture = fixture(program("A", quota: 3), children: [old, mixed, lacking])
    fixture.add(
      .conversions, ["table": "HB", "value1": "Giỏi", "value2": "Tốt", "points": "10"],
      ["table": "HB", "value1": "Khá", "value2": "Tốt", "points": "8"],
      ["table": "HB", "value1": "Đạt", "value2": "Khá", "points": "6"])
    fixture.add(
      .scoring,
      rows: (6...9).map { ["field": "HL \($0) + HK \($0)", "coefficient": "1", "conversion": "HB"] })
    let round = try #require(fixture.decided)
    #expect(scores(round).prefix(2) == ["40", "34"])
    #expect(round.outcome.verdict[2] == .noConversion)
  }

  /// Priority is capped, and several incentives give the highest one.
  @Test func priorityUpToItsCapAndTheHighestIncentive() throws {
    var fixture = fixture(
      program("A", quota: 9), program("B", "chuyen", quota: 9) { $0.noPriority = true },
      children: [["wish1": "A/thuong", "wish2": "B/chuyen", "average9": "8", "priorities": "N1;GN;GB"]])
    fixture.round.priorityCap = Exact(parsing: "1.5".utf8)
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .priorities, ["code": "N1", "kind": "ưu tiên", "points": "2"],
      ["code": "GN", "kind": "khuyến khích", "points": "1.5"],
      ["code": "GB", "kind": "khuyến khích", "points": "0.5"])
    #expect(scores(try #require(fixture.decided)) == ["11", "8"])
  }

  /// Specialised programs: their own list of wishes, their own subject twice, and before all others.
  @Test func specialisedProgramsFirstWithTheirSubjectTwice() throws {
    let special = program("A", "chuyen-toan") {
      $0.special = true
      $0.phase = 1
    }
    var fixture = fixture(
      special, program("B") { $0.phase = 2 },
      children: [
        ["wish1": "B/thuong", "specialWish1": "A/chuyen-toan"],
        ["wish1": "B/thuong", "specialWish1": "A/chuyen-toan"],
      ])
    fixture.add(
      .scores, ["personalId": "1", "subject:toan": "8", "subject:mon chuyen": "7"],
      ["personalId": "2", "subject:toan": "9", "subject:mon chuyen": "6"])
    fixture.add(
      .scoring, ["field": "Toán", "coefficient": "1"],
      ["field": "Toán", "coefficient": "1", "program": "chuyen-toan"],
      ["field": "Môn chuyên", "coefficient": "2", "above": "2", "program": "chuyen-toan"])
    let round = try #require(fixture.decided)
    #expect(scores(round) == ["22", "8", "21", "9"])
    // The first child has the place that it wished for in the earlier phase, and leaves the other.
    #expect(round.places == ["A", "B"])
    #expect(round.input.wishSpecial[0] && round.input.wishNumber[0] == 1)
  }

  /// `Tích hợp`: three papers and a mark of the records; a paper at the failing mark is out, whatever the sum.
  @Test func integratedProgramsAddAMarkOfTheRecords() throws {
    var fixture = fixture(
      program("A", "tich-hop", quota: 9),
      children: [
        ["wish1": "A/tich-hop", "average9": "8.6"], ["wish1": "A/tich-hop", "average9": "9.9"],
        ["wish1": "A/tich-hop", "average9": "9"],
      ])
    let papers = ["subject:toan", "subject:ngu van", "subject:ngoai ngu"]
    for (child, marks) in [["8.25", "7.5", "9"], ["10", "10", "0"], ["5", "5", "0.25"]].enumerated() {
      fixture.add(
        .scores,
        ["personalId": String(child + 1)].merging(Dictionary(uniqueKeysWithValues: zip(papers, marks))) {
          a, _ in a
        })
    }
    fixture.add(
      .scoring,
      rows: ["Toán", "Ngữ văn", "Ngoại ngữ"].map { ["field": $0, "coefficient": "1", "above": "0"] }
        + [["field": "ĐTB 9", "coefficient": "1"]])
    let round = try #require(fixture.decided)
    #expect(scores(round) == ["33.35", "0", "19.25"])
    #expect(round.outcome.verdict == [.eligible, .failingMark, .eligible])
  }

  @Test func aProgramTakesTheWishesThatItNames() throws {
    var fixture = fixture(
      program("A", quota: 2) { $0.wishes = [1] }, program("B", quota: 0),
      children: [["wish1": "A/thuong"], ["wish1": "B/thuong", "wish2": "A/thuong"]])
    fixture.round.wishes = 2
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "waiting"])
    #expect(round.outcome.verdict[2] == .wishNotTaken)
  }

  @Test func agesAndWhoMayDeviate() throws {
    var fixture = fixture(
      program("A", quota: 9) {
        $0.bornFrom = day("01/01/2011")
        $0.bornTo = day("31/12/2011")
        $0.ageExempt = ["KT"]
      },
      children: [
        ["wish1": "A/thuong", "birthDate": "31/12/2011"], ["wish1": "A/thuong", "birthDate": "31/12/2010"],
        ["wish1": "A/thuong", "birthDate": "31/12/2010", "priorities": "KT"], ["wish1": "A/thuong"],
      ])
    fixture.add(.priorities, ["code": "KT", "kind": "ưu tiên", "points": "0"])
    #expect(try #require(fixture.decided).outcome.verdict == [.eligible, .age, .eligible, .age])
  }

  @Test func directAdmissionsTakeSeatsOfTheQuota() throws {
    var fixture = fixture(
      program("A", quota: 2),
      children: [
        ["wish1": "A/thuong", "average9": "9"], ["wish1": "A/thuong", "average9": "8"],
        ["wish1": "A/thuong", "priorities": "TT"],
      ])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.priorities, ["code": "TT", "kind": "tuyển thẳng"])
    #expect(try #require(fixture.decided).places == ["A", "waiting", "A"])
  }

  /// `Nguyện vọng` is the last meaning of a field: its number, or the points that it converts to.
  @Test func theNumberOfTheWishCanBePartOfAScore() throws {
    var fixture = fixture(
      program("A", quota: 1), program("B", quota: 1),
      children: [
        ["wish1": "B/thuong", "wish2": "A/thuong", "average9": "8"],
        ["wish1": "A/thuong", "average9": "7.8"],
      ])
    fixture.add(
      .scoring, ["field": "ĐTB 9", "coefficient": "1"], ["field": "Nguyện vọng", "coefficient": "-0.25"])
    let round = try #require(fixture.decided)
    #expect(scores(round) == ["7.75", "7.5", "7.55"])
    fixture.add(.conversions, ["table": "NV", "value1": "1", "points": "3"])
    fixture.layers[.scoring] = nil
    fixture.add(
      .scoring, ["field": "ĐTB 9", "coefficient": "1"],
      ["field": "Nguyện vọng", "coefficient": "1", "conversion": "NV"])
    let converted = try #require(fixture.decided)
    #expect(scores(converted)[0] == "11" && scores(converted)[2] == "10.8")
    #expect(converted.outcome.verdict == [.eligible, .noConversion, .eligible])
    #expect(
      Explanations(converted, schemas: shippedSchemas).explanation(of: 0)[0].parts.map(\.field) == [
        "ĐTB 9", "Nguyện vọng",
      ])
  }

  /// Boarding schools: equal scores are parted by the sum of two subjects, of the last year and of those before.
  @Test func sumsOfEarlierYearsPartEqualScores() throws {
    func child(_ years: [(String, String)]) -> [String: String] {
      var columns = ["wish1": "A/thuong"]
      for (year, marks) in zip(3...5, years) {
        (columns["math\(year)"], columns["literature\(year)"]) = marks
      }
      return columns
    }
    var fixture = fixture(
      program("A"),
      children: [
        child([("9", "9"), ("8", "8"), ("9", "10")]), child([("9", "8"), ("9", "8"), ("10", "9")]),
        child([("10", "8"), ("8", "9"), ("9.5", "9.5")]), child([("10", "10"), ("10", "10"), ("9", "9")]),
      ])
    fixture.add(
      .tieBreaks,
      rows: [5, 4, 3].enumerated().map { index, year in
        [
          "order": String(index + 1), "field": "Toán \(year) + Tiếng Việt \(year)", "direction": "giảm",
        ]
      })
    #expect(try #require(fixture.decided).outcome.rank == [3, 2, 1, 4])
  }

  /// Zone alone, as for the first grade: nobody is scored.
  @Test func tiersAloneDecide() throws {
    var fixture = fixture(
      program("A", quota: 1) { $0.zoned = true },
      children: [
        ["wish1": "A/thuong", "permanentCommune": "Xã B"], ["wish1": "A/thuong", "permanentCommune": "Xã A"],
      ])
    fixture.add(
      .zones, ["school": "A", "commune": "Xã A", "tier": "1"],
      ["school": "A", "commune": "Xã B", "tier": "2"])
    #expect(try #require(fixture.decided).places == ["waiting", "A"])
  }
}
