import Tables

extension Fold {
  /// Who names a child by a number that nobody knows, in the place of a row with one that a roster knows, is told
  /// which that was. It is a note alone: nobody can say that both are one child.
  mutating func tellNamedBefore() {
    for (round, stores) in replaced.sorted(by: { $0.key < $1.key }) {
      let listed = numbers(of: layers[round]?[.roster] ?? [])
      // Marks may tell whose a number is that no roster has.
      let known = listed.union(numbers(of: layers[round]?[.scores] ?? []))
      for store in stores { tellNamedBefore(store, listed, known) }
    }
  }

  private mutating func tellNamedBefore(_ store: SenderStore, _ listed: Set<IdKey>, _ known: Set<IdKey>) {
    var (keys, olderKeys): ([IdKey], [IdKey]) = ([], [])
    for piece in store.standing where piece.alive > 0 {
      let (arrival, parts) = (piece.rows.piece.arrival, piece.rows.piece.parts)
      guard let sender = sender(arrival) else { continue }
      for (part, member) in piece.rows.parts.enumerated() {
        let (own, columns) = (layer(arrival, member.table, sender), PersonColumns(member.table))
        let child = SameChild(member.table, prefix: "check:")
        for row in piece.rowsInForce(part) where !member.table.held[Int(row)] {
          if columns.keys(Int(row)).contains(where: known.contains) { continue }
          member.identity.keys(Int(row), into: &keys)
          var isTold = false
          store.forEachStanding(keys, areGone: true) { slot in
            let (other, olderRow) = (store.standing[Int(slot.piece)].rows, store.row(slot))
            let older = other.parts[Int(slot.part)]
            let olderChild = SameChild(older.table, prefix: "check:")
            guard !isTold, !older.table.held[olderRow],
              child.difference(Int(row), from: olderChild, olderRow) == nil
            else { return }
            older.identity.keys(olderRow, into: &olderKeys)
            // Which number that was is for whoever sent it to look up, with the child's name.
            isTold = zip(olderKeys, PersonColumns(older.table).keys(olderRow)).contains {
              listed.contains($1) && !store.stands($0)
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

  private func numbers(of layers: [Layer]) -> Set<IdKey> {
    var numbers: Set<IdKey> = []
    for layer in layers {
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
