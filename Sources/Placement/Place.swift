/// Places students in classes, deterministically: the order in which students
/// are given does not matter.
///
/// 1. Combos: from the best score down (equal ones by draw, then by name), each
///    student is granted its best combo that still has a seat, where nobody
///    served before loses one. Language and boarding are conditions. A child
///    without combos is content with any.
/// 2. Sizes: as even as the granted combos, languages and capacities allow.
/// 3. Who sits where: by the mode.
public func place(_ input: PlacementInput) -> PlacementOutcome {
  let fit = Fit(input)
  var seats = Seats(fitting: fit.classesOfKind, capacity: input.classes.map(\.capacity))
  var outcome = PlacementOutcome(classOf: Array(repeating: -1, count: input.students.count), unplaced: [:])
  var placing = Placing(input: input, fitting: fit.classesOfKind)
  for student in input.studentsByScore {
    let kinds = fit.kindsOfStudent[student]
    if let kind = kinds.first(where: { seats.seat($0) }) {
      placing.kindOf[student] = kind
      placing.byScore.append(student)
    } else {
      let fits = kinds.contains { !fit.classesOfKind[$0].isEmpty }
      outcome.unplaced[Int32(student)] = fits ? .full : .noClassFits
    }
  }
  if input.mode != .keepSourceClass { seats.freezeSizes() }
  switch input.mode {
  case .balanced: placing.balance(&seats)
  case .byScore: placing.fill(placing.byScore, &seats)
  case .lottery: placing.fill(placing.byScore.sorted(by: input.drawnBefore), &seats)
  case .byName: placing.fill(placing.byScore.sorted(by: input.namedBefore), &seats)
  case .keepSourceClass: placing.keepTogether(&seats)
  }
  outcome.classOf = placing.classOf
  return outcome
}

/// The students who have a seat, on the way to their classes.
struct Placing {
  let input: PlacementInput
  /// By kind: the classes that fit.
  let fitting: [[Int]]
  /// By student: the kind that its granted combo makes it; −1 for no seat.
  var kindOf: [Int]
  /// By student: the class; −1 for none yet.
  var classOf: [Int32]
  /// Those with a seat, the best first.
  var byScore: [Int] = []

  init(input: PlacementInput, fitting: [[Int]]) {
    self.input = input
    self.fitting = fitting
    kindOf = Array(repeating: -1, count: input.students.count)
    classOf = Array(repeating: -1, count: input.students.count)
  }

  /// Gives a student its class for good, if nobody would lose a seat by it.
  mutating func settle(_ student: Int, in place: Int, _ seats: inout Seats) -> Bool {
    guard seats.fix(kindOf[student], in: place) else { return false }
    classOf[student] = Int32(place)
    return true
  }

  /// In the order given, each student takes the first class that has a seat for it.
  mutating func fill(_ students: [Int], _ seats: inout Seats) {
    for student in students {
      _ = fitting[kindOf[student]].first { settle(student, in: $0, &seats) }
    }
  }
}

extension PlacementInput {
  /// Positions of the students, the best score first.
  var studentsByScore: [Int] {
    students.indices.sorted { a, b in
      let (x, y) = (students[a], students[b])
      return (y.score, x.draw, x.nameOrder, a) < (x.score, y.draw, y.nameOrder, b)
    }
  }

  fileprivate func drawnBefore(_ a: Int, _ b: Int) -> Bool {
    (students[a].draw, students[a].nameOrder, a) < (students[b].draw, students[b].nameOrder, b)
  }

  func namedBefore(_ a: Int, _ b: Int) -> Bool {
    (students[a].nameOrder, a) < (students[b].nameOrder, b)
  }
}
