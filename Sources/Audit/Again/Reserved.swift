import Tables

/// The reservations of a program, and which of their rows a child belongs to (tables.md).
struct ReservedRows {
  struct Row {
    /// `tối đa`; else `dành riêng`.
    var isCap: Bool
    /// `priority`, `tier` or `sourceSchool`.
    var category: String
    /// In lower case; of a source school folded.
    var value: String
    var seats: Int
    /// What it goes by when children are kept on its seats.
    var name: String
  }

  /// By program: its rows, by order, then category and value.
  private(set) var ofProgram: [[Row]]

  init(_ asked: AskedRound) {
    let categories = ["priority", "tier", "sourceSchool"]
    ofProgram = asked.programs.map { program in
      asked.rows("reservations").filter { row in
        !row.isHeld && row.code("school") == program.published.school.lowercased()
          && row.code("program") == program.published.program.lowercased()
      }.sorted { a, b in
        func order(_ row: AskedRow) -> (Int64, Int, Int64, String) {
          (
            row.number("order") ?? .max, categories.firstIndex(of: row.choice("category")) ?? 3,
            Int64(row.text("value")) ?? .max, row.code("value")
          )
        }
        return order(a) < order(b)
      }.map { row in
        let category = row.choice("category")
        return Row(
          isCap: row.choice("kind") == "atMost", category: category,
          value: category == "sourceSchool" ? folded(row.text("value")) : row.code("value"),
          seats: Int(row.number("seats") ?? 0), name: category + " " + row.code("value"))
      }
    }
  }

  /// The rows of the program whose category is the child's.
  func rows(of person: Person, claims: [String], at wish: JudgedWish) -> [Int] {
    ofProgram[wish.program].indices.filter { index in
      let row = ofProgram[wish.program][index]
      switch row.category {
      case "priority": return claims.contains(row.value)
      case "sourceSchool": return folded(person.text("sourceSchool")) == row.value
      default: return String(wish.tier ?? 1) == row.value
      }
    }
  }
}

/// The seats of a program with reservations while its cut-offs rise (contract.md 4, Reservations).
struct ReservedSeating {
  private let rows: [ReservedRows.Row]
  private let quota: Int
  private let groupsStayIn: Bool
  /// Kept children: by row those on its seats (of a cap those of its category), and on open seats.
  private var kept: [Int]
  private var keptOpen = 0
  /// Cut-offs as ranks, of each row and, last, of the open seats; `.max` for none, 0 for nobody.
  private var limits: [Int]

  struct Chooser {
    var child: Int
    var rank: Int
    var rows: [Int]
  }

  init(_ rows: [ReservedRows.Row], quota: Int, groupsStayIn: Bool) {
    self.rows = rows
    self.quota = quota
    self.groupsStayIn = groupsStayIn
    kept = rows.map { _ in 0 }
    limits = (rows + rows.prefix(1)).map { _ in Int.max }
  }

  mutating func keep(on row: Int?, of own: [Int]) {
    if let row { kept[row] += 1 } else { keptOpen += 1 }
    for row in own where rows[row].isCap { kept[row] += 1 }
  }

  private func seats(_ row: Int) -> Int { max(0, rows[row].seats - kept[row]) }

  private func passes(_ part: Int, _ rank: Int) -> Bool {
    limits[part] == .max || rank < limits[part] || (groupsStayIn && rank == limits[part])
  }

  /// Every cap of its categories accepts it, and a row for them or the open seats.
  func accepts(rank: Int, rows own: [Int]) -> Bool {
    own.allSatisfy { !rows[$0].isCap || passes($0, rank) }
      && (passes(rows.count, rank) || own.contains { !rows[$0].isCap && passes($0, rank) })
  }

  /// Raises the cut-off of a part that more want than it has seats, and tells who sits there.
  private mutating func fill(_ part: Int, _ wanting: [Chooser], seats: Int) -> [Chooser] {
    let sorted = wanting.filter { passes(part, $0.rank) }.sorted { $0.rank < $1.rank }
    if sorted.count > seats {
      limits[part] = seats == 0 ? 0 : groupsStayIn ? sorted[seats - 1].rank : sorted[seats].rank
    }
    return sorted.filter { passes(part, $0.rank) }
  }

  /// Seats those who choose the program: by child the row, nil for an open seat. Who is not in it has none.
  mutating func seat(_ choosers: [Chooser]) -> [Int: Int?] {
    var seated: [Int: Int?] = [:]
    var left = choosers
    for row in rows.indices where rows[row].isCap {
      let members = choosers.filter { $0.rows.contains(row) }
      let inside = Set(fill(row, members, seats: seats(row)).map(\.child))
      left.removeAll { $0.rows.contains(row) && !inside.contains($0.child) }
    }
    var open = quota - keptOpen
    for row in rows.indices where !rows[row].isCap {
      let inside = fill(row, left.filter { $0.rows.contains(row) }, seats: seats(row))
      for chooser in inside { seated[chooser.child] = row }
      let sitting = Set(inside.map(\.child))
      left.removeAll { sitting.contains($0.child) }
      let isFull = limits[row] != .max || seats(row) == 0
      open -= isFull ? rows[row].seats : min(rows[row].seats, kept[row] + inside.count)
    }
    for chooser in fill(rows.count, left, seats: max(0, open)) { seated[chooser.child] = .some(nil) }
    return seated
  }

  /// For telling whether a cut-off rose.
  var cutoffs: [Int] { limits }
}
