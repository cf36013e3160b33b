import TableSchema
import Tables

extension Fold {
  /// Gives each round the spelling in which its code was first declared.
  mutating func spellRounds() {
    for (arrival, tables) in tables.enumerated() {
      for place in history.placesOfUnread(arrival) where place.kind == TableKind.rounds.rawValue {
        if spellings[place.round.lowercased()] == nil { spellings[place.round.lowercased()] = place.round }
      }
      for table in tables where table.kind == .rounds {
        guard let column = table.column("round") else { continue }
        for row in 0..<table.rowCount where !column.texts.isBlank(row) {
          let code = column.texts.string(row)
          if spellings[code.lowercased()] == nil { spellings[code.lowercased()] = code }
        }
      }
    }
  }

  /// The rounds that are declared. One whose newest row is held stands with its
  /// last good row, and is stopped; one that never had a good row does not exist.
  mutating func takeRounds() {
    guard let schema = schemas[.rounds] else { return }
    for code in layers.keys.sorted() {
      var round: Round?
      for layer in layers[code]?[.rounds] ?? [] {
        for row in layer.goodRows {
          round = Round(code: code, RowReader(schema: schema, table: layer.table, row: Int(row)))
        }
      }
      guard var round = round ?? lastGoodRound(code, schema) else { continue }
      round.seed = seed(of: code, schema).inForce ?? round.seed
      rounds[code] = round
    }
  }

  /// The newest row of a round without an error, in force or not.
  private func lastGoodRound(_ code: String, _ schema: Schema) -> Round? {
    var found: Round?
    eachRow(of: code) { _, table, row in
      if !table.held[row] { found = Round(code: code, RowReader(schema: schema, table: table, row: row)) }
    }
    return found
  }

  /// Why rounds that were declared do not stand, by their codes in lower case.
  func heldRounds() -> [String: LocatedFinding] {
    var held: [String: LocatedFinding] = [:]
    for code in Set(spellings.values) where rounds[code] == nil {
      eachRow(of: code) { arrival, table, row in
        let error = table.findings.first {
          $0.severity == .error && $0.place.row == Int(table.rowNumbers[row])
        }
        if let error {
          held[code.lowercased()] = LocatedFinding(seq: arrival.seq, file: arrival.file, error)
        }
      }
    }
    return held
  }

  /// contract.md 4 and tables.md: the first seed stands, another is refused until `mở lại`.
  func seed(of code: String, _ schema: Schema) -> (inForce: String?, isOpen: Bool) {
    var declared: [(seq: Int, pass: Int, seed: String)] = []
    eachRow(of: code) { arrival, table, row in
      if !table.held[row] { declared.append((arrival.seq, arrival.pass, table.text("seed", row))) }
    }
    for (position, arrival) in history.arrivals.enumerated() {
      for place in history.placesOfUnread(position) where place.round == code {
        if let seed = place.seed { declared.append((arrival.seq, arrival.pass, seed)) }
      }
    }
    declared.sort { $0.seq < $1.seq }
    return timeline.seed(
      of: code, declared: declared.map { ($0.pass, $0.seed) }, by: history.settings.department)
  }

  /// Calls with each row that declares a round, in order of arrival.
  private func eachRow(of code: String, _ body: (Arrival, Table, _ row: Int) -> Void) {
    for arrival in history.arrivals.indices
    where sender(arrival)?.role == .department && !onlyBringsBack.contains(arrival) {
      for table in tables[arrival] where table.kind == .rounds {
        guard let column = table.column("round") else { continue }
        for row in 0..<table.rowCount where spellings[column.texts.string(row).lowercased()] == code {
          body(history.arrivals[arrival], table, row)
        }
      }
    }
  }
}

extension Round {
  /// The round that a row declares; nil if something required is missing, which its row was held for.
  init?(code: String, _ row: RowReader) {
    guard let opens = row.day("opens"), let closes = row.day("closes"), let wishes = row.integer("wishes"),
      let method = row.choice("method").flatMap({ Method(rawValue: $0) }),
      let tiePolicy = row.choice("tiePolicy").flatMap({ TiePolicy(rawValue: $0) })
    else { return nil }
    self.init(
      code: code, name: row.text("name"), schoolYear: row.text("schoolYear"),
      level: row.choice("level") ?? row.text("level"), opens: opens, closes: closes, wishes: wishes,
      method: method, tiePolicy: tiePolicy)
    grade = row.text("grade")
    confirmBy = row.day("confirmBy")
    announces = row.day("announces")
    margins = listItems(row.text("margins")).map { Exact(parsing: $0.utf8) ?? .zero }
    lotteryKey = row.text("lotteryKey")
    seed = row.text("seed")
    priorityCap = row.decimal("priorityCap")
    verifiedOnly = row.flag("verifiedOnly")
    duplicates = row.choice("duplicates").flatMap { Duplicates(rawValue: $0) } ?? .lastSubmitted
    approver = row.choice("approver").flatMap { Approver(rawValue: $0) } ?? .department
    afterPublication = row.choice("afterPublication").flatMap { AfterPublication(rawValue: $0) } ?? .keep
    provisional = row.flag("provisional")
  }
}
