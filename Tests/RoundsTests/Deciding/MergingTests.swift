import Admission
import Rounds
import Tables
import Testing

/// tables.md, One child, several rows.
@Suite struct MergingTests {
  /// Two schools with plenty of seats, wished for by name.
  private func fixture(_ duplicates: Round.Duplicates = .lastSubmitted) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 9), program("B", quota: 9))
    fixture.round.duplicates = duplicates
    return fixture
  }

  @Test func recordsAndWishesOfOneChildAreJoinedByAnyIdentifier() throws {
    var fixture = fixture()
    fixture.add(
      .roster, by: "thcs",
      [
        "personalId": "080207000001", "moetId": "8000000001", "fullName": "An", "average9": "8.5",
        "phone": "1",
        "priorities": "UT1", "sourceClass": "9A",
      ])
    fixture.add(
      .roster, by: "cong",
      [
        "moetId": "8000000001", "applicationNo": "hs1", "wish1": "A/thuong", "phone": "2", "average9": "9",
        "priorities": "UT2", "sourceSchool": "thcs",
      ])
    let round = try #require(fixture.decided)
    #expect(round.cohort.count == 1)
    #expect(
      round.cohort.key(of: 0)
        == PersonKey(personalId: "080207000001", moetId: "8000000001", applicationNo: "hs1"))
    #expect(round.cohort.text("average9", of: 0) == "8.5")
    #expect(round.cohort.text("priorities", of: 0) == "UT1")
    #expect(round.cohort.text("phone", of: 0) == "2")
    #expect(round.cohort.text("fullName", of: 0) == "An")
    #expect(round.cohort.text("sourceSchool", of: 0) == "thcs")
    #expect(round.cohort.recordIsOwn == [true])
    #expect(round.cohort.unknownToSource.isEmpty)
    #expect(round.told.map(\.finding.code) == [.overruled], "the average that the application has")
  }

  @Test func identifiersCompareWithoutCaseAndTheOrderOfArrivalDoesNotMatter() throws {
    var first = fixture()
    first.add(.roster, by: "cong", ["applicationNo": "HS-a", "wish1": "A/thuong", "phone": "1"])
    first.add(.roster, by: "thcs", ["applicationNo": "hs-A", "fullName": "An", "sourceClass": "9A"])
    var second = fixture()
    second.add(.roster, by: "thcs", ["applicationNo": "hs-A", "fullName": "An", "sourceClass": "9A"])
    second.add(.roster, by: "cong", ["applicationNo": "HS-a", "wish1": "A/thuong", "phone": "1"])
    let (a, b) = (try #require(first.decided), try #require(second.decided))
    #expect(a.cohort.count == 1)
    #expect(a.cohort.key(of: 0) == b.cohort.key(of: 0))
    #expect(a.cohort.names.fullName(0) == "An")
    #expect(b.cohort.text("phone", of: 0) == "1")
  }

  @Test func applicantsStandInByteOrderOfTheirIdentifiers() throws {
    var fixture = fixture()
    fixture.add(
      .roster, by: "cong", ["personalId": "2", "wish1": "A/thuong"],
      ["personalId": "10", "wish1": "A/thuong"],
      ["moetId": "5", "wish1": "A/thuong"], ["examNo": "4", "wish1": "A/thuong"],
      ["examNo": "4b", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    let ids = (0..<round.cohort.count).map { applicant in
      let key = round.cohort.key(of: applicant)
      return key.personalId + "|" + key.moetId + "|" + key.examNo
    }
    #expect(ids == ["||4", "||4b", "|5|", "10||", "2||"])
  }

  @Test func aRecordAloneIsNoApplicant() throws {
    var fixture = fixture()
    fixture.add(
      .roster, by: "thcs", ["personalId": "1", "sourceClass": "9A"], ["personalId": "2", "sourceClass": "9A"])
    fixture.add(
      .roster, by: "cong", ["personalId": "2", "wish1": "A/thuong"], ["personalId": "3", "wish1": "B/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.cohort.count == 2)
    #expect(round.cohort.recordsOnly.map { round.cohort.column("personalId").text(at: $0) } == ["1"])
    #expect(round.cohort.unknownToSource == [1])
    let lists = SourceSchoolLists(round.cohort)
    #expect(lists.schools == ["thcs"])
    #expect(lists.notApplied(ofSchool: "thcs").count == 1)
    #expect(lists.classes(ofSchool: "thcs").first?.leavers.map(\.applicant).sorted() == [-1, 0])
  }

  @Test func twoPersonalIdsWithOneMinistryIdAreHeldAndBothSendersAreTold() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", ["personalId": "1", "moetId": "7", "sourceClass": "9A"])
    fixture.add(.roster, by: "cong", ["personalId": "2", "moetId": "7", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.cohort.count == 1)
    #expect(round.outcome.status == [.held])
    #expect(round.reason(of: 0) == .personDisagrees)
    let told = round.findings.filter { $0.finding.code == .personDisagrees }
    #expect(told.map(\.seq) == [1, 2])
    #expect(told.map { $0.finding.facts["unit"] } == ["cong", "thcs"])
    #expect(told.allSatisfy { $0.finding.facts["otherRow"] == "2" && $0.finding.value.isEmpty })
  }

  @Test func twoApplicationNumbersOfOneChildAreNoConflict() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "A", ["personalId": "1", "applicationNo": "b", "wish1": "A/thuong"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "applicationNo": "a", "wish1": "A/thuong"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["A"])
    #expect(round.cohort.key(of: 0).applicationNo == "a")
  }

  @Test(arguments: [
    (Round.Duplicates.lastSubmitted, "B"), (.sourceSchool, "A"), (.portal, "B"), (.hold, "held"),
  ])
  func ofTwoApplicationsTheRoundDecides(_ rule: Round.Duplicates, _ expected: String) throws {
    var fixture = fixture(rule)
    fixture.add(
      .roster, by: "thcs",
      ["personalId": "1", "sourceClass": "9A", "wish1": "A/thuong", "submitted": "01/06/2022"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "B/thuong", "submitted": "02/06/2022"])
    let round = try #require(fixture.decided)
    #expect(round.places == [expected])
    #expect(Set(round.told.map(\.seq)) == [1, 2])
    #expect(round.told.allSatisfy { ["thcs", "cong"].contains($0.finding.facts["unit"] ?? "") })
    if expected == "held" {
      #expect(round.reason(of: 0) == .differentWishes)
      #expect(round.told.allSatisfy { $0.finding.code == .differentWishes && $0.finding.severity == .error })
      #expect(round.told.sorted { $0.seq < $1.seq }.map(\.finding.value) == ["A/thuong", "B/thuong"])
    } else {
      #expect(round.told.allSatisfy { $0.finding.severity == .note })
    }
  }

  /// At the first wish that is another one, a gap and a wish more among them.
  @Test(arguments: [
    (["wish1": "A/thuong", "wish2": "B/thuong"], ["wish1": "A/thuong"], "wish2"),
    (["wish1": "A/thuong", "wish2": "B/thuong"], ["wish1": "A/thuong", "wish3": "B/thuong"], "wish2"),
    (["specialWish1": "A/thuong", "wish1": "B/thuong"], ["wish1": "B/thuong"], "specialWish1"),
  ])
  func whereWishesDifferIsSaid(_ one: [String: String], _ other: [String: String], _ key: String) throws {
    var fixture = fixture(.hold)
    fixture.add(.roster, by: "A", one.merging(["personalId": "1"]) { $1 })
    fixture.add(.roster, by: "cong", other.merging(["personalId": "1"]) { $1 })
    let told = try #require(fixture.decided).told.filter { $0.finding.code == .differentWishes }
      .sorted { $0.seq < $1.seq }
    #expect(told.map(\.seq) == [1, 2])
    #expect(told[0].finding.place.label == key)
  }

  @Test(arguments: [("", "02/06/2022"), ("", ""), ("02/06/2022", "02/06/2022")])
  func withoutTwoDifferentDatesTheChildIsHeld(_ first: String, _ second: String) throws {
    var fixture = fixture()
    fixture.add(.roster, by: "A", ["personalId": "1", "wish1": "A/thuong", "submitted": first])
    fixture.add(.roster, by: "B", ["personalId": "1", "wish1": "B/thuong", "submitted": second])
    let round = try #require(fixture.decided)
    #expect(round.places == ["held"])
  }

  @Test func theSameWishesTwiceAreOneApplication() throws {
    var fixture = fixture(.hold)
    fixture.add(.roster, by: "A", ["personalId": "1", "wish1": "A/thuong"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "a/THUONG"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["A"])
    #expect(round.told.isEmpty)
  }

  @Test func theSourceSchoolAndThePortalWithdrawTheChild() throws {
    for sender in ["thcs", "cong"] {
      var fixture = fixture()
      fixture.add(.roster, by: sender, ["personalId": "1", "sourceClass": "9A", "withdrawn": "x"])
      fixture.add(.roster, by: "A", ["personalId": "1", "wish1": "A/thuong", "sourceSchool": "thcs"])
      let round = try #require(fixture.decided)
      #expect(round.outcome.status == [.ineligible])
      #expect(round.reason(of: 0) == .withdrawn)
    }
  }

  @Test func anAdmittingSchoolWithdrawsItsOwnApplicationOnly() throws {
    var fixture = fixture(.hold)
    fixture.add(.roster, by: "A", ["personalId": "1", "wish1": "A/thuong", "withdrawn": "x"])
    fixture.add(.roster, by: "B", ["personalId": "1", "wish1": "B/thuong"])
    fixture.add(.roster, by: "A", ["personalId": "2", "wish1": "A/thuong", "withdrawn": "x"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["B", "ineligible"])
  }

  @Test func aHeldRowHoldsItsPersonInWhateverTableItStands() throws {
    var fixture = fixture()
    fixture.add(
      .roster, by: "cong", ["personalId": "1", "wish1": "A/thuong"],
      ["personalId": "2", "wish1": "A/thuong"],
      ["personalId": "3", "wish1": "A/thuong"])
    fixture.add(.roster, by: "thcs", ["personalId": "1", "sourceClass": "9A", "!held": ""])
    fixture.add(.scores, by: "so", ["personalId": "2", "subject:toan": "?", "!held": ""])
    let round = try #require(fixture.decided)
    #expect(round.places == ["held", "held", "A"])
    #expect(round.reason(of: 0) == .heldRow)
  }

  @Test func aHeldRecordAloneIsNoApplicant() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", ["personalId": "1", "sourceClass": "9A", "!held": ""])
    fixture.add(.roster, by: "cong", ["personalId": "2", "wish1": "?", "!held": ""])
    let round = try #require(fixture.decided)
    #expect(round.cohort.count == 1)
    #expect(round.cohort.key(of: 0).personalId == "2")
    #expect(round.outcome.status == [.held])
  }

  @Test func marksJoinTheIdentifiersThatTheyName() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong"])
    fixture.add(.scores, by: "so", ["personalId": "1", "examNo": "100", "subject:toan": "8"])
    let round = try #require(fixture.decided)
    #expect(round.cohort.key(of: 0) == PersonKey(personalId: "1", examNo: "100"))
  }

  @Test func twoSourceSchoolsHoldTheChildUnlessTheApplicationNamesOne() throws {
    for (named, status) in [("", Status.held), ("thcs2", .admitted)] {
      var fixture = fixture()
      fixture.add(.roster, by: "thcs1", ["personalId": "1", "sourceClass": "9A"])
      fixture.add(.roster, by: "thcs2", ["personalId": "1", "sourceClass": "9B"])
      fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong", "sourceSchool": named])
      let round = try #require(fixture.decided)
      #expect(round.outcome.status == [status])
      #expect(status == .held || round.cohort.text("sourceClass", of: 0) == "9B")
    }
  }

  @Test func aHamletIsNeverJoinedToAnotherCommune() throws {
    var zoned = program("A", quota: 9) { $0.zoned = true }
    zoned.name = ""
    var fixture = RoundFixture(zoned)
    fixture.add(.zones, ["commune": "Tân Trụ", "hamlet": "Ấp 1", "school": "A", "tier": "1"])
    fixture.add(
      .roster, by: "th",
      ["personalId": "1", "sourceClass": "5A", "permanentCommune": "Bình Tịnh", "permanentHamlet": "Ấp 1"])
    fixture.add(.roster, by: "cong", ["personalId": "1", "wish1": "A/thuong", "permanentCommune": "TÂN TRỤ"])
    let round = try #require(fixture.decided)
    #expect(round.outcome.status == [.ineligible])
    #expect(round.reason(of: 0) == .outOfZone)
  }
}
