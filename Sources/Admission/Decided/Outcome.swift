/// What was decided, and every number needed to explain and to check it. Lists
/// marked «by wish» run parallel to ``Input/wishProgram``.
public struct Outcome: Sendable {
  // MARK: By applicant

  /// What became of each applicant.
  public var status: [Status]
  /// The wish where the applicant is admitted, as a position among all wishes, or −1.
  public var place: [Int32]
  /// `Để hội đồng xét`: the two places between which an exact tie leaves the
  /// applicant; −1 for none. Empty unless held by a tie.
  public var tiedPlaces: [Int32: TiedPlaces]

  /// Who would be seated where documents are reviewed, and whose are not yet:
  /// the wish whose seat is kept for it. It has no ``place``.
  public var unreviewed: [Int32: Int32]
  /// Of an applicant seated, or to whom a seat is kept, by a row of its
  /// program's reservations: which row. Others have open seats. Of one whom a
  /// tie leaves to the council: the row where ``TiedPlaces/groupOut`` is.
  public var reservedSeats: [Int32: Int]
  /// The same if the tied groups come in; empty unless the council decides.
  public var reservedSeatsGroupIn: [Int32: Int]

  // MARK: By wish

  /// Whether the wish competes, or the first reason why not, in the order of ``Verdict/allCases``.
  public var verdict: ByWish<Verdict>
  /// The own score before any margin (``Exact/raw``); 0 where an earlier reason
  /// than the minimum made ineligible.
  public var score: [Int64]
  /// Of it, what priority (capped) and incentive gave.
  public var priority: PointsByWish
  /// Of the score, what incentive gave.
  public var incentive: PointsByWish
  /// 1 where not zoned; 0 where in no row, and at a zoned program where an
  /// earlier reason made ineligible.
  public var tier: ByWish<Int32>
  /// The claims give direct admission here.
  public var direct: ByWish<Bool>
  /// 1 + the number of better keys among those eligible there; 0 if not eligible.
  public var rank: [Int32]
  /// The place on the program's waiting list, from 1; 0 for none. Equal keys
  /// share a place, and all of them wait if that place is within the reserve.
  public var waitingPlace: [Int32]

  // MARK: By program

  /// A wish whose key is the program's cut-off, or −1 where there is none: all
  /// who chose it were seated, or no seat was left to compete for. By the policy
  /// it is the first one out, or with `Lấy cả nhóm` the last one in; with
  /// `Để hội đồng xét` the first one out if the tied groups stay out.
  ///
  /// With reservations it is that of the open seats.
  public var cutoff: [Int32]
  /// The same for each row of the program's reservations; empty for programs without.
  public var reservationCutoffs: [Int32: [Int32]]
  /// By program with reservations: the parts that have no seat to give, because
  /// it has none or kept children have them. A part is a row, or after the last
  /// one the open seats.
  public var partsWithoutSeats: [Int32: [Int]]

  /// Nobody placed; scores, ranks and waiting places come with what fills them in.
  init(applicants: Int, wishes: Int, programs: Int) {
    status = Array(repeating: .ineligible, count: applicants)
    place = Array(repeating: -1, count: applicants)
    tiedPlaces = [:]
    unreviewed = [:]
    reservedSeats = [:]
    reservedSeatsGroupIn = [:]
    verdict = ByWish(usual: .eligible, count: wishes)
    score = []
    priority = PointsByWish(count: wishes)
    incentive = PointsByWish(count: wishes)
    tier = ByWish(usual: 1, count: wishes)
    direct = ByWish(usual: false, count: wishes)
    rank = []
    waitingPlace = []
    cutoff = Array(repeating: -1, count: programs)
    reservationCutoffs = [:]
    partsWithoutSeats = [:]
  }

  /// Where an applicant is placed in each of the two decisions; −1 for nowhere.
  public struct TiedPlaces: Hashable, Sendable {
    /// The wish if the tied groups stay out.
    public var groupOut: Int32
    /// The wish if the tied groups come in.
    public var groupIn: Int32

    /// Two different places.
    public init(groupOut: Int32, groupIn: Int32) {
      self.groupOut = groupOut
      self.groupIn = groupIn
    }
  }
}
