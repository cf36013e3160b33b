import TableSchema
import Tables

/// contract.md 2, The round of a file.
enum ToldRound {
  case round(String)
  /// Held, with the rounds that it may be for.
  case unclear([String])
  /// The subfolder, or the workbook, names a round that does not exist.
  case unknown(String)
}

extension Fold {
  /// The rows of a table for each round, in the order in which the rounds are
  /// named; nil, and reported, where the round is not known.
  mutating func rowsByRound(
    _ arrival: Int, _ own: [Int], _ position: Int, _ sender: Unit, _ judging: inout TableJudging
  ) -> [(round: String, rows: [Int32])]? {
    if judging.schema.kind == .rounds, judging.table.rowCount == 0 {
      // It declares nothing, and the reader has said that it has no rows.
      report(arrival, [position], .taken)
      return []
    }
    if let rows = rowsByNamedRound(arrival, &judging) { return rows }
    switch tellRound(arrival, own, judging, sender) {
    case .round(let round): return [(round, Array(0..<Int32(judging.table.rowCount)))]
    case .unclear where judging.table.rowCount == 0:
      // A form that nobody has filled in: whatever round it is for, it says nothing.
      remember(
        FactKey(seq: history.arrivals[arrival].seq, kind: judging.schema.kind.rawValue, round: ""), round: "")
      report(arrival, [position], .taken)
      return []
    case .unclear(let candidates):
      var facts = statesOfClosed(candidates, judging.schema.kind, sender)
      facts["candidates"] = candidates.joined(separator: "; ")
      report(arrival, [position], .pending, .roundUnclear, facts: facts)
      reports[arrival].tables[position].candidates = candidates
      let kind = judging.schema.kind
      if isSettled(arrival, kind) || isSentAgain(arrival, kind) { return nil }
    case .unknown(let text):
      report(arrival, [position], .pending, .unknownRound, value: text, facts: factsOfUnknownRound(text))
    }
    // A sheet that is not reported on again shows its own findings.
    reports[arrival].inForce = true
    return nil
  }

  /// What there is to say of a round that does not stand: that the row that declares it is held, or which
  /// one may be meant.
  private func factsOfUnknownRound(_ text: String) -> [String: String] {
    if spellings[text.lowercased()] != nil { return ["declared": "held"] }
    let codes = roundCodes
    return nearest(to: text, among: codes).map { ["suggestion": codes[$0]] } ?? [:]
  }

  /// Which of the rounds that a table may be for are closed to it, where all are.
  private func statesOfClosed(_ candidates: [String], _ kind: TableKind, _ sender: Unit) -> [String: String] {
    var facts: [String: String] = [:]
    for code in candidates {
      let state = timeline.state(of: code, before: Int.max, for: sender.code)
      if state.takes(kind) { return [:] }
      let key = state == .closed ? "closed" : "finalized"
      facts[key] = (facts[key].map { $0 + "; " } ?? "") + code
    }
    return facts
  }

  /// An earlier pass has found that it was sent again.
  private func isSettled(_ arrival: Int, _ kind: TableKind) -> Bool {
    knownRounds[FactKey(seq: history.arrivals[arrival].seq, kind: kind.rawValue, round: "")]?.isEmpty == true
  }

  /// The sender has sent the same bytes again, or, under the same name, what would stand in the place of such a
  /// table: a file whose round was never told is settled by it. What only brings back lost bytes settles nothing.
  private func isSentAgain(_ arrival: Int, _ kind: TableKind) -> Bool {
    let own = history.arrivals[arrival]
    return history.arrivals[(arrival + 1)...].contains { later in
      !later.bringsBack && later.unit.lowercased() == own.unit.lowercased()
        && (later.sha256 == own.sha256 || later.file == own.file && later.mayReplace(own, kind))
    }
  }

