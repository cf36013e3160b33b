import TableSchema
import Tables

extension Fold {
  /// The programs in force of a round, by school and code; the department's row stands before an authority's.
  func programs(of round: String) -> [ProgramPlan] {
    guard let schema = schemas[.programs] else { return [] }
    var plans: [String: ProgramPlan] = [:]
    for layer in layers[round]?[.programs] ?? [] {
      for row in layer.goodRows {
        let reader = RowReader(schema: schema, table: layer.table, row: Int(row))
        guard let plan = ProgramPlan(reader) else { continue }
        plans[plan.path.lowercased()] = plan
      }
    }
    return plans.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Makes the programs of each round known.
  mutating func takePrograms() {
    for code in roundCodes {
      let plans = programs(of: code)
      let awaited = awaitedPrograms(of: code)
      names[code]?.take(plans)
      names[code]?.awaited = awaited
      let schools = names[code]?.awaitedNames[.school] ?? Catalogue([])
      names[code]?.awaitedSeats = Set(
        awaited.keys.compactMap { school in
          let found = RoundNames.find(school, in: schools, kind: .school)
          return if case .code(let code, _) = found { code } else { nil }
        })
    }
  }

  /// The programs of rows that do not stand, by school.
  private func awaitedPrograms(of round: String) -> [String: Catalogue] {
    var entries: [String: [(code: String, names: [String])]] = [:]
    for (table, row) in awaitedRows(.programs, of: round, layers[round]?[.programs] ?? []) {
      let written = table.text("program", Int(row))
      let code = written.isEmpty ? RoundNames.ordinary : written
      let own = (code: code, names: [code, table.text("name", Int(row))])
      entries[table.text("school", Int(row)), default: []].append(own)
    }
    return entries.mapValues { Catalogue($0) }
  }

  /// Makes the priorities of each round known.
  mutating func takePriorities(from layers: [String: [TableKind: [Layer]]]) {
    take(.priorities, as: .priority, from: layers, code: "code", name: "name", into: \.priorities)
  }

  /// Makes the conversion tables of each round known.
  mutating func takeConversions() {
    take(.conversions, as: .conversion, from: layers, code: "table", name: "table", into: \.conversions)
  }

  /// Makes the documents of each round known, those of all schools together.
  mutating func takeDocuments() {
    take(.documents, as: .document, from: layers, code: "code", name: "name", into: \.documents)
  }

  /// Makes known what rows that stand declare, and what is declared in others.
  private mutating func take(
    _ kind: TableKind, as reference: Field.Reference, from layers: [String: [TableKind: [Layer]]],
    code: String, name: String, into catalogue: WritableKeyPath<RoundNames, Catalogue>
  ) {
    for round in roundCodes {
      let own = layers[round]?[kind] ?? []
      let awaited = awaited(kind, of: round, own, code: code, names: name)
      names[round]?[keyPath: catalogue] = Fold.catalogue(own, code: code, name: name)
      names[round]?.awaitedNames[reference] = awaited
    }
  }

  /// Makes the communes of each round's zones known.
  mutating func takeZones() {
    for code in roundCodes {
      var communes: Set<[UInt8]> = []
      var spelled: [String] = []
      for layer in layers[code]?[.zones] ?? [] {
        for row in layer.goodRows {
          let commune = layer.table.text("commune", Int(row))
          if !commune.isEmpty, communes.insert(folded(commune.utf8)).inserted { spelled.append(commune) }
        }
      }
      names[code]?.communes = communes
      names[code]?.communeNames = spelled
    }
  }

  /// Codes and names in the order of the rows.
  private static func catalogue(_ layers: [Layer], code: String, name: String) -> Catalogue {
    var entries: [(code: String, names: [String])] = []
    var places: [String: Int] = [:]
    for layer in layers {
      for row in layer.goodRows {
        let (code, name) = (layer.table.text(code, Int(row)), layer.table.text(name, Int(row)))
        if code.isEmpty { continue }
        let place = places[code.lowercased()] ?? entries.count
        if place == entries.count {
          places[code.lowercased()] = place
          entries.append((code, []))
        }
        if !entries[place].names.contains(name) { entries[place].names.append(name) }
      }
    }
    return Catalogue(entries)
  }
}

extension ProgramPlan {
  /// The program that a row declares; nil if something required is missing.
  init?(_ row: RowReader) {
    guard let quota = row.integer("quota"), !row.text("school").isEmpty else { return nil }
    self.init(school: row.text("school"), program: row.text("program"), quota: quota)
    name = row.text("name")
    wishes = listItems(row.text("wishes")).compactMap { Int($0) }
    special = row.choice("wishGroup") != nil
    minimum = row.decimal("minimum")
    noPriority = row.flag("noPriority")
    zoned = row.flag("zoned")
    bornFrom = row.day("bornFrom")
    bornTo = row.day("bornTo")
    ageExempt = listItems(row.text("ageExempt"))
    phase = row.integer("phase") ?? 1
    reserve = row.integer("reserve")
    reviewsDocuments = row.flag("documents")
  }
}
