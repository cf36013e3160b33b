import Admission

/// Who was admitted last by its key, at each program, and on each part of its seats where they are parted.
public struct LastIn: Sendable {
  private let round: DecidedRound
  /// By program: the wish with the worst rank that was admitted by its key, or −1: none of those kept.
  private var last: [Int32]
  /// The same of those kept: whom a child is behind where all seats are theirs.
  private var lastKept: [Int32]

  /// Of everybody who is admitted in the round.
  public init(_ round: DecidedRound) {
    self.round = round
    let outcome = round.outcome
    last = [Int32](repeating: -1, count: round.input.programs.count)
    lastKept = last
    func take(_ wish: Int32, _ program: Int, into last: inout [Int32]) {
      if last[program] < 0 || outcome.rank[Int(wish)] > outcome.rank[Int(last[program])] {
        last[program] = wish
      }
    }
    for (applicant, wish) in outcome.place.enumerated() where wish >= 0 && outcome.rank[Int(wish)] > 0 {
      let program = Int(round.input.wishProgram[Int(wish)])
      if round.input.keeper(of: applicant) == nil {
        take(wish, program, into: &last)
      } else {
        take(wish, program, into: &lastKept)
      }
    }
  }

  /// The wish of the last one in whom a wish is compared with; nil for none.
  ///
  /// - Parameter isBehindKept: where nobody else is in, those kept count.
  public func wish(ofWish wish: Int, of applicant: Int, isBehindKept: Bool) -> Int? {
    let program = Int(round.input.wishProgram[wish])
    var found = last[program]
    if round.hasReservations(program) {
      guard let part = round.seatPart(ofWish: wish, of: applicant) else { return nil }
      found = part.last
    }
    if isBehindKept, found < 0 { found = lastKept[program] }
    return found < 0 ? nil : Int(found)
  }
}
