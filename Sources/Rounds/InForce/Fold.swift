import TableSchema
import Tables

/// One fold of a history, while it is made.
struct Fold {
  let history: History
  let schemas: SchemaSet
  let timeline: RoundTimeline
  let knownRounds: [FactKey: String]
  let knownVerdicts: [FactKey: JudgedFacts.Judged]
  var newFacts = JudgedFacts()
  /// The tables of each arrival, with references judged as far as the fold has come.
  var tables: [[Table]]
  var reports: [ArrivalReport]
  /// The spelling of each round's code by its code in lower case.
  var spellings: [String: String] = [:]
  var rounds: [String: Round] = [:]
  /// All units of all rounds, and the department, by code in lower case.
  var registry: [String: Unit] = [:]
  var names: [String: RoundNames] = [:]
  /// Arrivals that only brought back what was lost of older ones.
  var onlyBringsBack: Set<Int> = []
  /// Those that wait to be carried out.
  var orders: [Order] = []
  /// What stops a round because nothing newer stands in the place of a table that was refused or waits.
  var refusedSetup: [String: [LocatedFinding]] = [:]
  /// Tables of setup that were sent, and that are refused or wait, by round and kind.
  var waitingSetup: [String: [TableKind: [Piece]]] = [:]
  /// By round: what stands of tables about people where something was replaced.
  var replaced: [String: [SenderStore]] = [:]
  /// What stands in force, by round and kind.
  var layers: [String: [TableKind: [Layer]]] = [:]

  init(_ history: History, _ schemas: SchemaSet) {
    self.history = history
    self.schemas = schemas
    timeline = RoundTimeline(history.events)
    knownRounds = Dictionary(
      history.facts.told.map { (FactKey(seq: $0.seq, kind: $0.kind, round: ""), $0.round) },
      uniquingKeysWith: { first, _ in first })
    knownVerdicts = Dictionary(
      history.facts.verdicts.map { (FactKey(seq: $0.seq, kind: $0.kind, round: $0.round), $0.judged) },
      uniquingKeysWith: { first, _ in first })
    tables = history.arrivals.map(\.tables)
    reports = history.arrivals.map { ArrivalReport(tables: $0.tables.count) }
    let department = history.settings.department
    registry[department.lowercased()] = Unit(code: department, name: "", role: .department)
  }

  /// The codes of the rounds, in order.
  var roundCodes: [String] { rounds.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Who sent an arrival; nil for a folder that is no unit's.
  func sender(_ arrival: Int) -> Unit? { registry[history.arrivals[arrival].unit.lowercased()] }

  /// The positions of the tables of a kind in an arrival.
  func tables(of kind: TableKind, in arrival: Int) -> [Int] {
    tables[arrival].indices.filter { tables[arrival][$0].kind == kind }
  }
}

/// What is known of one arrival's outcome.
struct ArrivalReport {
  var tables: [TableReport]
  /// What its rosters say twice of a child.
  var repeats: [Finding] = []
  /// What judging found in its sheets that gave no table.
  var ofRefused: [Finding] = []
  /// Some of its rows stand, or nothing newer stands in their place.
  var inForce = false
  var places: [ArrivalPlace] = []

  init(tables count: Int) { tables = Array(repeating: TableReport(), count: count) }

  struct TableReport {
    var rounds: [String] = []
    /// Those that it may be for, while it is not told.
    var candidates: [String] = []
    var fates: [Fate] = []
    var findings: [Finding] = []
    /// Of all tables of its kind, on the first.
    var changes = Changes()
    /// Of this table alone.
    var changedRows = ChangedRows()
  }

  enum Fate { case taken, pending, refused }
}

extension Fold {
  /// Notes what became of some tables of an arrival, and why.
  mutating func report(
    _ arrival: Int, _ tables: [Int], _ fate: ArrivalReport.Fate, round: String? = nil,
    _ code: FindingCode? = nil, _ severity: Finding.Severity = .error, value: String = "",
    facts: [String: String] = [:]
  ) {
    for table in tables {
      var report = reports[arrival].tables[table]
      report.fates.append(fate)
      if let round, !report.rounds.contains(round) { report.rounds.append(round) }
      if let code {
        let place = Finding.Place(sheet: self.tables[arrival][table].sheet)
        report.findings.append(Finding(code, severity, at: place, value: value, facts: facts))
      }
      reports[arrival].tables[table] = report
    }
  }
}
