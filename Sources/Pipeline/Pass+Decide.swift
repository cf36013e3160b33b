import Ledger
import Rounds
import Wording

/// A round as this pass found it: decided, or known to come to the same as before.
struct Decision {
  var tables: RoundTables
  /// What was found.
  var findings: [LocatedFinding]
  var report: RoundReport
  /// Nil where it was not decided again: then nothing of it is to be published.
  var result: RoundResult?
  /// Nil where it cannot be kept.
  var inputs: String?

  init(_ tables: RoundTables, _ result: RoundResult, inputs: String?) {
    self.tables = tables
    self.result = result
    self.inputs = inputs
    findings = result.findings
    report = RoundReport(tables, result)
  }

  init(_ tables: RoundTables, kept: KeptDecision) {
    self.tables = tables
    findings = kept.findings
    report = RoundReport(
      code: tables.round.code, name: tables.round.name, state: tables.state,
      standing: kept.counts.map { .decided($0) } ?? .notReady)
  }
}

extension Pass {
  /// Decides every round of which anything has changed, or whose lists are still to be published.
  mutating func decideAll(_ standing: InForce) throws -> [Decision] {
    var decisions: [Decision] = []
    for (index, tables) in standing.rounds.enumerated() {
      try step(.deciding, index, standing.rounds.count)
      let inputs = tables.isPurged ? nil : RoundInputs.hash(of: tables, key: configuration.key)
      if let inputs, let kept = KeptDecision(tables.round.code, inputs: inputs, on: ledger.shelf),
        !isDue(kept, of: tables.round.code)
      {
        decisions.append(Decision(tables, kept: kept))
      } else {
        let result = workspace.decide(tables, configuration.schemas)
        decisions.append(Decision(tables, result, inputs: inputs))
      }
    }
    try step(.deciding, standing.rounds.count, standing.rounds.count)
    return decisions
  }

  /// Whether lists that were made before are not those that a unit has.
  private mutating func isDue(_ kept: KeptDecision, of round: String) -> Bool {
    for lists in kept.lists {
      let newest = chronicle.newest(unit: lists.unit, round: round, official: lists.official)
      if lists.digest == newest?.digest { continue }
      guard waits(behind: newest, official: lists.official, of: round) else { return true }
    }
    return false
  }
}
