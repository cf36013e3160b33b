import Tables

extension Fold {
  /// What became of an arrival.
  func outcome(_ index: Int) -> ArrivalOutcome {
    let arrival = history.arrivals[index]
    let report = reports[index]
    var findings = arrival.fileFindings + refusedFindings(index)
    var rounds: [String] = []
    var candidates: [String] = []
    var outcomes: [TableOutcome] = []
    for (table, report) in zip(tables[index], report.tables) {
      findings += report.findings + table.findings.sorted { $0.place.isBefore($1.place) }
      for round in report.rounds where !rounds.contains(round) { rounds.append(round) }
      candidates += report.candidates
      outcomes.append(outcome(table, report))
    }
    var outcome = ArrivalOutcome(
      seq: arrival.seq, result: result(arrival, outcomes), rounds: rounds.sorted(),
      mayBeFor: Set(rounds + candidates).sorted(), tables: outcomes, findings: findings,
      inForce: report.inForce)
    outcome.places = report.places
    outcome.isStillDeclaring = isStillDeclaring(index)
    outcome.add(report.repeats)
    return outcome
  }

  /// What is wrong with the sheets that gave no table, sheet by sheet.
  private func refusedFindings(_ index: Int) -> [Finding] {
    history.arrivals[index].refused.flatMap { table in
      let later = reports[index].ofRefused.filter { $0.place.sheet == table.sheet }
      // Nobody mends what he may not send.
      if let first = later.first, first.code == .notAllowed { return [first] }
      return later.isEmpty ? table.findings : (table.findings + later).sorted { $0.place.isBefore($1.place) }
    }
  }

  private func outcome(_ table: Table, _ report: ArrivalReport.TableReport) -> TableOutcome {
    let held = table.held.count { $0 }
    var result = ArrivalOutcome.Result.taken
    // Orders are carried out or not: of one that was not, nothing is kept.
    let isRefusedOrder = table.kind == .orders && held > 0 && held == table.rowCount
    if report.fates.contains(.refused) || report.fates.isEmpty || isRefusedOrder {
      result = .refused
    } else if !report.fates.contains(.taken) {
      result = .pending
    } else if report.fates.contains(.pending) || held > 0 {
      result = .partly
    }
    let isUsed = result == .taken || result == .partly
    return TableOutcome(
      kind: table.kind, sheet: table.sheet, rows: table.rowCount,
      accepted: isUsed ? table.rowCount - held : 0, held: held, result: result, changes: report.changes,
      changedRows: report.changedRows)
  }

  /// Refused if nothing of it is kept, pending if nothing is used yet, taken if all is.
  private func result(_ arrival: Arrival, _ tables: [TableOutcome]) -> ArrivalOutcome.Result {
    let lost = !arrival.refused.isEmpty || arrival.fileFindings.contains { $0.severity == .error }
    let results = Set(tables.map(\.result))
    if results.isEmpty { return lost ? .refused : .taken }
    if results == [.taken], !lost { return .taken }
    if results.contains(.taken) || results.contains(.partly) { return .partly }
    return results.contains(.pending) ? .pending : .refused
  }
}

extension Finding.Place {
  /// In reading order; what is about the whole sheet comes first.
  fileprivate func isBefore(_ other: Finding.Place) -> Bool { (row, column) < (other.row, other.column) }
}
