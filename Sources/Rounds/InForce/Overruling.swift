import TableSchema
import Tables

extension Fold {
  /// tables.md: one key from two senders: the department's row stands before the
  /// authority's, before the school's; both are told. Of equal ones the newest stands.
  mutating func overrule(_ kind: TableKind) {
    guard kind != .roster, let schema = schemas[kind] else { return }
    for round in layers.keys.sorted() {
      guard var own = layers[round]?[kind], Set(own.map(\.sender)).count > 1 else { continue }
      overrule(&own, schema)
      layers[round]?[kind] = own.filter { !$0.rows.isEmpty }
    }
  }

  private mutating func overrule(_ layers: inout [Layer], _ schema: Schema) {
    let ranks = layers.indices.sorted { a, b in
      (layers[a].role.precedence, -layers[a].seq) < (layers[b].role.precedence, -layers[b].seq)
    }
    var first: [IdKey: (layer: Int, row: Int32)] = [:]
    var keys: [IdKey] = []
    for layer in ranks {
      let identity = RowIdentity(layers[layer].table, schema)
      var rows: [Int32] = []
      for row in layers[layer].rows {
        identity.keys(Int(row), into: &keys)
        let standing = keys.lazy.compactMap { first[$0] }.first
        if let standing, layers[standing.layer].sender != layers[layer].sender {
          note(.overruled, layers[layer], row, by: layers[standing.layer].sender)
          note(.overrules, layers[standing.layer], standing.row, by: layers[layer].sender)
        } else {
          for key in keys where first[key] == nil { first[key] = (layer, row) }
          rows.append(row)
        }
      }
      layers[layer].rows = rows
    }
  }

  private mutating func note(_ code: FindingCode, _ layer: Layer, _ row: Int32, by other: String) {
    guard let arrival = history.position(ofArrival: layer.seq) else { return }
    for table in tables[arrival].indices
    where tables[arrival][table].kind == layer.table.kind && tables[arrival][table].sheet == layer.table.sheet
    {
      let place = Finding.Place(sheet: layer.table.sheet, row: Int(layer.table.rowNumbers[Int(row)]))
      let finding = Finding(code, .note, at: place, facts: ["unit": other])
      if !reports[arrival].tables[table].findings.contains(finding) {
        reports[arrival].tables[table].findings.append(finding)
      }
    }
  }
}

extension Unit.Role {
  /// Whose row stands: the smaller first.
  var precedence: Int {
    switch self {
    case .department: 0
    case .authority: 1
    case .school: 2
    case .portal: 3
    case .finance: 4
    }
  }
}
