import TableSchema
import Tables

extension Fold {
  /// What the rosters of one file say twice of a child: told at once, whatever becomes of the file and
  /// whether its rounds can be decided.
  ///
  /// - Parameter rows: by table the rows of each round; of a table without any, all rows are of one round.
  mutating func tellOwnRepeats(
    _ arrival: Int, _ own: [Int], _ rows: [Int: [(round: String, rows: [Int32])]], _ sender: Unit
  ) {
    var byRound: [String: [Layer]] = [:]
    for position in own {
      let all = [(round: "", rows: Array(0..<Int32(tables[arrival][position].rowCount)))]
      for (round, rows) in rows[position] ?? all where !rows.isEmpty {
        byRound[round, default: []].append(
          Layer(
            seq: history.arrivals[arrival].seq, sender: sender.code, role: sender.role,
            file: history.arrivals[arrival].file, table: tables[arrival][position], rows: rows))
      }
    }
    for round in byRound.keys.sorted() {
      reports[arrival].repeats += repeats(in: byRound[round] ?? [], round: round)
    }
  }

  /// What some rosters of one file say twice of a child.
  func repeats(in layers: [Layer], round: String?) -> [Finding] {
    namesSomebodyTwice(layers) ? said(of: layers, round: round).map(\.finding) : []
  }

  /// What some rosters say of the children that they name together, as it would be said if they stood in force.
  func said(of layers: [Layer], round: String?) -> [LocatedFinding] {
    var tables = RoundTables(
      round: round.flatMap { rounds[$0] } ?? .unknown, units: round.flatMap { names[$0] }?.units ?? [:],
      department: history.settings.department)
    tables.layers[.roster] = layers
    return Gathering(tables).findings
  }

  /// Nearly always nobody is, and nothing need be put together.
  private func namesSomebodyTwice(_ layers: [Layer]) -> Bool {
    guard let schema = schemas[.roster] else { return false }
    var seen: Set<IdKey> = []
    seen.reserveCapacity(layers.reduce(0) { $0 + $1.rows.count })
    var keys: [IdKey] = []
    for layer in layers {
      let identity = RowIdentity(layer.table, schema)
      for row in layer.rows {
        identity.keys(Int(row), into: &keys)
        for key in keys where !seen.insert(key).inserted { return true }
      }
    }
    return false
  }

  /// The rows of a table that are held, those among them that say twice what may be said once.
  func heldRows(_ arrival: Int, _ position: Int) -> Int {
    let table = tables[arrival][position]
    let repeated = Set(
      reports[arrival].repeats.filter { $0.severity == .error && $0.place.sheet == table.sheet }
        .map(\.place.row))
    return table.held.indices.count { table.held[$0] || repeated.contains(Int(table.rowNumbers[$0])) }
  }
}

extension Round {
  /// That of a file whose round nobody knows yet.
  fileprivate static let unknown = Round(
    code: "", name: "", schoolYear: "", level: "", opens: Day(number: 0), closes: Day(number: 0), wishes: 1,
    method: .simultaneous, tiePolicy: .allIn)
}
