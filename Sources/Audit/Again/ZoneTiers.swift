import Tables

/// The tier of a child for a zoned program (contract.md 4, Tier): the lowest among the rows all of
/// whose filled columns are the child's.
struct ZoneTiers {
  private let programs: [AskedRound.Program]
  /// By school in lower case.
  private let rows: [String: [ZoneLine]]

  private struct ZoneLine {
    var basis: String
    var commune: String
    var hamlet: String
    var sourceSchool: String
    var program: String
    var tier: Int64
  }

  init(_ asked: AskedRound) {
    programs = asked.programs
    var rows: [String: [ZoneLine]] = [:]
    for row in asked.rows("zones") where !row.isHeld {
      guard let tier = row.number("tier") else { continue }
      rows[row.code("school"), default: []].append(
        ZoneLine(
          basis: row.choice("basis"), commune: folded(row.text("commune")),
          hamlet: folded(row.text("hamlet")),
          sourceSchool: folded(row.text("sourceSchool")), program: row.code("program"), tier: tier))
    }
    self.rows = rows
  }

  /// Nil in no row. The route of the source school's own roster gives 1.
  func tier(of person: Person, _ program: Int) -> Int64? {
    if route(of: person).contains(programs[program].published.path.lowercased()) { return 1 }
    return lowest(of: person, program)
  }

  /// The programs to which the source school's own roster routes the child.
  func route(of person: Person) -> [String] {
    guard person.record.isOwn else { return [] }
    return person.record.row.list("route").map { $0.lowercased() }
  }

  /// The same by the rows alone.
  func lowest(of person: Person, _ program: Int) -> Int64? {
    let place = programs[program].published
    let permanent = residence("permanent", of: person)
    let current = residence("current", of: person)
    let source = folded(person.text("sourceSchool"))
    return (rows[place.school.lowercased()] ?? []).filter { row in
      guard row.program.isEmpty || row.program == place.program.lowercased(),
        row.sourceSchool.isEmpty || row.sourceSchool == source
      else { return false }
      func holds(_ residence: (commune: String, hamlet: String)) -> Bool {
        (row.commune.isEmpty || row.commune == residence.commune)
          && (row.hamlet.isEmpty || row.hamlet == residence.hamlet)
      }
      if row.commune.isEmpty, row.hamlet.isEmpty { return true }
      switch row.basis {
      case "permanent": return holds(permanent)
      case "current": return holds(current)
      case "both": return holds(permanent) && holds(current)
      default: return holds(permanent) || holds(current)
      }
    }.map(\.tier).min()
  }

  /// Commune and hamlet of one residence, always from one row.
  private func residence(_ kind: String, of person: Person) -> (commune: String, hamlet: String) {
    let row = person.row(kind + "Commune") ?? person.row(kind + "Hamlet")
    return (folded(row?.text(kind + "Commune") ?? ""), folded(row?.text(kind + "Hamlet") ?? ""))
  }
}
