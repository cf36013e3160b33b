import Tables

extension Fold {
  /// Files that came only because what was kept of the same bytes had been lost: older files stand as they
  /// stood, and so does what replaced them.
  struct BroughtBack {
    private(set) var pieces: [Piece] = []
    /// Each with the piece that it brings back.
    private(set) var again: [(piece: Piece, first: Piece)] = []

    init(_ all: [Piece], _ arrivals: [Arrival]) {
      for piece in all {
        let arrival = arrivals[piece.arrival]
        let first = pieces.last {
          arrivals[$0.arrival].sha256 == arrival.sha256 && $0.mode == piece.mode
            && $0.arrival != piece.arrival
        }
        if arrival.bringsBack, let first { again.append((piece, first)) } else { pieces.append(piece) }
      }
    }
  }

  /// Answers files that brought something back: what became of the older one is true of them too.
  mutating func answer(_ again: [(piece: Piece, first: Piece)], waiting: Set<Int> = []) {
    for (piece, first) in again {
      let arrival = history.arrivals[first.arrival]
      onlyBringsBack.insert(piece.arrival)
      report(
        piece.arrival, piece.parts.map(\.table), waiting.contains(first.arrival) ? .pending : .taken,
        round: piece.round, .keptAgain, .note,
        facts: ["received": arrival.received, "seq": String(arrival.seq)])
    }
  }
}
