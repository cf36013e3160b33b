import TableSchema
import Tables

extension Fold {
  /// Who names a child by a number that nobody knows, in the place of a row with one that a roster knows, is told
  /// which that was. It is a note alone: nobody can say that both are one child.
  mutating func tellNamedBefore() {
    for (round, stores) in replaced.sorted(by: { $0.key < $1.key }) {
      var numbers = NumbersInForce(layers[round] ?? [:])
      for store in stores { tellNamedBefore(store, &numbers) }
    }
  }

  private mutating func tellNamedBefore(_ store: SenderStore, _ numbers: inout NumbersInForce) {
    var (keys, olderKeys): ([IdKey], [IdKey]) = ([], [])
    for piece in store.standing where piece.alive > 0 {
      let (arrival, parts) = (piece.rows.piece.arrival, piece.rows.piece.parts)
      guard let sender = sender(arrival) else { continue }
      for (part, member) in piece.rows.parts.enumerated() {
        let (own, columns) = (layer(arrival, member.table, sender), PersonColumns(member.table))
        let child = SameChild(member.table, prefix: "check:")
        for row in piece.rowsInForce(part) where !member.table.held[Int(row)] {
          member.identity.keys(Int(row), into: &keys)
          var isTold = false
          store.forEachStanding(keys, areGone: true) { slot in
            let (other, olderRow) = (store.standing[Int(slot.piece)].rows, store.row(slot))
            let older = other.parts[Int(slot.part)]
            older.identity.keys(olderRow, into: &olderKeys)
            // Most rows give again what the older one gave.
            guard !isTold, !olderKeys.allSatisfy(store.stands), !older.table.held[olderRow],
              !columns.keys(Int(row)).contains(where: { numbers.known.contains($0) }),
              child.difference(Int(row), from: SameChild(older.table, prefix: "check:"), olderRow) == nil
            else { return }
            // Which number that was is for whoever sent it to look up, with the child's name.
            isTold = zip(olderKeys, PersonColumns(older.table).keys(olderRow)).contains {
              !store.stands($0) && numbers.listed.contains($1)
            }
            guard isTold else { return }
            let facts = layer(other.piece.arrival, older.table, sender).named(olderRow, to: own)
            let located = own.finding(.namedBefore, .note, row: row, facts: facts)
            reports[arrival].tables[parts[part].table].findings.append(located.finding)
          }
        }
      }
    }
  }
}

/// The numbers by which children are known in a round, gathered when somebody asks.
private struct NumbersInForce {
  private let layers: [TableKind: [Layer]]
  /// Of rosters.
  private(set) lazy var listed = numbers(of: .roster)
  /// Marks may tell whose a number is that no roster has.
  private(set) lazy var known = listed.union(numbers(of: .scores))

  init(_ layers: [TableKind: [Layer]]) { self.layers = layers }

  private func numbers(of kind: TableKind) -> Set<IdKey> {
    var numbers: Set<IdKey> = []
    for layer in layers[kind] ?? [] {
      let columns = PersonColumns(layer.table)
      for row in layer.rows { numbers.formUnion(columns.keys(Int(row))) }
    }
    return numbers
  }
}

extension PersonColumns {
  /// What stands for the identifiers of a row in whatever table, in the order of its keys.
  fileprivate func keys(_ row: Int) -> [IdKey] {
    (0..<Identifiers.kinds).compactMap { kind in
      let text = text(kind, row)
      return text.isEmpty ? nil : IdKey(identifier: text, type: UInt8(kind + 1))
    }
  }
}
