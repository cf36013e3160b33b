import Admission

/// Who was admitted last by its key, at each program, and on each part of its seats where they are parted.
public struct LastIn: Sendable {
  private let round: DecidedRound
  /// By program: a seat is kept there for a child that is not decided.
  private var keepsSeats: [Bool]
  /// Who sits where if tied groups stay out, and is not decided.
  private var awaited: SeatsAwaited

  /// Why those next before a wish are not admitted, or nobody is, though there are seats.
  public enum Unseated: String, Sendable {
    /// The seats are kept for children before, until the council concludes or documents are reviewed.
    case seatsHeld = "seats-held"
    /// Those before are equal, and too many for the seats: none of them is taken.
    case groupOut = "group-out"
    /// Where some seats are for some: on those through which it competed nobody sits by the key.
    case partEmpty = "part-empty"
  }

  /// Of everybody who is admitted in the round.
  public init(_ round: DecidedRound) {
    self.round = round
    let outcome = round.outcome
    keepsSeats = round.input.programs.map { _ in false }
    awaited = SeatsAwaited(round)
    for wish in outcome.tiedPlaces.values.flatMap({ [$0.groupIn, $0.groupOut] }) + outcome.unreviewed.values
    where wish >= 0 { keepsSeats[Int(round.input.wishProgram[Int(wish)])] = true }
  }

  /// The wish of the last one in whom a wish is compared with; nil for none.
  ///
  /// - Parameter isBehindKept: where nobody else is in, those kept count.
  public func wish(ofWish wish: Int, of applicant: Int, isBehindKept: Bool) -> Int? {
    let program = Int(round.input.wishProgram[wish])
    let isBeforePlace = round.isBeforeKeptPlace(wish, of: applicant)
    var found = isBeforePlace ? -1 : round.seats.lastIn[program]
    if round.hasReservations(program) {
      guard let part = round.seatPart(ofWish: wish, of: applicant) else { return nil }
      found = round.lastStaying(on: part, before: wish).map(Int32.init) ?? -1
    }
    if isBehindKept, found < 0 {
      guard !isBeforePlace else { return round.measureOfKept(wish, of: applicant)?.last }
      found = round.seats.lastKept[program]
    }
    return found < 0 ? nil : Int(found)
  }

  /// Who stands next before a wish that others stood before, where those are not admitted.
  public struct Before: Sendable {
    /// Why they are not.
    public var why: Unseated
    /// A wish with the key of the last of them; nil where there is none to compare with.
    public var wish: Int?
  }

  /// Nil where the next before a wish is the last one in.
  ///
  /// - Parameter isBehindKept: see ``wish(ofWish:of:isBehindKept:)``.
  public func before(ofWish wish: Int, of applicant: Int, isBehindKept: Bool) -> Before? {
    guard round.input.rules.method != .given, !round.isBeforeKeptPlace(wish, of: applicant) else {
      return nil
    }
    let program = Int(round.input.wishProgram[wish])
    let isReserved = round.hasReservations(program)
    let part = isReserved ? round.seatPart(ofWish: wish, of: applicant) : nil
    if isReserved, part == nil { return nil }
    let tookPart = round.tookPart(wish)
    if tookPart, let next = next(before: wish, program, part) { return next }
    if isReserved {
      let isBehindSomebody = self.wish(ofWish: wish, of: applicant, isBehindKept: isBehindKept) != nil
      return isBehindSomebody ? nil : Before(why: .partEmpty)
    }
    guard tookPart, self.wish(ofWish: wish, of: applicant, isBehindKept: true) == nil
    else { return nil }
    if keepsSeats[program] { return Before(why: .seatsHeld) }
    return round.input.rules.tiePolicy == .allOut ? Before(why: .groupOut) : nil
  }

  /// A group of equals that stays out, or a child for whom a seat is kept, behind the last one in.
  private func next(before wish: Int, _ program: Int, _ part: SeatPart?) -> Before? {
    let rank = round.outcome.rank
    let isAllOut = round.input.rules.tiePolicy == .allOut
    let cutoff = Int(part?.cutoff ?? round.seats.cutoff[program])
    if cutoff >= 0, rank[cutoff] < rank[wish], awaited.leavesGroupOut(program, part, in: round) {
      guard !isAllOut else { return Before(why: .groupOut, wish: cutoff) }
      return Before(why: .seatsHeld, wish: nearest(before: wish, cutoff, program, part))
    }
    let held = awaited.last(program, part, in: round)
    let last = Int(part?.last ?? round.seats.lastIn[program])
    guard held >= 0, rank[held] < rank[wish], last < 0 || rank[last] < rank[held] else { return nil }
    return Before(why: .seatsHeld, wish: nearest(before: wish, held, program, part))
  }

