import Admission
import Tables
import Testing

/// Children who have declined a school: no candidates there, or, once all are seated, not on its lists.
@Suite struct DeclinedTests {
  /// The first program takes one and lists one; the second takes one.
  private func world(_ method: Rules.Method) -> World {
    var world = World(
      quotas: [1, 1],
      children: [
        Child(0, marks: "9"), Child(0, 1, marks: "8"), Child(0, marks: "7"), Child(0, marks: "6"),
      ])
    world.rules.method = method
    world.programs[0].reserve = 1
    return world
  }

  /// In the order that all programs share, and in orders of their own.
  @Test(arguments: [Rules.Method.simultaneous, .sequential])
  func whoHasDeclinedASchoolIsNoCandidateThere(method: Rules.Method) throws {
    var input = world(method).input
    #expect(try decide(input).status == [.admitted, .admitted, .waiting, .notAdmitted])
    input.declined = [0: [0], 2: [0]]
    let outcome = try decide(input)
    // Of the second, who would have gone elsewhere, the seat is its own now.
    #expect(outcome.place == [-1, 1, -1, -1])
    #expect(outcome.verdict[0] == .schoolDeclined && outcome.verdict[2] == .eligible)
    #expect(outcome.rank == [0, 1, 1, 0, 2] && outcome.waitingPlace == [0, 0, 0, 0, 1])
    #expect(outcome.status == [.notAdmitted, .admitted, .notAdmitted, .waiting])
    // The score is told, and no rank.
    #expect(outcome.score[0] == (Exact(parsing: "9".utf8)?.raw))
    #expect(broken(input, outcome) == [])
    var spoilt = outcome
    spoilt.verdict[0] = .eligible
    #expect(broken(input, spoilt).contains(.eligibility))
    for status in [Status.ineligible, .waiting] {
      spoilt = outcome
      spoilt.status[0] = status
      #expect(broken(input, spoilt).contains(.everyoneAccounted))
    }
    spoilt = outcome
    spoilt.score[0] += 1
    #expect(broken(input, spoilt).contains(.eligibility))
    var others = input
    others.declined = [:]
    #expect(broken(others, outcome).contains(.eligibility))
  }

  /// Where it would not be eligible anyway it stays what that says; who has left its place competes for no other.
  @Test func whatElseSpeaksAgainstAWishIsTold() throws {
    var world = world(.simultaneous)
    world.programs[0].minimum = Exact(parsing: "6.5".utf8)
    var input = world.input
    input.declined = [1: [0], 3: [0]]
    input.states[1] = .left
    let outcome = try decide(input)
    #expect(
      (0..<5).map { outcome.verdict[$0] }.suffix(4) == [
        .schoolDeclined, .leftElsewhere, .eligible, .belowMinimum,
      ])
    #expect(outcome.status == [.admitted, .notAdmitted, .waiting, .ineligible])
    #expect(broken(input, outcome) == [])
    for (wish, verdict) in [(1, Verdict.leftElsewhere), (2, .schoolDeclined), (4, .schoolDeclined)] {
      var spoilt = outcome
      spoilt.verdict[wish] = verdict
      #expect(broken(input, spoilt).contains(.eligibility))
    }
    var spoilt = outcome
    spoilt.status[3] = .notAdmitted
    #expect(broken(input, spoilt).contains(.everyoneAccounted))
  }

  @Test(arguments: [Rules.Method.simultaneous, .sequential])
  func whoHasDeclinedASchoolSinceIsOffItsListAndNobodyMoves(method: Rules.Method) throws {
    var input = world(method).input
    let before = try decide(input)
    // Also of one who has the seat: it keeps it.
    input.declinedSince = [0: [0], 2: [0]]
    let outcome = try decide(input)
    #expect(outcome.place == before.place && outcome.rank == before.rank && outcome.cutoff == before.cutoff)
    #expect(before.waitingPlace == [0, 0, 0, 1, 0] && outcome.waitingPlace == [0, 0, 0, 0, 1])
    #expect(outcome.status == [.admitted, .admitted, .notAdmitted, .waiting])
    #expect(broken(input, outcome) == [])
    for spoilt in [[0, 0, 0, 1, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 1]] as [[Int32]] {
      var wrong = outcome
      wrong.waitingPlace = spoilt
      #expect(broken(input, wrong).contains(.waitingLists))
    }
  }
}
