import Tables

/// The rows that declare the programs of a round, so that what is found of a program is told at its cell.
struct ProgramRows {
  private var rows: [String: SetupRow] = [:]

  init(_ reader: SetupReader) {
    for row in reader.rows(.programs) {
      rows[loweredCode(row.text("school") + "/" + row.text("program"))] = row
    }
  }

  /// A finding about a program, at a cell of its row.
  func finding(
    _ reason: SetupReason, _ severity: Finding.Severity, _ plan: ProgramPlan, at key: String,
    _ facts: [String: String] = [:]
  ) -> LocatedFinding {
    let facts = facts.merging(["program": plan.path, "reason": reason.rawValue]) { $1 }
    let code: FindingCode = severity == .error ? .setup : .setupUnusual
    guard let row = rows[loweredCode(plan.path)] else {
      return LocatedFinding(Finding(code, severity, facts: facts))
    }
    return row.layer.finding(code, severity, row: row.row, key: key, value: row.text(key), facts: facts)
  }
}
