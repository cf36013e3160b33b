import Tables

/// Who is who: the rows of a round put together by the identifiers they share.
///
/// Rows that share an identifier, directly or through other rows, are about one
/// person. Where that makes one person of two personal ids, two ministry ids or
/// two candidate numbers, nobody can say which row is wrong: the person is parted
/// again by the strongest identifier of each row, and all of it is in conflict.
struct People: Sendable {
  private(set) var identifiers: Identifiers
  /// `rows[rowStart[p]..<rowStart[p + 1]]` are person p's roster rows, in their order.
  private(set) var rowStart: [Int32] = [0]
  private(set) var rows: [Int32] = []
  private(set) var inConflict: [Bool] = []
  /// Four a person, −1 for none; of several application numbers the first in byte order.
  private(set) var numbers: [Int32] = []
  /// By kind and number: the person who has it, or −1.
  private var owners: [[Int32]]
  /// The rows of each set in conflict: roster rows, then links counted on from the last roster row.
  private(set) var conflicts: [[Int32]] = []

  var count: Int { inConflict.count }

  func rows(of person: Int) -> ArraySlice<Int32> {
    rows[Int(rowStart[person])..<Int(rowStart[person + 1])]
  }

  enum Match: Hashable, Sendable {
    case nobody
    case person(Int32)
    /// Two identifiers name two people.
    case disagree
  }

  /// Whom the identifiers of a row name.
  func find(_ columns: PersonColumns, _ row: Int) -> Match {
    find { columns.text($0, row) }
  }

  func find(_ key: PersonKey) -> Match {
    let texts = [key.personalId, key.moetId, key.examNo, key.applicationNo].map { ArraySlice($0.utf8) }
    return find { texts[$0] }
  }

  /// The person of some identifiers; nil for nobody, and where they name two people.
  func person(_ key: PersonKey) -> Int32? {
    if case .person(let person) = find(key) { person } else { nil }
  }

  private func find(_ text: (Int) -> ArraySlice<UInt8>) -> Match {
    var match = Match.nobody
    for kind in 0..<Identifiers.kinds {
      let identifier = text(kind)
      guard !identifier.isEmpty else { continue }
      let number = identifiers.texts[kind].find(identifier)
      guard number >= 0, owners[kind][Int(number)] >= 0 else { continue }
      let person = owners[kind][Int(number)]
      switch match {
      case .nobody: match = .person(person)
      case .person(person): break
      default: return .disagree
      }
    }
    return match
  }

  /// - Parameter links: four identifiers a row, of rows in other tables (marks)
  ///   that tell which identifiers belong together and are no record themselves.
  init(_ roster: RosterRows, links: [Int32], identifiers: Identifiers) {
    self.identifiers = identifiers
    owners = identifiers.texts.map { [Int32](repeating: -1, count: $0.count) }
    let all = roster.identifiers + links
    var sets = DisjointSets(count: all.count / Identifiers.kinds)
    join(all, &sets)
    let conflicting = conflictingSets(all, &sets)
    var persons = PersonNumbers(conflicting)
    var personOf = [Int32](repeating: -1, count: roster.count)
    for row in 0..<roster.count {
      let own = all[(Identifiers.kinds * row)..<(Identifiers.kinds * (row + 1))]
      personOf[row] = persons.number(row: row, set: sets.root(row), own)
    }
    inConflict = persons.inConflict
    list(personOf)
    numbers = [Int32](repeating: -1, count: Identifiers.kinds * count)
    for row in 0..<roster.count { give(all, row, to: personOf[row]) }
    for row in roster.count..<(all.count / Identifiers.kinds) {
      give(all, row, to: persons.ofSet[sets.root(row)])
    }
    listConflicts(inSet: conflicting, &sets)
  }

  private mutating func listConflicts(inSet conflicting: [Bool], _ sets: inout DisjointSets) {
    var position: [Int: Int] = [:]
    for row in conflicting.indices {
      let root = sets.root(row)
      guard conflicting[root] else { continue }
      if let known = position[root] {
        conflicts[known].append(Int32(row))
      } else {
        position[root] = conflicts.count
        conflicts.append([Int32(row)])
      }
    }
  }

