import Admission
import Tables
import Testing

/// What waits for people: documents to be reviewed, and the council's rulings.
@Suite struct UndecidedTests {
  /// One seat for 9 and 8, where documents are reviewed.
  private var reviewed: World {
    var world = World(quotas: [1, 1], children: [Child(0, marks: "9"), Child(0, 1, marks: "8")])
    world.programs[0].reviewsDocuments = true
    return world
  }

  @Test func aSeatIsKeptUntilDocumentsAreReviewed() throws {
    var world = reviewed
    let outcome = try decide(world.input)
    #expect(broken(world.input, outcome) == [])
    // The first is held and the seat kept; the second, not reviewed there either, is seated elsewhere.
    #expect(outcome.status == [.held, .admitted])
    #expect(outcome.unreviewed == [0: 0])
    #expect(outcome.programs(world.input) == [nil, 1])
    #expect(cutoffTable(world.input, outcome).map(\.admitted) == [0, 0, 0, 1])
    #expect(cutoffTable(world.input, outcome).map(\.cutoff) == [.all, .none, .none, .none])
    world.children[0].documents = [0: .passed]
    #expect(try decide(world.input).status == [.admitted, .admitted])
    #expect(try decide(world.input).unreviewed == [:])
  }

  @Test func refusedDocumentsFreeTheSeat() throws {
    for (decision, verdict) in [
      (DocumentDecision.failed, Verdict.documentsFailed), (.lacking, .documentsLacking),
    ] {
      var world = reviewed
      world.children[0].documents = [0: decision]
      world.children[1].documents = [0: .passed]
      let outcome = try decide(world.input)
      #expect(broken(world.input, outcome) == [])
      #expect(outcome.verdict[0] == verdict)
      #expect(outcome.programs(world.input) == [nil, 0])
      #expect(outcome.status == [.ineligible, .admitted])
    }
  }

  /// Like anyone's: a direct admission needs its documents.
  @Test func directAdmissionNeedsDocuments() throws {
    var world = reviewed
    world.priorities = [1: PriorityGrant(kind: .direct, points: .zero)]
    world.children[1].claims = [1]
    #expect(try decide(world.input).unreviewed == [1: 1])
    world.children[1].documents = [0: .lacking]
    #expect(try decide(world.input).unreviewed == [0: 0])
  }

  @Test func whereNothingIsReviewedDecisionsCountForNothing() throws {
    var world = reviewed
    world.programs[0].reviewsDocuments = false
    world.children[0].documents = [0: .failed]
    #expect(try decide(world.input).programs(world.input) == [0, 1])
  }

  @Test func aKeptChildNeedsNoFurtherReview() throws {
    var world = reviewed
    world.children[0].kept = 0
    let outcome = try decide(world.input)
    #expect(outcome.status == [.admitted, .admitted])
    #expect(broken(world.input, outcome) == [])
  }

  @Test func givenCutoffsKnowOfDocumentsToo() throws {
    var world = reviewed
    world.rules.method = .given
    world.programs[0].givenCutoffs = [1: exact("9")]
    let outcome = try decide(world.input)
    #expect(outcome.status == [.held, .notAdmitted])
    #expect(broken(world.input, outcome) == [])
  }

  /// One seat, two children equal in everything.
  private func tied(_ rulings: [Ruling?]) -> World {
    var world = World(quotas: [1], children: rulings.map { _ in Child(0, marks: "8") })
    world.rules.tiePolicy = .council
    for (child, ruling) in rulings.enumerated() { world.children[child].rulings[0] = ruling }
    return world
  }

  @Test func aRulingPartsAnExactTie() throws {
    let rulings: [([Ruling?], [Int?])] = [
      ([nil, nil], [nil, nil]), ([.admit(order: nil), nil], [0, nil]), ([.refuse, nil], [nil, 0]),
      ([.admit(order: 2), .admit(order: 1)], [nil, 0]), ([.admit(order: nil), .admit(order: 9)], [nil, 0]),
      ([.admit(order: 1), .admit(order: 1)], [nil, nil]), ([.refuse, .refuse], [nil, nil]),
    ]
    for (said, places) in rulings {
      let world = tied(said)
      let outcome = try decide(world.input)
      #expect(broken(world.input, outcome) == [])
      #expect(outcome.programs(world.input) == places)
      #expect(outcome.tiedPlaces.isEmpty == (places != [nil, nil]))
    }
  }

  @Test func aRulingPartsNothingElse() throws {
    var world = tied([.admit(order: 1), .refuse])
    world.children[1].marks = [exact("8.25").raw]
    #expect(try decide(world.input).programs(world.input) == [nil, 0])
    // Nor anything where the council does not decide.
    world.children[1].marks = world.children[0].marks
    world.rules.tiePolicy = .allOut
    #expect(try decide(world.input).programs(world.input) == [nil, nil])
    world.rules.tiePolicy = .lottery
    #expect(try decide(world.input).programs(world.input) == [0, nil])
    world.drawOrder = [1, 0]
    #expect(try decide(world.input).programs(world.input) == [nil, 0])
  }

  @Test func rulingsComeAfterTieBreaks() throws {
    var world = tied([.admit(order: 1), nil])
    world.programs[0].tieChain = 0
    world.tieChains = [[TieCriterion(source: .field(1), descending: true)]]
    world.children[1].marks.append(1)
    #expect(try decide(world.input).programs(world.input) == [nil, 0])
  }

  @Test func spoiltReviews() throws {
    let input = reviewed.input
    var outcome = try decide(input)
    (outcome.place[0], outcome.unreviewed, outcome.status[0]) = (0, [:], .admitted)
    #expect(broken(input, outcome) == [.eligibility])
    outcome = try decide(input)
    outcome.status[0] = .notAdmitted
    #expect(broken(input, outcome) == [.everyoneAccounted])
    outcome = try decide(input)
    outcome.unreviewed[1] = 1
    #expect(broken(input, outcome).contains(.onePlace))
  }
}
