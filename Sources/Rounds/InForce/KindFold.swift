public import TableSchema
import Tables

extension Fold {
  /// Folds all tables of one kind: who may send them, which round they are for,
  /// what they refer to, and what replaces what.
  mutating func fold(_ kind: TableKind) {
    guard let schema = schemas[kind] else { return }
    var pieces: [StoreKey: [Piece]] = [:]
    for arrival in history.arrivals.indices {
      let own = tables(of: kind, in: arrival)
      guard !own.isEmpty, let sender = sender(arrival) else { continue }
      guard schema.allows(sender.role) else {
        report(
          arrival, own, .refused, .notAllowed, facts: ["kind": kind.rawValue, "role": sender.role.rawValue])
        noteWithoutRound(arrival, own, [:])
        continue
      }
      let filled = own.filter { saysSomething(arrival, $0) }
      report(arrival, own.filter { !filled.contains($0) }, .taken)
      guard !filled.isEmpty else { continue }
      let rows = judge(arrival, filled, sender, schema)
      noteWithoutRound(arrival, filled, rows)
      holdRepeatedKeys(arrival, rows, schema)
      if kind == .roster { tellOwnRepeats(arrival, filled, rows, sender) }
      let unread = history.arrivals[arrival].unreadSheets(of: schema)
      var refused = refuseBadShare(arrival, rows)
      if refusePartialReplacement(arrival, rows, unread) { refused = true }
      for var piece in self.pieces(arrival, kind, rows, refused: refused) {
        piece.isPartial = !unread.isEmpty
        pieces[StoreKey(kind: kind, sender: sender.code, round: piece.round), default: []].append(piece)
      }
    }
    for key in pieces.keys.sorted() { foldStore(key, pieces[key] ?? [], schema) }
    for round in layers.keys.sorted() { layers[round]?[kind]?.sort { $0.seq < $1.seq } }
    overrule(kind)
  }

  /// A sheet of a form that was left empty, beside others that were filled in, says nothing: it takes the
  /// place of no list. Alone it stands for a list with nobody in it.
  private func saysSomething(_ arrival: Int, _ table: Int) -> Bool {
    tables[arrival][table].rowCount > 0 || tables[arrival].allSatisfy { $0.rowCount == 0 }
  }

  /// Judges the rows of some tables of an arrival; the rows of each round by
  /// table, none for a table whose round is not known.
  private mutating func judge(
    _ arrival: Int, _ own: [Int], _ sender: Unit, _ schema: Schema
  ) -> [Int: [(round: String, rows: [Int32])]] {
    var result: [Int: [(round: String, rows: [Int32])]] = [:]
    for table in own {
      var judging = TableJudging(tables[arrival][table], schema)
      tables[arrival][table] = Table(kind: schema.kind, sheet: judging.table.sheet, headerRow: 0)
      let rows = rowsByRound(arrival, own, table, sender, &judging)
      for (round, rows) in rows ?? [] {
        if let names = names[round] { judging.judge(rows, names, sender) }
      }
      tables[arrival][table] = judging.finished()
      result[table] = rows
    }
    return result
  }

  /// contract.md 3: more held rows than settings allow, and the table is
  /// refused; the sheets of one kind in one workbook are one table.
  private mutating func refuseBadShare(
    _ arrival: Int, _ roundRows: [Int: [(round: String, rows: [Int32])]]
  ) -> Bool {
    let own = roundRows.keys.sorted()
    guard let kind = own.first.map({ tables[arrival][$0].kind }), kind != .orders else { return false }
    let rows = own.reduce(0) { $0 + tables[arrival][$1].rowCount }
    let held = own.reduce(0) { $0 + heldRows(arrival, $1) }
    let share = history.settings.maxBadShare
    guard Millionths.exceeds(held, Millionths.of(share), of: rows) else { return false }
    let percent = (Millionths.of(share) + 5_000) / 10_000
    var facts = ["held": String(held), "rows": String(rows), "share": String(percent)]
    let found = own.flatMap { tables[arrival][$0].findings } + reports[arrival].repeats
    let errors = found.filter { $0.severity == .error }
    if !errors.isEmpty, errors.allSatisfy(\.awaitsSetup) { facts["undeclared"] = Undeclared.round.rawValue }
    refuse(arrival, roundRows, .tooManyErrors, facts: facts)
    return true
  }

  /// A file that is to take the place of everything, and of which a sheet was not read, might take out whoever stands
  /// on that sheet, and to add instead would be another thing than was asked for.
  private mutating func refusePartialReplacement(
    _ arrival: Int, _ roundRows: [Int: [(round: String, rows: [Int32])]], _ unread: [String]
  ) -> Bool {
    guard history.arrivals[arrival].mode == .replace, !unread.isEmpty, !roundRows.isEmpty else {
      return false
    }
    let first = roundRows.keys.sorted()[0]
    refuse(arrival, roundRows)
    // Said once, at the first sheet that was read.
    let place = Finding.Place(sheet: tables[arrival][first].sheet)
    reports[arrival].tables[first].findings.append(
      Finding(.partialReplacement, .error, at: place, facts: ["sheets": unread.quoted]))
    return true
  }

  private mutating func refuse(
    _ arrival: Int, _ roundRows: [Int: [(round: String, rows: [Int32])]], _ code: FindingCode? = nil,
    facts: [String: String] = [:]
  ) {
    let own = roundRows.keys.sorted()
    report(arrival, own, .refused, code, facts: facts)
    for table in own { reports[arrival].tables[table].rounds = roundRows[table]?.map(\.round) ?? [] }
  }

  /// The pieces of an arrival's tables of one kind, in the order in which the rounds are named.
  private func pieces(
    _ arrival: Int, _ kind: TableKind, _ rows: [Int: [(round: String, rows: [Int32])]], refused: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    for table in rows.keys.sorted() {
      for (round, rows) in rows[table] ?? [] {
        let part = Piece.Part(table: table, rows: rows)
        if let known = pieces.firstIndex(where: { $0.round == round }) {
          pieces[known].parts.append(part)
        } else {
          let mode = history.arrivals[arrival].mode
          pieces.append(
            Piece(
              arrival: arrival, kind: kind, round: round, mode: mode, parts: [part], refused: refused))
        }
      }
    }
    return pieces
  }
}

extension Schema {
  /// tables.md, Who may send what.
  public func allows(_ role: Unit.Role) -> Bool { senders.contains { $0.rawValue == role.rawValue } }
}
