import TableSchema
import Tables

extension Fold {
  /// Tells what became of each order, and lists those that wait.
  mutating func takeOrders(_ key: StoreKey, _ pieces: [Piece]) {
    for piece in pieces {
      let own = piece.parts.map(\.table)
      report(piece.arrival, own, .taken, round: key.round)
      for part in piece.parts {
        for row in part.rows { takeOrder(piece, part.table, Int(row)) }
      }
      // An order is an event: one that was refused is over, and told once.
      reports[piece.arrival].inForce = !own.contains { tables[piece.arrival][$0].held.contains(true) }
    }
  }

  private mutating func takeOrder(_ piece: Piece, _ position: Int, _ row: Int) {
    guard let schema = schemas[.orders] else { return }
    let table = tables[piece.arrival][position]
    let seq = history.arrivals[piece.arrival].seq
    let number = Int(table.rowNumbers[row])
    let fact = history.facts.orders.first { $0.seq == seq && $0.table == position && $0.row == number }
    if let fact {
      tables[piece.arrival][position].findings += notes(of: fact, in: table.sheet)
      guard let reason = fact.refusal else { return }
      tables[piece.arrival][position].held[row] = true
      tables[piece.arrival][position].findings.append(
        Finding(
          .orderRefused, .error, at: Finding.Place(sheet: table.sheet, row: number),
          value: table.text("order", row), facts: ["reason": reason]))
      return
    }
    let reader = RowReader(schema: schema, table: table, row: row)
    guard !table.held[row], let kind = reader.choice("order").flatMap({ Order.Kind(rawValue: $0) }),
      let sender = sender(piece.arrival)
    else { return }
    orders.append(
      Order(
        round: piece.round, kind: kind, unit: reader.text("unit"), sender: sender.code, role: sender.role,
        seed: reader.text("seed"), acceptHeld: reader.flag("acceptHeld"),
        seq: seq, table: position, row: number))
  }

  /// What else there is to say of an order that was carried out.
  private func notes(of fact: JudgedFacts.OrderFact, in sheet: String) -> [Finding] {
    func note(_ code: FindingCode, _ name: String, _ texts: [String]?) -> [Finding] {
      guard let texts, !texts.isEmpty else { return [] }
      return [
        Finding(
          code, .note, at: Finding.Place(sheet: sheet, row: fact.row),
          facts: [name: texts.joined(separator: "; ")])
      ]
    }
    return note(.unconfirmedLeft, "schools", fact.unconfirmed?.map { "\($0.school) (\($0.count))" })
      + note(.unconfirmedKept, "schools", fact.silent) + note(.tiesPassed, "programs", fact.pastTies)
  }
}
