import Admission
import TableSchema
import Tables

/// contract.md 4, Setup: what is unusual about a round's setup and stops nothing.
struct SetupNotes {
  private let round: Round
  private let plans: [ProgramPlan]
  private let hasVerified: Bool
  /// Rows of these kinds do not stand, and what they lack cannot be said.
  private let unsettled: Set<TableKind>
  private let rows: ProgramRows

  init(_ tables: RoundTables, _ plans: [ProgramPlan], _ rows: ProgramRows) {
    round = tables.round
    self.plans = plans
    hasVerified = tables.layers[.verified]?.isEmpty == false
    unsettled = Set([TableKind.scoring, .zones].filter { !tables.isWhole($0) })
    self.rows = rows
  }

  func findings(zones: [ZoneRow], schools: [Int32], recipeOf: [Int?], scored: Set<Int32>) -> [LocatedFinding]
  {
    ofRules() + phases() + quotas() + wishes() + zoned(zones, schools) + scoring(recipeOf, scored)
  }

  private func ofRules() -> [LocatedFinding] {
    var notes: [LocatedFinding] = []
    if round.method != .margin, !round.margins.isEmpty {
      notes.append(rows.finding(ofRound: .unusedMargins, .note, at: "margins"))
    }
    if round.tiePolicy != .lottery, !round.seed.isEmpty || !round.lotteryKey.isEmpty {
      notes.append(
        rows.finding(ofRound: .unusedSeed, .note, at: round.seed.isEmpty ? "lotteryKey" : "seed"))
    }
    if !round.verifiedOnly, hasVerified {
      notes.append(rows.finding(ofRound: .unusedVerified, .note, at: "verifiedOnly"))
    }
    return notes
  }

  /// Told at the first program after the first gap.
  private func phases() -> [LocatedFinding] {
    let phases = Set(plans.map(\.phase)).sorted()
    let skips = zip(phases, [0] + phases).first { $0.subtractingReportingOverflow($1).partialValue != 1 }
    guard let skips, let plan = plans.first(where: { $0.phase == skips.0 }) else { return [] }
    let facts = ["phases": phases.map(String.init).joined(separator: ", ")]
    return [rows.finding(.phasesSkip, .note, plan, at: "phase", facts)]
  }

  private func quotas() -> [LocatedFinding] {
    plans.filter { $0.quota == 0 }.map { rows.finding(.quotaZero, .note, $0, at: "quota") }
  }

  private func wishes() -> [LocatedFinding] {
    plans.compactMap { plan in
      let beyond = plan.wishes.filter { $0 > round.wishes }
      guard !beyond.isEmpty else { return nil }
      let facts = [
        "wishes": beyond.map(String.init).joined(separator: "; "), "maximum": String(round.wishes),
      ]
      return rows.finding(.wishesBeyond, .note, plan, at: "wishes", facts)
    }
  }

  private func zoned(_ zones: [ZoneRow], _ schools: [Int32]) -> [LocatedFinding] {
    guard !unsettled.contains(.zones) else { return [] }
    var whole: Set<Int32> = []
    var single: Set<Int32> = []
    for zone in zones {
      if let program = zone.program { single.insert(program) } else { whole.insert(zone.school) }
    }
    return plans.indices.filter { index in
      plans[index].zoned && !whole.contains(schools[index]) && !single.contains(Int32(index))
    }.map { rows.finding(.zonedWithoutRows, .note, plans[$0], at: "zoned") }
  }

  private func scoring(_ recipeOf: [Int?], _ scored: Set<Int32>) -> [LocatedFinding] {
    guard !plans.isEmpty, !unsettled.contains(.scoring) else { return [] }
    let without = plans.indices.filter { recipeOf[$0] == nil && !scored.contains(Int32($0)) }
    if without.count == plans.count { return [rows.finding(ofRound: .noScoring, .note, at: "round")] }
    return without.map { rows.finding(.noScoring, .note, plans[$0], at: "program") }
  }
}
