import Tables

/// What the department or an authority has recognised of each person's priorities
/// (tables.md, verified). Under `Chỉ tính diện đã thẩm định` nothing else counts;
/// otherwise claims count as given, and nothing here does. An authority speaks for
/// the leavers of its schools and for children who wish for them, and for no others.
struct VerifiedClaims {
  /// By person; nil where claims count as given.
  private var lists: [Int32: ArraySlice<UInt8>]?
  /// Rows of an authority about a child that is not its own.
  private(set) var findings: [LocatedFinding] = []

  init(_ tables: RoundTables, _ people: People, _ roster: RosterRows) {
    guard tables.round.verifiedOnly else { return }
    let own = OwnChildren(tables, people, roster)
    var lists: [Int32: ArraySlice<UInt8>] = [:]
    for layer in tables.layers[.verified] ?? [] {
      guard let priorities = layer.table.column("priorities")?.texts else { continue }
      let columns = PersonColumns(layer.table)
      for row in layer.rows where !layer.table.held[Int(row)] {
        guard case .person(let person) = people.find(columns, Int(row)) else { continue }
        if layer.role == .authority, !own.contains(person, authority: layer.sender) {
          findings.append(layer.finding(.notOurChild, .error, row: row))
        } else {
          lists[person] = priorities[Int(row)]
        }
      }
    }
    self.lists = lists
  }

  /// What counts of a person's claims: codes joined by `;`.
  func counted(_ person: Int32, claimed: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let lists else { return claimed }
    return lists[person] ?? []
  }
}

/// Whose children are an authority's: they leave one of its schools, or wish for one.
private struct OwnChildren {
  private let layers: [Layer]
  private let people: People
  private let roster: RosterRows
  private let units: [String: Unit]

  init(_ tables: RoundTables, _ people: People, _ roster: RosterRows) {
    layers = tables.layers[.roster] ?? []
    units = tables.units
    self.people = people
    self.roster = roster
  }

  func contains(_ person: Int32, authority: String) -> Bool {
    func isBelow(_ school: String) -> Bool {
      units[school].map { loweredCode($0.parent) == loweredCode(authority) } ?? false
    }
    return people.rows(of: Int(person)).contains { number in
      let ref = roster.refs[Int(number)]
      let layer = layers[Int(ref.layer)]
      if roster.traits[Int(number)].contains(.own), isBelow(layer.sender) { return true }
      if isBelow(layer.table.text("sourceSchool", Int(ref.row))) { return true }
      return roster.wishes[Int(ref.layer)].list(Int(ref.row)).contains { wish in
        isBelow(schoolCode(ofPath: String(decoding: wish.text, as: UTF8.self)))
      }
    }
  }
}
