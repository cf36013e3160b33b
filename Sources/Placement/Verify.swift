/// What must be true of every placement, in the order in which it is checked.
public enum PlacementProperty: String, Sendable, CaseIterable {
  /// Everybody has one class, or is named with the reason why not, never both.
  case everyoneAccountedFor = "everyone-accounted-for"
  /// No class is above its capacity.
  case withinCapacity = "within-capacity"
  /// Nobody sits in a class of a language or combo not chosen, or that its boarding excludes.
  case choicesRespected = "choices-respected"
  /// No seat of a combo that a child ranked above its own (or of any class, for a
  /// child without one) is free or held by a child with a lower score.
  case combosByScore = "combos-by-score"
  /// Nobody is without a class while moving others, each within its combo, would make room.
  case noSeatWasted = "no-seat-wasted"
  /// No class is larger by two or more than one with room that children of it
  /// could move to within their combos, directly or by turns; where source
  /// classes stay together: no group of theirs could move and leave the sizes more even.
  case evenSizes = "even-sizes"
  /// What the mode asks: the best, first drawn or first named in the first
  /// classes; girls and children with a disability spread alike; no source class
  /// in two parts that one of their classes has room for.
  case modeKept = "mode-kept"

  /// `Q1`, `Q2`, … in the order of the cases.
  public var id: String { "Q\((PlacementProperty.allCases.firstIndex(of: self) ?? 0) + 1)" }
}

/// What was found about one property.
public struct PlacementCheck: Hashable, Sendable {
  /// The property.
  public var property: PlacementProperty
  /// How many children, classes or pairs were looked at.
  public var counted: Int
  /// Children (Q1, Q3, Q4, Q5) or classes (Q2, Q6, Q7) for which it is not true.
  public var broken: [Int32]

  /// True if nothing was found against it.
  public var holds: Bool { broken.isEmpty }
}

/// Checks a placement against every property. It shares no code with ``place(_:)``,
/// and prefers to be plain rather than fast.
public func verify(_ input: PlacementInput, _ outcome: PlacementOutcome) -> [PlacementCheck] {
  let shape = PlacementVerifier.shapeErrors(input, outcome)
  let first = PlacementCheck(
    property: .everyoneAccountedFor, counted: input.students.count, broken: shape)
  // A class that does not exist would make nonsense of the rest.
  guard shape.isEmpty else { return [first] }
  let verifier = PlacementVerifier(input, outcome)
  return [
    first, verifier.capacity(), verifier.choices(), verifier.combos(), verifier.waste(), verifier.sizes(),
    verifier.mode(),
  ]
}

struct PlacementVerifier {
  let input: PlacementInput
  let classOf: [Int]
  let unplaced: [Int32: UnplacedReason]
  /// By class: its children.
  let members: [[Int]]

  init(_ input: PlacementInput, _ outcome: PlacementOutcome) {
    self.input = input
    classOf = outcome.classOf.map(Int.init)
    unplaced = outcome.unplaced
    var members = Array(repeating: [Int](), count: input.classes.count)
    for (student, place) in classOf.enumerated() where place >= 0 { members[place].append(student) }
    self.members = members
  }

  static func shapeErrors(_ input: PlacementInput, _ outcome: PlacementOutcome) -> [Int32] {
    guard outcome.classOf.count == input.students.count else { return [-1] }
    var broken: [Int32] = []
    for (student, place) in outcome.classOf.enumerated() {
      let named = outcome.unplaced[Int32(student)]
      let fine =
        place < 0 ? place == -1 && named != nil : Int(place) < input.classes.count && named == nil
      if !fine { broken.append(Int32(student)) }
    }
    let strangers = outcome.unplaced.keys.filter { $0 < 0 || Int($0) >= input.students.count }
    return broken + strangers.sorted()
  }

