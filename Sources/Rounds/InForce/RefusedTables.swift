import TableSchema
import Tables

extension Fold {
  /// Judges the sheets that gave no table, so that one receipt tells all that is wrong with them: what they refer to,
  /// and what their rosters say twice, or beside what others sent. Nothing else comes of them, and nothing of it is remembered.
  mutating func judgeRefused() {
    var unused = rostersNotUsed()
    let newest = history.arrivals.contains { !$0.refused.isEmpty } ? newestOfNames() : []
    for arrival in history.arrivals.indices {
      guard !history.arrivals[arrival].refused.isEmpty, let sender = sender(arrival) else { continue }
      let isStillTold = isStillTold(arrival, newest)
      var rosters: [Layer] = []
      for table in history.arrivals[arrival].refused {
        guard let schema = schemas[table.kind] else { continue }
        guard schema.allows(sender.role) else {
          let facts = ["kind": table.kind.rawValue, "role": sender.role.rawValue]
          reports[arrival].ofRefused.append(
            Finding(.notAllowed, .error, at: .init(sheet: table.sheet), facts: facts))
          continue
        }
        guard table.rowCount > 0 else { continue }
        var judging = TableJudging(table, schema)
        let rows = roundsOfRefused(arrival, sender, &judging)
        for (round, rows) in rows {
          if let names = names[round] { judging.judge(rows, names, sender) }
        }
        let judged = judging.finished()
        reports[arrival].ofRefused += new(in: judged, beside: table)
        guard table.kind == .roster else { continue }
        rosters.append(layer(arrival, judged, sender))
        for (round, rows) in rows where isStillTold {
          unused.append(UnusedRoster(arrival, round, layer(arrival, judged, sender, rows), isRead: false))
        }
      }
      tellRepeats(arrival, rosters, sender)
    }
    tellElsewhere(unused)
  }

  /// The rows for each round, as far as it can be told.
  private func roundsOfRefused(
    _ arrival: Int, _ sender: Unit, _ judging: inout TableJudging
  ) -> [(round: String, rows: [Int32])] {
    if let rows = rowsByNamedRound(arrival, &judging) { return rows }
    // The rest of the file has been told for what it is.
    let others = zip(tables[arrival], reports[arrival].tables)
    let own = Set(others.filter { $0.0.kind == judging.schema.kind }.flatMap { $0.1.rounds })
    let all = Set(others.flatMap { $0.1.rounds })
    let told = own.count == 1 ? own.first : all.count == 1 ? all.first : nil
    guard let round = told ?? likelyRound(arrival, judging.table, sender) else { return [] }
    return [(round, Array(0..<Int32(judging.table.rowCount)))]
  }

  /// What judging has added. What was mended is not told, as nothing is taken; nor once more what a column that is not
  /// there leaves open.
  private func new(in judged: Table, beside read: Table) -> [Finding] {
    let missing = Set(read.findings.filter { $0.code == .missingLabel }.map(\.place.label))
    return judged.findings.dropFirst(read.findings.count).filter { finding in
      finding.severity != .repair && finding.code != .personMissing
        && !(finding.code == .missingLabel && missing.contains(finding.place.label))
    }
  }

  func layer(_ arrival: Int, _ table: Table, _ sender: Unit, _ rows: [Int32]? = nil) -> Layer {
    Layer(
      seq: history.arrivals[arrival].seq, sender: sender.code, role: sender.role,
      file: history.arrivals[arrival].file, table: table, rows: rows ?? Array(0..<Int32(table.rowCount)))
  }

  /// A child that stands twice in sheets that were not read, or also in one that was: told where nothing is read.
  private mutating func tellRepeats(_ arrival: Int, _ refused: [Layer], _ sender: Unit) {
    guard !refused.isEmpty else { return }
    let read = tables(of: .roster, in: arrival).map { layer(arrival, tables[arrival][$0], sender) }
    let sheets = Set(refused.map(\.table.sheet))
    reports[arrival].ofRefused += repeats(in: read + refused, round: nil).filter {
      sheets.contains($0.place.sheet)
    }
  }
}
