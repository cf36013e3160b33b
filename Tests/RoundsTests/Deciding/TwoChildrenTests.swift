import Admission
import Rounds
import Tables
import Testing

/// domain.md 6.20: one identifier on rows that name different children, or one child on rows of one
/// sender that contradict one another. Nobody disappears without a word.
@Suite struct TwoChildrenTests {
  private func fixture(_ duplicates: Round.Duplicates = .lastSubmitted) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 9), program("B", quota: 9))
    fixture.round.duplicates = duplicates
    return fixture
  }

  private static let an = [
    "personalId": "1", "fullName": "Nguyễn Văn An", "birthDate": "01/02/2007", "gender": "Nam",
    "sourceClass": "9A", "wish1": "A/thuong",
  ]

  /// A row like ``an``, with some cells changed.
  private func an(_ changes: [String: String] = [:]) -> [String: String] {
    TwoChildrenTests.an.merging(changes) { $1 }
  }

  @Test(arguments: [("fullName", "Trần Thị Bình"), ("birthDate", "02/02/2007"), ("gender", "Nữ")])
  func oneIdentifierOnRowsOfTwoChildrenHoldsAllOfThem(key: String, value: String) throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", an(), an([key: value]), an(["personalId": "2"]))
    let round = try #require(fixture.decided)
    #expect(round.places == ["held", "A"])
    #expect(round.reason(of: 0) == .sharedIdentifier)
    let told = round.told.map(\.finding)
    #expect(told.map(\.code) == [.sharedIdentifier, .sharedIdentifier])
    #expect(told.allSatisfy { $0.severity == .error && $0.place.label == key })
    #expect(told.map(\.place.row) == [2, 3])
    #expect(told.map { $0.facts["otherRow"] } == ["3", "2"])
    // Of the sender's own rows no unit is named.
    #expect(told.allSatisfy { $0.facts["unit"] == nil && $0.facts["file"] == nil })
  }

  @Test func betweenUnitsEachIsToldOfTheOthersRowAlone() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", an(["wish1": ""]))
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "fullName": "Trần Thị Bình", "wish1": "B/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["held"])
    let told = round.told.filter { $0.finding.code == .sharedIdentifier }.sorted { $0.seq < $1.seq }
    #expect(told.map(\.seq) == [1, 2])
    #expect(told.map { $0.finding.facts["unit"] } == ["cong", "thcs"])
    #expect(told.map(\.finding.value) == ["Nguyễn Văn An", "Trần Thị Bình"])
    #expect(told[0].finding.facts.values.allSatisfy { !$0.contains("Bình") })
  }

  @Test func aNameOrADayWrittenOtherwiseIsTheSameChild() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", an(["wish1": ""]))
    fixture.add(
      .roster, by: "cong",
      ["personalId": "1", "fullName": "NGUYEN  VAN AN", "birthDate": "1/2/2007", "wish1": "B/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["B"])
    #expect(round.told.isEmpty)
  }

  @Test func whatAnAdmittingSchoolTookBackSaysNothingOfAnybody() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", an())
    fixture.add(
      .roster, by: "B",
      ["personalId": "1", "fullName": "Trần Thị Bình", "wish1": "B/thuong", "withdrawn": "x"])
    #expect(try #require(fixture.decided).places == ["A"])
  }

  @Test func rowsOfOneSenderThatContradictOneAnotherAreHeld() throws {
    var fixture = fixture()
    fixture.add(
      .roster, by: "thcs", an(["average9": "8"]), an(["average9": "9"]),
      an(["personalId": "2", "sourceClass": "9A"]), an(["personalId": "2", "sourceClass": "9B"]),
      // What tells how to reach the family may differ.
      an(["personalId": "3", "phone": "1"]), an(["personalId": "3", "phone": "2", "note": "gọi tối"]))
    let round = try #require(fixture.decided)
    #expect(round.places == ["held", "held", "A"])
    #expect(round.reason(of: 0) == .repeatedRow)
    let told = round.told.map(\.finding)
    #expect(told.allSatisfy { $0.code == .duplicateRow })
    #expect(told.map(\.place.label) == ["average9", "average9", "sourceClass", "sourceClass", "", ""])
    #expect(told.map(\.severity) == [.error, .error, .error, .error, .note, .note])
    #expect(told.map(\.value) == ["8", "9", "9A", "9B", "", ""])
  }

  @Test func ofTwoDaysTheLaterStandsWithANoteOnBoth() throws {
    var fixture = fixture(.hold)
    let later = ["submitted": "02/06/2022", "average9": "9"]
    fixture.add(.roster, by: "cong", an(["submitted": "01/06/2022", "average9": "8"]), an(later))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A"])
    #expect(round.cohort.text("average9", of: 0) == "9")
    #expect(round.told.map(\.finding.code) == [.duplicateRow, .duplicateRow])
    #expect(round.told.allSatisfy { $0.finding.severity == .note })
  }

  @Test func aRecordAndAnApplicationOfOneSchoolCompleteOneAnother() throws {
    for recordFirst in [true, false] {
      let rows = [an(["wish1": "", "average9": "8.5"]), an(["average9": ""])]
      var fixture = fixture()
      fixture.add(.roster, by: "thcs", rows: recordFirst ? rows : rows.reversed())
      let round = try #require(fixture.decided)
      #expect(round.places == ["A"])
      #expect(round.cohort.text("average9", of: 0) == "8.5")
      #expect(round.told.isEmpty)
    }
  }

  @Test func twoSchoolsThatBothSendTheChildAsTheirsAreToldAndHeld() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs1", an(["average9": "8"]))
    fixture.add(.roster, by: "thcs2", an(["average9": "9"]))
    let round = try #require(fixture.decided)
    #expect(round.places == ["held"])
    #expect(round.reason(of: 0) == .twoSourceSchools)
    #expect(round.told.map(\.finding.code) == [.duplicateRow, .duplicateRow])
    #expect(round.told.map(\.finding.severity) == [.error, .error])
    #expect(round.told.map { $0.finding.facts["unit"] } == ["thcs2", "thcs1"])
  }

  /// The one that the parents' application names stands; both know of the other.
  @Test func theApplicationOfSomebodyElseSaysWhichSchoolItIs() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs1", an(["wish1": "", "average9": "8"]))
    fixture.add(.roster, by: "thcs2", an(["wish1": "", "average9": "9"]))
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "B/thuong", "sourceSchool": "thcs2"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["B"])
    #expect(round.cohort.text("average9", of: 0) == "9")
    #expect(round.told.map(\.seq) == [1, 2])
    #expect(round.told.allSatisfy { $0.finding.code == .duplicateRow && $0.finding.severity == .note })
  }

  @Test func ofItsOwnOtherFilesAndSheetsASenderIsToldTheName() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", an())
    fixture.add(.roster, by: "thcs", an(["fullName": "Trần Thị Bình"]))
    let told = try #require(fixture.decided).told.map(\.finding)
    #expect(told.map { $0.facts["file"] } == ["thcs-2.xlsx", "thcs-1.xlsx"])
    #expect(told.map { $0.facts["sheet"] } == ["Sheet1", "Sheet1"])
    #expect(told.allSatisfy { $0.facts["unit"] == nil })
  }
}
