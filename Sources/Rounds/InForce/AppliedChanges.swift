import Tables

/// What a piece changed when it came in force, row by row.
struct AppliedChanges {
  /// By part of the piece: its rows that were not there before, and that were there with other content.
  private(set) var added: [[Int32]]
  private(set) var altered: [[Int32]]
  /// Rows that were there before, and no longer are.
  var removed = 0
  /// Of a piece that waited: its rows that are not in force, for newer ones are.
  var leftOut: [LeftOut] = []
  /// Of a part of a list: rows that were there before and that the whole list might have removed.
  var kept = 0

  /// A row by the part and its position there, and the newer one.
  struct LeftOut {
    var part: Int
    var position: Int
    var newer: SenderStore.Slot
  }

  /// Of a piece of so many parts; nothing yet.
  init(parts: Int) {
    added = Array(repeating: [], count: parts)
    altered = added
  }

  mutating func add(_ row: Int32, of part: Int, isNew: Bool) {
    if isNew { added[part].append(row) } else { altered[part].append(row) }
  }

  /// In numbers.
  var counts: Changes {
    Changes(
      added: added.reduce(0) { $0 + $1.count }, removed: removed, altered: altered.reduce(0) { $0 + $1.count }
    )
  }
}

/// The rows of one table that a file added or altered, by their numbers in the sheet, ascending.
struct ChangedRows: Hashable, Sendable {
  var added: [Int] = []
  var altered: [Int] = []

  /// Takes a row out, which is not in force after all.
  mutating func remove(_ row: Int, from changes: inout Changes) {
    if ChangedRows.remove(row, from: &added) { changes.added -= 1 }
    if ChangedRows.remove(row, from: &altered) { changes.altered -= 1 }
  }

  private static func remove(_ row: Int, from rows: inout [Int]) -> Bool {
    guard let index = rows.firstIndex(of: row) else { return false }
    rows.remove(at: index)
    return true
  }
}

extension PieceRows {
  /// Calls with each row that no error holds.
  func forEachGoodRow(_ body: (_ part: Int, _ row: Int32) -> Void) {
    for (part, member) in parts.enumerated() {
      for row in piece.parts[part].rows where !member.table.held[Int(row)] { body(part, row) }
    }
  }
}
