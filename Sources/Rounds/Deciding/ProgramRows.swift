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

  /// A number too large to compute the score of a program, at the cell of the largest number that goes
  /// into it.
  func overflow(_ program: Int, _ directory: ProgramDirectory) -> LocatedFinding {
    let scoring = reader.mostSpecific(.scoring, for: directory)[program]
    let conversions = Set(scoring.map { $0.code("conversion") }.filter { !$0.isEmpty })
    let numbers =
      scoring.map { (row: $0, key: "coefficient") }
      + reader.rows(.conversions).filter { conversions.contains($0.code("table")) }
      .map { (row: $0, key: "points") }
      + reader.mostSpecificByCode(.priorities, for: directory)[program].map { (row: $0, key: "points") }
    let largest = numbers.max { a, b in
      (a.row.number(a.key)?.magnitude ?? 0) < (b.row.number(b.key)?.magnitude ?? 0)
    }
    let path = directory.plans[program].path
    guard let (row, key) = largest else {
      return finding(.overflow, .error, directory.plans[program], at: "program")
    }
    return row.layer.finding(
      .setup, .error, row: row.row, key: key, value: row.text(key),
      facts: ["reason": SetupReason.overflow.rawValue, "program": path])
  }
}
