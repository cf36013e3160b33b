import TableSchema
import Tables

/// What was declared in rows that do not stand: who names it has nothing to mend.
extension Fold {
  /// The rows of a kind that have an error, or whose table is refused or waits.
  func awaitedRows(_ kind: TableKind, of round: String, _ layers: [Layer]) -> [(table: Table, row: Int32)] {
    let held = layers.flatMap { layer in
      layer.rows.filter { layer.table.held[Int($0)] }.map { (table: layer.table, row: $0) }
    }
    let waiting = (waitingSetup[round]?[kind] ?? []).flatMap { piece in
      piece.parts.flatMap { part in part.rows.map { (table: tables[piece.arrival][part.table], row: $0) } }
    }
    return held + waiting
  }

  /// What those rows declare.
  func awaited(
    _ kind: TableKind, of round: String, _ layers: [Layer], code: String, names: String...
  ) -> Catalogue {
    var entries: [(code: String, names: [String])] = []
    for (table, row) in awaitedRows(kind, of: round, layers) {
      let written = table.text(code, Int(row))
      guard !written.isEmpty else { continue }
      entries.append((code: written, names: names.flatMap { listItems(table.text($0, Int(row))) }))
    }
    return Catalogue(entries)
  }
}
