import TableSchema
import Tables

extension RoundTables {
  /// The kinds of which a held row stops the round (contract.md 4, Setup).
  static let setupKinds: [TableKind] = [
    .rounds, .units, .scoring, .conversions, .priorities, .tieBreaks, .cutoffs, .programs,
    .reservations, .zones,
  ]

  /// What the tables show of themselves, each with its file, sheet and cell: errors of held rows,
  /// which stop the round, and a seed that came too late. A row that only waits for others which have an error
  /// themselves is none of them: there is nothing to mend in it. What only the round's people can show is found
  /// when it is decided.
  public var setupFindings: [LocatedFinding] {
    let found = RoundTables.setupKinds.flatMap { layers[$0] ?? [] }.flatMap { $0.heldRows } + refusedSetup
    let causes = found.filter { !$0.finding.awaitsRows }
    return (causes.isEmpty ? found : causes) + lateSeed
  }

  /// Whether all rows of a kind that were sent stand: else nothing can be said of what they lack.
  func isWhole(_ kind: TableKind) -> Bool {
    refusedSetup.isEmpty
      && (layers[kind] ?? []).allSatisfy { layer in !layer.rows.contains { layer.table.held[Int($0)] } }
  }

  /// tables.md, rounds: the first seed stands, another is refused until `mở lại`.
  private var lateSeed: [LocatedFinding] {
    guard let layer = layers[.rounds]?.last, let row = layer.rows.last,
      let column = layer.table.column("seed"), !column.texts.isBlank(Int(row))
    else { return [] }
    let seed = column.texts.string(Int(row))
    guard seed != round.seed else { return [] }
    return [
      layer.finding(
        .orderRefused, .note, row: row, key: "seed", value: seed,
        facts: ["reason": OrderRefusal.seedStands.rawValue])
    ]
  }
}

extension Finding {
  /// The row names what is declared and does not stand; the error of that is told.
  fileprivate var awaitsRows: Bool { facts["undeclared"] == Undeclared.standing.rawValue }
}

extension Layer {
  /// The errors that hold rows of this layer.
  fileprivate var heldRows: [LocatedFinding] {
    guard table.held.contains(true) else { return [] }
    let held = Set(rows.filter { table.held[Int($0)] }.map { Int(table.rowNumbers[Int($0)]) })
    return table.findings.filter { $0.severity == .error && held.contains($0.place.row) }.map {
      LocatedFinding(seq: seq, file: file, $0)
    }
  }
}
