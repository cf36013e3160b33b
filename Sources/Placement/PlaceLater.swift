/// Places students who come when the classes are fixed (`chốt lớp`): nobody who has a class moves,
/// and each of the others, the best score first, goes to the smallest class that fits: by its best
/// combo that still has a seat.
///
/// - Parameter staying: by student: its class, or −1 for one that comes later.
public func placeLater(_ input: PlacementInput, staying: [Int32]) -> PlacementOutcome {
  let fit = Fit(input)
  var outcome = PlacementOutcome(classOf: staying, unplaced: [:])
  var sizes = [Int](repeating: 0, count: input.classes.count)
  for place in staying where place >= 0 { sizes[Int(place)] += 1 }
  for student in input.studentsByScore where staying[student] < 0 {
    let choices = fit.kindsOfStudent[student].map { fit.classesOfKind[$0] }
    let open = choices.lazy.map { $0.filter { sizes[$0] < input.classes[$0].capacity } }
      .first { !$0.isEmpty }
    if let place = open?.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
      sizes[place] += 1
      outcome.classOf[student] = Int32(place)
    } else {
      outcome.unplaced[Int32(student)] = choices.contains { !$0.isEmpty } ? .full : .noClassFits
    }
  }
  return outcome
}

/// Checks what ``placeLater(_:staying:)`` did: who had a class has it, nobody was put into a full
/// class or into one that does not fit, and nobody is without a class that fits and has room.
public func verifyLater(
  _ input: PlacementInput, staying: [Int32], _ outcome: PlacementOutcome
) -> [PlacementCheck] {
  var shape = PlacementVerifier.shapeErrors(input, outcome)
  if outcome.classOf.count == staying.count {
    shape += staying.indices.filter { staying[$0] >= 0 && outcome.classOf[$0] != staying[$0] }
      .map(Int32.init)
  }
  let first = PlacementCheck(
    property: .everyoneAccountedFor, counted: input.students.count, broken: shape)
  guard shape.isEmpty else { return [first] }
  let verifier = PlacementVerifier(input, outcome)
  let later = staying.indices.filter { staying[$0] < 0 }
  let overfull = verifier.capacity().broken.filter { place in
    later.contains { outcome.classOf[$0] == place }
  }
  let misplaced = later.filter { student in
    outcome.classOf[student] >= 0 && verifier.rank(student, Int(outcome.classOf[student])) == nil
  }
  let without = later.filter { outcome.classOf[$0] < 0 }
  let wasted = without.filter { student in
    input.classes.indices.contains { verifier.rank(student, $0) != nil && verifier.hasRoom($0) }
  }
  return [
    first,
    PlacementCheck(property: .withinCapacity, counted: input.classes.count, broken: overfull),
    PlacementCheck(
      property: .choicesRespected, counted: later.count, broken: misplaced.map(Int32.init)),
    PlacementCheck(property: .noSeatWasted, counted: without.count, broken: wasted.map(Int32.init)),
  ]
}
