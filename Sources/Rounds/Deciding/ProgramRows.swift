import Admission
import Tables

/// The rows that declare the programs of a round, so that what is found of a program is told at its cell.
struct ProgramRows {
  private var rows: [String: SetupRow] = [:]
  private let reader: SetupReader

  init(_ reader: SetupReader) {
    self.reader = reader
    for row in reader.rows(.programs) {
      rows[loweredCode(row.text("school") + "/" + row.text("program"))] = row
    }
  }

  /// A finding about a program, at a cell of its row.
  func finding(
    _ reason: SetupReason, _ severity: Finding.Severity, _ plan: ProgramPlan, at key: String,
    _ facts: [String: String] = [:]
  ) -> LocatedFinding {
    let facts = facts.merging(["program": plan.path, "reason": reason.rawValue]) { $1 }
    let code: FindingCode = severity == .error ? .setup : .setupUnusual
    guard let row = rows[loweredCode(plan.path)] else {
      return LocatedFinding(Finding(code, severity, facts: facts))
    }
    // A blank that means something is told at the cell that names the program.
    let told = row.text(key).isEmpty ? "school" : key
    return row.layer.finding(code, severity, row: row.row, key: told, value: row.text(told), facts: facts)
  }

  /// A finding about the round, at a cell of its own row.
  func finding(ofRound reason: SetupReason, _ severity: Finding.Severity, at key: String) -> LocatedFinding {
    guard let row = reader.rows(.rounds).last else { return reason.finding(severity) }
    return row.layer.finding(
      severity == .error ? .setup : .setupUnusual, severity, row: row.row, key: key, value: row.text(key),
      facts: ["reason": reason.rawValue])
  }

  /// A program that no row declares any more, at the header of the newest table that should: one with
  /// programs of its school, if there is one.
  func missing(_ reason: SetupReason, _ path: String) -> LocatedFinding {
    let school = loweredCode(schoolCode(ofPath: path))
    let declared = reader.rows(.programs)
    guard let layer = (declared.last { $0.code("school") == school } ?? declared.last)?.layer else {
      return reason.finding(.error, ["program": path])
    }
    var place = Finding.Place(sheet: layer.table.sheet, row: Int(layer.table.headerRow))
    let column = layer.table.column("program") ?? layer.table.column("school")
    place.column = column?.sheetColumn ?? -1
    place.label = column?.label ?? ""
    return LocatedFinding(
      seq: layer.seq, file: layer.file,
      Finding(.setup, .error, at: place, facts: ["reason": reason.rawValue, "program": path]))
  }

  /// Numbers too large to compute the score of a program: of each term of its recipe that is too large by
  /// itself, else of all that goes into the score, the cell of the largest.
  func overflow(_ found: Overflow, _ directory: ProgramDirectory) -> [LocatedFinding] {
    let scoring = reader.mostSpecific(.scoring, for: directory)[found.program]
    let terms = found.terms.filter { scoring.indices.contains($0) }.map { numbers([scoring[$0]]) }
    let grants = reader.mostSpecificByCode(.priorities, for: directory)[found.program]
    let all = [numbers(scoring) + grants.map { Number(row: $0, key: "points") }]
    let plan = directory.plans[found.program]
    let cells = (terms.isEmpty ? all : terms).compactMap { $0.max { $0.magnitude < $1.magnitude } }
    guard !cells.isEmpty else { return [finding(.overflow, .error, plan, at: "program")] }
    return cells.map { cell in
      cell.row.layer.finding(
        .setup, .error, row: cell.row.row, key: cell.key, value: cell.row.text(cell.key),
        facts: ["reason": SetupReason.overflow.rawValue, "program": plan.path])
    }
  }

  /// A cell with a number.
  private struct Number {
    var row: SetupRow
    var key: String

    var magnitude: UInt64 { row.number(key)?.magnitude ?? 0 }
  }

  /// What is multiplied in rows of `scoring`: the coefficients, and the points that they convert to.
  private func numbers(_ scoring: [SetupRow]) -> [Number] {
    let conversions = Set(scoring.map { $0.code("conversion") }.filter { !$0.isEmpty })
    return scoring.map { Number(row: $0, key: "coefficient") }
      + reader.rows(.conversions).filter { conversions.contains($0.code("table")) }
      .map { Number(row: $0, key: "points") }
  }
}
