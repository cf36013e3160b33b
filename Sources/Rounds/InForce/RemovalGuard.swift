import TableSchema
import Tables

/// contract.md 2: a replacement that would remove too many is held.
struct RemovalGuard {
  /// Millionths.
  private let share: Int
  private let count: Int

  init(_ settings: Settings.RemovalGuard) {
    share = Millionths.of(settings.share)
    count = settings.count
  }

  /// More than the share and at least the count, or all of two or more.
  func holds(removed: Int, inForce: Int) -> Bool {
    if removed == inForce { return removed >= 2 }
    return removed >= count && Millionths.exceeds(removed, share, of: inForce)
  }
}

/// Shares of settings.json as whole numbers, so that no comparison depends on rounding.
enum Millionths {
  static func of(_ share: Double) -> Int {
    guard share.isFinite else { return share > 0 ? 1_000_000 : 0 }
    return Int((min(max(share, 0), 1) * 1_000_000).rounded())
  }

  static func exceeds(_ part: Int, _ share: Int, of whole: Int) -> Bool { part * 1_000_000 > share * whole }
}

extension SenderStore {
  /// How many rows a full list would remove, of how many that it stands in the
  /// place of. A held row of the new list that cannot be told whose it is may be
  /// anybody's: nobody counts as removed by it.
  func removals(by rows: PieceRows, present: Set<IdKey>) -> (removed: Int, inForce: Int) {
    let scope = rows.scope
    var (inForce, missing) = (0, 0)
    var keys: [IdKey] = []
    for piece in standing where piece.alive > 0 {
      let isNewer = piece.isNewer(than: rows)
      for (part, member) in piece.rows.parts.enumerated() {
        for (at, row) in piece.rows.piece.parts[part].rows.enumerated()
        where piece.marks[part][at] != .gone && scope.contains(piece.rows.unit(part, at)) {
          inForce += 1
          member.identity.keys(Int(row), into: &keys)
          if !isNewer, !keys.contains(where: present.contains) { missing += 1 }
        }
      }
    }
    return (max(0, missing - nameless(rows)), inForce)
  }

  /// Held rows about nobody who is in force.
  private func nameless(_ rows: PieceRows) -> Int {
    var count = 0
    var keys: [IdKey] = []
    for (part, member) in zip(rows.piece.parts, rows.parts) {
      for row in part.rows where member.table.held[Int(row)] {
        member.identity.keys(Int(row), into: &keys)
        var known = false
        forEachStanding(keys) { _ in known = true }
        if !known { count += 1 }
      }
    }
    return count
  }
}

extension PieceRows {
  /// Calls with each key of each row, and the row's content.
  func forEachKey(_ body: (IdKey, UInt64) -> Void) {
    var keys: [IdKey] = []
    for (part, member) in zip(piece.parts, parts) {
      for row in part.rows {
        member.identity.keys(Int(row), into: &keys)
        if keys.isEmpty { continue }
        let content = member.content.signature(Int(row))
        for key in keys { body(key, content) }
      }
    }
  }
}
