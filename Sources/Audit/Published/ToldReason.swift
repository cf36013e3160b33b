public import Tables

/// What the reason published of a child has to say, as far as the other tables tell it.
public enum ToldReason: Sendable {
  /// One thing for all wishes.
  case whole(Part)
  /// Held before any wish counts: why, is told nowhere else.
  case held
  /// Left to the council, or to a draw, between two places: a program's name and the wish, nil for none.
  case tie(taken: Place?, left: Place?)
  /// Held, and it has declined some of the places where it may be.
  case declinedWhileHeld([Place], open: [Place])
  /// By assignment: the paper and why are told nowhere else.
  case assigned
  /// Each wish for itself.
  case wishes([(number: Int, special: Bool, part: Part)])

  /// A place as it is called.
  public struct Place: Sendable {
    /// What people call the program.
    public var name: String
    /// The wish that it is.
    public var number: Int
    /// Of the columns NV chuyên.
    public var special: Bool
  }

  /// Why there is no place by a wish.
  public enum Part: Sendable {
    /// The code of a verdict, or of why a seat is only kept.
    case code(String)
    /// The child has left its place: the code of why.
    case left(String)
    /// Which papers lack, is told nowhere else; the code of the verdict.
    case papers(String)
    /// Born outside of these days.
    case age(born: Day?, from: Day?, to: Day?)
    /// The program takes these wishes alone.
    case takes([Int], special: Bool)
    case belowMinimum(own: Exact, minimum: Exact)
    /// Nothing is told of what was lacking.
    case behind
    case tiedOut, noSeats, seatsKept, otherWish
    /// It took no part in the newest run, and nobody is in.
    case notConsidered
    /// The score that it took.
    case score(own: Exact, cutoff: Exact)
    case tier(own: Int, last: Int)
    case nobodyAtWish
    /// Nobody is admitted here: the seats are kept for children who are not decided, or a group of equals
    /// before is too large.
    case seatsHeld, groupOut
    /// On the seats through which it competed, some being for some, nobody sits by the key.
    case nobodyOnThese
    /// The score that would have been needed, where that is not the published cut-off of the wish.
    case needed(own: Exact, needed: Exact)
    /// That score, parted by something after it.
    case equal(score: Exact, by: Parting)
    /// Direct admissions have all seats.
    case direct
    /// It does not wait either: so many do.
    indirect case beyondReserve(Part, reserve: Int)
    /// Equal scores, nil where nothing is scored, parted by the tie chain, the lottery or the council.
    case parted(score: Exact?, by: Parting)
    /// Where some seats are for some: through which it competed, nil for the open ones, and what was lacking.
    indirect case seats(SeatsReason, PublishedRules.Reserved?, Part?)
    /// Told by what these tables do not hold.
    case unknown
  }

  /// Why there is no seat among those that are for some.
  public enum SeatsReason: Sendable { case behind, reservedForOthers, categoryFull }

  /// What parts equal scores.
  public enum Parting: Sendable {
    case chain, lottery
    /// By the minutes of this number.
    case council(minutes: String)
  }
}

/// A text of which some parts are not known: it has to begin with the first, end with the last, and hold the
/// others in between, in order.
public struct ToldText: Sendable {
  /// What is known, in order.
  public var pieces: [String]

  /// A text with gaps between its pieces.
  public init(_ pieces: [String]) { self.pieces = pieces }

  /// The text may be this one.
  func fits(_ text: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return true }
    var rest = Substring(text)
    guard rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    guard pieces.count > 1 else { return rest.isEmpty }
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
