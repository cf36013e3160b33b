import Placement
import Tables
import Testing

/// `count` children named in the order given, the first the best.
func children(_ count: Int, _ change: (Int, inout PlacementStudent) -> Void = { _, _ in })
  -> [PlacementStudent]
{
  (0..<count).map { index in
    var student = PlacementStudent(
      nameOrder: Int32(index), score: Int64(1000 - index), draw: Int32(count - index))
    change(index, &student)
    return student
  }
}

func expectAllProperties(
  _ input: PlacementInput, _ outcome: PlacementOutcome, sourceLocation: SourceLocation = #_sourceLocation
) {
  let broken = verify(input, outcome).filter { !$0.holds }
  #expect(broken.isEmpty, "\(input) \(outcome)", sourceLocation: sourceLocation)
}

@Suite struct PlaceTests {
  private func sizes(_ outcome: PlacementOutcome, _ classes: Int) -> [Int] {
    (0..<classes).map { place in outcome.classOf.count { $0 == Int32(place) } }
  }

  private func placed(_ mode: PlacementMode, _ students: [PlacementStudent], _ classes: [PlacementClass])
    -> PlacementOutcome
  {
    let input = PlacementInput(mode: mode, students: students, classes: classes)
    let outcome = place(input)
    expectAllProperties(input, outcome)
    return outcome
  }

  @Test(arguments: PlacementMode.allCases)
  func sizesDifferByOneAtMost(mode: PlacementMode) {
    let classes = Array(repeating: PlacementClass(capacity: 45), count: 3)
    #expect(sizes(placed(mode, children(100), classes), 3).sorted() == [33, 33, 34])
  }

  @Test(arguments: PlacementMode.allCases)
  func aSmallClassFillsAndTheOthersShare(mode: PlacementMode) {
    let classes = [PlacementClass(capacity: 45), PlacementClass(capacity: 10), PlacementClass(capacity: 45)]
    #expect(sizes(placed(mode, children(60), classes), 3) == [25, 10, 25])
  }

  @Test(arguments: PlacementMode.allCases)
  func whoFindsNoSeatIsNamed(mode: PlacementMode) {
    let outcome = placed(mode, children(5), [PlacementClass(capacity: 2), PlacementClass(capacity: 1)])
    #expect(sizes(outcome, 2) == [2, 1])
    #expect(outcome.unplaced == [3: .full, 4: .full])
    #expect(placed(mode, children(1), []).unplaced == [0: .noClassFits])
    #expect(placed(mode, [], [PlacementClass(capacity: 1)]).classOf.isEmpty)
    #expect(placed(mode, children(1), [PlacementClass(capacity: -5)]).unplaced == [0: .full])
  }

  @Test func theBestFillTheFirstClass() {
    let outcome = placed(.byScore, children(6), Array(repeating: PlacementClass(capacity: 9), count: 2))
    #expect(outcome.classOf == [0, 0, 0, 1, 1, 1])
  }

  @Test func theFirstDrawnFillTheFirstClass() {
    let outcome = placed(.lottery, children(6), Array(repeating: PlacementClass(capacity: 9), count: 2))
    #expect(outcome.classOf == [1, 1, 1, 0, 0, 0])
  }

  @Test func theFirstNamedFillTheFirstClass() {
    let students = children(6) { $1.nameOrder = [5, 3, 1, 4, 2, 0][$0] }
    let outcome = placed(.byName, students, Array(repeating: PlacementClass(capacity: 9), count: 2))
    #expect(outcome.classOf == [1, 1, 0, 1, 0, 0])
  }

  @Test func balancedDealsToAndFro() {
    let outcome = placed(.balanced, children(6), Array(repeating: PlacementClass(capacity: 9), count: 2))
    #expect(outcome.classOf == [0, 1, 1, 0, 0, 1])
  }

  @Test func balancedSpreadsGirlsAndDisability() {
    let students = children(40) {
      $1.female = $0 % 4 == 0
      $1.disability = $0 % 10 == 3
    }
    let outcome = placed(.balanced, students, Array(repeating: PlacementClass(capacity: 20), count: 2))
    for place in 0..<2 {
      #expect(students.indices.count { outcome.classOf[$0] == place && students[$0].female } == 5)
      #expect(students.indices.count { outcome.classOf[$0] == place && students[$0].disability } == 2)
    }
  }

  @Test func sourceClassesStayTogether() {
    let students = children(90) { $1.sourceClass = Int32($0 % 3) }
    let outcome = placed(.keepSourceClass, students, Array(repeating: PlacementClass(capacity: 45), count: 3))
    for source in 0..<3 {
      #expect(Set(students.indices.filter { $0 % 3 == source }.map { outcome.classOf[$0] }).count == 1)
    }
  }

  @Test func aSourceClassThatFitsNowhereIsSplitOnce() {
    let students = children(50) { $1.sourceClass = $0 < 40 ? 7 : 2 }
    let outcome = placed(.keepSourceClass, students, Array(repeating: PlacementClass(capacity: 30), count: 2))
    #expect(Set(outcome.classOf[..<40]).count == 2)
    #expect(Set(outcome.classOf[40...]).count == 1)
  }

  @Test func combosGoByScore() {
    let students = children(5) { $1.combos = $0 == 4 ? [2] : [1, 2] }
    let classes = [PlacementClass(capacity: 2, combo: 1), PlacementClass(capacity: 2, combo: 2)]
    let outcome = placed(.balanced, students, classes)
    #expect(outcome.classOf == [0, 0, 1, 1, -1])
    #expect(outcome.unplaced == [4: .full])
    #expect(placed(.balanced, children(1) { $1.combos = [9] }, classes).unplaced == [0: .noClassFits])
  }

  @Test func aSeatForAnyLanguageIsKeptForWhoNeedsIt() {
    // The best could take either class; the second only the one for any language.
    let students = children(2) { $1.language = $0 == 0 ? 1 : 2 }
    let classes = [PlacementClass(capacity: 1), PlacementClass(capacity: 1, language: 1)]
    #expect(placed(.byScore, students, classes).classOf == [1, 0])
  }

  @Test func boardersAndOthersAreKeptApart() {
    let students = children(4) { $1.boarding = $0 < 2 }
    let classes = [PlacementClass(capacity: 5, boarding: false), PlacementClass(capacity: 1, boarding: true)]
    let outcome = placed(.balanced, students, classes)
    #expect(outcome.classOf == [1, -1, 0, 0])
  }
}
