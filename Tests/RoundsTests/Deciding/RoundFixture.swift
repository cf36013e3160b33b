import Admission
import Rounds
import TableSchema
import Tables

/// A small round built in code: the setup and the rosters as rows of key = text.
struct RoundFixture {
  var round = Round(
    code: "r", name: "Đợt", schoolYear: "2022-2023", level: "THPT", opens: day("01/06/2022"),
    closes: day("30/06/2022"), wishes: 3, method: .simultaneous, tiePolicy: .allOut)
  var programs: [ProgramPlan] = []
  var layers: [TableKind: [Layer]] = [:]
  var units: [String: Unit] = [:]
  var settled = Settled()
  var state = RoundState.open
  var fixedClasses: [PersonKey: String] = [:]
  var kept: [PersonKey: String] {
    get { settled.kept }
    set { settled.kept = newValue }
  }
  private var seq = 0

  init(_ programs: ProgramPlan...) { self.programs = programs }

  /// Adds a table: one row a dictionary. A key that begins with `!` holds its row.
  mutating func add(_ kind: TableKind, by sender: String = "so", _ rows: [String: String]...) {
    add(kind, by: sender, rows: rows)
  }

  mutating func add(_ kind: TableKind, by sender: String = "so", rows: [[String: String]]) {
    seq += 1
    let role: Unit.Role =
      switch sender {
      case "so": .department
      case "cong": .portal
      case "pgd": .authority
      default: .school
      }
    let file = sender + "-" + String(seq) + ".xlsx"
    layers[kind, default: []].append(
      Layer(
        seq: seq, sender: sender, role: role, file: file, table: table(kind, rows),
        rows: rows.indices.map(Int32.init)))
  }

  private func table(_ kind: TableKind, _ rows: [[String: String]]) -> Table {
    var table = Table(kind: kind, sheet: "Sheet1", headerRow: 1)
    table.rowNumbers = rows.indices.map { Int32($0 + 2) }
    table.held = rows.map { row in row.keys.contains("!held") }
    let keys = Set(rows.flatMap(\.keys)).filter { !$0.hasPrefix("!") }.sorted()
    for (position, key) in keys.enumerated() {
      let field = shippedSchemas[kind]?.field(key)?.field
      let type = key.hasPrefix("subject:") ? .decimal : field?.type ?? .text
      let texts = rows.map { $0[key] ?? "" }
      var column = Column(
        key: key, label: key, sheetColumn: position, type: type, texts: TextColumn(texts))
      if [.integer, .decimal, .date, .flag, .choice].contains(type) {
        column.numbers = texts.map { number($0, type, field) ?? Column.blank }
      }
      table.columns.append(column)
    }
    return table
  }

  private func number(_ text: String, _ type: ValueType, _ field: Field?) -> Int64? {
    switch type {
    case .integer: Int64(text)
    case .decimal: Exact(parsing: text.utf8, maxFraction: 6)?.raw
    case .date: text.isEmpty ? nil : Int64(day(text).number)
    case .flag: text.isEmpty ? nil : text == "x" ? 1 : 0
    case .choice: field?.choices.firstIndex { $0.words.contains(text) }.map(Int64.init)
    default: nil
    }
  }

  var tables: RoundTables {
    var tables = RoundTables(round: round, units: units, department: "so")
    tables.programs = programs
    tables.layers = layers
    tables.settled = settled
    tables.state = state
    tables.fixedClasses = fixedClasses
    return tables
  }

  func decide() -> RoundResult { Rounds.decide(tables, schemas: shippedSchemas) }

  /// The round decided; nil, and the result recorded by the caller, where it was not.
  var decided: DecidedRound? {
    if case .decided(let round) = decide() { round } else { nil }
  }
}

extension DecidedRound {
  /// What senders are told of their rows.
  var told: [LocatedFinding] { findings.filter { $0.seq > 0 } }

  /// By applicant: the school where it is admitted, else its status.
  var places: [String] {
    (0..<cohort.count).map { applicant in
      place(of: applicant).map { plan(ofWish: $0).school } ?? outcome.status[applicant].rawValue
    }
  }
}

/// A day written dd/mm/yyyy; 1 January 1970 where it is none.
func day(_ text: String) -> Day {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  guard parts.count == 3 else { return Day(number: 0) }
  return Day(year: parts[2], month: parts[1], day: parts[0]) ?? Day(number: 0)
}

/// A program of a school, `thuong` unless named.
func program(
  _ school: String, _ code: String = "thuong", quota: Int = 1, _ set: (inout ProgramPlan) -> Void = { _ in }
)
  -> ProgramPlan
{
  var plan = ProgramPlan(school: school, program: code, quota: quota)
  set(&plan)
  return plan
}
