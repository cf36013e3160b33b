public import Admission
public import Tables

/// Why one wish ended as it did: codes and numbers only.
public struct WishExplanation: Sendable {
  /// The position among all wishes.
  public var wish: Int
  /// The number of the NV column within its group, and the group.
  public var number: Int
  /// Made in the columns NV chuyên.
  public var special: Bool
  /// The position among the programs.
  public var program: Int
  /// Whether it competes, or why not.
  public var verdict: Verdict
  /// Why there is no place here; nil where there is one.
  public var reason: ReasonCode?
  /// The child is kept here by an earlier official result, whatever its key.
  public var kept: Bool
  /// The claims give direct admission here.
  public var direct: Bool
  /// Nil where the program is not zoned, or the child stands in no row.
  public var tier: Int?
  /// The fields of the score; empty where the school gave its own points or nothing is scored.
  public var parts: [ScorePart]
  /// Of the score, what priority (capped) and incentive gave.
  public var priority: Exact
  /// Of the score, what incentive gave.
  public var incentive: Exact
  /// The own score, before any margin.
  public var score: Exact
  /// The key, from its first part on; empty if not eligible.
  public var key: [KeyPart]
  /// Through which of the seats it competed, where some are for some; nil elsewhere, and where none
  /// were to be had.
  public var seats: Seats?
  /// The key that it was compared with: of the first one out, or of the last one in where groups
  /// stay together. Empty where nobody was turned away.
  public var cutoffKey: [KeyPart]
  /// Nobody is turned away there, or from the seats that it competed for, by whichever wish.
  public var turnsNobodyAway: Bool
  /// What score it took by this wish, as `diem-chuan.csv` has it; and the last tier.
  public var cutoff: CutoffRow.Cutoff
  /// How many were admitted there by this wish, as `diem-chuan.csv` has it.
  public var admitted: Int
  /// Nil where the program is not zoned, or nobody was admitted by this wish.
  public var cutoffTier: Int?
  /// The score given as the cut-off, in a round without a competition.
  public var givenCutoff: Exact?
  /// 1 + the number of better keys; nil if not eligible.
  public var rank: Int?
  /// The place on the waiting list; nil for none.
  public var waitingPlace: Int?
  /// The rank of the last one admitted there by its key; nil if nobody was.
  public var lastRank: Int?
  /// The key of the last one admitted there by its key.
  public var lastKey: [KeyPart]
  /// What its score is made of, where `chênh lệch` took something off; nil elsewhere.
  public var lastMargin: TakenOff?
  /// What `chênh lệch` takes off the score before it is compared.
  public var margin: Exact
  /// What a wish that is not eligible asks besides a score, and what the child has of it; nil of others.
  public var unmet: Unmet?
  /// Those next before are not admitted: why; nil where the last one in is next.
  public var unseated: LastIn.Unseated?
  /// How much score is lacking to the last one in, or to those next before who are not admitted (to
  /// the cut-off, where there are none or it is given), where nothing before the score decides; 0 where only later parts do.
  public var gap: Exact?

  /// How many may wait there, where it neither has a place nor waits, for so many are before it; nil elsewhere.
  public var reservePassed: Int?
  /// Others are kept there by an official result before, whatever is asked of them now.
  public var isBesideKept = false
  /// The child is kept at a wish that comes after this one.
  public var isKeptElsewhere = false
  /// What it is measured by, is that of the official result before `xét bổ sung`.
  public var isOfBefore = false
  /// The wish stands before the place that the child had and has left; it is not decided again.
  public var isBeforePlaceLeft = false
  /// What its claims add less to the score than they are worth.
  public var uncounted: [UncountedClaims] = []
  /// What gives the child its tier; nil where it has none.
  public var tierBasis: TierBasis?

  /// A score before and after the margin of its wish.
  public struct TakenOff: Sendable {
    /// Before it.
    public var score: Exact
    /// What is taken off.
    public var margin: Exact
    /// The number of the wish, in the same group.
    public var number: Int
  }

  /// What keeps a child out, beside what it has.
  public enum Unmet: Hashable, Sendable {
    /// Its own day of birth, nil if not known; and what the claims are called that free from the limits.
    case age(born: Day?, exempt: [String])
    case zone(ZoneFacts)
    case papers(LackingPapers)
  }

  /// Seats of a program with reservations.
  public enum Seats: Hashable, Sendable {
    /// Those of a row, or a cap.
    case row(NamedReservation)
    /// Those that are for nobody in particular.
    case open

    /// The row; nil for the open ones.
    public var row: NamedReservation? {
      if case .row(let row) = self { row } else { nil }
    }
  }

  /// One field of a score.
  public struct ScorePart: Sendable {
    /// As the field was declared.
    public var field: String
    /// What it holds for the child.
    public var value: FieldContent
    /// The words or numbers that were converted to it, as the roster has them; empty where none were.
    public var words: [String]
    /// What it is multiplied by.
    public var coefficient: Exact
    /// Ineligible at or below it.
    public var above: Exact?
  }

  /// What a field holds.
  public enum FieldContent: Hashable, Sendable {
    case value(Exact)
    case day(Day)
    case missing, absent, unconvertible

    init(_ raw: Int64, isDay: Bool) {
      switch raw {
      case FieldValue.missing: self = .missing
      case FieldValue.absent: self = .absent
      case FieldValue.unconvertible: self = .unconvertible
      default:
        let value = Exact(raw: raw)
        self = isDay ? .day(Day(number: Int32(clamping: value.wholePart))) : .value(value)
      }
    }
  }

  /// One part of a key (contract.md 4, Key), as people compare it.
  public enum KeyPart: Hashable, Sendable {
    case direct(Bool)
    case tier(Int)
    /// `lần lượt`: earlier wishes first.
    case wishNumber(Int)
    /// After the margin of the wish.
    case score(Exact)
    /// A tie-break, as it was declared.
    case tieBreak(field: String, FieldContent, descending: Bool)
    case tieBreakByWish(Int, descending: Bool)
    /// The draw in hex, smaller first, and its place among all draws.
    case draw(String, place: Int)
    /// What the council concluded; nil for nothing.
    case ruling(CouncilRuling?)
  }
}
