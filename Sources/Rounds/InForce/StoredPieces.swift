extension SenderStore {
  /// A piece that came in force, and which of its rows still are.
  struct StandingPiece {
    var rows: PieceRows
    /// By part and position.
    var marks: [[Mark]]
    var alive: Int
    /// The pass in which its bytes came last: what waited from an earlier one goes beneath it.
    var saidIn: Int

    /// All its rows are in force.
    init(_ rows: PieceRows) {
      self.rows = rows
      marks = rows.piece.parts.map { [Mark](repeating: .inForce, count: $0.rows.count) }
      alive = rows.piece.rowCount
      saidIn = rows.pass
    }

    var isWhole: Bool { alive > 0 && alive == rows.piece.rowCount }

    /// Whether it was said after a piece that waited and only now comes in force.
    func isNewer(than rows: PieceRows) -> Bool { saidIn > rows.pass }

    /// Takes rows out that are in force.
    mutating func leaveOut(_ rows: [AppliedChanges.LeftOut]) {
      for row in rows { marks[row.part][row.position] = .gone }
      alive -= rows.count
    }

    /// Whether rows of it stand in the scope.
    func hasRows(in scope: ReplacementScope) -> Bool {
      guard alive > 0 else { return false }
      return marks.indices.contains { part in
        marks[part].indices.contains { marks[part][$0] != .gone && scope.contains(rows.unit(part, $0)) }
      }
    }

    /// The rows in force of a part, in table order.
    func rowsInForce(_ part: Int) -> [Int32] {
      let all = rows.piece.parts[part].rows
      if isWhole { return all }
      return all.indices.compactMap { marks[part][$0] == .gone ? nil : all[$0] }
    }
  }

  /// A piece that is held or refused.
  struct WaitingPiece {
    var rows: PieceRows
    /// It was refused, or waits to be sent again, though the round would have taken it: what it meant to
    /// say stands nowhere.
    var isMissed: Bool

    /// Whether it waits no longer once `newer` is in force: a full list stands in its place, or the
    /// same file was sent again, or all that it is about.
    func isOvertaken(by newer: PieceRows, _ keys: Set<IdKey>) -> Bool {
      if rows.sha256 == newer.sha256 { return true }
      return newer.adds ? areAll(in: keys) : rows.scope.overlaps(newer.scope)
    }

    /// Whether nothing of it is lost then: all its people, or keys, or classes are those of the newer.
    func isCovered(by newer: PieceRows, _ keys: Set<IdKey>) -> Bool {
      if rows.sha256 == newer.sha256 { return true }
      let isList = !rows.isAddition && !newer.adds
      return isList ? newer.scope.covers(rows.scope) : rows.isAddition && areAll(in: keys)
    }

    private func areAll(in keys: Set<IdKey>) -> Bool {
      var (isAny, areAll) = (false, true)
      rows.forEachKey { key, _ in
        isAny = true
        areAll = areAll && keys.contains(key)
      }
      return isAny && areAll
    }
  }
}
