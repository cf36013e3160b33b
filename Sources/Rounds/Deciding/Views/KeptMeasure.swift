import Admission

/// Whom a kept child was behind at a wish before its place.
struct KeptMeasure {
  /// The wish of the last one in.
  var last: Int
  /// Since then others came in whom it does not stand behind: it is that of the official result before.
  var isOfBefore: Bool
}

extension DecidedRound {
  /// The child is kept, and the eligible wish comes before the one where it is.
  func isBeforeKeptPlace(_ wish: Int, of applicant: Int) -> Bool {
    input.keeper(of: applicant) != nil && wish < Int(outcome.place[applicant])
  }

  /// The last one in of all who are, where the wish stands behind them all; else the last one before
  /// `xét bổ sung`. Nil where it stood behind neither.
  func measureOfKept(_ wish: Int, of applicant: Int) -> KeptMeasure? {
    guard isBeforeKeptPlace(wish, of: applicant) else { return nil }
    let now = last(ahead: wish, seats).map { KeptMeasure(last: $0, isOfBefore: false) }
    guard now == nil, let seatsBefore, !tookPart(wish) else { return now }
    return last(ahead: wish, seatsBefore).map { KeptMeasure(last: $0, isOfBefore: true) }
  }

  private func last(ahead wish: Int, _ facts: SeatFacts) -> Int? {
    let program = Int(input.wishProgram[wish])
    guard outcome.rank[wish] > facts.worstRank[program] else { return nil }
    return [facts.lastIn[program], facts.lastKept[program]].filter { $0 >= 0 }.map(Int.init).max { a, b in
      outcome.rank[a] < outcome.rank[b]
    }
  }
}
