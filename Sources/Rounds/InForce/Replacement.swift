import TableSchema
import Tables

/// Judges the pieces that come in force at one moment against what stands, and
/// puts those in force that may be (contract.md 2, What a newer file replaces).
struct Replacement {
  let arrivals: [Arrival]
  let removalGuard: RemovalGuard
  /// What was told before.
  let known: [FactKey: JudgedFacts.Judged]

  struct Result {
    var piece: Piece
    var judged: JudgedFacts.Judged
    /// It was judged now, for the first time.
    var isNew: Bool
    /// Of one that came in force.
    var changes: AppliedChanges?
  }

  /// Pieces of one pass, in the order of arrival.
  ///
  /// - Parameter beside: others of that pass, which were in force already.
  func take(
    _ group: [PieceRows], beside: [PieceRows] = [], into store: inout SenderStore
  ) -> [Result] {
    var judged: [JudgedFacts.Judged?] = group.map { known[key($0.piece)] }
    let isNew = judged.map { $0 == nil }
    let ofPass = group + beside
    // The same bytes as an earlier file of the pass share its fate.
    let first = group.indices.map { isNew[$0] ? sameBytes(group, before: $0) : nil }
    for position in group.indices where isNew[position] && first[position] == nil {
      judged[position] =
        conflict(group[position], ofPass)
        ?? receivedBefore(group[position], store).map { .alreadyReceived(first: $0) }
    }
    guardRemovals(group, &judged, among: group.indices.filter { first[$0] == nil }, &store)
    for position in group.indices {
      guard let first = first[position] else { continue }
      switch judged[first] {
      case .twoVersions, .wouldRemove: judged[position] = judged[first]
      case .taken, .alreadyReceived, nil:
        judged[position] = .alreadyReceived(first: arrivals[group[first].piece.arrival].seq)
      }
    }
    var changes = [AppliedChanges?](repeating: nil, count: group.count)
    store.beginMoment()
    // Full lists first: what is added to a list of the same pass stays.
    for adding in [false, true] {
      for position in group.indices where group[position].adds == adding {
        switch judged[position] ?? .taken {
        case .taken: changes[position] = store.apply(group[position])
        case .alreadyReceived: store.confirm(group[position])
        case .twoVersions, .wouldRemove: store.wait(group[position], isMissed: true)
        }
      }
    }
    return group.indices.map { position in
      Result(
        piece: group[position].piece, judged: judged[position] ?? .taken, isNew: isNew[position],
        changes: changes[position])
    }
  }

  private func key(_ piece: Piece) -> FactKey {
    FactKey(seq: arrivals[piece.arrival].seq, kind: piece.kind.rawValue, round: piece.round)
  }

  /// The first piece of the pass with the same bytes, of those before a position; nil for none.
  private func sameBytes(_ group: [PieceRows], before position: Int) -> Int? {
    let piece = group[position].piece
    let sha256 = arrivals[piece.arrival].sha256
    return group[..<position].firstIndex { other in
      other.piece.mode == piece.mode && arrivals[other.piece.arrival].sha256 == sha256
    }
  }

  /// A piece that was held, and is released when something newer stands in its place.
  func overtaken(_ rows: PieceRows) -> Result {
    let told = known[key(rows.piece)]
    return Result(piece: rows.piece, judged: told ?? .taken, isNew: told == nil)
  }

  /// A piece that comes when the round takes none, with bytes that are in force already.
  func received(_ rows: PieceRows, _ store: SenderStore) -> Result? {
    switch known[key(rows.piece)] {
    case .alreadyReceived(let first):
      Result(piece: rows.piece, judged: .alreadyReceived(first: first), isNew: false)
    case nil:
      receivedBefore(rows, store).map {
        Result(piece: rows.piece, judged: .alreadyReceived(first: $0), isNew: true)
      }
    default: nil
    }
  }

  /// The arrival with the same bytes that is wholly in force; nil for none.
  private func receivedBefore(_ rows: PieceRows, _ store: SenderStore) -> Int? {
    let piece = rows.piece
    let sha256 = arrivals[piece.arrival].sha256
    let same = store.standing.last {
      $0.isWhole && $0.rows.piece.arrival != piece.arrival
        && arrivals[$0.rows.piece.arrival].sha256 == sha256
    }
    guard let same else { return nil }
    if piece.mode == .replace {
      // It may take out what was added to the list since.
      let scope = rows.scope
      let others = store.standing.contains { other in
        other.rows.piece.arrival != same.rows.piece.arrival && other.hasRows(in: scope)
      }
      if others { return nil }
    }
    return arrivals[same.rows.piece.arrival].seq
  }

  /// Another piece of the pass would replace this one, or be replaced, with different content: also where one of
  /// them is in force already, for nobody can tell which of the two was meant to be the newer.
  private func conflict(_ own: PieceRows, _ others: [PieceRows]) -> JudgedFacts.Judged? {
    others.first { $0.sha256 != own.sha256 && contradicts(own, $0) }
      .map { .twoVersions(other: arrivals[$0.piece.arrival].seq) }
  }

  private func contradicts(_ a: PieceRows, _ b: PieceRows) -> Bool {
    if a.adds != b.adds { return false }
    if !a.adds { return a.scope.overlaps(b.scope) && a.contentSum != b.contentSum }
    var contents: [IdKey: UInt64] = [:]
    a.forEachKey { contents[$0] = $1 }
    var differ = false
    b.forEachKey { key, content in if let other = contents[key], other != content { differ = true } }
    return differ
  }

  private func guardRemovals(
    _ group: [PieceRows], _ judged: inout [JudgedFacts.Judged?], among positions: [Int],
    _ store: inout SenderStore
  ) {
    let open = positions.filter { judged[$0] == nil }
    guard !open.isEmpty, !store.isEmpty else { return }
    let guarded = open.filter { group[$0].piece.mode == .normal && !group[$0].adds }
    guard !guarded.isEmpty else { return }
    store.indexStanding()
    // Whoever another file of the pass names is not removed, wherever it stood before.
    var present: Set<IdKey> = []
    for position in open { group[position].forEachKey { key, _ in present.insert(key) } }
    for position in guarded {
      let count = store.removals(by: group[position], present: present)
      if removalGuard.holds(removed: count.removed, inForce: count.inForce) {
        judged[position] = .wouldRemove(removed: count.removed, inForce: count.inForce)
      }
    }
  }
}

/// Where a verdict belongs.
struct FactKey: Hashable {
  var seq: Int
  var kind: String
  var round: String

  init(seq: Int, kind: String, round: String) {
    self.seq = seq
    self.kind = kind
    self.round = round
  }
}
