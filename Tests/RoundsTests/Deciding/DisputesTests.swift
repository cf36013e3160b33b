import Admission
import Rounds
import Tables
import Testing

/// Two senders hand in one child's application with the same wishes, and say different things of it.
@Suite struct DisputesTests {
  private func fixture(_ duplicates: Round.Duplicates = .lastSubmitted) -> RoundFixture {
    var fixture = RoundFixture(program("A", quota: 9), program("B", quota: 9))
    fixture.round.duplicates = duplicates
    return fixture
  }

  private func an(_ changes: [String: String] = [:]) -> [String: String] {
    ["personalId": "1", "fullName": "Nguyễn Văn An", "birthDate": "01/02/2007", "wish1": "A/thuong"]
      .merging(changes) { $1 }
  }

  @Test("F64: where nothing decides the child is held, and both are told")
  func whereNothingDecidesTheChildIsHeldAndBothAreTold() throws {
    for (key, one, other) in [
      ("average9", "8", "9"), ("learning9", "Giỏi", "Khá"), ("priorities", "LS", "TB"),
    ] {
      var fixture = fixture()
      fixture.add(.roster, by: "A", an([key: one]))
      fixture.add(.roster, by: "cong", an([key: other]))
      let round = try #require(fixture.decided)
      #expect(round.places == ["held"])
      #expect(round.reason(of: 0) == .repeatedRow)
      let told = round.told.filter { $0.finding.code == .duplicateRow }.sorted { $0.seq < $1.seq }
      #expect(told.map(\.seq) == [1, 2] && told.allSatisfy { $0.finding.severity == .error })
      #expect(told.map(\.finding.place.label) == [key, key])
      #expect(told.map(\.finding.value) == [one, other])
      #expect(told.map { $0.finding.facts["unit"] } == ["cong", "A"])
    }
  }

  @Test func theRoundsRuleDecidesAndBothKnow() throws {
    let days = ["01/06/2022", "02/06/2022"]
    for (duplicates, stands) in [(Round.Duplicates.portal, "9"), (.lastSubmitted, "8")] {
      var fixture = fixture(duplicates)
      fixture.add(.roster, by: "A", an(["average9": "8", "submitted": days[1]]))
      fixture.add(.roster, by: "cong", an(["average9": "9", "submitted": days[0]]))
      let round = try #require(fixture.decided)
      #expect(round.places == ["A"])
      #expect(round.cohort.text("average9", of: 0) == stands)
      #expect(round.told.map(\.finding.code.rawValue).sorted() == ["overruled", "overrules"])
      #expect(round.told.first { $0.finding.code == .overruled }?.seq == (stands == "9" ? 1 : 2))
    }
  }

  /// What its own school says of a child stands anyhow.
  @Test func theSourceSchoolSettlesIt() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "thcs", an(["wish1": "", "average9": "7", "sourceClass": "9A"]))
    fixture.add(.roster, by: "A", an(["average9": "8"]))
    fixture.add(.roster, by: "cong", an(["average9": "9"]))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A"])
    #expect(round.cohort.text("average9", of: 0) == "7")
    // Their senders know that theirs is not used, and whom to ask.
    let told = round.told.sorted { $0.seq < $1.seq }.map(\.finding)
    #expect(told.map(\.code) == [.overruled, .overruled] && told.allSatisfy { $0.severity == .note })
    #expect(told.map(\.value) == ["8", "9"] && told.map(\.place.label) == ["average9", "average9"])
    #expect(told.map { $0.facts["unit"] } == ["thcs", "thcs"])
  }

  /// Nobody loses a place by how a residence is written, and nobody is left in the dark.
  @Test func whatDecidesNothingIsNoted() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "A", an(["permanentAddress": "Ấp 1", "phone": "0912345678"]))
    fixture.add(.roster, by: "cong", an(["permanentAddress": "Ấp 2", "phone": "0912345679"]))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A"])
    #expect(round.told.map(\.finding.code.rawValue).sorted() == ["overruled", "overrules"])
    #expect(round.told.allSatisfy { $0.finding.severity == .note })
  }

  @Test func theSameSaidInAnotherOrderIsTheSame() throws {
    var fixture = fixture()
    fixture.add(.roster, by: "A", an(["priorities": "LS;TB", "average9": "8.50", "phone": "0912345678"]))
    fixture.add(.roster, by: "cong", an(["priorities": "TB;LS", "average9": "8,5"]))
    let round = try #require(fixture.decided)
    #expect(round.places == ["A"] && round.told.isEmpty)
  }
}
