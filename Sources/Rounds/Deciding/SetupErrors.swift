import TableSchema
import Tables

extension RoundTables {
  /// The kinds of which a held row stops the round (contract.md 4, Setup).
  private static let setupKinds: [TableKind] = [
    .rounds, .units, .scoring, .conversions, .priorities, .tieBreaks, .cutoffs, .programs, .zones,
  ]

  /// What setup says against deciding: the findings that came with the tables, and every row
  /// that is held, by its own findings.
  func setupErrors() -> [LocatedFinding] {
    var errors = setupFindings.map { LocatedFinding(file: $0.file, $0.finding) }
    var known = Set(errors.map { LocatedFinding(file: $0.file, $0.finding) })
    for kind in RoundTables.setupKinds {
      for layer in layers[kind] ?? [] where layer.table.held.contains(true) {
        let held = Set(
          layer.rows.filter { layer.table.held[Int($0)] }.map { layer.table.rowNumbers[Int($0)] })
        for finding in layer.table.findings
        where finding.severity == .error && held.contains(Int32(clamping: finding.place.row)) {
          guard known.insert(LocatedFinding(file: layer.file, finding)).inserted else { continue }
          errors.append(LocatedFinding(seq: layer.seq, file: layer.file, finding))
        }
      }
    }
    return errors
  }
}
