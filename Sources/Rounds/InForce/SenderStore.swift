import Tables

/// What stands in force of one sender's tables of one kind for one round.
struct SenderStore {
  private(set) var standing: [StandingPiece] = []
  /// Pieces that are held or refused, while nothing newer stands in their place.
  private(set) var waiting: [WaitingPiece] = []
  /// The arrivals of those that are not put in force any more when they are released: something newer was taken
  /// meanwhile that stands in their place.
  private(set) var overtaken: Set<Int> = []
  /// The rows of the first `indexed` standing pieces by their keys: the head of a list in `entries`.
  private var index: [IdKey: Int32] = [:]
  private var entries: [(slot: Slot, next: Int32)] = []
  private var indexed = 0
  /// The standing pieces from this one on came in force at the moment that is being folded.
  private var momentStart = 0

  /// A piece that came in force, and which of its rows still are.
  struct StandingPiece {
    var rows: PieceRows
    /// By part and position.
    var marks: [[Mark]]
    var alive: Int

    var isWhole: Bool { alive > 0 && alive == rows.piece.rowCount }
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
      return rows.adds || newer.adds ? rows.adds && areAll(in: keys) : newer.scope.covers(rows.scope)
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

  enum Mark: UInt8 { case gone, inForce, matched }

  struct Slot {
    var piece: Int32
    var part: Int32
    var position: Int32
  }

  var isEmpty: Bool { standing.allSatisfy { $0.alive == 0 } }

  /// What comes in force from now on comes at one moment.
  mutating func beginMoment() { momentStart = standing.count }

  /// Puts a piece in force and takes out what it replaces: of its people, or
  /// keys, everything older; of others, if it is a full list, what its scope holds.
  mutating func apply(_ rows: PieceRows) -> AppliedChanges {
    let scope = rows.adds ? nil : rows.scope
    overtake(by: rows) { $0.isOvertaken(by: rows, $1) }
    var changes = AppliedChanges(parts: rows.parts.count)
    if isEmpty {
      rows.forEachGoodRow { part, row in changes.add(row, of: part, isNew: true) }
    } else {
      indexStanding()
      match(rows, scope, &changes)
      for position in standing.indices { removeReplaced(position, scope, &changes) }
      if rows.isPartial { changes.kept = rowCount(in: rows.scope) }
    }
    let marks = rows.piece.parts.map { [Mark](repeating: .inForce, count: $0.rows.count) }
    standing.append(StandingPiece(rows: rows, marks: marks, alive: rows.piece.rowCount))
    return changes
  }

  /// Remembers a piece that is not in force, so that it is known when something newer stands in its place.
  mutating func wait(_ rows: PieceRows, isMissed: Bool = false) {
    waiting.append(WaitingPiece(rows: rows, isMissed: isMissed))
  }

  /// What is in force already was sent again: it stands in the place of whatever came since, where that says nothing
  /// of anything else.
  mutating func confirm(_ rows: PieceRows) { overtake(by: rows) { $0.isCovered(by: rows, $1) } }

  /// Lets what waited go where something newer stands in its place.
  private mutating func overtake(by rows: PieceRows, where isGone: (WaitingPiece, Set<IdKey>) -> Bool) {
    guard !waiting.isEmpty else { return }
    var keys: Set<IdKey> = []
    if rows.adds || waiting.contains(where: \.rows.adds) { rows.forEachKey { key, _ in keys.insert(key) } }
    waiting.removeAll { older in
      guard isGone(older, keys) else { return false }
      let arrival = older.rows.piece.arrival
      if arrival < rows.piece.arrival, older.isCovered(by: rows, keys) { overtaken.insert(arrival) }
      return true
    }
  }

  /// Lets go of pieces that waited and are judged now.
  mutating func release(_ arrivals: [Int]) { waiting.removeAll { arrivals.contains($0.rows.piece.arrival) } }

