import Placement
import Tables
import Testing

/// The checker must notice each kind of wrong placement.
@Suite struct VerifyTests {
  private func broken(_ input: PlacementInput, _ outcome: PlacementOutcome) -> [PlacementProperty] {
    verify(input, outcome).filter { !$0.holds }.map(\.property)
  }

  private func input(
    _ mode: PlacementMode, _ students: [PlacementStudent], _ classes: [PlacementClass]
  ) -> PlacementInput {
    PlacementInput(mode: mode, students: students, classes: classes)
  }

  private let two = [PlacementClass(capacity: 3), PlacementClass(capacity: 3)]

  @Test func somebodyForgottenOrCountedTwice() {
    let input = input(.balanced, children(2), two)
    #expect(
      broken(input, PlacementOutcome(classOf: [0, -1], unplaced: [:])) == [.everyoneAccountedFor])
    #expect(
      broken(input, PlacementOutcome(classOf: [0, 1], unplaced: [1: .full])) == [.everyoneAccountedFor])
    #expect(
      broken(input, PlacementOutcome(classOf: [0, 2], unplaced: [:])) == [.everyoneAccountedFor])
    #expect(broken(input, PlacementOutcome(classOf: [0], unplaced: [:])) == [.everyoneAccountedFor])
    #expect(
      broken(input, PlacementOutcome(classOf: [0, 1], unplaced: [5: .full])) == [.everyoneAccountedFor])
  }

  @Test func aClassAboveItsCapacity() {
    let input = input(.balanced, children(2), [PlacementClass(capacity: 1), PlacementClass(capacity: 1)])
    #expect(
      broken(input, PlacementOutcome(classOf: [0, 0], unplaced: [:])).contains(.withinCapacity))
  }

  @Test func aComboNotChosen() {
    let classes = [PlacementClass(capacity: 3, combo: 1), PlacementClass(capacity: 3, combo: 2)]
    let input = input(.balanced, children(1) { $1.combos = [1] }, classes)
    #expect(
      broken(input, PlacementOutcome(classOf: [1], unplaced: [:])).contains(.choicesRespected))
    #expect(
      broken(input, PlacementOutcome(classOf: [-1], unplaced: [0: .noClassFits]))
        == [.choicesRespected, .combosByScore, .noSeatWasted])
  }

  @Test func aBetterScoreDenied() {
    let classes = [PlacementClass(capacity: 1, combo: 1), PlacementClass(capacity: 1, combo: 2)]
    let input = input(.balanced, children(2) { $1.combos = [1, 2] }, classes)
    #expect(
      broken(input, PlacementOutcome(classOf: [1, 0], unplaced: [:])).contains(.combosByScore))
  }

  @Test func aSeatWastedByTurns() {
    let classes = [PlacementClass(capacity: 1), PlacementClass(capacity: 1, language: 1)]
    let input = input(.balanced, children(2) { $1.language = $0 == 0 ? 1 : 2 }, classes)
    #expect(
      broken(input, PlacementOutcome(classOf: [0, -1], unplaced: [1: .full])).contains(.noSeatWasted))
  }

  @Test func sizesApart() {
    let outcome = PlacementOutcome(classOf: [0, 0, 0, 1], unplaced: [:])
    #expect(broken(input(.balanced, children(4), two), outcome).contains(.evenSizes))
    #expect(broken(input(.keepSourceClass, children(4), two), outcome).contains(.evenSizes))
  }

  @Test func eachModeIsLookedAt() {
    let outcome = PlacementOutcome(classOf: [1, 1, 0, 0], unplaced: [:])
    #expect(broken(input(.byScore, children(4), two), outcome) == [.modeKept])
    #expect(broken(input(.byName, children(4), two), outcome) == [.modeKept])
    #expect(broken(input(.lottery, children(4) { $1.draw = Int32($0) }, two), outcome) == [.modeKept])
    #expect(broken(input(.balanced, children(4) { $1.female = $0 < 2 }, two), outcome) == [.modeKept])
    let torn = input(
      .keepSourceClass, children(4) { $1.sourceClass = $0 < 2 ? 1 : Int32($0) },
      Array(repeating: PlacementClass(capacity: 4), count: 2))
    #expect(
      broken(torn, PlacementOutcome(classOf: [0, 1, 0, 1], unplaced: [:])) == [.modeKept])
  }

  /// Random worlds, one thing changed: two children in different classes change
  /// places, or one child is sent out. Where nothing is found the change did no harm:
  /// the mode does not tell those two apart.
  @Test func mutations() {
    var random = SeededRandom(seed: 4)
    var noticed = 0
    for _ in 0..<300 {
      let input = RandomWorldTests.world(&random, mode: .byScore)
      var outcome = place(input)
      guard let victim = outcome.classOf.firstIndex(where: { $0 >= 0 }) else { continue }
      outcome.classOf[victim] = -1
      #expect(!broken(input, outcome).isEmpty)
      outcome.unplaced[Int32(victim)] = .full
      #expect(broken(input, outcome).contains(.noSeatWasted))
      noticed += 1
    }
    #expect(noticed > 200)
  }
}
