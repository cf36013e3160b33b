import Admission
import Rounds
import Tables
import Testing

/// contract.md 4, `xét bổ sung`.
@Suite struct SupplementTests {
  /// A has two seats and a waiting list of two; B one seat.
  private func fixture(reserve: Int? = nil) -> RoundFixture {
    var fixture = RoundFixture(
      program("A", quota: 2) { $0.reserve = reserve }, program("B", quota: 1))
    fixture.state = .finalized
    fixture.round.wishes = 2
    func child(_ id: String, _ mark: String, _ first: String, _ second: String = "") -> [String: String] {
      var row = ["personalId": id, "average9": mark, "wish1": first + "/thuong"]
      if !second.isEmpty { row["wish2"] = second + "/thuong" }
      return row
    }
    fixture.add(
      .roster, by: "cong", child("1", "9", "A"), child("2", "8", "A"), child("3", "7", "A", "B"),
      child("4", "6", "A"), child("5", "5", "A", "B"), child("6", "4", "B"))
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    return fixture
  }

  /// The round as it stands after `xét bổ sung`.
  private func supplemented(_ fixture: RoundFixture) throws -> DecidedRound {
    var fixture = fixture
    fixture.settled.supplement = try #require(fixture.decided).supplement.children
    fixture.state = .supplementary
    return try #require(fixture.decided)
  }

  @Test func whoRefusedMakesRoomForTheFirstWhoWaits() throws {
    var fixture = fixture()
    #expect(try #require(fixture.decided).places == ["A", "A", "B", "waiting", "waiting", "waiting"])
    fixture.add(
      .enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"],
      ["personalId": "2", "school": "A", "status": "đã nhập học"])
    let round = try supplemented(fixture)
    // The third child has a place, and stays there though it wished for A first.
    #expect(round.places == ["not-admitted", "A", "B", "A", "waiting", "waiting"])
    #expect(round.reason(of: 0) == .declined)
    #expect(round.outcome.waitingPlace[round.input.wishes(of: 4).lowerBound] == 1)
    #expect(round.checks.allSatisfy { $0.violations.isEmpty })
  }

  @Test func theUnconfirmedLeaveWhereTheSchoolHasSaidWhoConfirmed() throws {
    var fixture = fixture()
    fixture.add(.enrolments, by: "A", ["personalId": "2", "school": "A", "status": "đã xác nhận"])
    let before = try #require(fixture.decided).supplement
    #expect(before.silent == ["B"])
    #expect(before.children.left == [PersonKey(personalId: "1"): .unconfirmed])
    let round = try supplemented(fixture)
    #expect(round.places == ["not-admitted", "A", "B", "A", "waiting", "waiting"])
    #expect(round.reason(of: 0) == .unconfirmed)
  }

  @Test func whatCameBeforeTheLastDayToConfirmSaysNothingOfTheUnconfirmed() throws {
    var fixture = fixture()
    fixture.round.confirmBy = day("05/08/2022")
    fixture.add(.enrolments, by: "A", ["personalId": "2", "school": "A", "status": "đã xác nhận"])
    fixture.layers[.enrolments]?[0].day = day("05/08/2022")
    #expect(try #require(fixture.decided).supplement.silent == ["A", "B"])
    fixture.layers[.enrolments]?[0].day = day("06/08/2022")
    #expect(try #require(fixture.decided).supplement.silent == ["B"])
  }

