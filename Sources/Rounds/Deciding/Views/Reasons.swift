import Admission
import Tables

extension DecidedRound {
  /// Why an applicant has no place at all: nil for those admitted and waiting. Of several wishes
  /// the first that is eligible tells, else the first.
  public func reason(of applicant: Int) -> ReasonCode? {
    switch outcome.status[applicant] {
    case .admitted, .waiting: return nil
    case .held: return heldReason(applicant)
    case .notAdmitted, .ineligible:
      if let reason = left[Int32(applicant)] { return ReasonCode(reason) }
      if input.states[applicant] == .withdrawn { return .withdrawn }
      let wishes = input.wishes(of: applicant)
      let telling = wishes.first { outcome.verdict[$0] == .eligible } ?? wishes.first
      return telling.flatMap { reason($0, of: applicant) }
    }
  }

  /// Why an applicant has no place at one of its wishes; nil where it is admitted there. It
  /// says nothing of any other school but that a place was found at another wish.
  public func reason(_ wish: Int, of applicant: Int) -> ReasonCode? {
    if Int(outcome.place[applicant]) == wish { return nil }
    if outcome.status[applicant] == .held { return heldReason(applicant) }
    if let reason = left[Int32(applicant)] { return ReasonCode(reason) }
    if let reason = ReasonCode(outcome.verdict[wish]) { return reason }
    if isReached(wish, by: applicant) { return .otherWish }
    let program = Int(input.wishProgram[wish])
    let isBehindAll = outcome.rank[wish] > worstRank[program]
    if hasReservations(program) { return isBehindAll ? .belowCutoff : .reservedForOthers }
    if isTiedOut(wish) { return .tiedOut }
    if input.rules.method == .given || seats(atWish: wish).left[program] > 0 { return .belowCutoff }
    if input.programs[program].quota == 0 { return .noSeats }
    return isBehindAll ? .belowCutoff : .seatsKept
  }

  /// Seats of the program are for some, and not given in the order of the keys alone.
  func hasReservations(_ program: Int) -> Bool {
    input.rules.method != .given && !input.programs[program].reservations.isEmpty
  }

  /// The wish is of the group of equals that stays out whole, because the seats left are too few for it.
  func isTiedOut(_ wish: Int) -> Bool {
    let (program, seats) = (Int(input.wishProgram[wish]), seats(atWish: wish))
    let cutoff = Int(seats.cutoff[program])
    return input.rules.method != .given && input.rules.tiePolicy == .allOut && cutoff >= 0
      && seats.taken[program] < seats.left[program] && outcome.rank[wish] == outcome.rank[cutoff]
  }

  private func heldReason(_ applicant: Int) -> ReasonCode {
    if input.states[applicant] == .held { return cohort.heldBecause[Int32(applicant)] ?? .heldRow }
    return outcome.unreviewed[Int32(applicant)] == nil ? .tie : .unreviewed
  }

  /// An eligible wish stands before what was turned away, or beside the last one in where
  /// groups stay together. Where seats are for some, what a child was not turned away from stands
  /// behind its place.
  func isReached(_ wish: Int, by applicant: Int) -> Bool {
    let program = Int(input.wishProgram[wish])
    if hasReservations(program) { return place(of: applicant).map { $0 <= wish } ?? false }
    if input.rules.method == .given {
      let cutoff = input.programs[program].givenCutoffs[Int(input.wishNumber[wish])]
      return outcome.direct[wish] || cutoff.map { outcome.score[wish] >= $0.raw } ?? false
    }
    let seats = seats(atWish: wish)
    let cutoff = Int(seats.cutoff[program])
    guard cutoff >= 0 else { return seats.left[program] > 0 }
    return input.rules.tiePolicy == .allIn
      ? outcome.rank[wish] <= outcome.rank[cutoff] : outcome.rank[wish] < outcome.rank[cutoff]
  }
}
