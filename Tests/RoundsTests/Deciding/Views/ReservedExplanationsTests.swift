import Rounds
import TableSchema
import Tables
import Testing

/// What is told of wishes where some seats are for some (contract.md 4, Reservations).
@Suite struct ReservedExplanationsTests {
  /// One program, its reservations, and children with distinct marks, so that no lot is ever drawn.
  private struct World {
    var quota = 3
    var rows: [[String: String]] = []
    var children: [(mark: Int, school: String, claims: String)] = []

    var fixture: RoundFixture {
      var fixture = RoundFixture(program("A", quota: quota))
      fixture.round.tiePolicy = .lottery
      fixture.round.lotteryKey = "k"
      fixture.round.seed = "1"
      fixture.add(
        .roster, by: "cong",
        rows: children.enumerated().map { index, child in
          [
            "personalId": String(index + 1), "average9": decimal(child.mark), "wish1": "A/thuong",
            "sourceSchool": child.school, "priorities": child.claims,
          ]
        })
      fixture.add(.scoring, ["field": "ĐTB 9", "coefficient": "1"])
      fixture.add(
        .priorities, ["code": "U", "name": "Con thương binh", "kind": "ưu tiên", "points": "0"],
        ["code": "V", "name": "Vùng khó khăn", "kind": "ưu tiên", "points": "0"])
      if !rows.isEmpty { fixture.add(.reservations, rows: rows) }
      return fixture
    }

    /// Tenths as text.
    private func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
  }

  private func row(
    _ category: String, _ value: String, _ seats: Int, _ kind: String = "dành riêng"
  ) -> [String: String] {
    [
      "school": "A", "program": "thuong", "category": category, "value": value, "seats": String(seats),
      "kind": kind,
    ]
  }

  /// Five children, one of two seats reserved for a claim.
  private var claimed: World {
    World(
      quota: 2, rows: [row("Diện", "U", 1)],
      children: [(90, "S", ""), (80, "S", ""), (70, "S", "U"), (60, "S", "U"), (50, "S", "")])
  }

