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
      if let silent = fact.silent, !silent.isEmpty {
        tables[piece.arrival][position].findings.append(
          Finding(
            .unconfirmedKept, .note, at: Finding.Place(sheet: table.sheet, row: number),
            facts: ["schools": silent.joined(separator: "; ")]))
      }
      if let programs = fact.pastTies, !programs.isEmpty {
        tables[piece.arrival][position].findings.append(
          Finding(
            .tiesPassed, .note, at: Finding.Place(sheet: table.sheet, row: number),
            facts: ["programs": programs.joined(separator: "; ")]))
      }
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
}
