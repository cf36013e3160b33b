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
  ///
  /// - Parameter counts: whether a row does.
  func awaited(
    _ kind: TableKind, of round: String, _ layers: [Layer], code: String, names: String...,
    counts: (Table, Int32) -> Bool = { _, _ in true }
  ) -> Catalogue {
    var entries: [(code: String, names: [String])] = []
    for (table, row) in awaitedRows(kind, of: round, layers) where counts(table, row) {
      let written = table.text(code, Int(row))
      let names = names.flatMap { listItems(table.text($0, Int(row))) }
      // Without a code, which may be what is wrong, it is called by its names.
      guard let code = written.isEmpty ? names.first : written else { continue }
      entries.append((code: code, names: names))
    }
    return Catalogue(entries)
  }
}
