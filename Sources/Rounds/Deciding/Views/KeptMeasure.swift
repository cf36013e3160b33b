import Admission

/// Whom a kept child was behind at a wish before its place.
struct KeptMeasure {
  /// The wish of the last one in.
  var last: Int
  /// It is that of the official result before, where less would have done than now.
  var isOfBefore: Bool
}

extension DecidedRound {
  /// The child is kept, or has left a place, and the wish comes before the one where it is or was.
  func isBeforeKeptPlace(_ wish: Int, of applicant: Int) -> Bool {
    if input.keeper(of: applicant) != nil { return wish < Int(outcome.place[applicant]) }
    guard left[Int32(applicant)] != nil, let program = leftProgram[Int32(applicant)] else { return false }
    return input.wishes(of: applicant).last { input.wishProgram[$0] == program }.map { wish < $0 } ?? false
  }

  /// The last one in of all who are, where the wish stands behind them all, or the last one before
  /// `xét bổ sung`: the easier of the two, so that what it says was enough once. Nil where it stood behind neither.
  func measureOfKept(_ wish: Int, of applicant: Int) -> KeptMeasure? {
    guard isBeforeKeptPlace(wish, of: applicant) else { return nil }
    let now = last(ahead: wish, seats)
    guard let seatsBefore, !tookPart(wish), let then = last(ahead: wish, seatsBefore),
      now.map({ outcome.rank[then] > outcome.rank[$0] }) ?? true
    else { return now.map { KeptMeasure(last: $0, isOfBefore: false) } }
    return KeptMeasure(last: then, isOfBefore: true)
  }

  private func last(ahead wish: Int, _ facts: SeatFacts) -> Int? {
    let program = Int(input.wishProgram[wish])
    guard outcome.rank[wish] > facts.worstRank[program] else { return nil }
    return [facts.lastIn[program], facts.lastKept[program]].filter { $0 >= 0 }.map(Int.init).max { a, b in
      outcome.rank[a] < outcome.rank[b]
    }
  }
}
