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
  /// One that waited goes beneath what was said since: rows about the same as a newer one stay out.
  mutating func apply(_ rows: PieceRows) -> AppliedChanges {
    let scope = rows.adds ? nil : rows.scope
    overtake(by: rows) { $0.rows.pass <= rows.pass && $0.isOvertaken(by: rows, $1) }
    var changes = AppliedChanges(parts: rows.parts.count)
    var piece = StandingPiece(rows)
    if isEmpty {
      rows.forEachGoodRow { part, row in changes.add(row, of: part, isNew: true) }
    } else {
      indexStanding()
      changes.leftOut = rowsWithNewer(rows)
      piece.leaveOut(changes.leftOut)
      match(piece, scope, &changes)
      for position in standing.indices where !standing[position].isNewer(than: rows) {
        removeReplaced(position, scope, &changes)
      }
      if rows.isPartial { changes.kept = olderRows(inScopeOf: rows) }
    }
    standing.append(piece)
    return changes
  }

  /// The rows of a piece that waited, each with the one about the same that was said since and stands.
  private func rowsWithNewer(_ rows: PieceRows) -> [AppliedChanges.LeftOut] {
    let newer = standing.indices.filter { standing[$0].isNewer(than: rows) }
    if newer.isEmpty { return [] }
    var scopes: [Int32: ReplacementScope] = [:]
    for position in newer where !standing[position].rows.adds {
      scopes[Int32(position)] = standing[position].rows.scope
    }
    var found: [AppliedChanges.LeftOut] = []
    var keys: [IdKey] = []
    for (part, member) in rows.parts.enumerated() {
      for (position, row) in rows.piece.parts[part].rows.enumerated() {
        member.identity.keys(Int(row), into: &keys)
        var standing: Slot?
        forEachStanding(keys) { slot in
          guard self.standing[Int(slot.piece)].isNewer(than: rows) else { return }
          let isInside = scopes[slot.piece]?.contains(rows.unit(part, position)) ?? true
          if isInside || !isOtherChild(slot, member, Int(row)) { standing = slot }
        }
        if let standing { found.append(.init(part: part, position: position, newer: standing)) }
      }
    }
    return found
  }

  /// Remembers a piece that is not in force, so that it is known when something newer stands in its place.
  mutating func wait(_ rows: PieceRows, isMissed: Bool = false) {
    waiting.append(WaitingPiece(rows: rows, isMissed: isMissed))
  }

  /// What is in force already was sent again: it stands in the place of whatever came since, where that says nothing
  /// of anything else.
  mutating func confirm(_ rows: PieceRows) {
    overtake(by: rows) { $0.rows.pass < rows.pass && $0.isCovered(by: rows, $1) }
    for position in standing.indices {
      let piece = standing[position]
      guard piece.isWhole, piece.rows.sha256 == rows.sha256 else { continue }
      standing[position].saidIn = max(piece.saidIn, rows.pass)
    }
  }

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
    _ new: StandingPiece, _ scope: ReplacementScope?, _ changes: inout AppliedChanges
  ) {
    let rows = new.rows
    var keys: [IdKey] = []
    for (part, member) in rows.parts.enumerated() {
      for (position, row) in rows.piece.parts[part].rows.enumerated() {
        if new.marks[part][position] == .gone { continue }
        member.identity.keys(Int(row), into: &keys)
        var (wasThere, isOther) = (false, false)
        for key in keys {
          var entry = index[key] ?? -1
          while entry >= 0 {
            let slot = entries[Int(entry)].slot
            let isOlder = !standing[Int(slot.piece)].isNewer(than: rows)
            if mark(slot) != .gone, isOlder, !isApart(slot, member, Int(row), scope) {
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
    return Int(slot.piece) >= momentStart || isOtherChild(slot, member, row)
  }

  private func isOtherChild(_ slot: Slot, _ member: PieceRows.Member, _ row: Int) -> Bool {
    let other = standing[Int(slot.piece)].rows.parts[Int(slot.part)]
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

  /// How many rows stand in the scope of a piece and are older.
  private func olderRows(inScopeOf rows: PieceRows) -> Int {
    let scope = rows.scope
    var count = 0
    for piece in standing where piece.alive > 0 && !piece.isNewer(than: rows) {
      for (part, marks) in piece.marks.enumerated() {
        count += marks.indices.count { marks[$0] != .gone && scope.contains(piece.rows.unit(part, $0)) }
      }
    }
    return count
  }

  // MARK: The index

  /// Calls with each row in force under one of the keys, or with each that is no longer.
  func forEachStanding(_ keys: [IdKey], areGone: Bool = false, _ body: (Slot) -> Void) {
    forEachSlot(keys) { if (mark($0) == .gone) == areGone { body($0) } }
  }

  private func forEachSlot(_ keys: [IdKey], _ body: (Slot) -> Void) {
    for key in keys {
      var entry = index[key] ?? -1
      while entry >= 0 {
        let (slot, next) = entries[Int(entry)]
        body(slot)
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