  private func join(_ all: [Int32], _ sets: inout DisjointSets) {
    for kind in 0..<Identifiers.kinds {
      var firstRow = [Int32](repeating: -1, count: identifiers.texts[kind].count)
      for row in 0..<(all.count / Identifiers.kinds) {
        let number = Int(all[Identifiers.kinds * row + kind])
        guard number >= 0 else { continue }
        if firstRow[number] < 0 {
          firstRow[number] = Int32(row)
        } else {
          sets.join(row, Int(firstRow[number]))
        }
      }
    }
  }

  /// By root: two different identifiers of one kind, other than application numbers.
  private func conflictingSets(_ all: [Int32], _ sets: inout DisjointSets) -> [Bool] {
    var conflicts = [Bool](repeating: false, count: all.count / Identifiers.kinds)
    for kind in 0..<Identifiers.applicationNo {
      var seen = [Int32](repeating: -1, count: conflicts.count)
      for row in conflicts.indices {
        let number = all[Identifiers.kinds * row + kind]
        guard number >= 0 else { continue }
        let root = sets.root(row)
        if seen[root] < 0 { seen[root] = number } else if seen[root] != number { conflicts[root] = true }
      }
    }
    return conflicts
  }

  /// Lists the rows by person: a counting sort.
  private mutating func list(_ personOf: [Int32]) {
    rowStart = [Int32](repeating: 0, count: count + 1)
    for person in personOf where person >= 0 { rowStart[Int(person) + 1] += 1 }
    for person in 0..<count { rowStart[person + 1] += rowStart[person] }
    rows = [Int32](repeating: 0, count: Int(rowStart[count]))
    var next = rowStart
    for (row, person) in personOf.enumerated() where person >= 0 {
      rows[Int(next[Int(person)])] = Int32(row)
      next[Int(person)] += 1
    }
  }

  private mutating func give(_ all: [Int32], _ row: Int, to person: Int32) {
    guard person >= 0 else { return }
    for kind in 0..<Identifiers.kinds {
      let number = all[Identifiers.kinds * row + kind]
      guard number >= 0 else { continue }
      if owners[kind][Int(number)] < 0 { owners[kind][Int(number)] = person }
      let slot = Identifiers.kinds * Int(person) + kind
      if numbers[slot] < 0 {
        numbers[slot] = number
      } else if numbers[slot] != number {
        let (a, b) = (identifiers.text(kind, numbers[slot]), identifiers.text(kind, number))
        if b.lexicographicallyPrecedes(a) { numbers[slot] = number }
      }
    }
  }
}

/// Gives numbers to persons: one a set, or, in a set in conflict, one for each
/// strongest identifier.
private struct PersonNumbers {
  private struct Part: Hashable {
    var set: Int32
    var kind: Int
    var number: Int32
  }

  private let conflicts: [Bool]
  private(set) var inConflict: [Bool] = []
  /// By root; −1 for none.
  private(set) var ofSet: [Int32]
  private var ofPart: [Part: Int32] = [:]

  init(_ conflicts: [Bool]) {
    self.conflicts = conflicts
    ofSet = [Int32](repeating: -1, count: conflicts.count)
  }

  /// −1 for a row without any identifier: nobody can be told by it.
  mutating func number(row: Int, set: Int, _ identifiers: ArraySlice<Int32>) -> Int32 {
    guard let strongest = identifiers.firstIndex(where: { $0 >= 0 }) else { return -1 }
    let next = Int32(inConflict.count)
    if conflicts[set] {
      let kind = strongest - identifiers.startIndex
      let part = Part(set: Int32(set), kind: kind, number: identifiers[strongest])
      if let known = ofPart[part] { return known }
      ofPart[part] = next
    } else {
      if ofSet[set] >= 0 { return ofSet[set] }
      ofSet[set] = next
    }
    inConflict.append(conflicts[set])
    return next
  }
}

/// Union-find with path halving.
struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  mutating func root(_ element: Int) -> Int {
    var element = element
    while parent[element] != Int32(element) {
      parent[element] = parent[Int(parent[element])]
      element = Int(parent[element])
    }
    return element
  }

  /// The smaller root becomes the root of both.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    if a < b { parent[b] = Int32(a) } else { parent[a] = Int32(b) }
  }
}
