import TableSchema
import Tables

extension Fold {
  /// Folds the pieces of one sender for one round, moment by moment.
  mutating func foldStore(_ key: StoreKey, _ pieces: [Piece], _ schema: Schema) {
    let back = BroughtBack(pieces, history.arrivals)
    let pieces = back.pieces
    if key.kind == .orders {
      for piece in pieces { note(ArrivalPlace(key.kind.rawValue, key.round), of: piece.arrival) }
      takeOrders(key, pieces)
      answer(back.again)
      return
    }
    var store = SenderStore()
    var classes = SourceClassNames()
    let replacement = Replacement(
      arrivals: history.arrivals, removalGuard: RemovalGuard(history.settings.removalGuard),
      known: knownVerdicts)
    var received: [Int: PieceRows] = [:]
    for group in Moment.groups(of: pieces, history.arrivals, timeline, sender: key.sender) {
      let rows = group.pieces.map { piece in
        PieceRows(piece, of: history.arrivals[piece.arrival], schema, names: &classes) {
          tables[piece.arrival][$0]
        }
      }
      for rows in rows { note(rows) }
      var free: [PieceRows] = []
      for rows in rows where received[rows.piece.arrival] == nil {
        let piece = rows.piece
        if piece.refused {
          store.wait(rows, isMissed: group.isOpen)
        } else if group.isRelease, store.overtaken.contains(piece.arrival) {
          record(replacement.overtaken(rows))
        } else if group.isRelease || group.isOpen {
          free.append(rows)
        } else if let result = replacement.received(rows, store) {
          received[piece.arrival] = rows
          store.confirm(rows)
          record(result)
        } else {
          store.wait(rows)
          hold(piece, sender: key.sender)
        }
      }
      if group.isRelease { store.release(free.map(\.piece.arrival)) }
      let beside = received.values.filter { group.isRelease && $0.pass == free.first?.pass }
        .sorted { $0.piece.arrival < $1.piece.arrival }
      for result in replacement.take(free, beside: beside, into: &store) {
        record(result)
        tell(result.changes?.leftOut ?? [], of: result.piece, in: store)
      }
    }
    keep(store, key)
    if key.kind != .roster, schema.person != .none, store.standing.contains(where: { !$0.isWhole }) {
      store.indexStanding()
      replaced[key.round, default: []].append(store)
    }
    answer(back.again, waiting: Set(store.waiting.map(\.rows.piece.arrival)))
  }

  /// A table that came when the round no longer took it, and was not released since.
  private mutating func hold(_ piece: Piece, sender: String) {
    let pass = history.arrivals[piece.arrival].pass
    if timeline.release(of: piece.round, from: pass, to: sender) != nil { return }
    let state = timeline.state(of: piece.round, before: pass, for: sender)
    var facts = ["round": piece.round, "state": state.rawValue]
    if state.isOfficial, history.purgedRounds.contains(piece.round) { facts["purged"] = "true" }
    report(
      piece.arrival, piece.parts.map(\.table), .pending, round: piece.round, .roundClosed, facts: facts)
  }

  /// Notes a verdict; a new one is a fact from now on.
  private mutating func record(_ result: Replacement.Result) {
    let piece = result.piece
    let tables = piece.parts.map(\.table)
    let arrival = history.arrivals[piece.arrival]
    if result.isNew {
      newFacts.verdicts.append(
        JudgedFacts.Verdict(
          seq: arrival.seq, kind: piece.kind.rawValue, round: piece.round, judged: result.judged))
    }
    switch result.judged {
    case .taken:
      report(piece.arrival, tables, .taken, round: piece.round)
      if let changes = result.changes { tell(changes, of: piece) }
      if let kept = result.changes?.kept, kept > 0 { tellKept(kept, of: piece) }
    case .alreadyReceived(let first):
      let received = history.arrival(first)?.received ?? ""
      report(
        piece.arrival, tables, .taken, round: piece.round, .alreadyReceived, .note,
        facts: ["received": received, "seq": String(first)])
    case .twoVersions(let other):
      let name = history.arrival(other)?.file ?? ""
      report(
        piece.arrival, tables, .pending, round: piece.round, .twoVersions,
        facts: ["other": name, "seq": String(other)])
    case .wouldRemove(let removed, let inForce):
      report(
        piece.arrival, tables, .pending, round: piece.round, .wouldRemove,
        facts: ["removed": String(removed), "inForce": String(inForce), "unit": unit(of: piece)])
    }
  }

  /// What is counted of a piece.
  private func unit(of piece: Piece) -> String {
    schemas[piece.kind].map { $0.person == .none } ?? true ? "rows" : "people"
  }

  /// A part of the list was not read, and nobody was removed: said once, at the first sheet that was.
  private mutating func tellKept(_ kept: Int, of piece: Piece) {
    guard let first = piece.parts.first?.table, let schema = schemas[piece.kind] else { return }
    let sheets = history.arrivals[piece.arrival].unreadSheets(of: schema)
    let facts = [
      "kept": String(kept), "sheets": sheets.quoted,
      "unit": unit(of: piece),
    ]
    let place = Finding.Place(sheet: tables[piece.arrival][first].sheet)
    reports[piece.arrival].tables[first].findings.append(
      Finding(.keptUnread, .note, at: place, facts: facts))
  }

