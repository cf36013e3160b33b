import Admission

/// Who was admitted last by its key, at each program, and on each part of its seats where they are parted.
public struct LastIn: Sendable {
  private let round: DecidedRound
  /// By program: the wish with the worst rank that was admitted by its key, or −1: none of those kept.
  private var last: [Int32]
  /// The same of those kept: whom a child is behind where all seats are theirs.
  private var lastKept: [Int32]
  /// By program with reservations, by row, and then of the open seats.
  private var lastOnPart: [Int32: [Int32]]

  /// Of everybody who is admitted in the round.
  public init(_ round: DecidedRound) {
    self.round = round
    let (input, outcome) = (round.input, round.outcome)
    last = [Int32](repeating: -1, count: input.programs.count)
    lastKept = last
    lastOnPart = round.seats.parts.mapValues { $0.map { _ in -1 } }
    func isWorse(_ wish: Int32, than other: Int32) -> Bool {
      other < 0 || outcome.rank[Int(wish)] > outcome.rank[Int(other)]
    }
    for (applicant, wish) in outcome.place.enumerated() where wish >= 0 && outcome.rank[Int(wish)] > 0 {
      let program = input.wishProgram[Int(wish)]
      guard input.keeper(of: applicant) == nil else {
        if isWorse(wish, than: lastKept[Int(program)]) { lastKept[Int(program)] = wish }
        continue
      }
      if isWorse(wish, than: last[Int(program)]) { last[Int(program)] = wish }
      guard var parts = lastOnPart[program] else { continue }
      let kinds = input.programs[Int(program)].reservations.map(\.kind)
      let caps = round.reservationRows(ofWish: Int(wish), of: applicant).filter { kinds[$0] == .atMost }
      for part in caps + [outcome.reservedSeats[Int32(applicant)] ?? kinds.count]
      where isWorse(wish, than: parts[part]) {
        parts[part] = wish
      }
      lastOnPart[program] = parts
    }
  }

  /// The wish of the last one in whom a wish is compared with; nil for none.
  ///
  /// - Parameter isBehindKept: where nobody else is in, those kept count.
  public func wish(ofWish wish: Int, of applicant: Int, isBehindKept: Bool) -> Int? {
    let program = Int(round.input.wishProgram[wish])
    var found = last[program]
    if round.hasReservations(program) {
      guard let part = round.seatPart(ofWish: wish, of: applicant),
        let parts = lastOnPart[round.input.wishProgram[wish]]
      else { return nil }
      found = parts[part.row ?? parts.count - 1]
    }
    if isBehindKept, found < 0 { found = lastKept[program] }
    return found < 0 ? nil : Int(found)
  }
}
