import Placement
import Testing

@Suite struct PlaceLaterTests {
  private func students(_ count: Int) -> [PlacementStudent] {
    (0..<count).map { PlacementStudent(nameOrder: Int32($0), score: Int64(100 - $0)) }
  }

  private func input(_ students: [PlacementStudent], _ capacities: Int...) -> PlacementInput {
    PlacementInput(
      mode: .balanced, students: students, classes: capacities.map { PlacementClass(capacity: $0) })
  }

  @Test func theSmallestClassThatFitsTakesTheNextChild() {
    let input = input(students(5), 3, 3)
    let staying: [Int32] = [0, 0, -1, -1, -1]
    let placed = placeLater(input, staying: staying)
    #expect(placed.classOf == [0, 0, 1, 1, 0])
    #expect(verifyLater(input, staying: staying, placed).allSatisfy { $0.holds })
  }

  @Test func aClassFullBeyondItsCapacityStaysAsItIs() {
    let input = input(students(3), 1, 0)
    let staying: [Int32] = [0, 0, -1]
    let placed = placeLater(input, staying: staying)
    #expect(placed.classOf == [0, 0, -1])
    #expect(placed.unplaced == [2: .full])
    #expect(verifyLater(input, staying: staying, placed).allSatisfy { $0.holds })
  }

  @Test func aLaterChildWithChoicesGoesWhereTheyAreTaught() {
    var children = students(3)
    children[2].combos = [7, 8]
    children[1].language = 5
    var input = input(children, 9, 9)
    input.classes[1].combo = 8
    input.classes[0].combo = 6
    input.classes[0].language = 1
    input.classes[1].language = 1
    let placed = placeLater(input, staying: [0, -1, -1])
    #expect(placed.classOf == [0, -1, 1])
    #expect(placed.unplaced == [1: .noClassFits])
  }

  /// Each check finds what is spoilt for it.
  @Test func spoiltPlacementsAreFound() {
    var children = students(4)
    children[3].language = 2
    var input = input(children, 2, 3)
    input.classes[0].language = 1
    input.classes[1].language = 1
    let staying: [Int32] = [0, -1, -1, -1]
    func broken(_ classOf: [Int32], _ unplaced: [Int32: UnplacedReason]) -> [PlacementProperty] {
      verifyLater(input, staying: staying, PlacementOutcome(classOf: classOf, unplaced: unplaced))
        .filter { !$0.holds }.map(\.property)
    }
    #expect(broken([0, 1, 1, -1], [3: .noClassFits]) == [])
    #expect(broken([1, 1, 1, -1], [3: .noClassFits]) == [.everyoneAccountedFor])
    #expect(broken([0, 0, 0, -1], [3: .noClassFits]) == [.withinCapacity])
    #expect(broken([0, 1, 1, 1], [:]) == [.choicesRespected])
    #expect(broken([0, 1, -1, -1], [2: .full, 3: .noClassFits]) == [.noSeatWasted])
  }
}
