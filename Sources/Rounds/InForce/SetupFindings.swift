import TableSchema
import Tables

/// What a note ``FindingCode/setupUnusual``, or an error ``FindingCode/setup``, is about: its fact `reason`.
public enum SetupConcern: String, Sendable, CaseIterable {
  /// A given cut-off is missing for a wish that the program takes. Facts: program, wish.
  case cutoffMissing = "cutoff-missing"
  /// Margins, and a method without them.
  case unusedMargins = "unused-margins"
  /// A seed or a lottery key, and no lottery.
  case unusedSeed = "unused-seed"
  /// Another seed was given first, and stands until `mở lại`.
  case seedStands = "seed-stands"
  /// No program of a phase below one that is used. Facts: phase.
  case phaseGap = "phase-gap"
  /// Nobody can be admitted. Facts: program.
  case quotaZero = "quota-zero"
  /// A zoned program that no zone names: nobody is eligible. Facts: program.
  case zonesMissing = "zones-missing"
  /// Everyone's score is 0.
  case noScoring = "no-scoring"
}

/// Finds what is wrong, or unusual, with the setup of a round (contract.md 4, Setup).
struct SetupInspection {
  let tables: RoundTables
  let schemas: SchemaSet
  private(set) var findings: [(file: String, finding: Finding)] = []

  init(_ tables: RoundTables, _ schemas: SchemaSet) {
    self.tables = tables
    self.schemas = schemas
    holdErrors()
    inspectRound()
    inspectPrograms()
    if tables.round.method == .given { inspectCutoffs() }
  }

  /// The kinds whose held rows stop the round.
  static let kinds: [TableKind] = [
    .rounds, .units, .scoring, .conversions, .priorities, .tieBreaks, .cutoffs, .programs, .zones,
  ]

  private mutating func holdErrors() {
    for kind in SetupInspection.kinds {
      for layer in tables.layers[kind] ?? [] {
        let rows = Set(layer.rows.map { Int(layer.table.rowNumbers[Int($0)]) })
        for finding in layer.table.findings
        where finding.severity == .error && rows.contains(finding.place.row) {
          findings.append((layer.file, finding))
        }
      }
    }
  }

  private mutating func inspectRound() {
    let round = tables.round
    guard let layer = tables.layers[.rounds]?.last, let row = layer.rows.last else { return }
    if !round.margins.isEmpty, round.method != .margin { note(.unusedMargins, layer, row, "margins") }
    if round.tiePolicy != .lottery {
      for key in ["lotteryKey", "seed"] where !layer.table.text(key, Int(row)).isEmpty {
        note(.unusedSeed, layer, row, key)
      }
    }
    let seed = layer.table.text("seed", Int(row))
    if !seed.isEmpty, seed != round.seed { note(.seedStands, layer, row, "seed") }
    if (tables.layers[.scoring] ?? []).isEmpty, (tables.layers[.programScores] ?? []).isEmpty,
      !tables.programs.isEmpty
    {
      note(.noScoring, layer, row, "round")
    }
  }

  private mutating func inspectPrograms() {
    let phases = Set(tables.programs.map(\.phase))
    for plan in tables.programs {
      guard let (layer, row) = declaration(of: plan) else { continue }
      if plan.quota == 0 { note(.quotaZero, layer, row, "quota", ["program": plan.path]) }
      if plan.zoned, !isZoned(plan) { note(.zonesMissing, layer, row, "zoned", ["program": plan.path]) }
    }
    for phase in phases.sorted() where phase > 1 && !phases.contains(phase - 1) {
      guard let plan = tables.programs.first(where: { $0.phase == phase }),
        let (layer, row) = declaration(of: plan)
      else { continue }
      note(.phaseGap, layer, row, "phase", ["phase": String(phase)])
    }
  }

  private func isZoned(_ plan: ProgramPlan) -> Bool {
    (tables.layers[.zones] ?? []).contains { layer in
      layer.goodRows.contains { row in
        let program = layer.table.text("program", Int(row))
        return layer.table.text("school", Int(row)) == plan.school
          && (program.isEmpty || program == plan.program)
      }
    }
  }

  private mutating func inspectCutoffs() {
    var given: Set<String> = []
    for layer in tables.layers[.cutoffs] ?? [] {
      for row in layer.goodRows {
        let wish = layer.table.number("wish", Int(row)).map { String($0) } ?? ""
        given.insert(
          layer.table.text("school", Int(row)) + "/" + layer.table.text("program", Int(row)) + "/" + wish)
      }
    }
    for plan in tables.programs {
      let wishes = plan.wishes.isEmpty ? Array(1...max(1, tables.round.wishes)) : plan.wishes
      for wish in wishes where wish <= tables.round.wishes && !given.contains(plan.path + "/" + String(wish)) {
        guard let (layer, row) = declaration(of: plan) else { continue }
        add(
          .setup, .error, .cutoffMissing, layer, row, "wishes", ["program": plan.path, "wish": String(wish)])
      }
    }
  }

  /// The row that declares a program.
  private func declaration(of plan: ProgramPlan) -> (Layer, Int32)? {
    for layer in (tables.layers[.programs] ?? []).reversed() {
      for row in layer.goodRows
      where layer.table.text("school", Int(row)) == plan.school
        && layer.table.text("program", Int(row)) == plan.program
      {
        return (layer, row)
      }
    }
    return nil
  }

  private mutating func note(
    _ reason: SetupConcern, _ layer: Layer, _ row: Int32, _ key: String, _ facts: [String: String] = [:]
  ) {
    add(.setupUnusual, .note, reason, layer, row, key, facts)
  }

  private mutating func add(
    _ code: FindingCode, _ severity: Finding.Severity, _ reason: SetupConcern, _ layer: Layer, _ row: Int32,
    _ key: String, _ facts: [String: String]
  ) {
    let column = layer.table.column(key)
    let place = Finding.Place(
      sheet: layer.table.sheet, row: Int(layer.table.rowNumbers[Int(row)]), column: column?.sheetColumn ?? -1,
      label: column?.label ?? key)
    var facts = facts
    facts["reason"] = reason.rawValue
    findings.append(
      (layer.file, Finding(code, severity, at: place, value: layer.table.text(key, Int(row)), facts: facts)))
  }
}
