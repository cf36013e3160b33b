import TableSchema
import Tables

/// A roster that was refused, of one round.
struct UnusedRoster {
  /// The arrival's position in the history.
  let arrival: Int
  let round: String
  let layer: Layer
  /// It is a table, with too many errors or beside a sheet that is none; else a column is missing.
  let isRead: Bool

  init(_ arrival: Int, _ round: String, _ layer: Layer, isRead: Bool) {
    self.arrival = arrival
    self.round = round
    self.layer = layer
    self.isRead = isRead
  }
}

extension Fold {
  /// The rosters that were read, and refused as a whole.
  func rostersNotUsed() -> [UnusedRoster] {
    history.arrivals.indices.flatMap { arrival -> [UnusedRoster] in
      let own = tables(of: .roster, in: arrival).filter { table in
        let fates = reports[arrival].tables[table].fates
        return !fates.isEmpty && fates.allSatisfy { $0 == .refused }
      }
      // With a table: whether its name came again does not matter.
      guard !own.isEmpty, isStillTold(arrival, []), let sender = sender(arrival) else { return [] }
      return own.compactMap { table in
        // Of a table of several rounds, which is rare, nobody says here which row is for which.
        let rounds = reports[arrival].tables[table].rounds
        guard rounds.count == 1, let round = rounds.first else { return nil }
        return UnusedRoster(arrival, round, layer(arrival, tables[arrival][table], sender), isRead: true)
      }
    }
  }

  /// The newest arrival under each name of each unit.
  func newestOfNames() -> Set<Int> {
    var newest: [[String]: Int] = [:]
    for (index, arrival) in history.arrivals.enumerated() { newest[[arrival.unit, arrival.file]] = index }
    return Set(newest.values)
  }

  /// Whether anybody is still told what is wrong with an arrival: it is new, something of it stands or is waited for,
  /// or it gave no table and nothing came under its name since.
  func isStillTold(_ arrival: Int, _ newest: Set<Int>) -> Bool {
    let own = history.arrivals[arrival]
    return own.pass == history.pass || reports[arrival].inForce
      || (own.tables.isEmpty && newest.contains(arrival))
  }

  /// A child of a roster that is not used, and that stands in force by somebody else's list, is told as it would be if
  /// the roster were used: who mends it mends all at once. Looked for by the identifiers of those rosters, so that
  /// nothing is done where there are none.
  mutating func tellElsewhere(_ unused: [UnusedRoster]) {
    for round in Set(unused.map(\.round)).sorted() {
      let own = unused.filter { $0.round == round }
      let others = others(than: own, in: layers[round]?[.roster] ?? [])
      for (roster, others) in zip(own, others) where !others.isEmpty { tell(roster, beside: others) }
    }
  }

  private mutating func tell(_ roster: UnusedRoster, beside others: [Layer]) {
    let layer = roster.layer
    let found = said(of: others + [layer], round: roster.round).filter { located in
      let finding = located.finding
      return located.seq == layer.seq && finding.place.sheet == layer.table.sheet
        && finding.severity == .error && finding.facts["unit"].map { $0 != layer.sender } == true
    }
    if roster.isRead {
      reports[roster.arrival].repeats += found.map(\.finding)
    } else {
      reports[roster.arrival].ofRefused += found.map(\.finding)
    }
  }

  /// For each roster the rows in force of other senders under one of its identifiers.
  private func others(than rosters: [UnusedRoster], in force: [Layer]) -> [[Layer]] {
    var result = [[Layer]](repeating: [], count: rosters.count)
    guard let schema = schemas[.roster] else { return result }
    var wanted: [IdKey: [Int]] = [:]
    var keys: [IdKey] = []
    for (index, roster) in rosters.enumerated() {
      let identity = RowIdentity(roster.layer.table, schema)
      for row in roster.layer.rows {
        identity.keys(Int(row), into: &keys)
        for key in keys where wanted[key]?.last != index { wanted[key, default: []].append(index) }
      }
    }
    let tails = IdentifierTails(of: rosters.map(\.layer))
    for layer in force {
      let identity = RowIdentity(layer.table, schema)
      let texts = IdentifierTails.columns(of: layer)
      var found: [Int: [Int32]] = [:]
      for row in layer.rows where tails.mayName(Int(row), texts) {
        identity.keys(Int(row), into: &keys)
        for key in keys {
          for index in wanted[key] ?? []
          where rosters[index].layer.sender != layer.sender && found[index]?.last != row {
            found[index, default: []].append(row)
          }
        }
      }
      for index in found.keys.sorted() {
        var part = layer
        part.rows = found[index] ?? []
        result[index].append(part)
      }
    }
    return result
  }
}

/// On what the identifiers of some rows end: of nearly all others a look says that they are none of them.
private struct IdentifierTails {
  private var known = [Bool](repeating: false, count: 1 << 20)

  init(of layers: [Layer]) {
    for layer in layers {
      let columns = Self.columns(of: layer)
      for row in layer.rows {
        for column in columns where !column.isBlank(Int(row)) { known[Self.tail(column[Int(row)])] = true }
      }
    }
  }

  static func columns(of layer: Layer) -> [TextColumn] {
    Schema.identifierKeys.compactMap { layer.table.column($0)?.texts }
  }

  func mayName(_ row: Int, _ columns: [TextColumn]) -> Bool {
    columns.contains { !$0.isBlank(row) && known[Self.tail($0[row])] }
  }

  /// Of the last four characters, whatever their case.
  private static func tail(_ text: ArraySlice<UInt8>) -> Int {
    text.suffix(4).reduce(0) { $0 << 5 | Int($1 & 0x1F) }
  }
}