  @Test func everyWishIsComparedThroughTheSeatsThatItCompetedFor() throws {
    let round = try #require(claimed.fixture.decided)
    #expect(round.places == ["A", "waiting", "A", "waiting", "waiting"])
    let wishes = (0..<5).map { Explanations(round, schemas: shippedSchemas).explanation(of: $0)[0] }
    let reserved = try #require(round.reservations[0].first)
    #expect(reserved.category == .priority && reserved.name == "Con thương binh" && !reserved.isCap)
    #expect(wishes.map(\.seats) == [.open, .open, .row(reserved), .row(reserved), .open])
    // The last one in is that of those seats: 9 of the open ones, 7 of the reserved one.
    #expect(wishes.map(\.lastRank) == [1, 1, 3, 3, 1])
    #expect(wishes.map { $0.gap?.text ?? "" } == ["", "1", "", "1", "4"])
    #expect(
      wishes.map { $0.reason?.rawValue ?? "" } == [
        "", "reserved-for-others", "", "below-cutoff", "below-cutoff",
      ])
  }

  /// A reserved seat that is held for children who are equal is not said to be nobody's.
  @Test func behindEqualChildrenTheSeatIsHeld() throws {
    var world = claimed
    world.children = [(90, "S", ""), (80, "S", "U"), (80, "S", "U"), (70, "S", "U"), (85, "S", "")]
    for (policy, why) in [
      (Round.TiePolicy.council, LastIn.Unseated.seatsHeld), (.allOut, .groupOut),
    ] {
      var fixture = world.fixture
      fixture.round.tiePolicy = policy
      let round = try #require(fixture.decided)
      let held = policy == .council ? "held" : "waiting"
      #expect(round.places == ["A", held, held, "waiting", "waiting"])
      let explanations = Explanations(round, schemas: shippedSchemas)
      let wish = try #require(explanations.explanation(of: 3).first)
      #expect(wish.unseated == why && wish.gap?.text == "1" && wish.seats?.row?.name == "Con thương binh")
      // The open seat has its last one.
      let open = try #require(explanations.explanation(of: 4).first)
      #expect(open.unseated == nil && open.gap?.text == "0.5")
    }
  }

  @Test func whomACapTurnsAwayIsToldSo() throws {
    var world = World(
      quota: 3, rows: [row("Trường cuối cấp", "S1", 1, "tối đa")],
      children: [(90, "S1", ""), (80, "S1", ""), (70, "S2", ""), (60, "S2", "")])
    let round = try #require(world.fixture.decided)
    #expect(round.places == ["A", "waiting", "A", "A"])
    let second = try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 1).first)
    #expect(second.reason == .categoryFull && second.gap?.text == "1" && second.lastRank == 1)
    guard case .row(let cap) = second.seats else {
      Issue.record("no cap")
      return
    }
    #expect(cap.isCap && cap.name == "S1" && cap.seats == 1)
    // Nobody of the category may come.
    world.rows = [row("Trường cuối cấp", "S1", 0, "tối đa")]
    let closed = try #require(world.fixture.decided)
    #expect(closed.places == ["waiting", "waiting", "A", "A"])
    let first = try #require(Explanations(closed, schemas: shippedSchemas).explanation(of: 0).first)
    #expect(first.reason == .categoryFull && first.gap == nil && first.lastKey == [])
  }

  @Test func seatsThatAreAllForOthersHaveNoGap() throws {
    var world = claimed
    world.rows = [row("Diện", "U", 2)]
    let round = try #require(world.fixture.decided)
    #expect(round.places == ["waiting", "waiting", "A", "A", "waiting"])
    let best = try #require(Explanations(round, schemas: shippedSchemas).explanation(of: 0).first)
    #expect(best.reason == .reservedForOthers && best.seats == nil && best.gap == nil)
  }

  /// What is told to have been lacking is what was lacking: with it and the least more the child is in, with
  /// the least less it is not. Decided anew for each child of drawn rounds, whatever its seats are.
  @Test func withTheGapAndNoLessTheChildIsIn() throws {
    var random = SeededRandom(seed: 20)
    var checked: [String: Int] = [:]
    for _ in 0..<40 {
      var world = World()
      world.quota = random.within(1...4)
      var marks = Array(40...99).filter { $0 % 3 == 0 }
      random.shuffle(&marks)
      world.children = (0..<8).map { index in
        (marks[index], ["S1", "S2"][random.below(2)], ["", "", "U", "V", "U;V"][random.below(5)])
      }
      let kinds = random.chance(40)
      var left = world.quota
      for (category, value) in kinds
        ? [("Trường cuối cấp", "S1"), ("Trường cuối cấp", "S2")]
        : [("Diện", "U"), ("Diện", "V"), ("Trường cuối cấp", "S1")]
      where random.chance(70) {
        let isCap = kinds && random.chance(50)
        let seats = random.within(0...(isCap ? world.quota : left))
        if !isCap { left -= seats }
        world.rows.append(row(category, value, seats, isCap ? "tối đa" : "dành riêng"))
      }
      let round = try #require(world.fixture.decided)
      let isIn = round.places.map { $0 == "A" }
      for child in world.children.indices where !isIn[child] {
        let wish = Explanations(round, schemas: shippedSchemas).explanation(of: child)[0]
        guard let gap = wish.gap, let tenths = Int(gap.text.filter { $0 != "." }) else {
          // Nobody sits where the child could: no score would help.
          var best = world
          best.children[child].mark = 999
          #expect(try #require(best.fixture.decided).places[child] != "A", "\(world)")
          checked["none", default: 0] += 1
          continue
        }
        let lacking = gap.text.contains(".") ? tenths : tenths * 10
        for (more, expected) in [(1, true), (-1, false)] {
          var other = world
          other.children[child].mark += lacking + more
          #expect(
            try (#require(other.fixture.decided).places[child] == "A") == expected,
            "\(world): child \(child) \(gap) \(more)")
        }
        checked[wish.reason?.rawValue ?? "", default: 0] += 1
      }
    }
    for reason in ["below-cutoff", "reserved-for-others", "category-full", "none"] {
      #expect(checked[reason] ?? 0 > 3, "\(reason): \(checked)")
    }
  }
}
