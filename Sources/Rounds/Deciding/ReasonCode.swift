public import Admission

/// Why somebody has no place, or no place here: the codes of `ket-qua.csv` and of the lists.
public enum ReasonCode: String, Sendable, CaseIterable {
  // MARK: Not eligible: the codes of ``Verdict``

  case withdrawn
  case wishNotTaken = "wish-not-taken"
  case wrongGroup = "wrong-group"
  case schoolDeclined = "school-declined"
  case age
  case outOfZone = "out-of-zone"
  case documentsLacking = "documents-lacking"
  case documentsFailed = "documents-failed"
  case missingMark = "missing-mark"
  case noConversion = "no-conversion"
  case absent
  case failingMark = "failing-mark"
  case violation
  case noProgramScore = "no-program-score"
  case belowMinimum = "below-minimum"

  // MARK: Eligible, and no place

  /// Others stood before, or the cut-off given is higher.
  case belowCutoff = "below-cutoff"
  /// The program admits nobody: its quota is 0.
  case noSeats = "no-seats"
  /// All its seats are those of children kept from an earlier official result.
  case seatsKept = "seats-kept"
  /// Others behind have seats that are reserved for them.
  case reservedForOthers = "reserved-for-others"
  /// The program takes no more of the child's category, and others of it stood before.
  case categoryFull = "category-full"
  /// Equal in everything to others at the last seats, and the group stays out whole.
  case tiedOut = "tied-out"
  /// A place was found at another wish of the child.
  case otherWish = "other-wish"
  /// It had a place at another wish, and has left it.
  case leftElsewhere = "left-elsewhere"
  /// A place was assigned to the child, and it took no part in `xét bổ sung`.
  case assigned
  /// It took no part in `xét bổ sung`, by which nobody is in either.
  case notConsidered = "not-considered"

  // MARK: Left a place

  /// The family declined the place.
  case declined
  /// The child did not come.
  case notCome = "not-come"
  /// The place was not confirmed in time.
  case unconfirmed

  // MARK: Held

  /// A row of the person has an error.
  case heldRow = "held-row"
  /// Identifiers name two people.
  case personDisagrees = "person-disagrees"
  /// Two applications with different wishes, and nothing decides.
  case differentWishes = "different-wishes"
  /// Two schools name the child their own leaver, and the application names neither.
  case twoSourceSchools = "two-source-schools"
  /// Rows with one identifier give different names, birth dates or genders: they may be two children.
  case sharedIdentifier = "shared-identifier"
  /// Two rows say different things of the child, and nothing decides.
  case repeatedRow = "repeated-row"
  /// A seat is kept for it where its documents are not reviewed yet.
  case unreviewed
  /// An exact tie at the last seat is left to the council.
  case tie
  /// An exact tie at the last seat is left to a lottery that has no seed yet.
  case draw

  /// Others stood before: what a better key would have changed.
  public var isOfKeys: Bool {
    switch self {
    case .belowCutoff, .reservedForOthers, .categoryFull: true
    default: false
    }
  }

  /// The child had a place, and has left it.
  public var isOfLeaving: Bool {
    switch self {
    case .declined, .notCome, .unconfirmed: true
    default: false
    }
  }

  /// The marks that the score is made of do not let the wish compete.
  public var isOfMarks: Bool {
    switch self {
    case .missingMark, .noConversion, .absent, .failingMark, .violation, .belowMinimum: true
    default: false
    }
  }

  /// Why a child has left its place.
  public init(_ leaving: LeavingReason) {
    self =
      switch leaving {
      case .declined: .declined
      case .absent: .notCome
      case .unconfirmed: .unconfirmed
      }
  }

  /// Why a wish cannot compete; nil if it can.
  public init?(_ verdict: Verdict) {
    switch verdict {
    case .eligible: return nil
    case .held: self = .heldRow
    default: self.init(rawValue: verdict.rawValue)
    }
  }
}
