import Admission
import Tables

extension DecidedRound {
  /// Why an applicant has no place at all: nil for those admitted and waiting. Of several wishes
  /// the first that is eligible tells, else the first at a declined school, else the first.
  public func reason(of applicant: Int) -> ReasonCode? {
    switch outcome.status[applicant] {
    case .admitted, .waiting: return nil
    case .held: return heldReason(applicant)
    case .notAdmitted, .ineligible:
      if let reason = left[Int32(applicant)] { return ReasonCode(reason) }
      if input.states[applicant] == .withdrawn { return .withdrawn }
      let wishes = input.wishes(of: applicant)
      let telling = [.eligible, .schoolDeclined].lazy.compactMap { verdict in
        wishes.first { outcome.verdict[$0] == verdict }
      }.first
      return (telling ?? wishes.first).flatMap { reason($0, of: applicant) }
    }
  }

  /// Why an applicant has no place at one of its wishes; nil where it is admitted there. It
  /// says nothing of any other school but that a place was found at another wish.
  public func reason(_ wish: Int, of applicant: Int) -> ReasonCode? {
    if Int(outcome.place[applicant]) == wish { return nil }
    let unmet = ReasonCode(outcome.verdict[wish])
    // What this wish lacks is true of it whatever became of the child elsewhere.
    switch outcome.verdict[wish] {
    case .eligible, .held, .withdrawn, .leftElsewhere: break
    case .schoolDeclined: return ReasonCode(refusal(wish, of: applicant))
    default: return unmet
    }
    if outcome.status[applicant] == .held {
      return hasDeclinedSince(wish, applicant) ? .schoolDeclined : heldReason(applicant)
    }
    if let reason = left[Int32(applicant)] {
      // At another wish it is somebody who had a place elsewhere, and was behind if it came before.
      let place = leftProgram[Int32(applicant)]
      if place == nil || place == input.wishProgram[wish] { return ReasonCode(reason) }
      guard unmet == nil, outcome.verdict[wish] == .eligible else { return .leftElsewhere }
      if let refusal = refusalOfPlace(wish, of: applicant) { return ReasonCode(refusal) }
      let reason = keptReason(wish, of: applicant)
      return reason == .otherWish ? .leftElsewhere : reason
    }
    if let unmet { return unmet }
    if hasDeclinedSince(wish, applicant) { return .schoolDeclined }
    // Who is kept competes nowhere else, whatever its key.
    if input.keeper(of: applicant) != nil { return keptReason(wish, of: applicant) }
    let program = Int(input.wishProgram[wish])
    if !tookPart(wish) {
      if assigned[Int32(applicant)] != nil { return .assigned }
      // Nobody is in before whom it could be behind.
      if input.rules.method != .given, seats.worstRank[program] == 0, input.programs[program].quota > 0 {
        return .notConsidered
      }
      if isPastItsSeats(wish, of: applicant) { return .notConsidered }
    }
    if areAllSeatsKept(atWish: wish, of: applicant) { return .seatsKept }
    if hasReservations(program) { return reservedReason(wish, of: applicant) }
    if isReached(wish) { return .otherWish }
    let isBehindAll = outcome.rank[wish] > seats.worstRank[program]
    if isTiedOut(wish) { return .tiedOut }
    if input.rules.method == .given || seats(atWish: wish).left[program] > 0 { return .belowCutoff }
    if input.programs[program].quota == 0 { return .noSeats }
    return isBehindAll ? .belowCutoff : .seatsKept
  }

  /// No key would have been enough: in a round that was opened again whoever has the seats keeps them, also
  /// before children who did not compete with them when they got them. Of whom did, it is still true what it
  /// lacked then; where some seats are for some nobody is left there to compare with.
  private func areAllSeatsKept(atWish wish: Int, of applicant: Int) -> Bool {
    let program = input.wishProgram[wish]
    guard tables.wasReopened, input.rules.method != .given, input.programs[Int(program)].quota > 0,
      seats(atWish: wish).left[Int(program)] == 0
    else { return false }
    return !hasCompeted(atWish: wish, of: applicant) || hasReservations(Int(program))
  }

  /// The child was, or is, compared with all who have a seat there: with those kept when they got theirs.
  private func hasCompeted(atWish wish: Int, of applicant: Int) -> Bool {
    let program = input.wishProgram[wish]
    return !tables.wasReopened || competedBefore[Int32(applicant)]?.contains(program) == true
      || seats(atWish: wish).left[Int(program)] == input.programs[Int(program)].quota
  }

