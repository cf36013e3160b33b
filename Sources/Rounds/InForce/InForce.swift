public import TableSchema
import Tables

/// What stands in force after everything that was sent and has happened.
public struct InForce: Sendable {
  /// Everyone with a folder, the department included, by code.
  public var units: [String: Unit]
  /// In the order of their codes.
  public var rounds: [RoundTables]
  /// By code in lower case: rounds that somebody declared, and that do not stand because the row has an
  /// error. The first error of the newest row.
  public var heldRounds: [String: LocatedFinding]
  /// One for each arrival, in the order of the history.
  public var outcomes: [ArrivalOutcome]
  /// What this fold judged for the first time: to be journalled, and given back in every later fold.
  public var newFacts: JudgedFacts
  /// Orders that wait to be carried out, by seq and row. Each ends as an ``JudgedFacts/OrderFact``.
  public var ordersToDo: [Order]
  /// Orders of rounds that are withheld: they are carried out when what is lost is there again.
  public internal(set) var ordersWaiting: [Order] = []
  /// Rounds that the day closes after this pass's files: to be journalled.
  public var closings: [RoundEvent]
  /// The folders that people need, by unit.
  public var foldersWanted: [UnitFolders]
  /// Rounds that need a content that is lost (``withhold(_:)``).
  public internal(set) var withheld: Set<String> = []
}

/// The round folders of one unit.
public struct UnitFolders: Hashable, Codable, Sendable {
  /// Its code.
  public var unit: String
  /// Codes, in order.
  public var rounds: [String]

  /// A unit, and the rounds that it has to do with.
  public init(unit: String, rounds: [String]) {
    self.unit = unit
    self.rounds = rounds
  }
}

/// Folds a history (contract.md 2 to 4): a function of its arguments alone, so
/// that the same history gives the same state on every machine.
///
/// Kinds are folded in the order in which they refer to one another; within a
/// kind each sender's tables for each round replace one another in the order of
/// arrival. References are judged with the setup that stands at the end.
public func standing(_ history: History, schemas: SchemaSet) -> InForce {
  var fold = Fold(history, schemas)
  fold.spellRounds()
  fold.fold(.rounds)
  fold.takeRounds()
  // Units name their authorities, and priorities the programs that name them: their codes come first.
  fold.takeUnits(from: fold.trial(.units))
  fold.fold(.units)
  fold.takeUnits(from: fold.layers)
  fold.takePriorities(from: fold.trial(.priorities))
  fold.fold(.programs)
  fold.takePrograms()
  fold.fold(.priorities)
  fold.takePriorities(from: fold.layers)
  fold.fold(.conversions)
  fold.takeConversions()
  fold.fold(.zones)
  fold.takeZones()
  fold.fold(.documents)
  fold.takeDocuments()
  fold.fold(.forms)
  fold.takeForms()
  for kind in TableKind.allCases where !Fold.namingKinds.contains(kind) { fold.fold(kind) }
  fold.tellNamedBefore()
  fold.judgeRefused()
  fold.reportUnheard()
  return fold.standing()
}

extension Fold {
  /// Tables by whose names others are judged; they are folded before them.
  static let namingKinds: [TableKind] = [
    .rounds, .units, .priorities, .programs, .conversions, .zones, .documents, .forms,
  ]

  /// What one kind would come to as things are known now.
  func trial(_ kind: TableKind) -> [String: [TableKind: [Layer]]] {
    var trial = self
    trial.fold(kind)
    return trial.layers
  }

  /// The state at the end.
  mutating func standing() -> InForce {
    let closings = closings()
    var units: [String: Unit] = [:]
    for unit in registry.values { units[unit.code] = unit }
    return InForce(
      units: units, rounds: roundCodes.compactMap { roundTables($0) }, heldRounds: heldRounds(),
      outcomes: history.arrivals.indices.map { outcome($0) }, newFacts: newFacts,
      ordersToDo: orders.sorted { $0.place < $1.place }, closings: closings, foldersWanted: foldersWanted())
  }

  private func roundTables(_ code: String) -> RoundTables? {
    guard let round = rounds[code], let names = names[code] else { return nil }
    var tables = RoundTables(round: round, units: names.units, department: history.settings.department)
    tables.layers = layers[code] ?? [:]
    tables.refusedSetup = refusedSetup[code] ?? []
    tables.programs = programs(of: code)
    tables.state = timeline.state(of: code)
    tables.fixed = Set(timeline.fixed(of: code))
    tables.approvals = timeline.approvals(of: code)
    tables.settled = settled(round)
    tables.record = history.records[code]
    tables.isPurged = tables.state.isOfficial && history.purgedRounds.contains(code)
    tables.wasReopened = tables.record != nil && timeline.wasReopened(code)
    if !tables.wasReopened { tables.settled.turnedAway = [:] }
    tables.listed = timeline.listed(code).map(Set.init) ?? Set(tables.admittingSchools())
    if round.afterPublication == .keep || !timeline.hasReopened(code, since: \.fixesClasses) {
      tables.fixedClasses = history.fixedClasses[code] ?? [:]
    }
    if let schema = schemas[.rounds] { tables.seedIsOpen = seed(of: code, schema).isOpen }
    return tables
  }

  /// What of the newest record counts: after `mở lại` who is kept, unless all is decided anew.
  private func settled(_ round: Round) -> Settled {
    guard let record = history.records[round.code] else { return Settled() }
    let keeps = round.afterPublication == .keep
    // Who did not take its place does not compete for it again, unless its school takes that back (``Leaving``).
    let last = record.settled.supplement?.left ?? record.settled.left
    let refused = last.filter { $0.value != .unconfirmed }
    if timeline.hasReopened(round.code, since: \.isRecord) {
      return keeps ? kept(record.admitted, refused, record) : Settled()
    }
    guard timeline.hasReopenedSchools(round.code) else { return record.settled }
    let fixed = Set(timeline.fixed(of: round.code))
    let kept = record.admitted.filter { keeps || fixed.contains(schoolCode(ofPath: $0.value)) }
    return self.kept(kept, refused, record)
  }

  private func kept(
    _ places: SchoolPlaces, _ left: [PersonKey: LeavingReason], _ record: RoundRecord
  ) -> Settled {
    var settled = Settled(kept: places, left: left)
    settled.seats = record.settled.seats
    settled.leftAt = record.settled.supplement?.leftAt ?? record.settled.leftAt
    settled.turnedAway = record.settled.turnedAway
    return settled
  }

  private func foldersWanted() -> [UnitFolders] {
    var rounds: [String: [String]] = [history.settings.department: []]
    for code in roundCodes {
      rounds[history.settings.department]?.append(code)
      for unit in names[code]?.units.keys.sorted() ?? [] where unit != history.settings.department {
        rounds[unit, default: []].append(code)
      }
    }
    return rounds.keys.sorted().map { UnitFolders(unit: $0, rounds: rounds[$0] ?? []) }
  }
}
