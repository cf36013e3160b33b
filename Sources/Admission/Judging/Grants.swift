import Tables

/// What claims give at a program: direct admission, the highest priority up to
/// the cap, and the highest incentive.
struct Grants {
  /// What one set of claims gives by one table.
  struct Grant {
    var direct = false
    /// Capped.
    var priority: Int64 = 0
    var incentive: Int64 = 0
  }

  private let tables: [[Int32: PriorityGrant]]
  private let claimSets: [[Int32]]
  private let cap: Int64
  /// By table: the last set asked for, and what it gave. Children who follow one
  /// another mostly claim the same.
  private var remembered: [(claims: Int32, grant: Grant)]

  init(_ input: Input) {
    tables = input.priorityTables
    claimSets = input.claimSets
    cap = input.rules.priorityCap?.raw ?? .max
    remembered = tables.map { _ in (-1, Grant()) }
  }

  /// What the set of claims gives by the table.
  mutating func grant(claims: Int32, table: Int) -> Grant {
    if remembered[table].claims != claims {
      remembered[table] = (claims, made(claimSets[Int(claims)], tables[table]))
    }
    return remembered[table].grant
  }

  private func made(_ claims: [Int32], _ table: [Int32: PriorityGrant]) -> Grant {
    var direct = false
    var priority: Int64?
    var incentive: Int64?
    for claim in claims {
      guard let given = table[claim] else { continue }
      switch given.kind {
      case .direct: direct = true
      case .priority: priority = max(priority ?? .min, given.points.raw)
      case .incentive: incentive = max(incentive ?? .min, given.points.raw)
      }
    }
    return Grant(direct: direct, priority: priority.map { min($0, cap) } ?? 0, incentive: incentive ?? 0)
  }
}
