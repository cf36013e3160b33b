import Admission

/// Who was admitted last by its key, at each program, and on each part of its seats where they are parted.
public struct LastIn: Sendable {
  private let round: DecidedRound
  /// By program: the wish with the worst rank that was admitted by its key, or −1: none of those kept.
  private var last: [Int32]
  /// The same of those kept: whom a child is behind where all seats are theirs.
  private var lastKept: [Int32]
  /// By program: a seat is kept there for a child that is not decided.
  private var keepsSeats: [Bool]

  /// Why nobody is admitted to a program that has seats, though somebody eligible has none.
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
    last = [Int32](repeating: -1, count: round.input.programs.count)
    lastKept = last
    keepsSeats = last.map { _ in false }
    for wish in outcome.tiedPlaces.values.flatMap({ [$0.groupIn, $0.groupOut] }) + outcome.unreviewed.values
    where wish >= 0 { keepsSeats[Int(round.input.wishProgram[Int(wish)])] = true }
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

  /// Why a wish that others stood before has nobody before it who is admitted; nil where somebody is.
  ///
  /// - Parameter isBehindKept: see ``wish(ofWish:of:isBehindKept:)``.
  public func unseated(ofWish wish: Int, of applicant: Int, isBehindKept: Bool) -> Unseated? {
    let program = Int(round.input.wishProgram[wish])
    if round.hasReservations(program) {
      guard self.wish(ofWish: wish, of: applicant, isBehindKept: isBehindKept) == nil else { return nil }
      return round.seatPart(ofWish: wish, of: applicant).map { _ in .partEmpty }
    }
    guard round.input.rules.method != .given, round.takesPart.isEmpty || round.takesPart[wish],
      self.wish(ofWish: wish, of: applicant, isBehindKept: true) == nil
    else { return nil }
    if keepsSeats[program] { return .seatsHeld }
    return round.input.rules.tiePolicy == .allOut ? .groupOut : nil
  }
}
