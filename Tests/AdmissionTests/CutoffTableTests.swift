import Admission
import Tables
import Testing

/// The figures of `diem-chuan.csv` (contract.md 5).
@Suite struct CutoffTableTests {
  @Test func figures() throws {
    var world = World(
      quotas: [3, 9],
      children: [
        Child(0, 1, marks: "9", "4"), Child(0, marks: "8", "7"), Child(0, marks: "8", "6"), Child(0, 1),
        Child(1, 0, marks: "9", "1"), Child(nil, 0, marks: "10", "1"), Child(0, 1, marks: "1"),
      ])
    world.rules.method = .sequential
    world.programs[0].tieChain = 0
    world.tieChains = [
      [
        TieCriterion(source: .field(1), descending: true),
        TieCriterion(source: .wishNumber, descending: false),
      ]
    ]
    world.priorities = [1: .init(kind: .direct, points: .zero)]
    world.children[6].claims = [1]
    let input = world.input
    let outcome = try decide(input)
    #expect(broken(input, outcome) == [])
    let rows = cutoffTable(input, outcome)
    #expect(rows.map { [$0.program, $0.wish] } == [[0, 1], [0, 2], [1, 1], [1, 2]])
    // At NV1 the direct admission, 9 and 8 with the better tie value are in; 8 with 6 is out.
    #expect(rows.map(\.applicants) == [5, 2, 1, 3])
    #expect(rows.map(\.admitted) == [3, 0, 1, 0])
    #expect(rows.map(\.cutoff) == [.score(exact("8")), .all, .none, .none])
    #expect(rows.map(\.quota) == [3, 3, 9, 9])
    #expect(
      rows[0].last?.tier == nil && rows[0].last?.score == exact("8")
        && rows[0].last?.ties == [exact("7").raw, 1])
    #expect(rows[1].last == nil)
    #expect(rows[2].last?.tier == nil && rows[2].last?.score == exact("9") && rows[2].last?.ties == [])
  }

  /// After `xét bổ sung`: who has left a place of its own is counted as one who applied, and no more.
  @Test func whoHasLeftWasTurnedAwayByNobody() throws {
    let world = World(quotas: [1], children: [Child(0, marks: "9"), Child(0, marks: "8")])
    let outcome = try decide(world.input)
    #expect(cutoffTable(world.input, outcome).map(\.cutoff) == [.score(exact("9"))])
    let rows = cutoffTable(world.input, outcome, without: [1])
    #expect(rows.map(\.cutoff) == [.none] && rows.map(\.applicants) == [2])
  }

  /// The lowest own score is that of the last tier, not the lowest of all.
  @Test func lastTier() throws {
    var world = World(
      quotas: [2],
      children: [Child(0, marks: "5"), Child(0, marks: "9"), Child(0, marks: "8"), Child(0, marks: "1")])
    world.programs[0].zoned = true
    world.zones = (1...3).map { tier in
      var row = ZoneRow(basis: .sourceSchool, school: 0, tier: Int32(tier))
      row.sourceSchool = Int32(tier)
      return row
    }
    for (child, tier) in [1, 2, 2, 3].enumerated() {
      world.children[child].residence.sourceSchool = Int32(tier)
    }
    let row = try #require(cutoffTable(world.input, try decide(world.input)).first)
    #expect(row.cutoff == .score(exact("9")))
    #expect(row.tier == 2)
    let last = try #require(row.last)
    #expect(last.tier == 2 && last.score == exact("9") && last.ties == [])
  }

  @Test func cutoffsAreBeforeTheMargin() throws {
    var world = World(quotas: [1, 0], children: [Child(1, 0, marks: "9"), Child(0, marks: "7")])
    world.rules = Rules(method: .margin, tiePolicy: .allOut, margins: [.zero, exact("1")])
    let rows = cutoffTable(world.input, try decide(world.input))
    #expect(rows.map(\.cutoff) == [.all, .none, .all, .none])
    #expect(rows[1].last?.score == exact("9"))
  }

  /// The cut-offs given are all there, though nobody made so many wishes.
  @Test func everyCutoffGivenHasItsRow() throws {
    var world = World(quotas: [1], children: [Child(0, marks: "9"), Child(0, marks: "7")])
    world.rules.method = .given
    world.programs[0].givenCutoffs = [1: exact("8"), 2: exact("8.5")]
    let rows = cutoffTable(world.input, try decide(world.input))
    #expect(rows.map(\.wish) == [1, 2])
    #expect(rows.map(\.cutoff) == [.score(exact("8")), .score(exact("8.5"))])
    #expect(rows.map(\.applicants) == [2, 0] && rows.map(\.admitted) == [1, 0])
  }

  @Test func aProgramHasRowsForTheWishesItTakesInItsGroup() throws {
    var world = World(quotas: [1, 1], children: [Child(0, nil, 0, marks: "9")])
    world.programs[0].acceptedWishes = [1, 2]
    world.programs[1].special = true
    world.children[0].specialWishes = [nil, 1, 0]
    let rows = cutoffTable(world.input, try decide(world.input))
    #expect(rows.map { [$0.program, $0.wish] } == [[0, 1], [0, 2], [0, 3], [1, 1], [1, 2], [1, 3]])
    #expect(rows.map(\.special) == [false, false, false, true, true, true])
    #expect(rows.map(\.applicants) == [1, 0, 1, 0, 1, 0])
  }
}