  /// The lists are then made anew from everybody, so that a second run reaches whoever the first did not.
  @Test func onlyThoseOnAWaitingListTakePart() throws {
    var fixture = fixture(reserve: 1)
    fixture.add(.roster, by: "cong", ["personalId": "7", "average9": "3", "wish1": "A/thuong"])
    #expect(
      try #require(fixture.decided).places
        == ["A", "A", "B", "waiting", "waiting", "waiting", "not-admitted"])
    fixture.add(
      .enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"],
      ["personalId": "2", "school": "A", "status": "không đến"])
    // The fourth child comes in by the run, after that table.
    fixture.settled.newcomers = [
      PersonKey(personalId: "4"): Settled.Newcomer(
        path: "A/thuong", after: try #require(fixture.layers[.enrolments]?.last?.seq))
    ]
    var round = try supplemented(fixture)
    // The fifth child did not stand on the list of A: its seat stays free.
    #expect(
      round.places == ["not-admitted", "not-admitted", "B", "A", "waiting", "waiting", "not-admitted"])
    let (fifth, seventh) = (round.input.wishes(of: 4).lowerBound, round.input.wishes(of: 6).lowerBound)
    #expect(round.takesPart[fifth] == false && round.takesPart[fifth + 1] && !round.takesPart[seventh])
    // Now it is the first there; who has left a place waits nowhere, and who has one neither.
    #expect(round.outcome.waitingPlace[fifth] == 1 && round.reservePassed(by: fifth, of: 4) == nil)
    #expect(round.input.wishes(of: 0).allSatisfy { round.outcome.waitingPlace[$0] == 0 })
    #expect(round.reason(seventh, of: 6) == .belowCutoff)
    #expect(round.reservePassed(by: seventh, of: 6) == 1)
    #expect(round.reservePassed(by: round.input.wishes(of: 0).lowerBound, of: 0) == nil)
    let waiting = try #require(round.checks.first { $0.property == .waitingLists })
    // Three wish for A beside who left it, and who waits for B by its second wish, and the one at B.
    #expect(waiting.violations.isEmpty && waiting.examined == 4)
    fixture.settled.supplement = round.supplement.children
    fixture.state = .supplementary
    round = try #require(fixture.decided)
    #expect(
      round.places == ["not-admitted", "not-admitted", "B", "A", "A", "waiting", "waiting"])
  }

  /// A table says of a child only if it came after the child's place was published.
  @Test func aTableFromBeforeItsPlaceSaysNothingOfAChild() throws {
    var fixture = fixture()
    fixture.add(
      .enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"],
      ["personalId": "2", "school": "A", "status": "đã xác nhận"])
    fixture.settled.supplement = try #require(fixture.decided).supplement.children
    fixture.state = .supplementary
    let four = PersonKey(personalId: "4")
    let newest = try #require(fixture.layers[.enrolments]?.last?.seq)
    fixture.settled.newcomers = [four: Settled.Newcomer(path: "A/thuong", after: newest)]
    var before = try #require(fixture.decided).supplement
    #expect(before.children.kept[four] == "A/thuong" && before.silent == ["A", "B"])
    #expect(before.unconfirmed.isEmpty)
    // A newer one has left it out.
    fixture.add(.enrolments, by: "A", ["personalId": "2", "school": "A", "status": "đã nhập học"])
    before = try #require(fixture.decided).supplement
    #expect(before.children.left[four] == .unconfirmed && before.silent == ["B"])
    #expect(before.unconfirmed.map(\.school) == ["A"] && before.unconfirmed.map(\.count) == [1])
  }

  /// One seat of A is for children with the priority UT1.
  private func reserveASeat(in fixture: inout RoundFixture) {
    fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
    fixture.add(.priorities, ["code": "UT1", "name": "Ưu tiên", "kind": "ưu tiên", "points": "0"])
    fixture.add(
      .reservations,
      [
        "school": "A", "program": "thuong", "category": "Diện", "value": "UT1", "seats": "1",
        "kind": "dành riêng",
      ])
  }

  /// Behind nobody: who had the seat for its category has left, and the one who came in has another seat.
  @Test func whoeverHasLeftAReservedSeatIsNoMeasure() throws {
    var fixture = RoundFixture(program("A", quota: 3) { $0.reserve = 1 }, program("B"))
    fixture.state = .finalized
    reserveASeat(in: &fixture)
    fixture.add(
      .roster, by: "cong",
      rows: [("9", ""), ("8.5", ""), ("7", "UT1"), ("7.8", ""), ("6.5", "UT1"), ("6", "UT1")].enumerated()
        .map { index, child in
          ["personalId": String(index), "average9": child.0, "wish1": "A/thuong", "priorities": child.1]
        } + [["personalId": "6", "average9": "8", "wish1": "A/thuong", "wish2": "B/thuong"]])
    #expect(
      try #require(fixture.decided).places == ["A", "A", "A", "waiting", "not-admitted", "not-admitted", "B"])
    fixture.add(
      .enrolments, by: "A",
      rows: [("0", "đã xác nhận"), ("1", "đã xác nhận"), ("2", "từ chối")].map {
        ["personalId": $0.0, "school": "A", "status": $0.1]
      })
    let round = try supplemented(fixture)
    #expect(round.places == ["A", "A", "not-admitted", "A", "waiting", "not-admitted", "B"])
    let explanations = Explanations(round, schemas: shippedSchemas)
    for applicant in [4, 5] {
      let told = try #require(explanations.explanation(of: applicant).first)
      #expect(told.reason == .notConsidered && told.lastKey.isEmpty && told.gap == nil)
    }
    // Who is kept elsewhere is measured by what it was behind when it competed, and by the cut-off of that time.
    let kept = try #require(explanations.explanation(of: 6).first)
    #expect(kept.isOfBefore && kept.gap == Exact(parsing: "0.5".utf8))
    #expect(kept.cutoff == .score(try #require(Exact(parsing: "7".utf8))))
    #expect(round.checks.allSatisfy { $0.violations.isEmpty })
  }

  @Test func whoRefusedASchoolIsNotSeatedThereFromItsList() throws {
    var fixture = fixture()
    fixture.add(.enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"])
    // It had been assigned there.
    fixture.add(.enrolments, by: "A", ["personalId": "4", "school": "A", "status": "từ chối"])
    let round = try supplemented(fixture)
    #expect(round.places[3] == "not-admitted" && round.places[4] == "A")
    // Nor does it keep the place on a short list from whoever stands behind it.
    fixture.programs[0].reserve = 1
    fixture.settled = Settled()
    fixture.state = .finalized
    let listed = try #require(fixture.decided)
    #expect(
      listed.supplement.children.waiting[PersonKey(personalId: "5")] == ["A/thuong", "B/thuong"])
    #expect(listed.supplement.children.waiting[PersonKey(personalId: "4")] == nil)
    #expect(listed.places[3] == "not-admitted" && listed.reason(of: 3) == .schoolDeclined)
    #expect(listed.reservePassed(by: listed.input.wishes(of: 3).lowerBound, of: 3) == nil)
    #expect(try supplemented(fixture).places[4] == "A")
  }

  /// A refusal counts until it is taken back; what an official result was decided with stands for it.
  @Test func whoHasDeclinedASchoolCompetesElsewhereUntilItIsTakenBack() throws {
    var fixture = fixture()
    fixture.state = .open
    fixture.add(.enrolments, by: "A", ["personalId": "3", "school": "A", "status": "không đến"])
    fixture.add(.enrolments, by: "A", ["personalId": "2", "school": "A", "status": "từ chối"])
    let round = try #require(fixture.decided)
    #expect(round.places == ["A", "not-admitted", "B", "A", "waiting", "waiting"])
    #expect(round.reason(of: 1) == .declined)
    #expect(round.reason(round.input.wishes(of: 2).lowerBound, of: 2) == .notCome)
    let settled = round.settledNow
    #expect(settled.declined == [PersonKey(personalId: "2"): ["A"], PersonKey(personalId: "3"): ["A"]])
    #expect(settled.absent == [PersonKey(personalId: "3"): ["A"]])
    // Taken back: an official result stands as it is, the next one does not.
    fixture.add(.enrolments, by: "A", ["personalId": "2", "school": "A", "status": "đã xác nhận"])
    #expect(try #require(fixture.decided).places.prefix(2) == ["A", "A"])
    (fixture.settled, fixture.state) = (settled, .finalized)
    let standing = try #require(fixture.decided)
    #expect(standing.places == round.places)
    #expect(standing.reason(of: 1) == .declined)
    #expect(standing.reason(round.input.wishes(of: 2).lowerBound, of: 2) == .notCome)
  }

  /// Who has left reads that where it was, and at an earlier wish what kept it out then.
  @Test func whoHasLeftAPlaceHadItAtOneWish() throws {
    var fixture = fixture()
    fixture.add(.enrolments, by: "B", ["personalId": "3", "school": "B", "status": "từ chối"])
    var round = try supplemented(fixture)
    let wishes = round.input.wishes(of: 2)
    #expect(wishes.map { round.reason($0, of: 2) } == [.belowCutoff, .declined])
    let told = Explanations(round, schemas: shippedSchemas).explanation(of: 2)
    #expect(told[0].gap == Exact(parsing: "1".utf8) && !told[0].isKeptElsewhere && told[1].gap == nil)
    #expect(round.settledNow.leftAt == [PersonKey(personalId: "3"): "B/thuong"])
    // A later run knows it from the one before.
    let children = round.supplement.children
    #expect(children.leftAt[PersonKey(personalId: "3")] == "B/thuong")
    fixture.settled.supplement = children
    fixture.state = .supplementary
    round = try #require(fixture.decided)
    #expect(wishes.map { round.reason($0, of: 2) } == [.belowCutoff, .declined])
    // A record that does not say where: of each wish that it has left a place.
    fixture.settled.supplement?.leftAt = [:]
    round = try #require(fixture.decided)
    #expect(wishes.map { round.reason($0, of: 2) } == [.declined, .declined])
  }

  @Test func aSecondOneGoesOnFromTheFirst() throws {
    var fixture = fixture()
    fixture.add(
      .enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"],
      ["personalId": "2", "school": "A", "status": "đã nhập học"])
    fixture.settled.supplement = try #require(fixture.decided).supplement.children
    fixture.state = .supplementary
    fixture.add(.enrolments, by: "A", ["personalId": "4", "school": "A", "status": "từ chối"])
    // Until it is ordered again, nothing moves.
    #expect(
      try #require(fixture.decided).places == ["not-admitted", "A", "B", "A", "waiting", "waiting"])
    let round = try supplemented(fixture)
    #expect(
      round.places == ["not-admitted", "A", "B", "not-admitted", "A", "waiting"])
    #expect(round.reason(of: 0) == .declined && round.reason(of: 3) == .declined)
  }

  /// A seat of a row is free, and two who wait for it are equal: a later run finds them where they were.
  @Test func whoIsTiedOnAReservedSeatStaysTiedOnIt() throws {
    var fixture = RoundFixture(program("A", quota: 2))
    fixture.state = .finalized
    fixture.round.tiePolicy = .council
    reserveASeat(in: &fixture)
    fixture.add(
      .roster, by: "cong",
      rows: [("9", ""), ("8", "UT1"), ("7", "UT1"), ("7", "UT1")].enumerated().map { index, child in
        ["personalId": String(index), "average9": child.0, "wish1": "A/thuong", "priorities": child.1]
      })
    #expect(try #require(fixture.decided).places == ["A", "A", "waiting", "waiting"])
    fixture.add(
      .enrolments, by: "A", ["personalId": "0", "school": "A", "status": "đã xác nhận"],
      ["personalId": "1", "school": "A", "status": "từ chối"])
    for _ in 1...2 {
      fixture.settled.supplement = try #require(fixture.decided).supplement.children
      fixture.state = .supplementary
      let round = try #require(fixture.decided)
      #expect(round.places == ["A", "not-admitted", "held", "held"])
      #expect(round.outcome.reservedSeatsGroupIn == [2: 0, 3: 0])
    }
  }

  @Test func whoDidNotWaitStaysAsTheOfficialResultLeftIt() throws {
    var fixture = fixture()
    fixture.programs[1].minimum = Exact(parsing: "4.5".utf8)
    fixture.add(.enrolments, by: "A", ["personalId": "1", "school": "A", "status": "từ chối"])
    let round = try supplemented(fixture)
    #expect(round.outcome.status[5] == .ineligible)
    #expect(round.reason(of: 5) == .belowMinimum)
  }
}
