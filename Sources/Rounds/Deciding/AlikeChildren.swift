import Tables

/// Two persons of a round that may be one child: they have one name and birth date and no two genders, and one
/// of them no personal id, so that nothing puts their rows together. A note to both; nobody is held by it.
struct AlikeChildren {
  private let layers: [Layer]
  private let rows: RosterRows
  private let people: People

  init(_ layers: [Layer], _ rows: RosterRows, _ people: People) {
    self.layers = layers
    self.rows = rows
    self.people = people
  }

  /// So many rows with one name and birth date are looked at: of more nobody could say anything.
  private static let mostAlike = 8

  /// One for each row that is like one of another table. In one table the reader has told it.
  func findings() -> [LocatedFinding] {
    let lacking = (0..<people.count).filter { id(of: $0, 0) < 0 }
    // Nearly always everybody has one.
    guard !lacking.isEmpty else { return [] }
    var personOf = [Int32](repeating: -1, count: rows.count)
    for person in 0..<people.count {
      for row in people.rows(of: person) { personOf[Int(row)] = Int32(person) }
    }
    let columns = layers.map {
      (name: $0.table.column("fullName")?.texts, birth: $0.table.column("birthDate"))
    }
    let children = layers.map { SameChild($0.table) }
    func birth(_ row: Int) -> Int64? { columns[layer(row)].birth?.number(tableRow(row)) }
    /// Nil for a row that is held, or that lacks its name.
    func key(_ row: Int, _ birth: Int64) -> [UInt8]? {
      guard let name = columns[layer(row)].name?[tableRow(row)], !name.isEmpty else { return nil }
      return folded(name) + withUnsafeBytes(of: birth.littleEndian) { Array($0) }
    }
    var without: [[UInt8]: [Int]] = [:]
    var births: Set<Int64> = []
    for row in lacking.flatMap({ people.rows(of: $0) }).map({ Int($0) }) where counts(row) {
      guard let birth = birth(row), let key = key(row, birth) else { continue }
      births.insert(birth)
      without[key, default: []].append(row)
    }
    var findings: [LocatedFinding] = []
    var told = [Bool](repeating: false, count: rows.count)
    for row in 0..<rows.count where counts(row) {
      guard let birth = birth(row), births.contains(birth), let key = key(row, birth) else { continue }
      for other in without[key]?.prefix(Self.mostAlike) ?? [] {
        guard layer(other) != layer(row), !(told[row] && told[other]),
          mayBeOne(Int(personOf[row]), Int(personOf[other])),
          children[layer(row)].difference(tableRow(row), from: children[layer(other)], tableRow(other)) == nil
        else { continue }
        for (own, against) in [(row, other), (other, row)] where !told[own] {
          told[own] = true
          findings.append(finding(own, against))
        }
      }
    }
    return findings
  }

  private func layer(_ row: Int) -> Int { Int(rows.refs[row].layer) }
  private func tableRow(_ row: Int) -> Int { Int(rows.refs[row].row) }
  private func counts(_ row: Int) -> Bool { rows.traits[row].isDisjoint(with: [.held, .withdrawn]) }
  private func id(of person: Int, _ kind: Int) -> Int32 { people.numbers[Identifiers.kinds * person + kind] }

  /// Two of which nothing says that they are two: an application has a number of its own, whosever it is.
  private func mayBeOne(_ person: Int, _ other: Int) -> Bool {
    guard person != other else { return false }
    return (0..<Identifiers.applicationNo).allSatisfy { id(of: person, $0) < 0 || id(of: other, $0) < 0 }
  }

  private func finding(_ row: Int, _ other: Int) -> LocatedFinding {
    let (own, others) = (layers[layer(row)], layers[layer(other)])
    return own.finding(
      .alikeWithoutId, .note, row: Int32(tableRow(row)), key: "fullName",
      value: own.table.text("fullName", tableRow(row)), facts: others.named(tableRow(other), to: own))
  }
}
