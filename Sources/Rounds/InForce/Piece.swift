import Tables

/// The rows for one round of all tables of one kind in one file: what replaces, and is replaced, at once.
struct Piece {
  /// The arrival's position in the history.
  var arrival: Int
  var kind: TableKind
  var round: String
  var mode: Arrival.Mode
  var parts: [Part]
  /// Too many of the table's rows are held: it never comes in force.
  var refused: Bool
  /// Another sheet that may hold rows of the same kind was not read: who is not named here may be named there.
  var isPartial = false

  /// The rows of one sheet.
  struct Part {
    /// The table's position in its file.
    var table: Int
    var rows: [Int32]
  }

  var rowCount: Int { parts.reduce(0) { $0 + $1.rows.count } }
}

/// The kind of one sender's tables for one round: the ground on which newer files replace older ones.
struct StoreKey: Hashable, Comparable {
  var kind: TableKind
  var sender: String
  var round: String

  static func < (a: StoreKey, b: StoreKey) -> Bool {
    (a.kind, a.round, a.sender) < (b.kind, b.round, b.sender)
  }
}
