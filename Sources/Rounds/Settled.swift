/// Where children are: `SCHOOL/PROGRAM`.
public typealias SchoolPlaces = [PersonKey: String]

/// Who waits at which programs, and as the how manieth: by `SCHOOL/PROGRAM`.
public typealias WaitingPlaces = [PersonKey: [String: Int]]

/// What was settled before, whatever the rows in force would give now (contract.md 4, A kept child).
public struct Settled: Hashable, Sendable {
  /// Who stays where it is, whatever its key.
  public var kept: SchoolPlaces
  /// Who has left its place, and does not compete again.
  public var left: [PersonKey: LeavingReason]
  /// The place that each of them has left, as far as it is known.
  public var leftAt: SchoolPlaces = [:]
  /// The newest `xét bổ sung`.
  public var supplement: Supplement?
  /// Of who is kept on a seat of a reservation: which one.
  public var seats: [PersonKey: String] = [:]
  /// Who has a place that its school's first official lists did not name, and later ones do.
  public var newcomers: [PersonKey: Newcomer] = [:]
  /// Who competed for seats that others have, and the programs: of a round that was opened again, where those
  /// keep them.
  public var turnedAway: [PersonKey: [String]] = [:]

  /// The schools that children had declined when it was settled: they compete for none of their programs.
  public var declined: [PersonKey: [String]] = [:]
  /// Of those schools: the ones to which they did not come.
  public var absent: [PersonKey: [String]] = [:]

  /// Nothing was settled, unless it is said.
  public init(
    kept: SchoolPlaces = [:], left: [PersonKey: LeavingReason] = [:], supplement: Supplement? = nil
  ) {
    self.kept = kept
    self.left = left
    self.supplement = supplement
  }

  /// `xét bổ sung`: once more by the same rules, over the children then waiting.
  public struct Supplement: Hashable, Sendable {
    /// Everybody with a place who stays.
    public var kept: SchoolPlaces
    /// Everybody who has left a place, then or before.
    public var left: [PersonKey: LeavingReason]
    /// The place that each of them has left, as far as it is known.
    public var leftAt: SchoolPlaces = [:]
    /// Whoever was waiting, and the programs on whose waiting list it stood.
    public var waiting: [PersonKey: [String]]
    /// Who is held until its documents are reviewed, and where a seat is kept for it.
    public var awaited: SchoolPlaces = [:]
    /// Whom an exact tie leaves to the council, and the two places between which it does.
    public var tied: [PersonKey: TiedPaths] = [:]

    /// The children of one `xét bổ sung`.
    public init(kept: SchoolPlaces, left: [PersonKey: LeavingReason], waiting: [PersonKey: [String]]) {
      self.kept = kept
      self.left = left
      self.waiting = waiting
    }
  }

  /// A child whose place was published after other official lists of its school.
  public struct Newcomer: Hashable, Sendable, Codable {
    /// `SCHOOL/PROGRAM`.
    public var path: String
    /// The newest file that had come by then. Whatever had come can have said nothing of the child.
    public var after: Int

    /// Its code.
    public var school: String { schoolCode(ofPath: path) }

    /// A child of this place.
    public init(path: String, after: Int) {
      self.path = path
      self.after = after
    }
  }

  /// The places of a child if a tied group stays out, and if it comes in: `SCHOOL/PROGRAM`, empty for none.
  public struct TiedPaths: Hashable, Sendable, Codable {
    /// If it stays out.
    public var out: String
    /// If it comes in.
    public var `in`: String
    /// The reservations on whose seats it is there; nil for none.
    public var outSeat: String?
    /// See ``outSeat``.
    public var inSeat: String?

    /// Two different places.
    public init(out: String, in: String) {
      self.out = out
      self.in = `in`
    }
  }
}

/// What an official result, or `chốt` of some schools, has settled for later.
public struct RoundRecord: Hashable, Sendable {
  /// What it was decided with; deciding with it again gives it again.
  public var settled: Settled
  /// Where children are who were admitted by it: who is kept after `mở lại`.
  public var admitted: SchoolPlaces
  /// In which order children without a place stand at programs (``DecidedRound/waitingPlaces``); nil for `chốt` of
  /// some schools, after which others still compete, and in records of an earlier version.
  public var waiting: WaitingPlaces?

  /// A result and what it was decided with.
  public init(settled: Settled, admitted: SchoolPlaces) {
    self.settled = settled
    self.admitted = admitted
  }
}

/// Why a child has left the place that it had.
public enum LeavingReason: String, Codable, Sendable, CaseIterable {
  /// `từ chối`.
  case declined
  /// `không đến`.
  case absent
  /// It had not confirmed when `xét bổ sung` came.
  case unconfirmed
}

/// The school of a `SCHOOL/PROGRAM`.
public func schoolCode(ofPath path: String) -> String { String(path.prefix { $0 != "/" }) }
