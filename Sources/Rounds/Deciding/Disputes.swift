import TableSchema
import Tables

/// Applications of several senders with the same wishes that say different things of the child.
extension Merging {
  private struct Dispute {
    var key: String
    /// Who is admitted may depend on it.
    var decides: Bool
  }

  /// The round's rule tells which of them stands, as where their wishes differ. Where it tells none, the
  /// child is held, if who is admitted may depend on it; otherwise their senders know which one stands.
  mutating func settle(_ live: [Int32], among all: [Int32], _ standing: inout PersonStanding) {
    guard live.count > 1 else { return }
    let own = all.filter { traits($0).contains(.own) && !traits($0).contains(.held) }
    let disputes = live.compactMap { row in
      dispute(of: row, in: live, own).map { (row: row, dispute: $0.dispute, other: $0.other) }
    }
    let disputed = disputes.map(\.row)
    guard let first = disputed.first else { return }
    let candidates = decisive(live)
    if let decided = candidates.first, dispute(of: decided, in: candidates, own) == nil {
      standing.application = decided
      tell(disputed.contains(decided) ? disputed : disputed + [decided], standing: decided)
      return
    }
    guard disputes.contains(where: \.dispute.decides) else {
      let decided = disputed.contains(standing.application) ? standing.application : first
      standing.application = decided
      tell(disputed, standing: decided)
      return
    }
    hold(&standing, .repeatedRow)
    for (row, dispute, other) in disputes {
      report(row, .duplicateRow, dispute.decides ? .error : .note, key: dispute.key, other: other)
    }
  }

  /// What a row says otherwise than one of another sender: the gravest, of the first such row.
  private func dispute(of row: Int32, in live: [Int32], _ own: [Int32]) -> (dispute: Dispute, other: Int32)? {
    var found: (dispute: Dispute, other: Int32)?
    for other in live where other != row && sender(other) != sender(row) {
      guard let dispute = dispute(row, other, own) else { continue }
      if dispute.decides { return (dispute, other) }
      found = found ?? (dispute, other)
    }
    return found
  }

  /// What applications of other senders say otherwise than the source school's own record is not used: they are told.
  mutating func tellOverruled(_ all: [Int32], _ standing: PersonStanding) {
    let record = standing.record
    guard traits(record).contains(.own) else { return }
    for row in all where traits(row).contains(.wishes) && !traits(row).contains(.withdrawn) {
      guard sender(row) != sender(record) else { continue }
      let columns = decisiveColumns(row, record)
      guard
        let overruled = columns.first(where: {
          $0.record.contradicts(tableRow(record), $0.application, tableRow(row))
        })
      else { continue }
      report(row, .overruled, .note, key: overruled.application.key, other: record)
    }
  }

  private mutating func decisiveColumns(_ row: Int32, _ record: Int32) -> [(
    application: Column, record: Column
  )] {
    let layers = [Int(rows.refs[Int(row)].layer), Int(rows.refs[Int(record)].layer)]
    if let known = decisiveColumns[layers] { return known }
    let columns = layer(row).table.columns.compactMap { column in
      CohortColumn.decides(column.key) == true
        ? layer(record).table.column(column.key).map { (application: column, record: $0) } : nil
    }
    decisiveColumns[layers] = columns
    return columns
  }

  private func dispute(_ row: Int32, _ other: Int32, _ own: [Int32]) -> Dispute? {
    let otherTable = layer(other).table
    var found: Dispute?
    for column in layer(row).table.columns {
      guard let decides = CohortColumn.decides(column.key), found == nil || decides,
        otherTable.column(column.key)?.contradicts(tableRow(other), column, tableRow(row)) == true
      else { continue }
      // What the source school says stands, whatever applications say.
      let isSettled = own.contains { record in
        layer(record).table.column(column.key)?.texts.isBlank(tableRow(record)) == false
      }
      if isSettled, CohortColumn.isOfRecord(column.key) { continue }
      if decides { return Dispute(key: column.key, decides: true) }
      found = Dispute(key: column.key, decides: false)
    }
    return found
  }
}

extension CohortColumn {
  /// Whether who is admitted may depend on a column that two applications fill differently; nil for what
  /// they may say otherwise, or what is judged elsewhere.
  fileprivate static func decides(_ key: String) -> Bool? {
    if isSaidAgain(key) || SameChild.keys.contains(key) { return nil }
    // Only a source school's counts; and what is compared alone, or beside a first column.
    if key == "route" || key == "round" || key.contains(":") { return nil }
    if ["ethnicity", "birthPlace", "sourceSchool", "sourceClass", "policy", "disability"].contains(key) {
      return false
    }
    return isOfRecord(key)
  }
}
