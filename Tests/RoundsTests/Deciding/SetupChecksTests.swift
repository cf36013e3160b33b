import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, Setup.
@Suite struct SetupChecksTests {
  private func fixture() -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 3))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "wish1": "A/thuong", "average9": "8", "learning9": "Khá"])
    return fixture
  }

  /// The reasons for which the round stops, each with its sheet row.
  private func stops(_ fixture: RoundFixture) -> [String] {
    guard case .stopped(let errors, _) = fixture.decide() else { return ["not stopped"] }
    return errors.map {
      ($0.finding.facts["reason"] ?? $0.finding.code.rawValue) + ":" + String($0.finding.place.row)
    }
  }

  @Test func fieldsThatNothingCarriesStopTheRoundAtTheirCells() {
    var fixture = fixture()
    fixture.add(
      .scoring, ["field": "ĐTB 8", "coefficient": "1"], ["field": "HL 9", "coefficient": "1"],
      ["field": "Nguyện vọng + ĐTB 9", "coefficient": "1"],
      ["field": "HL 9", "coefficient": "1", "conversion": "X"])
    fixture.add(.tieBreaks, ["order": "1", "field": "Chiều cao", "direction": "giảm"])
    #expect(
      stops(fixture)
        == [
          "unknown-field:2", "field-needs-conversion:3", "wish-in-sum:4", "unknown-conversion:5",
          "unknown-field:2",
        ])
  }

  /// By two of its names a field is the same.
  @Test func aFieldThatCountsTwiceStopsTheRound() {
    var twice = fixture()
    twice.add(
      .scoring, ["field": "ĐTB 9", "coefficient": "1"], ["field": "average9", "coefficient": "2"],
      ["field": "ĐTB 9 + average9", "coefficient": "1"])
    #expect(stops(twice) == ["field-twice:3"])
    var apart = fixture()
    apart.add(
      .scoring, ["field": "ĐTB 9", "coefficient": "1"],
      ["field": "average9", "coefficient": "2", "school": "A"])
    #expect(apart.decided != nil)
  }

  @Test func whatNoTieBreakComparesStopsTheRound() {
    var fixture = fixture()
    fixture.add(
      .tieBreaks, ["order": "1", "field": "HL 9", "direction": "giảm"],
      ["order": "2", "field": "Nguyện vọng + ĐTB 9", "direction": "giảm"])
    #expect(stops(fixture) == ["words-in-tie-break:2", "wish-in-sum:3"])
  }

  @Test func aRowThatMoreSpecificOnesReplaceIsCheckedToo() {
    var fixture = fixture()
    fixture.add(
      .scoring, ["field": "ĐTB 8", "coefficient": "1"], ["school": "A", "field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .tieBreaks, ["order": "1", "field": "ĐTB 9", "direction": "giảm", "school": "A"],
      ["order": "1", "field": "Chiều cao", "direction": "giảm"])
    #expect(stops(fixture) == ["unknown-field:2", "unknown-field:3"])
  }

  @Test func aHeldRowOfSetupStopsTheRound() {
    var fixture = fixture()
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    let finding = Finding(.foreignKey, .error, at: .init(sheet: "Sheet1", row: 2), value: "?")
    fixture.layers[.scoring]?[0].table.held = [true]
    fixture.layers[.scoring]?[0].table.findings = [finding]
    #expect(stops(fixture) == ["foreign-key:2"])
    #expect(fixture.tables.setupFindings == [LocatedFinding(seq: 2, file: "so-2.xlsx", finding)])
  }

  @Test func oneValueWithTwoPointsStopsTheRound() {
    var fixture = fixture()
    fixture.add(
      .conversions, ["table": "T", "value1": "Khá", "points": "1"],
      ["table": "t", "value1": "KHÁ", "points": "2"])
    #expect(stops(fixture) == ["conversion-twice:3"])
  }

  @Test func aCutoffMissingForAWishThatIsTakenStopsTheRound() throws {
    var fixture = fixture()
    fixture.round.method = .given
    fixture.round.wishes = 2
    fixture.add(.cutoffs, ["school": "A", "program": "thuong", "wish": "2", "score": "5"])
    guard case .stopped(let errors, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(
      errors.map { $0.finding.facts } == [["reason": "missing-cutoff", "program": "A/thuong", "wish": "1"]])
    fixture.programs[0].wishes = [2]
    #expect(fixture.decided != nil)
  }

  @Test func whatIsFoundOfAProgramIsToldAtItsCell() throws {
    var fixture = fixture()
    fixture.round.method = .given
    fixture.round.wishes = 1
    fixture.add(.programs, ["school": "A", "program": "thuong", "quota": "3", "wishes": "1"])
    guard case .stopped(let errors, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(errors.map(\.file) == ["so-2.xlsx"])
    #expect(errors.map { $0.finding.place.label } == ["wishes"])
    #expect(errors.map { $0.finding.place.row } == [2])
  }

  /// Where a blank means all wishes, the cell that names the program is told.
  @Test func aCutoffMissingWhereNoWishesAreNamedIsToldAtTheSchool() {
    var fixture = fixture()
    fixture.round.method = .given
    fixture.round.wishes = 1
    fixture.add(.programs, ["school": "A", "program": "thuong", "quota": "3"])
    guard case .stopped(let errors, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(errors.map { $0.finding.place.label } == ["school"])
  }

  @Test func wishesThatTheRoundDoesNotHaveAreANote() throws {
    var fixture = fixture()
    fixture.round.wishes = 3
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.programs, ["school": "A", "program": "thuong", "quota": "3", "wishes": "1;9"])
    fixture.programs[0].wishes = [1, 9]
    let found = try #require(fixture.decided).findings.map(\.finding)
    #expect(found.map { $0.facts["reason"] } == ["wishes-beyond"])
    #expect(found.map { $0.facts["wishes"] } == ["9"] && found.map(\.place.label) == ["wishes"])
  }

  @Test func overflowStopsTheRound() {
    var fixture = fixture()
    fixture.add(
      .scoring, ["field": "Nguyện vọng", "coefficient": "1"], ["field": "ĐTB 9", "coefficient": "900000000"])
    // At the cell of the largest number.
    #expect(stops(fixture) == ["overflow:3"])
    guard case .stopped(let errors, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(
      errors.map(\.finding.place.label) == ["coefficient"] && errors.map(\.finding.value) == ["900000000"])
    #expect(errors.first?.file.isEmpty == false)
  }

  /// Who mends the one table is told of the others at the same time.
  @Test func contradictionsAreToldWhileProgramsOrApplicantsAreLacking() {
    var fixture = RoundFixture()
    fixture.add(
      .conversions, ["table": "T", "value1": "Khá", "points": "1"],
      ["table": "t", "value1": "KHÁ", "points": "2"])
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(
      .tieBreaks, ["order": "1", "field": "Nguyện vọng", "direction": "tăng"],
      ["order": "2", "field": "Chiều cao", "direction": "giảm"])
    // Rosters may still bring any column.
    #expect(stops(fixture) == ["conversion-twice:3"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong", "average9": "8"])
    #expect(stops(fixture) == ["conversion-twice:3", "unknown-field:3"])
  }

  /// No program has a number of a wish while there is none, and a wrong sum is told once, not by program.
  @Test func theNumberOfAWishIsReadWithoutProgramsAndItsMistakeIsToldOnce() {
    var fixture = RoundFixture()
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong", "average9": "8"])
    fixture.add(.scoring, ["field": "Nguyện vọng", "coefficient": "1"])
    guard case .notReady(let reasons, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(reasons == [.noPrograms])
    fixture.programs = [program("A"), program("B")]
    fixture.add(.scoring, ["field": "Nguyện vọng + ĐTB 9", "coefficient": "1"])
    #expect(stops(fixture) == ["wish-in-sum:2"])
  }

  /// Who mends one is not sent back for the next: of every program, and of every term that is too large.
  @Test func allThatOverflowsIsNamedOnce() {
    var fixture = RoundFixture(program("A"), program("B"), program("C"), program("D"))
    fixture.round.wishes = 4
    fixture.add(
      .roster, by: "cong",
      [
        "personalId": "1", "wish1": "A/thuong", "wish2": "B/thuong", "wish3": "C/thuong", "wish4": "D/thuong",
        "average9": "8", "math9": "9", "learning9": "Khá", "priorities": "U",
      ])
    let large = "900000000"
    fixture.add(
      .scoring, ["field": "ĐTB 9", "coefficient": large], ["field": "Toán 9", "coefficient": "800000000"],
      ["field": "Toán 9 + ĐTB 9", "coefficient": "1"],
      ["school": "C", "field": "HL 9", "coefficient": "2", "conversion": "hb"],
      ["school": "D", "field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.conversions, ["table": "hb", "value1": "Khá", "points": large])
    fixture.add(
      .priorities, ["code": "U", "name": "U", "kind": "ưu tiên", "points": "1"],
      ["school": "D", "code": "U", "name": "U", "kind": "ưu tiên", "points": "922337203"])
    #expect(stops(fixture) == ["overflow:2", "overflow:3", "overflow:2", "overflow:3"])
    guard case .stopped(let errors, _) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(errors.map(\.finding.place.label) == ["coefficient", "coefficient", "points", "points"])
    #expect(Set(errors.map(\.file)).count == 3)
  }

  @Test func aRoundIsNotReadyWithoutProgramsOrApplicants() {
    var fixture = RoundFixture()
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    guard case .notReady(let reasons, let notes) = fixture.decide() else { return #expect(Bool(false)) }
    #expect(reasons == [.noPrograms, .noApplicants])
    // Of programs that are not there nothing is unusual.
    #expect(notes.isEmpty)
  }

  @Test func whatIsUnusualIsANote() throws {
    var fixture = RoundFixture(
      program("A", quota: 0) { $0.phase = 3 }, program("B") { $0.zoned = true }, program("C"))
    fixture.round.margins = [.zero]
    fixture.round.seed = "s"
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    let notes = round.findings.map { finding in
      ["reason", "program", "phases"].compactMap { finding.finding.facts[$0] }.joined(separator: " ")
    }
    #expect(
      notes == [
        "unused-margins", "unused-seed", "phases-skip A/thuong 1, 3", "quota-zero A/thuong",
        "zoned-without-rows B/thuong",
        "no-scoring",
      ])
    #expect(round.findings.allSatisfy { $0.finding.code == .setupUnusual && $0.finding.severity == .note })
    #expect(round.reason(0, of: 0) == .noSeats)
  }
}
