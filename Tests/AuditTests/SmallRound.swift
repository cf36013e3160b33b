import Tables

@testable import Audit

/// A round of a few children, by hand: `score` of each, and its wishes in order.
struct SmallRound {
  var asked: AskedRound
  /// Whose rows are held.
  var held: Set<String> = []
  private var children: [(id: String, score: String, source: String, wishes: [String])] = []

  init(_ method: PublishedRules.Method, _ ties: PublishedRules.TiePolicy, quotas: [(String, Int)]) {
    asked = AskedRound(method: method, tiePolicy: ties)
    asked.programs = quotas.map { school, quota in
      AskedRound.Program(
        PublishedRules.Program(
          school: school, program: "thuong", quota: quota, phase: 1, special: false, zoned: false, wishes: [],
          reserve: nil, tiesDescend: []))
    }
    asked.rosterColumns = [
      AskedRound.RosterColumn(key: "average9", type: .decimal, labels: ["ĐTB 9"], words: [])
    ]
    asked.tables["scoring"] = [
      SmallRound.table(.scoring, [("field", .text), ("coefficient", .decimal)], [["ĐTB 9", "1"]])
    ]
  }

  mutating func add(_ id: String, _ score: String, _ wishes: String..., from source: String = "") {
    children.append((id, score, source, wishes.map { $0 + "/thuong" }))
  }

  /// Adds a table; a choice is written as the code calls it.
  mutating func add(
    _ kind: String, _ columns: [(String, ValueType)], _ rows: [[String]], choices: [String: [String]] = [:]
  ) {
    asked.tables[kind] = [SmallRound.table(.roster, columns, rows, choices: choices)]
  }

  /// `A S`, `B waiting`, …: who is where.
  var result: [String] {
    let width = children.map(\.wishes.count).max() ?? 0
    let columns =
      [("applicationNo", ValueType.code), ("average9", .decimal), ("sourceSchool", .text)]
      + (0..<width).map { ("wish\($0 + 1)", .code) }
    let rows = children.map { child in
      [child.id, child.score, child.source] + child.wishes
        + Array(repeating: "", count: width - child.wishes.count)
    }
    var asked = asked
    var roster = SmallRound.table(.roster, columns, rows)
    for (row, child) in children.enumerated() where held.contains(child.id) { roster.table.held[row] = true }
    asked.tables["roster"] = [roster]
    let decision = SecondDecision(asked)
    return decision.children.map { child in
      let place = child.place.map { asked.programs[child.wishes[$0].program].published.school }
      return child.ids[3] + " " + (place ?? child.status)
    }
  }

  static func table(
    _ kind: TableKind, _ columns: [(String, ValueType)], _ rows: [[String]], choices: [String: [String]] = [:]
  ) -> AskedRound.TableInForce {
    var table = Table(kind: kind, sheet: "", headerRow: 1)
    table.columns = columns.enumerated().map { index, column in
      let cells = rows.map { $0[index] }
      var texts = TextColumn()
      for cell in cells { texts.append(cell) }
      let numbers = cells.map { cell -> Int64 in
        switch column.1 {
        case .decimal: Exact(parsing: cell.utf8)?.raw ?? Column.blank
        case .choice: choices[column.0]?.firstIndex(of: cell).map { Int64($0) } ?? Column.blank
        default: Int64(cell) ?? Column.blank
        }
      }
      return Column(
        key: column.0, label: column.0, sheetColumn: index, type: column.1, texts: texts,
        numbers: [.text, .code, .list].contains(column.1) ? [] : numbers)
    }
    table.rowNumbers = rows.indices.map { Int32($0 + 2) }
    table.held = rows.map { _ in false }
    return AskedRound.TableInForce(
      sender: "so", role: "department", table: table, rows: rows.indices.map { Int32($0) },
      choices: choices)
  }
}