  /// By the column `Mã đợt`, where the table has one and it says anything.
  func rowsByNamedRound(
    _ arrival: Int, _ judging: inout TableJudging
  ) -> [(round: String, rows: [Int32])]? {
    guard let column = judging.position("round") else { return nil }
    let texts = judging.table.columns[column].texts
    guard (0..<texts.count).contains(where: { !texts.isBlank($0) }) else { return nil }
    return rowsByRound(arrival, column, &judging)
  }

  /// The round of a table of which nothing is used: told likewise, and not remembered.
  func likelyRound(_ arrival: Int, _ table: Table, _ sender: Unit) -> String? {
    if let folder = history.arrivals[arrival].roundFolder { return round(named: folder) }
    let told = roundOfWorkbook(arrival) ?? onlyRound([table], table.kind, sender)
    guard case .round(let round) = told else { return nil }
    return round
  }

  /// By the column `Mã đợt`: each row belongs to the round it names.
  private func rowsByRound(
    _ arrival: Int, _ column: Int, _ judging: inout TableJudging
  ) -> [(round: String, rows: [Int32])] {
    let isRounds = judging.schema.kind == .rounds
    let folder = isRounds ? nil : history.arrivals[arrival].roundFolder
    let folderRound = folder.flatMap { round(named: $0) }
    var result: [(round: String, rows: [Int32])] = []
    var places: [String: Int] = [:]
    func put(_ row: Int32, _ round: String) {
      let place = places[round] ?? result.count
      if place == result.count {
        places[round] = place
        result.append((round, []))
      }
      result[place].rows.append(row)
    }
    for row in 0..<Int32(judging.table.rowCount) {
      let text = judging.string(column, Int(row))
      if isRounds {
        if let round = spellings[text.lowercased()] { put(row, round) }
        continue
      }
      let named = spellings[text.lowercased()].flatMap { rounds[$0] == nil ? nil : $0 }
      if text.isEmpty {
        judging.hold(Int(row), .required, column)
      } else if let folder, named == nil || named != folderRound {
        judging.hold(Int(row), .roundDiffers, column, value: text, facts: ["folder": folder])
      } else if named == nil {
        judging.hold(Int(row), .unknownRound, column, value: text, facts: factsOfUnknownRound(text))
      }
      // A held row in a round's own folder keeps its person held there.
      if let round = folderRound ?? named { put(row, round) }
    }
    return result
  }

  /// The round of tables that do not say it row by row.
  private mutating func tellRound(
    _ arrival: Int, _ own: [Int], _ judging: TableJudging, _ sender: Unit
  ) -> ToldRound {
    let kind = judging.schema.kind
    if let folder = history.arrivals[arrival].roundFolder {
      return round(named: folder).map { .round($0) } ?? .unknown(folder)
    }
    let key = FactKey(seq: history.arrivals[arrival].seq, kind: kind.rawValue, round: "")
    if let known = knownRounds[key], rounds[known] != nil { return .round(known) }
    if knownRounds[key]?.isEmpty == true { return .unclear([]) }
    if isSentAgain(arrival, kind), history.wasJudged(arrival) {
      // For good: the name of what has settled it may be purged, or lost.
      remember(key, round: "")
      return .unclear([])
    }
    if history.arrivals[arrival].bringsBack, let before = toldBefore(arrival, kind) {
      remember(key, round: before)
      return .round(before)
    }
    var told =
      roundOfWorkbook(arrival) ?? onlyRound(own.map { tables[arrival][$0] } + [judging.table], kind, sender)
    if case .unclear = told, let before = toldBefore(arrival, kind) { told = .round(before) }
    if case .round(let round) = told { remember(key, round: round) }
    return told
  }

  /// Once told, it stays; a blank round stands for a table that says nothing of any.
  private mutating func remember(_ key: FactKey, round: String) {
    let fact = JudgedFacts.ToldRound(seq: key.seq, kind: key.kind, round: round)
    if knownRounds[key] != round, !newFacts.told.contains(fact) { newFacts.told.append(fact) }
  }

