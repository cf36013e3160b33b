import TableSchema
import Tables

/// The held rows that stop a round, each with its file (contract.md 4, Setup),
/// and a seed that came too late. What only the round's people can show is
/// found when it is decided.
func heldSetup(_ tables: RoundTables) -> [(file: String, finding: Finding)] {
  let kinds: [TableKind] = [
    .rounds, .units, .scoring, .conversions, .priorities, .tieBreaks, .cutoffs, .programs, .zones,
  ]
  var found: [(file: String, finding: Finding)] = []
  for layer in kinds.flatMap({ tables.layers[$0] ?? [] }) {
    let rows = Set(layer.rows.map { Int(layer.table.rowNumbers[Int($0)]) })
    for finding in layer.table.findings
    where finding.severity == .error && rows.contains(finding.place.row) {
      found.append((layer.file, finding))
    }
  }
  return found + lateSeeds(tables)
}

/// tables.md: the first seed stands, another is refused until `mở lại`.
private func lateSeeds(_ tables: RoundTables) -> [(file: String, finding: Finding)] {
  guard let layer = tables.layers[.rounds]?.last, let row = layer.rows.last.map({ Int($0) }),
    let column = layer.table.column("seed"), !column.texts.isBlank(row),
    column.texts.string(row) != tables.round.seed
  else { return [] }
  let place = Finding.Place(
    sheet: layer.table.sheet, row: Int(layer.table.rowNumbers[row]), column: column.sheetColumn,
    label: column.label)
  let facts = ["reason": OrderRefusal.seedStands.rawValue]
  return [
    (layer.file, Finding(.orderRefused, .note, at: place, value: column.texts.string(row), facts: facts))
  ]
}
