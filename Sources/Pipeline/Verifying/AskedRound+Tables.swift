import Audit
import Rounds
import TableSchema
import Tables

extension AskedRound {
  /// The tables in force of a round, handed over as they stand: for the second decision, which reads
  /// them itself.
  init(_ tables: RoundTables, schemas: SchemaSet) {
    let round = tables.round
    self.init(
      method: PublishedRules.Method(rawValue: round.method.rawValue) ?? .simultaneous,
      tiePolicy: PublishedRules.TiePolicy(rawValue: round.tiePolicy.rawValue) ?? .council)
    margins = round.margins
    priorityCap = round.priorityCap
    lotteryKey = round.lotteryKey
    seed = round.seed
    duplicates =
      switch round.duplicates {
      case .lastSubmitted: .lastSubmitted
      case .sourceSchool: .sourceSchool
      case .portal: .portal
      case .hold: .hold
      }
    programs = tables.programs.map(AskedRound.Program.init)
    for (kind, layers) in tables.layers {
      let choices = schemas[kind].map(AskedRound.choices) ?? [:]
      self.tables[kind.rawValue] = layers.map { layer in
        TableInForce(
          sender: layer.sender, role: layer.role.rawValue, table: layer.table, rows: layer.rows,
          choices: choices)
      }
    }
    rosterColumns = schemas[.roster].map(AskedRound.columns) ?? []
    verifiedOnly = round.verifiedOnly
    for unit in tables.units.values { parents[unit.code.lowercased()] = unit.parent.lowercased() }
    isFinal = tables.state.isOfficial
    kept = AskedRound.byIds(tables.settled.kept)
    keptSeats = AskedRound.byIds(tables.settled.seats)
    left = Set(tables.settled.left.keys.map(\.ids))
    leftAt = AskedRound.byIds(
      tables.settled.leftAt.filter { [.declined, .absent].contains(tables.settled.left[$0.key]) })
    fixedSchools = tables.fixed
    declined = AskedRound.byIds(tables.settled.declined)
    absent = AskedRound.byIds(tables.settled.absent)
    supplement = tables.settled.supplement.map { supplement in
      var children = Supplement(
        kept: AskedRound.byIds(supplement.kept), left: Set(supplement.left.keys.map(\.ids)),
        waiting: AskedRound.byIds(supplement.waiting))
      children.refused = AskedRound.byIds(
        supplement.leftAt.filter { supplement.left[$0.key] != .unconfirmed })
      children.awaited = AskedRound.byIds(supplement.awaited)
      children.tied = AskedRound.byIds(supplement.tied.mapValues { (out: $0.out, stay: $0.in) })
      children.tiedSeats = AskedRound.byIds(
        supplement.tied.mapValues { (out: $0.outSeat, stay: $0.inSeat) })
      return children
    }
  }

  private static func byIds<Value>(_ values: [PersonKey: Value]) -> [[String]: Value] {
    Dictionary(values.map { ($0.key.ids, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func choices(_ schema: Schema) -> [String: [String]] {
    let fields = schema.fields.filter { $0.numbered == 0 && !$0.choices.isEmpty }
    return Dictionary(
      fields.map { ($0.name, $0.choices.map(\.value)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func columns(_ schema: Schema) -> [RosterColumn] {
    schema.fields.filter { $0.use == .stored }.flatMap { field in
      (field.numbered == 0 ? [0] : Array(1...field.numbered)).map { number in
        RosterColumn(
          key: field.key(number), type: field.type,
          labels: [field.label(number)] + field.aliases.map { field.spelled($0, number: number) },
          words: field.choices.map { $0.words.first ?? $0.value })
      }
    }
  }
}

extension AskedRound.Program {
  fileprivate init(_ plan: ProgramPlan) {
    self.init(
      PublishedRules.Program(
        school: plan.school, program: plan.program, quota: plan.quota, phase: plan.phase,
        special: plan.special, zoned: plan.zoned, wishes: plan.wishes, reserve: plan.reserve, tiesDescend: [])
    )
    minimum = plan.minimum
    noPriority = plan.noPriority
    bornFrom = plan.bornFrom
    bornTo = plan.bornTo
    ageExempt = plan.ageExempt
  }
}

extension PersonKey {
  /// In the order of `ket-qua.csv`.
  fileprivate var ids: [String] { [personalId, moetId, examNo, applicationNo] }
}