  /// Of those who stand before a wish and for whom a seat may be kept, however a tie ends: the last one.
  private func nearest(before wish: Int, _ found: Int, _ program: Int, _ part: SeatPart?) -> Int {
    let rank = round.outcome.rank
    let before = awaited.all(program, part, in: round).filter { rank[$0] < rank[wish] }
    return ([found] + before).max { rank[$0] < rank[$1] } ?? found
  }
}

/// The seats of children who are not decided, as they are if tied groups stay out.
private struct SeatsAwaited {
  private struct Place: Hashable {
    var program: Int
    /// The part of the program's seats; nil where they are not parted.
    var part: Int?
  }

  /// How many of the children wait for a draw or the council.
  private var tied: [Place: Int] = [:]
  /// The wish with the worst key.
  private var worst: [Place: Int] = [:]
  /// All wishes, also those where children sit if tied groups come in.
  private var wishes: [Place: [Int]] = [:]

  init(_ round: DecidedRound) {
    let outcome = round.outcome
    for (applicant, places) in outcome.tiedPlaces {
      if let place = take(applicant, places.groupOut, round) { tied[place, default: 0] += 1 }
      let row = outcome.reservedSeatsGroupIn[applicant]
      if let place = SeatsAwaited.place(ofWish: places.groupIn, row, round) {
        wishes[place, default: []].append(Int(places.groupIn))
      }
    }
    for (applicant, wish) in outcome.unreviewed { _ = take(applicant, wish, round) }
  }

  /// Where a child sits; nil where it does not, and where it took no part in the newest run.
  private mutating func take(_ applicant: Int32, _ wish: Int32, _ round: DecidedRound) -> Place? {
    guard let place = SeatsAwaited.place(ofWish: wish, round.outcome.reservedSeats[applicant], round)
    else { return nil }
    let rank = round.outcome.rank
    // Who else has the rank has the same key.
    if worst[place].map({ rank[$0] < rank[Int(wish)] }) ?? true { worst[place] = Int(wish) }
    wishes[place, default: []].append(Int(wish))
    return place
  }

  private static func place(ofWish wish: Int32, _ row: Int?, _ round: DecidedRound) -> Place? {
    guard wish >= 0, round.tookPart(Int(wish)) else { return nil }
    let program = Int(round.input.wishProgram[Int(wish)])
    let part = row ?? round.input.programs[program].reservations.count
    return Place(program: program, part: round.hasReservations(program) ? part : nil)
  }

  func all(_ program: Int, _ part: SeatPart?, in round: DecidedRound) -> [Int] {
    wishes[place(program, part, in: round)] ?? []
  }

  private func place(_ program: Int, _ part: SeatPart?, in round: DecidedRound) -> Place {
    let open = round.input.programs[program].reservations.count
    return Place(program: program, part: part.map { $0.row ?? open })
  }

  func last(_ program: Int, _ part: SeatPart?, in round: DecidedRound) -> Int {
    worst[place(program, part, in: round)] ?? -1
  }

  /// Seats are free though somebody is turned away: the first of those are equal, and too many.
  func leavesGroupOut(_ program: Int, _ part: SeatPart?, in round: DecidedRound) -> Bool {
    guard round.input.rules.tiePolicy != .allIn else { return false }
    let tied = tied[place(program, part, in: round)] ?? 0
    guard let part else { return round.seats.taken[program] + tied < round.seats.left[program] }
    if let row = part.row, round.input.programs[program].reservations[row].kind == .atMost { return false }
    var free = part.free - tied
    // What a row does not need is for everybody.
    if part.row == nil {
      for row in round.seats.parts[Int32(program)] ?? [] where row.row != nil && row.cutoff < 0 {
        guard let number = row.row, round.input.programs[program].reservations[number].kind == .reserved
        else { continue }
        free -= min(max(0, row.free), self.tied[Place(program: program, part: number)] ?? 0)
      }
    }
    return part.hasSeats && free > 0
  }
}