  /// The round that the same bytes of the sender were told to be for, or in whose folder those lay that are
  /// brought back.
  private func toldBefore(_ arrival: Int, _ kind: TableKind) -> String? {
    let own = history.arrivals[arrival]
    for earlier in history.arrivals[..<arrival].reversed()
    where earlier.sha256 == own.sha256 && earlier.unit.lowercased() == own.unit.lowercased() {
      let key = FactKey(seq: earlier.seq, kind: kind.rawValue, round: "")
      if let round = knownRounds[key], rounds[round] != nil { return round }
      if own.bringsBack, let round = earlier.roundFolder.flatMap({ round(named: $0) }) { return round }
    }
    return nil
  }

  /// The round that a folder's name means, folded.
  private func round(named folder: String) -> String? {
    let name = folded(folder.utf8)
    return roundCodes.first { folded($0.utf8) == name }
  }

  /// The only round of the workbook's rounds sheets; nil where there is none, or several.
  private func roundOfWorkbook(_ arrival: Int) -> ToldRound? {
    var named: [String] = []
    for table in tables[arrival] where table.kind == .rounds {
      guard let column = table.column("round") else { continue }
      for row in 0..<table.rowCount where !column.texts.isBlank(row) {
        let code = column.texts.string(row)
        let spelling = spellings[code.lowercased()] ?? code
        if !named.contains(spelling) { named.append(spelling) }
      }
    }
    // Of rounds that do not stand none can be told apart: their rows are to be corrected first.
    if named.count > 1, named.allSatisfy({ rounds[$0] == nil }) { return .unknown(named[0]) }
    guard named.count == 1 else { return nil }
    return rounds[named[0]] == nil ? .unknown(named[0]) : .round(named[0])
  }

  /// Among the rounds that now take this kind from this sender, the only one that
  /// fits. Where none takes it, those that would if they were open are the candidates.
  private func onlyRound(_ tables: [Table], _ kind: TableKind, _ sender: Unit) -> ToldRound {
    let own = roundCodes.filter { code in
      guard sender.role != .department, let names = names[code] else { return true }
      return names.units[sender.code] != nil
    }
    var fits = RoundFit(tables.filter { $0.kind == kind && $0.rowCount > 0 })
    fits.keepKnown(to: own.compactMap { names[$0] })
    let fitting = own.filter { code in rounds[code].map { fits.allows($0, names[code]) } ?? false }
    let taking = fitting.filter { code in
      // Opened again by this pass, or closed by it: what it brought is still taken.
      [Int.max, history.pass].contains {
        timeline.state(of: code, before: $0, for: sender.code).takes(kind)
      }
    }
    if taking.count == 1 { return .round(taking[0]) }
    let nearest = taking.filter { code in rounds[code].map { fits.isNear($0) } ?? false }
    if nearest.count == 1 { return .round(nearest[0]) }
    return .unclear(taking.isEmpty ? (fitting.isEmpty ? own : fitting) : taking)
  }
}

extension Arrival {
  /// Whether its tables of a kind are of what an older file's are: for a roster with classes, of one of its classes.
  fileprivate func mayReplace(_ older: Arrival, _ kind: TableKind) -> Bool {
    let own = tables.filter { $0.kind == kind }
    guard !own.isEmpty, kind == .roster else { return !own.isEmpty }
    let classes = own.map(\.namedClasses)
    return older.tables.contains { table in
      table.kind == kind
        && classes.contains { own in
          guard let own, let others = table.namedClasses else { return true }
          return !own.isDisjoint(with: others)
        }
    }
  }
}

extension Table {
  /// The source classes that its rows name, each with its school; nil where it has no such column.
  fileprivate var namedClasses: Set<[UInt8]>? {
    guard let classes = column("sourceClass")?.texts else { return nil }
    let schools = column("sourceSchool")?.texts
    return Set(
      (0..<rowCount).map { row in (schools.map { folded($0[row]) } ?? []) + [0] + folded(classes[row]) })
  }
}
