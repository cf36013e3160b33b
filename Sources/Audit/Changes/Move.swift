/// A child whose result is another one now.
public struct Move: Sendable {
  /// personalId, moetId, examNo, applicationNo.
  public var ids: [String]
  /// As the newer result has it, else the older.
  public var name: String
  /// The status before; empty for somebody new.
  public var statusBefore: String
  /// The status now; empty for somebody gone.
  public var statusNow: String
  /// The place before; nil for none.
  public var placeBefore: ResultPicture.Place?
  /// The place now; nil for none.
  public var placeNow: ResultPicture.Place?
  /// Whether it is better or worse off.
  public var direction: Direction
  /// Why, as far as the two results tell; never empty.
  public var causes: [Cause]

  /// Compared by the child's own order of wishes.
  public enum Direction: String, Sendable, CaseIterable { case better, worse, other }

  /// Why a child moved.
  public enum Cause: Hashable, Sendable {
    /// It is in the newer result alone.
    case arrived
    /// It is in the older result alone.
    case left
    /// It has left the place that it had, of itself.
    case departed(ResultPicture.Departure)
    /// It was assigned a place, over and above the decision.
    case assigned
    /// The place that it was assigned is not given any more.
    case unassigned
    /// Its own rows changed: the numbers of the wishes, or 0 for the list of wishes itself.
    case ownRows([Int])
    /// A table by which wishes are judged changed, and its own rows may have, too: the numbers of the wishes.
    case ownRowsPerhaps([Int])
    /// At a program where some seats are for some it belongs to others of them now.
    case categories(path: String, left: [ResultPicture.Category], joined: [ResultPicture.Category])
    /// It has declined a school, or that was taken back.
    case declinedSchool(path: String, isTakenBack: Bool)
    /// The council has concluded of it, or of those who are equal: the numbers of the minutes.
    case ruled(minutes: [String])
    /// Its documents have been reviewed.
    case reviewed
    /// Its documents are to be reviewed first.
    case unreviewed
    /// Lots were drawn.
    case drawn
    /// The rules of the round: which.
    case roundRules([RuleChange])
    /// The cut-off that is given for a wish.
    case cutoff(path: String, wish: Int, before: String?, now: String?)
    /// The seats of a program.
    case quota(path: String, before: Int, now: Int)
    /// Other rules of a program: which; none where it is new or gone.
    case programRules(path: String, [RuleChange])
    /// Others took the seats: those seated there now and not before.
    case pushed(path: String, by: [[String]])
    /// Others gave up seats: those seated there before and not now.
    case madeRoom(path: String, by: [[String]])
    /// A seat that nobody had.
    case freeSeat(path: String)
    /// Neither of these: somebody who waits stands otherwise.
    case others
  }
}

/// Who moved between two results, in the order of the newer one; those who are gone last.
public func moves(from old: ResultPicture, to new: ResultPicture) -> [Move] {
  ResultComparison(old, new).moves
}