  /// The rank, from 0, of the combo that a student has in a class; nil if it may not sit there.
  func rank(_ student: Int, _ place: Int) -> Int? {
    let (child, room) = (input.students[student], input.classes[place])
    if room.language != -1, child.language != -1, room.language != child.language { return nil }
    if let boarding = room.boarding, boarding != child.boarding { return nil }
    if room.combo == -1 || child.combos.isEmpty { return 0 }
    return child.combos.firstIndex(of: room.combo)
  }

  func hasRoom(_ place: Int) -> Bool { members[place].count < input.classes[place].capacity }

  /// True if a student may move to another class and keep what it was granted.
  func mayMove(_ student: Int, _ place: Int) -> Bool {
    guard let rank = rank(student, place) else { return false }
    return rank == self.rank(student, classOf[student])
  }

  func capacity() -> PlacementCheck {
    let broken = input.classes.indices.filter { members[$0].count > max(0, input.classes[$0].capacity) }
    return PlacementCheck(
      property: .withinCapacity, counted: input.classes.count, broken: broken.map(Int32.init))
  }

  func choices() -> PlacementCheck {
    let broken = classOf.indices.filter { student in
      if classOf[student] >= 0 { return rank(student, classOf[student]) == nil }
      let fits = input.classes.indices.contains { rank(student, $0) != nil }
      return (unplaced[Int32(student)] == .noClassFits) == fits
    }
    return PlacementCheck(
      property: .choicesRespected, counted: classOf.count, broken: broken.map(Int32.init))
  }

  func combos() -> PlacementCheck {
    let lowest = members.map { $0.map { input.students[$0].score }.min() }
    let broken = classOf.indices.filter { student in
      let own = classOf[student] < 0 ? Int.max : rank(student, classOf[student]) ?? Int.max
      return input.classes.indices.contains { place in
        guard let rank = rank(student, place), rank < own else { return false }
        return hasRoom(place) || lowest[place].map { $0 < input.students[student].score } ?? false
      }
    }
    return PlacementCheck(
      property: .combosByScore, counted: classOf.count, broken: broken.map(Int32.init))
  }

  /// By class: the classes that grow if one child moves out of it and others make way by turns.
  func reach() -> [[Bool]] {
    let places = input.classes.indices
    var reach = places.map { from in
      places.map { to in from == to || members[from].contains { mayMove($0, to) } }
    }
    for middle in places {
      for from in places where reach[from][middle] {
        for to in places where reach[middle][to] { reach[from][to] = true }
      }
    }
    return reach
  }

  func waste() -> PlacementCheck {
    let reach = reach()
    let without = classOf.indices.filter { classOf[$0] < 0 }
    let broken = without.filter { student in
      input.classes.indices.contains { place in
        rank(student, place) != nil
          && input.classes.indices.contains { reach[place][$0] && hasRoom($0) }
      }
    }
    return PlacementCheck(
      property: .noSeatWasted, counted: without.count, broken: broken.map(Int32.init))
  }

  func sizes() -> PlacementCheck {
    let places = input.classes.indices
    let broken: [Int]
    if input.mode == .keepSourceClass {
      broken = places.filter { from in
        groups(in: from).contains { group in
          places.contains { to in
            to != from && canTake(to, group) && members[to].count + group.count < members[from].count
          }
        }
      }
    } else {
      let reach = reach()
      broken = places.filter { from in
        places.contains { to in
          reach[from][to] && hasRoom(to) && members[from].count > members[to].count + 1
        }
      }
    }
    return PlacementCheck(property: .evenSizes, counted: places.count, broken: broken.map(Int32.init))
  }

  /// The children of a class by source class, each without one alone.
  func groups(in place: Int) -> [[Int]] {
    let sources = Set(members[place].map { input.students[$0].sourceClass }).filter { $0 >= 0 }
    let alone = members[place].filter { input.students[$0].sourceClass < 0 }
    return sources.sorted().map { source in
      members[place].filter { input.students[$0].sourceClass == source }
    } + alone.map { [$0] }
  }

  func canTake(_ place: Int, _ group: [Int]) -> Bool {
    members[place].count + group.count <= input.classes[place].capacity
      && group.allSatisfy { mayMove($0, place) }
  }
}
