/// `giữ lớp cũ`: children of one source class stay together as far as capacities
/// and their combos allow; whole groups, not children, even the sizes out.
extension Placing {
  /// Places everybody: the largest source class first, into the smallest class
  /// that takes it whole; then parts are joined and moved while that helps.
  mutating func keepTogether(_ seats: inout Seats) {
    for block in blocks() {
      var rest = block[...]
      while !rest.isEmpty {
        let placed = seatTogether(Array(rest), &seats)
        guard placed > 0 else { break }
        rest = rest.dropFirst(placed)
      }
    }
    while join() || evenOut() {}
  }

  /// Children of one source class and kind, the largest source class first;
  /// children without one singly, last.
  private func blocks() -> [[Int]] {
    var bySource: [Int32: [Int]] = [:]
    var singles: [[Int]] = []
    for student in byScore.sorted(by: input.namedBefore) {
      let source = input.students[student].sourceClass
      if source < 0 { singles.append([student]) } else { bySource[source, default: []].append(student) }
    }
    let sources = bySource.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return sources.flatMap { _, students in
      let kinds = Set(students.map { kindOf[$0] })
      let blocks = kinds.map { kind in (kind, students.filter { kindOf[$0] == kind }) }
      return blocks.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map { $0.1 }
    } + singles
  }

  /// Seats as many of a block as one class can take, and says how many.
  private mutating func seatTogether(_ block: [Int], _ seats: inout Seats) -> Int {
    let source = input.students[block[0]].sourceClass
    var mates = [Int](repeating: 0, count: input.classes.count)
    if source >= 0 {
      for student in byScore where classOf[student] >= 0 && input.students[student].sourceClass == source {
        mates[Int(classOf[student])] += 1
      }
    }
    let order = fitting[kindOf[block[0]]].sorted {
      (mates[$1], seats.fixedSizes[$0], $0) < (mates[$0], seats.fixedSizes[$1], $1)
    }
    var best: (placed: Int, place: Int, seats: Seats)?
    for place in order {
      var trial = seats
      let refused = block.firstIndex { !trial.fix(kindOf[$0], in: place) } ?? block.count
      if refused > best?.placed ?? 0 { best = (refused, place, trial) }
      if refused == block.count { break }
    }
    guard let best else { return 0 }
    for student in block[..<best.placed] { classOf[student] = Int32(best.place) }
    seats = best.seats
    return best.placed
  }

  /// Joins two parts of one source class in one class; false if none can be.
  private mutating func join() -> Bool {
    let parts = parts()
    for part in parts where part.source >= 0 {
      for other in parts where other.source == part.source && other.place != part.place {
        if move(part, to: other.place, ifBelow: Int.max) { return true }
      }
    }
    return false
  }

  /// Moves a part to a class that stays smaller than the one it leaves; false if none can be.
  private mutating func evenOut() -> Bool {
    for part in parts() {
      for place in input.classes.indices where place != part.place {
        if move(part, to: place, ifBelow: size(of: part.place)) { return true }
      }
    }
    return false
  }

  private struct Part {
    var source: Int32
    var place: Int
    var students: [Int]
  }

  /// Those of one source class who sit together; a child without one is a part of its own.
  private func parts() -> [Part] {
    var parts: [Part] = []
    let students = byScore.filter { classOf[$0] >= 0 }.sorted { a, b in
      (input.students[a].sourceClass, classOf[a]) < (input.students[b].sourceClass, classOf[b])
        || (input.students[a].sourceClass, classOf[a]) == (input.students[b].sourceClass, classOf[b])
          && input.namedBefore(a, b)
    }
    for student in students {
      let (source, place) = (input.students[student].sourceClass, Int(classOf[student]))
      if source >= 0, let last = parts.last, last.source == source, last.place == place {
        parts[parts.count - 1].students.append(student)
      } else {
        parts.append(Part(source: source, place: place, students: [student]))
      }
    }
    return parts
  }

  /// Moves a part if the class takes all of it and then has fewer than `limit` children.
  private mutating func move(_ part: Part, to place: Int, ifBelow limit: Int) -> Bool {
    let size = size(of: place) + part.students.count
    guard size < limit, size <= input.classes[place].capacity,
      part.students.allSatisfy({ fitting[kindOf[$0]].contains(place) })
    else { return false }
    for student in part.students { classOf[student] = Int32(place) }
    return true
  }

  private func size(of place: Int) -> Int { classOf.count { $0 == Int32(place) } }
}
