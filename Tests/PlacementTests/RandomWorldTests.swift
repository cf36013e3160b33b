import Placement
import Tables
import Testing

@Suite struct RandomWorldTests {
  static func world(_ random: inout SeededRandom, mode: PlacementMode) -> PlacementInput {
    let count = random.below(25)
    let plain = random.chance(40)
    var names = Array(0..<Int32(count))
    random.shuffle(&names)
    var draws = names
    random.shuffle(&draws)
    let students = (0..<count).map { index in
      var combos: [Int32] = plain ? [] : [0, 1, 2]
      random.shuffle(&combos)
      combos.removeLast(plain ? 0 : random.below(4))
      return PlacementStudent(
        nameOrder: names[index], score: Int64(random.below(10)), female: random.chance(50),
        disability: random.chance(15), boarding: !plain && random.chance(30),
        sourceClass: Int32(random.below(5)) - 1,
        combos: combos, language: plain ? -1 : Int32(random.below(3)) - 1, draw: draws[index])
    }
    let classes = (0..<random.within(1...5)).map { _ in
      PlacementClass(
        capacity: random.below(9), combo: plain ? -1 : Int32(random.below(4)) - 1,
        language: plain ? -1 : Int32(random.below(3)) - 1,
        boarding: plain || random.chance(70) ? nil : random.chance(50))
    }
    return PlacementInput(mode: mode, students: students, classes: classes)
  }

  @Test(arguments: PlacementMode.allCases)
  func everyPropertyHolds(mode: PlacementMode) {
    var random = SeededRandom(seed: 77)
    for _ in 0..<1000 {
      let input = RandomWorldTests.world(&random, mode: mode)
      let outcome = place(input)
      let broken = verify(input, outcome).filter { !$0.holds }
      guard broken.isEmpty else {
        #expect(broken.isEmpty, "\(broken) \(input) \(outcome)")
        return
      }
    }
  }

  @Test(arguments: PlacementMode.allCases)
  func theOrderOfStudentsDoesNotMatter(mode: PlacementMode) {
    var random = SeededRandom(seed: 78)
    for _ in 0..<60 {
      let input = RandomWorldTests.world(&random, mode: mode)
      var order = Array(input.students.indices)
      random.shuffle(&order)
      let shuffled = PlacementInput(
        mode: mode, students: order.map { input.students[$0] }, classes: input.classes)
      let (one, two) = (place(input), place(shuffled))
      #expect(order.map { one.classOf[$0] } == two.classOf)
    }
  }

  /// As many children are seated as by trying every way.
  @Test func nobodyIsLeftOutWithoutNeed() {
    var random = SeededRandom(seed: 79)
    for _ in 0..<80 {
      var input = RandomWorldTests.world(&random, mode: .balanced)
      input.students = Array(input.students.prefix(6))
      for index in input.students.indices { input.students[index].combos = [] }
      let seated = place(input).classOf.count { $0 >= 0 }
      #expect(seated == most(input, 0, input.classes.map(\.capacity)))
    }
  }

  private func most(_ input: PlacementInput, _ student: Int, _ room: [Int]) -> Int {
    guard student < input.students.count else { return 0 }
    var best = most(input, student + 1, room)
    let child = input.students[student]
    for (place, open) in input.classes.enumerated() where room[place] > 0 {
      guard open.language < 0 || child.language < 0 || open.language == child.language,
        open.boarding.map({ $0 == child.boarding }) ?? true
      else { continue }
      var left = room
      left[place] -= 1
      best = max(best, 1 + most(input, student + 1, left))
    }
    return best
  }
}
