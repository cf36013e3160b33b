import Tables
import Testing

@testable import Audit

/// Seats that are for some, documents, rulings and what comes after, against results found by hand.
@Suite struct SecondDecisionOfSomeTests {
  private let reservationChoices = [
    "category": ["priority", "tier", "sourceSchool"], "kind": ["reserved", "atMost"],
  ]
  private let reservationColumns: [(String, ValueType)] = [
    ("school", .code), ("program", .code), ("category", .choice), ("value", .text), ("seats", .integer),
    ("kind", .choice),
  ]

  private func round(quota: Int, _ ties: PublishedRules.TiePolicy = .allOut) -> SmallRound {
    SmallRound(.simultaneous, ties, quotas: [("S", quota)])
  }

  @Test func aReservedSeatGoesToTheBestOfItsCategory() {
    for (seats, expected) in [
      ("0", ["A S", "B S", "C waiting", "D waiting"]), ("1", ["A S", "B waiting", "C S", "D waiting"]),
      ("2", ["A waiting", "B waiting", "C S", "D S"]),
    ] {
      var round = round(quota: 2)
      round.add(
        "reservations", reservationColumns, [["S", "thuong", "sourceSchool", "T", seats, "reserved"]],
        choices: reservationChoices)
      for (id, score, source) in [("A", "9", "X"), ("B", "8", "X"), ("C", "7", "T"), ("D", "6", "T")] {
        round.add(id, score, "S", from: source)
      }
      #expect(round.result == expected, "\(seats)")
    }
  }

  /// Whom nobody claims a seat for leaves it to the others.
  @Test func aReservedSeatThatNobodyClaimsIsOpen() {
    var round = round(quota: 2)
    round.add(
      "reservations", reservationColumns, [["S", "thuong", "sourceSchool", "T", "2", "reserved"]],
      choices: reservationChoices)
    for (id, score, source) in [("A", "9", "X"), ("B", "8", "X"), ("C", "7", "T")] {
      round.add(id, score, "S", from: source)
    }
    #expect(round.result == ["A S", "B waiting", "C S"])
  }

  @Test func aCapKeepsTheBestOfItsCategory() {
    var round = round(quota: 3, .lottery)
    round.asked.lotteryKey = "khoa"
    round.asked.seed = "1"
    round.add(
      "reservations", reservationColumns, [["S", "thuong", "sourceSchool", "X", "1", "atMost"]],
      choices: reservationChoices)
    for (id, score, source) in [("A", "9", "X"), ("B", "8", "X"), ("C", "7", "T")] {
      round.add(id, score, "S", from: source)
    }
    #expect(round.result == ["A S", "B waiting", "C S"])
  }

  @Test func documentsRefuseOrHold() {
    var round = round(quota: 2)
    round.add(
      "programs", [("school", .code), ("program", .code), ("documents", .flag)], [["S", "thuong", "1"]])
    round.add(
      "documents", [("code", .code), ("required", .choice)], [["HB", "admission"], ["GKS", "enrolment"]],
      choices: ["required": ["admission", "enrolment", "no"]])
    round.add(
      "decisions",
      [("applicationNo", .code), ("school", .code), ("status", .choice), ("missing", .list)],
      [["A", "S", "failed", ""], ["B", "S", "lacking", "HB"], ["C", "S", "lacking", "GKS"]],
      choices: ["status": ["passed", "lacking", "failed"]])
    for (id, score) in [("A", "9"), ("B", "8"), ("C", "7"), ("D", "6"), ("E", "5")] {
      round.add(id, score, "S")
    }
    // D's seat is kept until its documents are reviewed; E waits behind it.
    #expect(round.result == ["A ineligible", "B ineligible", "C S", "D held", "E waiting"])
  }

  @Test func theCouncilPartsThoseWhoAreEqual() {
    var round = round(quota: 2, .council)
    for id in ["A", "B", "C"] { round.add(id, "8", "S") }
    #expect(round.result == ["A held", "B held", "C held"])
    round.add(
      "rulings", [("applicationNo", .code), ("school", .code), ("ruling", .choice), ("order", .integer)],
      [["C", "S", "admit", "1"], ["A", "S", "admit", "2"]], choices: ["ruling": ["admit", "refuse"]])
    #expect(round.result == ["A S", "B waiting", "C S"])
  }

  @Test func whoIsKeptStaysAndWhoIsAssignedComesLast() {
    var round = round(quota: 1)
    for (id, score) in [("A", "9"), ("B", "8"), ("C", "7")] { round.add(id, score, "S") }
    round.asked.kept = [["", "", "", "B"]: "S/thuong"]
    #expect(round.result == ["A waiting", "B S", "C waiting"])
    round.asked.left = [["", "", "", "B"]]
    #expect(round.result == ["A S", "B not-admitted", "C waiting"])
    round.add(
      "assignments", [("applicationNo", .code), ("school", .code), ("program", .code)],
      [["C", "S", "thuong"]])
    #expect(round.result == ["A S", "B not-admitted", "C admitted"])
  }

  /// Whoever has left its place competes again once its school says otherwise, before the next `chốt`.
  @Test func whoseRefusalIsTakenBackComesBack() {
    var round = round(quota: 1)
    for (id, score) in [("A", "9"), ("B", "8")] { round.add(id, score, "S") }
    round.asked.left = [["", "", "", "A"]]
    round.asked.leftAt = [["", "", "", "A"]: "S/thuong"]
    #expect(round.result == ["A not-admitted", "B S"])
    func say(_ status: String) {
      round.add(
        "enrolments", [("applicationNo", .code), ("school", .code), ("status", .choice)],
        [["A", "S", status]], choices: ["status": ["confirmed", "absent"]])
    }
    say("absent")
    #expect(round.result == ["A not-admitted", "B S"])
    say("confirmed")
    #expect(round.result == ["A S", "B waiting"])
    round.asked.fixedSchools = ["S"]
    #expect(round.result == ["A not-admitted", "B S"])
    round.asked.fixedSchools = []
    round.asked.isFinal = true
    #expect(round.result == ["A not-admitted", "B S"])
  }

  @Test func theSupplementaryRunGivesASeatToTheFirstWhoWaits() {
    var round = round(quota: 1)
    for (id, score) in [("A", "9"), ("B", "8"), ("C", "7")] { round.add(id, score, "S") }
    round.asked.isFinal = true
    round.asked.supplement = AskedRound.Supplement(
      kept: [:], left: [["", "", "", "A"]],
      waiting: [["", "", "", "B"]: ["S/thuong"], ["", "", "", "C"]: ["S/thuong"]])
    #expect(round.result == ["A not-admitted", "B S", "C waiting"])
  }
}
