import TableSchema
import Tables

/// A row of an orders table that waits to be carried out.
public struct Order: Hashable, Sendable {
  /// Its code.
  public var round: String
  /// What is to be done.
  public var kind: Kind
  /// Of a lottery.
  public var seed: String
  /// `chốt` may go ahead though people are held.
  public var acceptHeld: Bool
  /// The arrival.
  public var seq: Int
  /// The table's position in its file, and the sheet row.
  public var table: Int
  /// See ``table``.
  public var row: Int

  /// The words of tables.md, orders, as the schema file calls them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case close, lottery, finalize, reopen
  }
}

/// Why an order is not carried out: the fact `reason` of ``FindingCode/orderRefused``.
public enum OrderRefusal: String, Hashable, Sendable, CaseIterable {
  /// `khóa nhận hồ sơ` of a round that is not open.
  case alreadyClosed = "already-closed"
  /// `chốt` of a finalized round.
  case alreadyFinalized = "already-finalized"
  /// `mở lại` of an open round.
  case notClosed = "not-closed"
  /// Another seed stands until `mở lại`.
  case seedStands = "seed-stands"
  /// A lottery without a seed.
  case seedMissing = "seed-missing"
  /// `chốt` of a round without programs or applicants.
  case notReady = "not-ready"
  /// `chốt` of a round that its setup stops.
  case setupStopped = "setup-stopped"
  /// `chốt` of a result that breaks a property.
  case propertyViolated = "property-violated"
  /// `chốt` while people are held, and nobody accepted it.
  case peopleHeld = "people-held"
  /// `chốt` while a file that came before it is not settled.
  case settling
}

extension RoundTables {
  /// Why an order cannot be carried out in the state in which the round is; nil if it can.
  public func refusal(of order: Order) -> OrderRefusal? {
    switch order.kind {
    case .close: state == .open ? nil : .alreadyClosed
    case .finalize: state == .finalized ? .alreadyFinalized : nil
    case .reopen: state == .open ? .notClosed : nil
    case .lottery:
      if order.seed.isEmpty {
        .seedMissing
      } else {
        seedIsOpen || round.seed == order.seed ? nil : .seedStands
      }
    }
  }
}

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
      guard let reason = fact.refusal else { return }
      tables[piece.arrival][position].held[row] = true
      tables[piece.arrival][position].findings.append(
        Finding(
          .orderRefused, .error, at: Finding.Place(sheet: table.sheet, row: number),
          value: table.text("order", row), facts: ["reason": reason]))
      return
    }
    let reader = RowReader(schema: schema, table: table, row: row)
    guard !table.held[row], let kind = reader.choice("order").flatMap({ Order.Kind(rawValue: $0) }) else {
      return
    }
    orders.append(
      Order(
        round: piece.round, kind: kind, seed: reader.text("seed"), acceptHeld: reader.flag("acceptHeld"),
        seq: seq, table: position, row: number))
  }
}