  private mutating func tell(_ changes: AppliedChanges, of piece: Piece) {
    guard let first = piece.parts.first?.table else { return }
    reports[piece.arrival].tables[first].changes += changes.counts
    for (position, part) in piece.parts.enumerated() {
      let numbers = tables[piece.arrival][part.table].rowNumbers
      var rows = reports[piece.arrival].tables[part.table].changedRows
      rows.added += changes.added[position].map { Int(numbers[Int($0)]) }
      rows.altered += changes.altered[position].map { Int(numbers[Int($0)]) }
      reports[piece.arrival].tables[part.table].changedRows = rows
    }
  }

  /// Rows that waited are not used, for newer ones are: nothing is wrong with them any more.
  private mutating func tell(_ leftOut: [AppliedChanges.LeftOut], of piece: Piece, in store: SenderStore) {
    guard !leftOut.isEmpty, let sender = sender(piece.arrival) else { return }
    for (number, part) in piece.parts.enumerated() {
      let reader = layer(piece.arrival, tables[piece.arrival][part.table], sender, [])
      var told: Set<Int> = []
      for row in leftOut where row.part == number {
        let own = part.rows[row.position]
        let newer = store.standing[Int(row.newer.piece)].rows
        let facts = layer(newer.piece.arrival, newer.parts[Int(row.newer.part)].table, sender, [])
          .named(store.row(row.newer), to: reader).merging(["newer": "true"]) { $1 }
        let note = reader.finding(.overruled, .note, row: own, facts: facts).finding
        reports[piece.arrival].tables[part.table].findings.append(note)
        tables[piece.arrival][part.table].held[Int(own)] = false
        told.insert(note.place.row)
      }
      tables[piece.arrival][part.table].findings.removeAll {
        $0.severity == .error && told.contains($0.place.row)
      }
    }
  }

  /// A setup table that was refused or waits to be sent again, and nothing newer in its place: as with a
  /// held row, an older one does not stand in for it, and to decide without it would be to decide by other
  /// rules.
  private mutating func stop(_ round: String, _ piece: Piece) {
    let arrival = history.arrivals[piece.arrival]
    for part in piece.parts {
      let table = tables[piece.arrival][part.table]
      let rows = Set(part.rows.map { Int(table.rowNumbers[Int($0)]) })
      let asTable = reports[piece.arrival].tables[part.table].findings.filter {
        [FindingCode.twoVersions, .wouldRemove, .partialReplacement].contains($0.code)
      }
      let ofRows = table.findings.filter { $0.severity == .error && rows.contains($0.place.row) }
      refusedSetup[round, default: []] += (asTable + ofRows).map {
        LocatedFinding(seq: arrival.seq, file: arrival.file, $0)
      }
    }
  }

  /// Keeps what stands at the end as layers.
  private mutating func keep(_ store: SenderStore, _ key: StoreKey) {
    for waiting in store.waiting {
      reports[waiting.rows.piece.arrival].inForce = true
      if Fold.namingKinds.contains(key.kind) {
        waitingSetup[key.round, default: [:]][key.kind, default: []].append(waiting.rows.piece)
      }
      if waiting.isMissed, RoundTables.setupKinds.contains(key.kind) { stop(key.round, waiting.rows.piece) }
    }
    for piece in store.standing where piece.alive > 0 {
      let index = piece.rows.piece.arrival
      reports[index].inForce = true
      guard let sender = sender(index) else { continue }
      let arrival = history.arrivals[index]
      for (position, part) in piece.rows.piece.parts.enumerated() {
        let rows = piece.rowsInForce(position)
        guard !rows.isEmpty else { continue }
        var layer = Layer(
          seq: arrival.seq, sender: sender.code, role: sender.role, file: arrival.file,
          table: tables[index][part.table], rows: rows)
        layer.day = arrival.day
        layers[key.round, default: [:]][key.kind, default: []].append(layer)
      }
    }
  }
}

/// Pieces of one store that come at one moment.
struct Moment {
  var pieces: [Piece]
  /// The round took this kind when their pass began.
  var isOpen: Bool
  /// They came when it did not, and are released by `mở lại`.
  var isRelease: Bool

  /// The moments in order: the files of a pass, then what a `mở lại` of that pass releases.
  static func groups(
    of pieces: [Piece], _ arrivals: [Arrival], _ timeline: RoundTimeline, sender: String
  ) -> [Moment] {
    var moments: [(order: (Int, Int, Int), moment: Moment)] = []
    func add(_ piece: Piece, _ order: (Int, Int, Int), isOpen: Bool, isRelease: Bool) {
      if let known = moments.firstIndex(where: { $0.order == order }) {
        moments[known].moment.pieces.append(piece)
      } else {
        moments.append((order, Moment(pieces: [piece], isOpen: isOpen, isRelease: isRelease)))
      }
    }
    for piece in pieces {
      let pass = arrivals[piece.arrival].pass
      let isOpen = timeline.state(of: piece.round, before: pass, for: sender).takes(piece.kind)
      add(piece, (pass, 0, 0), isOpen: isOpen, isRelease: false)
      if !isOpen, !piece.refused, let release = timeline.release(of: piece.round, from: pass, to: sender) {
        add(piece, (release, 1, pass), isOpen: false, isRelease: true)
      }
    }
    return moments.sorted { $0.order < $1.order }.map(\.moment)
  }
}
