import TableSchema
import Tables

/// Reads the rows in force of a round's tables that are about no roster.
struct SetupReader {
  let tables: RoundTables
  let schemas: SchemaSet

  /// The rows of a kind that are in force and not held, in order of arrival and place.
  func rows(_ kind: TableKind) -> [SetupRow] { rows(kind, held: false) }

  /// Those that have an error.
  func heldRows(_ kind: TableKind) -> [SetupRow] { rows(kind, held: true) }

  private func rows(_ kind: TableKind, held: Bool) -> [SetupRow] {
    let schema = schemas[kind]
    return (tables.layers[kind] ?? []).flatMap { layer in
      layer.rows.filter { layer.table.held[Int($0)] == held }.map {
        SetupRow(layer: layer, row: $0, schema: schema)
      }
    }
  }

  /// For each program the rows that stand for it as a whole set: those that name its school and
  /// it, else it alone, else its school alone, else neither (contract.md 4, Score).
  func mostSpecific(_ kind: TableKind, for directory: ProgramDirectory) -> [[SetupRow]] {
    let groups = Dictionary(grouping: rows(kind), by: Scope.init)
    return directory.plans.map { plan in Scope.levels(of: plan).lazy.compactMap { groups[$0] }.first ?? [] }
  }

  /// The same code by code: the most specific row of each `code`.
  func mostSpecificByCode(_ kind: TableKind, for directory: ProgramDirectory) -> [[SetupRow]] {
    let groups = Dictionary(grouping: rows(kind), by: Scope.init)
    return directory.plans.map { plan in
      var seen: Set<String> = []
      return Scope.levels(of: plan).flatMap { groups[$0] ?? [] }.filter { row in
        seen.insert(row.code("code")).inserted
      }
    }
  }
}

/// What a row of setup is about: codes without case, nil where it leaves the choice open.
struct Scope: Hashable {
  var school: String?
  var program: String?

  private init(school: String?, program: String?) {
    self.school = school
    self.program = program
  }

  init(_ row: SetupRow) {
    let (school, program) = (row.code("school"), row.code("program"))
    self.init(school: school.isEmpty ? nil : school, program: program.isEmpty ? nil : program)
  }

  /// What the rows of a school's own plans can be about: a program, else all its programs.
  static func ofSchool(_ plan: ProgramPlan) -> [Scope] {
    let (school, program) = (loweredCode(plan.school), loweredCode(plan.program))
    return [Scope(school: school, program: program), Scope(school: school, program: nil)]
  }

  /// The same for all programs of the school.
  var wholeSchool: Scope { Scope(school: school, program: nil) }

  /// What a program's rows can be about, the most specific first.
  static func levels(of plan: ProgramPlan) -> [Scope] {
    let (school, program) = (loweredCode(plan.school), loweredCode(plan.program))
    return [
      Scope(school: school, program: program), Scope(school: nil, program: program),
      Scope(school: school, program: nil), Scope(school: nil, program: nil),
    ]
  }
}

/// One row in force of a table, read by key.
struct SetupRow {
  let layer: Layer
  let row: Int32
  let schema: Schema?

  func text(_ key: String) -> String { layer.table.text(key, Int(row)) }

  func number(_ key: String) -> Int64? { layer.table.number(key, Int(row)) }

  func exact(_ key: String) -> Exact? { number(key).map(Exact.init(raw:)) }

  func day(_ key: String) -> Day? { number(key).map { Day(number: Int32(clamping: $0)) } }

  /// What the code calls the word in a choice column.
  func choice(_ key: String) -> String { schema?.choice(key, in: layer.table, row: Int(row)) ?? "" }

  /// A code as it is compared.
  func code(_ key: String) -> String { loweredCode(text(key)) }

  /// What stops the round, at one cell. Facts: reason.
  func problem(_ reason: SetupReason, at key: String) -> LocatedFinding {
    layer.finding(.setup, .error, row: row, key: key, value: text(key), facts: ["reason": reason.rawValue])
  }
}

/// A code without the case of its ASCII letters.
func loweredCode(_ text: String) -> String { String(decoding: text.utf8.map(lowered), as: UTF8.self) }
