/// What was decided, and every number needed to explain and to check it. Lists
/// marked «by wish» run parallel to ``Input/wishProgram``.
public struct Outcome: Sendable {
  // MARK: By applicant

  public var status: [Status]
  /// The wish where the applicant is admitted, as a position among all wishes, or −1.
  public var place: [Int32]
  /// `Để hội đồng xét`: the two places between which an exact tie leaves the
  /// applicant; −1 for none. Empty unless held by a tie.
  public var tiedPlaces: [Int32: TiedPlaces]

  // MARK: By wish

  public var verdict: [Verdict]
  /// The own score before any margin (``Exact/raw``); 0 where it could not be made.
  public var score: [Int64]
  /// Of it, what priority (capped) and incentive gave.
  public var priority: [Int64]
  public var incentive: [Int64]
  /// 1 where not zoned; 0 where in no row.
  public var tier: [Int32]
  public var direct: [Bool]
  /// 1 + the number of better keys among those eligible there; 0 if not eligible.
  public var rank: [Int32]
  /// The place on the program's waiting list, from 1; 0 for none.
  public var waitingPlace: [Int32]

  // MARK: By program

  /// A wish whose key is the program's cut-off, or −1 while there is none. By
  /// the policy it is the first one out, or with `Lấy cả nhóm` the last one in.
  public var cutoff: [Int32]

  public init(applicants: Int, wishes: Int, programs: Int) {
    status = Array(repeating: .ineligible, count: applicants)
    place = Array(repeating: -1, count: applicants)
    tiedPlaces = [:]
    verdict = Array(repeating: .eligible, count: wishes)
    score = Array(repeating: 0, count: wishes)
    priority = Array(repeating: 0, count: wishes)
    incentive = Array(repeating: 0, count: wishes)
    tier = Array(repeating: 1, count: wishes)
    direct = Array(repeating: false, count: wishes)
    rank = Array(repeating: 0, count: wishes)
    waitingPlace = Array(repeating: 0, count: wishes)
    cutoff = Array(repeating: -1, count: programs)
  }

  public struct TiedPlaces: Hashable, Sendable {
    /// The wish if the whole group stays out, and if the whole group comes in; −1 for none.
    public var groupOut: Int32
    public var groupIn: Int32

    public init(groupOut: Int32, groupIn: Int32) {
      self.groupOut = groupOut
      self.groupIn = groupIn
    }
  }
}

public enum Status: String, Sendable, CaseIterable {
  case admitted, waiting
  case notAdmitted = "not-admitted"
  case ineligible, held
}

/// Whether a wish can compete, or why it cannot. The raw values are the codes
/// of `giai-trinh.csv`.
public enum Verdict: String, Sendable, CaseIterable {
  case eligible
  /// The application was withdrawn.
  case withdrawn
  /// A row of the person is held.
  case held
  /// The program does not take this wish number.
  case wishNotTaken = "wish-not-taken"
  /// Made among the ordinary wishes for a specialised program, or the reverse.
  case wrongGroup = "wrong-group"
  /// Born before or after the program's years.
  case age
  /// Zoned, and in no row of the zones.
  case outOfZone = "out-of-zone"
  /// A field of the score is missing.
  case missingMark = "missing-mark"
  /// The conversion table has no such value or pair.
  case noConversion = "no-conversion"
  /// Absent from a paper.
  case absent
  /// A mark at or below the one declared failing.
  case failingMark = "failing-mark"
  /// Broke the rules of the examination.
  case violation
  /// The school scores its applicants itself, and gave this one no points.
  case noProgramScore = "no-program-score"
  /// Below the minimum.
  case belowMinimum = "below-minimum"
}
