public import Tables

/// What became of one arrival, as its receipt says it (contract.md 5).
public struct ArrivalOutcome: Sendable {
  /// The arrival.
  public var seq: Int
  /// As the receipt's name says it.
  public var result: Result
  /// The codes of the rounds that its tables are for, in order.
  public var rounds: [String]
  /// The same, and while it waits for its round to be told, those that it may be for.
  public var mayBeFor: [String]
  /// One for each table of the arrival, in its order.
  public var tables: [TableOutcome]
  /// Everything that was found, the tables' findings included.
  public var findings: [Finding]
  /// Nothing newer stands in its place: a changed outcome is worth telling again.
  public var inForce: Bool
  /// Where its rows belong.
  public var places: [ArrivalPlace] = []
  /// Rounds stand by rows of it that newer ones have replaced: theirs have errors.
  var isStillDeclaring = false

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

extension ArrivalOutcome {
  /// It was in force, and newer arrivals stand in the place of all of it. What was refused or waits may stand yet.
  public var isOvertaken: Bool {
    !inForce && !isStillDeclaring && (result == .taken || result == .partly) && !tables.isEmpty
  }

  /// Adds what was found when rows were held against one another. A row with an error is held, whoever finds it:
  /// so is its table in part.
  public mutating func add(_ later: [Finding]) {
    var known = Set(findings)
    let count = findings.count
    for finding in later where known.insert(finding).inserted {
      if finding.severity == .error, finding.place.row > 0 { hold(finding.place) }
      findings.append(finding)
    }
    if findings.count > count { putInOrder() }
    if result == .taken, tables.contains(where: { $0.result == .partly }) { result = .partly }
  }

  /// What is about the file, then sheet by sheet what is about the table and its rows.
  private mutating func putInOrder() {
    let sheets = Dictionary(
      tables.enumerated().map { ($1.sheet, $0) }, uniquingKeysWith: { first, _ in first })
    let places = findings.map { (sheets[$0.place.sheet] ?? -1, $0.place.row, $0.place.column) }
    let order = findings.indices.sorted { first, second in
      let (a, b) = (places[first], places[second])
      return (a.0, a.1, a.2, first) < (b.0, b.1, b.2, second)
    }
    findings = order.map { findings[$0] }
  }

  private mutating func hold(_ place: Finding.Place) {
    let isHeld = findings.contains {
      $0.severity == .error && $0.place.row == place.row && $0.place.sheet == place.sheet
    }
    guard !isHeld, let table = tables.firstIndex(where: { $0.sheet == place.sheet && $0.rows > $0.held })
    else { return }
    tables[table].held += 1
    guard tables[table].accepted > 0 else { return }
    tables[table].accepted -= 1
    tables[table].result = .partly
    guard let first = tables.firstIndex(where: { $0.kind == tables[table].kind }) else { return }
    var changes = tables[first].changes
    tables[table].changedRows.remove(place.row, from: &changes)
    tables[first].changes = changes
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
  /// Of all tables of its kind in the file, on the first of them.
  public var changes = Changes()
  /// Of this table alone.
  var changedRows = ChangedRows()
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
