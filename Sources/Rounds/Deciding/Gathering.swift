import Admission
import TableSchema
import Tables

/// The people of a round and what stands of each one's rows, before anything is
/// compiled: the first half of a ``Cohort``.
struct Gathering {
  let layers: [Layer]
  let people: People
  let rows: RosterRows
  /// By person.
  private(set) var standings: [PersonStanding] = []
  /// People in the order of `ket-qua.csv`.
  let order: [Int32]
  let verified: VerifiedClaims
  private(set) var findings: [LocatedFinding] = []

  init(_ tables: RoundTables) {
    layers = tables.layers[.roster] ?? []
    var identifiers = Identifiers()
    rows = RosterRows(layers, identifiers: &identifiers)
    let marks = tables.layers[.scores] ?? []
    var links: [Int32] = []
    for layer in marks {
      let columns = PersonColumns(layer.table)
      for row in layer.rows { identifiers.take(columns, Int(row), into: &links) }
    }
    people = People(rows, links: links, identifiers: identifiers)
    order = PersonOrder(people).sorted()
    verified = VerifiedClaims(tables, people, rows)
    var merging = Merging(layers, rows, duplicates: tables.round.duplicates)
    standings.reserveCapacity(people.count)
    for person in 0..<people.count {
      standings.append(merging.standing(of: people.rows(of: person), inConflict: people.inConflict[person]))
    }
    findings = merging.findings + verified.findings + AlikeChildren(layers, rows, people).findings()
    tellConflicts(marks)
    let others: [TableKind] = [.programScores, .decisions, .rulings]
    let claims = tables.round.verifiedOnly ? tables.layers[.verified] ?? [] : []
    holdByOtherTables(marks + others.flatMap { tables.layers[$0] ?? [] } + claims)
  }

  func traits(_ row: Int32) -> RowTraits { rows.traits[Int(row)] }

  /// Whether a source school, or an office, sent a row about the person.
  func isKnownToSource(_ person: Int) -> Bool {
    people.rows(of: person).contains { !traits($0).isDisjoint(with: [.own, .office]) }
  }

  /// Who stands in the result whether it applied or not: those who are kept, and those assigned.
  func settled(_ tables: RoundTables) -> Set<Int32> {
    var persons = Set(tables.settled.kept.keys.compactMap(people.person))
    if let supplement = tables.settled.supplement {
      persons.formUnion(supplement.kept.keys.compactMap(people.person))
    }
    for layer in tables.layers[.assignments] ?? [] {
      let columns = PersonColumns(layer.table)
      for row in layer.goodRows {
        if case .person(let person) = people.find(columns, Int(row)) { persons.insert(person) }
      }
    }
    return persons
  }

  /// tables.md, A person: identifiers that are given together must agree.
  private mutating func tellConflicts(_ marks: [Layer]) {
    guard !people.conflicts.isEmpty else { return }
    var links: [(layer: Layer, row: Int32)] = []
    for layer in marks { links += layer.rows.map { (layer, $0) } }
    for conflict in people.conflicts {
      let places = conflict.map { row in
        Int(row) < rows.count
          ? (layer: layers[Int(rows.refs[Int(row)].layer)], row: rows.refs[Int(row)].row)
          : links[Int(row) - rows.count]
      }
      for (index, place) in places.enumerated() {
        let other = places[(index + 1) % places.count]
        findings.append(
          place.layer.finding(
            .personDisagrees, .error, row: place.row, facts: other.layer.named(Int(other.row))))
      }
    }
  }

  /// contract.md 2: a held row keeps its person held, in whatever table it stands.
  private mutating func holdByOtherTables(_ layers: [Layer]) {
    for layer in layers where layer.table.held.contains(true) {
      let columns = PersonColumns(layer.table)
      for row in layer.rows where layer.table.held[Int(row)] {
        guard case .person(let person) = people.find(columns, Int(row)) else { continue }
        standings[Int(person)].state = .held
        standings[Int(person)].reason = .heldRow
      }
    }
  }
}
