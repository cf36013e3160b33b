import TableSchema
import Tables

/// Where some rows of an arrival belong: what is known of them once their content is lost. Journalled, so it
/// holds nothing of a child.
public struct ArrivalPlace: Hashable, Codable, Sendable {
  /// A ``TableKind``; blank where it is not known.
  public var kind: String
  /// The round's code; blank where no round was told.
  public var round: String
  /// Stand for the source classes that the rows name; nil where they stand for all.
  public var classes: [String]?
  /// Of a row that declares a round: the seed that it gives.
  public var seed: String?
  /// Of a row that declares a round: what it calls it, for folders may go by that.
  public var name: String?
  /// Set where too many of the rows were wrong: whether they may be right once more is declared.
  public var mayStand: Bool?

  init(_ kind: String, _ round: String) {
    self.kind = kind
    self.round = round
  }

  /// Whether full lists of these places together stand in the place of all that an older one may hold.
  static func cover(_ newer: [ArrivalPlace], _ older: ArrivalPlace) -> Bool {
    let own = newer.filter { $0.kind == older.kind && $0.round == older.round }
    if own.contains(where: { $0.classes == nil }) { return true }
    return older.classes.map { Set(own.flatMap { $0.classes ?? [] }).isSuperset(of: $0) } ?? false
  }

  /// Whether a full list stands in the place of an older one of which nothing was in force.
  func overlaps(_ older: ArrivalPlace) -> Bool {
    guard kind == older.kind, round == older.round else { return false }
    guard let classes, let others = older.classes else { return true }
    return !Set(classes).isDisjoint(with: others)
  }
}

extension Fold {
  mutating func note(_ place: ArrivalPlace, of arrival: Int) {
    if !reports[arrival].places.contains(place) { reports[arrival].places.append(place) }
  }

  /// Notes where the rows of a piece belong.
  mutating func note(_ rows: PieceRows) {
    let piece = rows.piece
    var place = ArrivalPlace(piece.kind.rawValue, piece.round)
    if rows.hasClasses { place.classes = rows.classNames }
    if piece.kind == .rounds {
      func texts(_ key: String) -> [String] {
        piece.parts.flatMap { part -> [String] in
          let table = tables[piece.arrival][part.table]
          return part.rows.filter { !table.held[Int($0)] }.map { table.text(key, Int($0)) }
        }.filter { !$0.isEmpty }
      }
      place.seed = texts("seed").first
      place.name = texts("name").last
    }
    if piece.refused {
      place.mayStand = piece.parts.contains { part in
        tables[piece.arrival][part.table].findings.contains { $0.severity == .error && $0.awaitsSetup }
      }
    }
    note(place, of: piece.arrival)
  }

  /// Notes of tables that some of their rows belong to no round yet.
  mutating func noteWithoutRound(
    _ arrival: Int, _ own: [Int], _ rows: [Int: [(round: String, rows: [Int32])]]
  ) {
    for table in own where tables[arrival][table].kind != .rounds {
      let told = rows[table]?.reduce(0) { $0 + $1.rows.count }
      guard told.map({ $0 < tables[arrival][table].rowCount }) ?? true else { continue }
      note(ArrivalPlace(tables[arrival][table].kind.rawValue, ""), of: arrival)
    }
  }

  /// Whether a round that it declares has no good row but those that newer arrivals have replaced.
  func isStillDeclaring(_ arrival: Int) -> Bool {
    reports[arrival].places.contains { place in
      place.kind == TableKind.rounds.rawValue
        && !(layers[place.round]?[.rounds] ?? []).contains { !$0.goodRows.isEmpty }
    }
  }
}

extension PieceRows {
  /// What stands for the classes that the rows name, in order.
  fileprivate var classNames: [String] {
    var names: [SourceClass: String] = [:]
    for (part, member) in zip(piece.parts, parts) {
      for (row, unit) in zip(part.rows, member.units) where names[unit] == nil {
        let parts = ["sourceSchool", "sourceClass"].map { key in
          member.table.column(key).map { folded($0.texts[Int(row)]) } ?? []
        }
        names[unit] = String(SHA256.hex(parts[0] + [0] + parts[1]).prefix(12))
      }
    }
    return Set(names.values).sorted()
  }
}