  /// Who competed for all seats of programs and has none of them, and the programs.
  public var turnedAway: [PersonKey: [String]] {
    var turnedAway: [PersonKey: [String]] = [:]
    for applicant in 0..<cohort.count where left[Int32(applicant)] == nil {
      let place = place(of: applicant) ?? .max
      let wishes = input.wishes(of: applicant).filter {
        $0 < place && outcome.verdict[$0] == .eligible && hasCompeted(atWish: $0, of: applicant)
      }
      if !wishes.isEmpty { turnedAway[cohort.key(of: applicant)] = wishes.map { plan(ofWish: $0).path } }
    }
    return turnedAway
  }

  /// Of a wish of a child that is kept, or has left a place: before that what kept it out when it got that, else
  /// nothing more.
  private func keptReason(_ wish: Int, of applicant: Int) -> ReasonCode {
    let program = Int(input.wishProgram[wish])
    guard isBeforeKeptPlace(wish, of: applicant) else { return .otherWish }
    if hasReservations(program) {
      // Nobody sits there any more by the key: all are kept.
      guard let part = seatPart(ofWish: wish, of: applicant), part.last >= 0 else { return .otherWish }
      return reservedReason(wish, of: applicant)
    }
    if input.rules.method == .given { return isReached(wish) ? .otherWish : .belowCutoff }
    if !tookPart(wish), isTiedOut(wish) { return .tiedOut }
    if measureOfKept(wish, of: applicant) != nil { return .belowCutoff }
    return input.programs[program].quota == 0 ? .noSeats : .otherWish
  }

  /// The same at a program with reservations: what the part says through which the wish competed.
  private func reservedReason(_ wish: Int, of applicant: Int) -> ReasonCode {
    let program = Int(input.wishProgram[wish])
    let standing = partedStanding(wish, of: applicant)
    if standing.isReached { return .otherWish }
    guard let part = standing.part else {
      if input.programs[program].quota == 0 { return .noSeats }
      return seats(atWish: wish).left[program] > 0 ? .reservedForOthers : .seatsKept
    }
    if let row = part.row, input.programs[program].reservations[row].kind == .atMost { return .categoryFull }
    if input.rules.tiePolicy == .allOut, !part.isFull, part.cutoff >= 0,
      outcome.rank[wish] == outcome.rank[Int(part.cutoff)]
    {
      return .tiedOut
    }
    let isBehindAll =
      isBeforeKeptPlace(wish, of: applicant)
      ? measureOfKept(wish, of: applicant) != nil : outcome.rank[wish] > seats.worstRank[program]
    return isBehindAll ? .belowCutoff : .reservedForOthers
  }

  /// How many may wait at the program of an eligible wish, where the child has no place at all, and so many
  /// are before it that it does not wait there either; nil where that is not so.
  public func reservePassed(by wish: Int, of applicant: Int) -> Int? {
    guard outcome.verdict[wish] == .eligible, outcome.waitingPlace[wish] == 0, input.rules.method != .given,
      [.waiting, .notAdmitted].contains(outcome.status[applicant]), left[Int32(applicant)] == nil,
      !hasDeclinedSince(wish, applicant)
    else { return nil }
    return input.programs[Int(input.wishProgram[wish])].reserve
  }

  /// The wish is of the group of equals that stays out whole, because the seats left are too few for it.
  func isTiedOut(_ wish: Int) -> Bool {
    let (program, seats) = (Int(input.wishProgram[wish]), seats(atWish: wish))
    let cutoff = Int(seats.cutoff[program])
    return input.rules.method != .given && input.rules.tiePolicy == .allOut && cutoff >= 0
      && seats.taken[program] < seats.left[program] && outcome.rank[wish] == outcome.rank[cutoff]
  }

  /// Another child that the council decides of has the same key at the program of a wish.
  public func isTiedWithAnother(_ wish: Int) -> Bool {
    let (program, rank) = (input.wishProgram[wish], outcome.rank[wish])
    let own = input.applicant(ofWish: wish)
    return rank > 0
      && outcome.tiedPlaces.keys.contains { other in
        Int(other) != own
          && input.wishes(of: Int(other)).contains {
            input.wishProgram[$0] == program && outcome.rank[$0] == rank
          }
      }
  }

  private func heldReason(_ applicant: Int) -> ReasonCode {
    if input.states[applicant] == .held { return cohort.heldBecause[Int32(applicant)] ?? .heldRow }
    if outcome.unreviewed[Int32(applicant)] != nil { return .unreviewed }
    return leavesTiesToLots ? .draw : .tie
  }

  /// An eligible wish stands before what was turned away, or beside the last one in where
  /// groups stay together. Of programs without reservations.
  private func isReached(_ wish: Int) -> Bool {
    let program = Int(input.wishProgram[wish])
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
