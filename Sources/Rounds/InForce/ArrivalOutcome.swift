public import Tables

/// What became of one arrival, as its receipt says it (contract.md 5).
public struct ArrivalOutcome: Sendable {
  /// The arrival.
  public var seq: Int
  /// As the receipt's name says it.
  public var result: Result
  /// The codes of the rounds that its tables are for, in order.
  public var rounds: [String]
  /// One for each table of the arrival, in its order.
  public var tables: [TableOutcome]
  /// Everything that was found, the tables' findings included.
  public var findings: [Finding]
  /// Of all its tables together.
  public var changes: Changes
  /// Nothing newer stands in its place: a changed outcome is worth telling again.
  public var inForce: Bool

  /// The word in the receipt's name.
  public enum Result: String, Hashable, Sendable, CaseIterable {
    /// `nhan`.
    case taken
    /// `nhan-mot-phan`.
    case partly
    /// `cho-xac-nhan`.
    case pending
    /// `tu-choi`.
    case refused
  }
}

/// What became of one table.
public struct TableOutcome: Hashable, Sendable {
  /// What it is about.
  public var kind: TableKind
  /// Empty for a CSV.
  public var sheet: String
  /// All its rows.
  public var rows: Int
  /// Rows that are used; 0 where the table is held or refused as a whole.
  public var accepted: Int
  /// Rows with an error.
  public var held: Int
  /// Of this table alone.
  public var result: ArrivalOutcome.Result
}

/// What a file changed, in people for a table about persons, else in rows.
public struct Changes: Hashable, Sendable {
  /// Not there before.
  public var added = 0
  /// There before, and no longer.
  public var removed = 0
  /// There before with other content.
  public var altered = 0

  /// Whether there is anything to tell.
  public var isAny: Bool { added + removed + altered > 0 }

  static func += (a: inout Changes, b: Changes) {
    a.added += b.added
    a.removed += b.removed
    a.altered += b.altered
  }
}
