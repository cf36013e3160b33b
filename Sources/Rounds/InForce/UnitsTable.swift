import TableSchema
import Tables

extension Fold {
  /// The units of each round, and of all rounds together.
  mutating func takeUnits(from layers: [String: [TableKind: [Layer]]]) {
    guard let schema = schemas[.units] else { return }
    let department = history.settings.department
    let rosterLabels = schemas[.roster].map(RosterLabels.init) ?? RosterLabels()
    for code in roundCodes {
      guard let round = rounds[code] else { continue }
      var units: [String: Unit] = [:]
      for layer in layers[code]?[.units] ?? [] {
        for row in layer.goodRows {
          let reader = RowReader(schema: schema, table: layer.table, row: Int(row))
          guard let unit = Unit(reader) else { continue }
          units[unit.code] = unit
        }
      }
      names[code] = RoundNames(round: round, units: units, department: department)
      names[code]?.profiles = history.profiles
      names[code]?.rosterLabels = rosterLabels
      let roles: [Field.Reference: [Unit.Role]] = [
        .school: [.school], .unit: [.authority, .department], .member: [.school, .authority, .department],
      ]
      for (kind, roles) in roles {
        let awaited = awaited(
          .units, of: code, layers[code]?[.units] ?? [], code: "unit", names: "name", "otherNames"
        ) { table, row in
          // An unreadable role may be any.
          let role = schema.choice("role", in: table, row: Int(row)).flatMap { Unit.Role(rawValue: $0) }
          return role.map(roles.contains) ?? true
        }
        names[code]?.awaitedNames[kind] = awaited
      }
    }
    register(department, layers)
  }

  /// A unit that stands in many rounds is, as a sender, what its newest row says.
  private mutating func register(_ department: String, _ layers: [String: [TableKind: [Layer]]]) {
    var newest: [String: Int] = [:]
    for code in roundCodes {
      for layer in layers[code]?[.units] ?? [] {
        for row in layer.goodRows {
          let unit = layer.table.text("unit", Int(row))
          guard let found = names[code]?.units[unit], layer.seq >= newest[unit.lowercased()] ?? 0 else {
            continue
          }
          newest[unit.lowercased()] = layer.seq
          registry[unit.lowercased()] = found
        }
      }
    }
    let own = registry[department.lowercased()]
    registry[department.lowercased()] = Unit(code: department, name: own?.name ?? "", role: .department)
  }

  /// Tables whose sender is no unit, or that only the department may send.
  mutating func reportUnheard() {
    for arrival in history.arrivals.indices {
      for table in tables[arrival].indices where reports[arrival].tables[table].fates.isEmpty {
        noteWithoutRound(arrival, [table], [:])
        if let sender = sender(arrival) {
          // Folded before anyone but the department was known; a round's code may be unreadable on every row.
          let kind = tables[arrival][table].kind
          if sender.role == .department || (kind != .rounds && kind != .units) { continue }
          let facts = ["kind": kind.rawValue, "role": sender.role.rawValue]
          report(arrival, [table], .refused, .notAllowed, facts: facts)
        } else {
          report(arrival, [table], .pending, .unknownUnit, value: history.arrivals[arrival].unit)
          reports[arrival].inForce = true
        }
      }
      let unit = history.arrivals[arrival].unit
      if sender(arrival) == nil {
        tellOwnRepeats(
          arrival, tables(of: .roster, in: arrival), [:], Unit(code: unit, name: "", role: .school))
      }
    }
  }
}

extension Unit {
  /// The unit that a row declares; nil if something required is missing.
  init?(_ row: RowReader) {
    guard let role = row.choice("role").flatMap({ Role(rawValue: $0) }), !row.text("unit").isEmpty else {
      return nil
    }
    self.init(code: row.text("unit"), name: row.text("name"), role: role)
    parent = row.text("parent")
    levels = row.list("levels")
    otherNames = row.list("otherNames")
    system = row.text("system")
    printedAs = row.text("printedAs")
    head = row.text("head")
    place = row.text("place")
  }
}