  /// Finds the rows that are about the same as new ones. A held row neither was nor is there: who was
  /// held before and is no longer is new, and nothing is said of who is held now.
  private mutating func match(
    _ rows: PieceRows, _ scope: ReplacementScope?, _ changes: inout AppliedChanges
  ) {
    var keys: [IdKey] = []
    for (part, member) in rows.parts.enumerated() {
      for row in rows.piece.parts[part].rows {
        member.identity.keys(Int(row), into: &keys)
        var (wasThere, isOther) = (false, false)
        for key in keys {
          var entry = index[key] ?? -1
          while entry >= 0 {
            let slot = entries[Int(entry)].slot
            if mark(slot) != .gone, !isApart(slot, member, Int(row), scope) {
              let isHeld = isHeld(slot)
              wasThere = wasThere || !isHeld
              if mark(slot) == .inForce {
                setMark(.matched, slot)
                if !isHeld, signature(slot) != member.content.signature(Int(row)) { isOther = true }
              }
            }
            entry = entries[Int(entry)].next
          }
        }
        if member.table.held[Int(row)] { continue }
        if isOther || !wasThere { changes.add(row, of: part, isNew: !wasThere) }
      }
    }
  }

  /// Rows of two classes under one identifier that name two children, or that came at one moment so
  /// that neither is the newer: both stay, and whoever decides tells both.
  private func isApart(_ slot: Slot, _ member: PieceRows.Member, _ row: Int, _ scope: ReplacementScope?)
    -> Bool
  {
    let piece = standing[Int(slot.piece)].rows
    guard let scope, !scope.contains(piece.unit(Int(slot.part), Int(slot.position))) else { return false }
    if Int(slot.piece) >= momentStart { return true }
    let other = piece.parts[Int(slot.part)]
    return member.child.difference(row, from: other.child, self.row(slot)) != nil
  }

  private mutating func removeReplaced(
    _ position: Int, _ scope: ReplacementScope?, _ changes: inout AppliedChanges
  ) {
    guard standing[position].alive > 0 else { return }
    for part in standing[position].marks.indices {
      for at in standing[position].marks[part].indices {
        switch standing[position].marks[part][at] {
        case .gone: continue
        case .matched: break
        case .inForce:
          guard let scope, scope.contains(standing[position].rows.unit(part, at)) else { continue }
          let slot = Slot(piece: Int32(position), part: Int32(part), position: Int32(at))
          if !isHeld(slot) { changes.removed += 1 }
        }
        standing[position].marks[part][at] = .gone
        standing[position].alive -= 1
      }
    }
  }

  /// How many rows stand in a scope.
  private func rowCount(in scope: ReplacementScope) -> Int {
    var count = 0
    for piece in standing where piece.alive > 0 {
      for (part, marks) in piece.marks.enumerated() {
        count += marks.indices.count { marks[$0] != .gone && scope.contains(piece.rows.unit(part, $0)) }
      }
    }
    return count
  }

  // MARK: The index

  /// Calls with each row in force under one of the keys, or with each that is no longer.
  func forEachStanding(_ keys: [IdKey], areGone: Bool = false, _ body: (Slot) -> Void) {
    for key in keys {
      var entry = index[key] ?? -1
      while entry >= 0 {
        let (slot, next) = entries[Int(entry)]
        if (mark(slot) == .gone) == areGone { body(slot) }
        entry = next
      }
    }
  }

  func stands(_ key: IdKey) -> Bool {
    var stands = false
    forEachStanding([key]) { _ in stands = true }
    return stands
  }

  mutating func indexStanding() {
    var keys: [IdKey] = []
    while indexed < standing.count {
      let piece = standing[indexed].rows
      for (part, member) in piece.parts.enumerated() {
        for (at, row) in piece.piece.parts[part].rows.enumerated() {
          member.identity.keys(Int(row), into: &keys)
          let slot = Slot(piece: Int32(indexed), part: Int32(part), position: Int32(at))
          for key in keys {
            let head = index.updateValue(Int32(entries.count), forKey: key) ?? -1
            entries.append((slot, head))
          }
        }
      }
      indexed += 1
    }
  }

  private func mark(_ slot: Slot) -> Mark {
    standing[Int(slot.piece)].marks[Int(slot.part)][Int(slot.position)]
  }

  private mutating func setMark(_ mark: Mark, _ slot: Slot) {
    standing[Int(slot.piece)].marks[Int(slot.part)][Int(slot.position)] = mark
  }

  private func signature(_ slot: Slot) -> UInt64 {
    standing[Int(slot.piece)].rows.parts[Int(slot.part)].content.signature(row(slot))
  }

  private func isHeld(_ slot: Slot) -> Bool {
    standing[Int(slot.piece)].rows.parts[Int(slot.part)].table.held[row(slot)]
  }

  func row(_ slot: Slot) -> Int {
    Int(standing[Int(slot.piece)].rows.piece.parts[Int(slot.part)].rows[Int(slot.position)])
  }
}
