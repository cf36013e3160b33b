public import Tables

/// The rules of a published round, as `kiem-chung.json` prints them beside the result.
public struct PublishedRules: Sendable {
  /// How wishes of different numbers compare.
  public enum Method: String, Sendable { case simultaneous, sequential, margin, given }
  /// What becomes of equal keys at the last seat.
  public enum TiePolicy: String, Sendable { case allIn, allOut, lottery, council }

  /// `Cách xét`.
  public var method: Method
  /// `Bằng điểm`. A lottery without a seed is left to the council.
  public var tiePolicy: TiePolicy
  /// By wish number, NV1 first.
  public var margins: [Exact]
  /// What the lottery was drawn with; empty for none.
  public var seed: String
  /// The most that priority may give; nil for no limit.
  public var priorityCap: Exact?
  /// How many wishes a child may name in a group.
  public var wishes = Int.max
  /// In which reasons are written.
  public var language = ""
  /// `xét bổ sung` has been run.
  public var supplementary = false
  /// The round was opened again after something official.
  public var reopened = false
  /// Claims count only where they were verified; nil where it is not told.
  public var verifiedOnly: Bool?
  /// What wishes point at.
  public var programs: [Program]
  /// What the folder says that it checked: the code of each property, and how many cases break it.
  public var stated: [(code: String, violations: Int)]
  /// The folder says that everything holds.
  public var holds: Bool

  /// What a wish points at.
  public struct Program: Sendable {
    /// The unit code of the school.
    public var school: String
    /// The code of the program.
    public var program: String
    /// What people call it.
    public var name = ""
    /// Its seats.
    public var quota: Int
    /// Phases are decided in turn, smaller first.
    public var phase: Int
    /// Chosen in the columns NV chuyên.
    public var special: Bool
    /// Only children of its zones.
    public var zoned: Bool
    /// The wish numbers taken; empty for all.
    public var wishes: [Int]
    /// How many may wait; nil for all.
    public var reserve: Int?
    /// Of each criterion of the tie chain: larger or later first.
    public var tiesDescend: [Bool]
    /// Of each: as it was declared, or `wish`.
    public var tieFields: [String] = []
    /// The least score, before any margin; nil for any.
    public var minimum: Exact?
    /// Scores are compared; else everybody's is 0.
    public var scored = true
    /// Programs of one number score every child alike; nil where the school gives its own points.
    public var scoring: Int?
    /// No priority and no incentive counts.
    public var noPriority = false
    /// The first day of birth; nil for no limit.
    public var bornFrom: Day?
    /// The last one.
    public var bornTo: Day?
    /// Some claims free from these limits.
    public var exemptsFromAge = false
    /// Documents are reviewed before anybody is admitted.
    public var reviewsDocuments = true
    /// Seats that are for some, and caps, in order.
    public var reservations: [Reserved] = []
    /// Digests of what other tables say of it; empty where they are not told.
    public var digests: RuleTexts = [:]

    /// A program as it is printed.
    public init(
      school: String, program: String, quota: Int, phase: Int, special: Bool, zoned: Bool, wishes: [Int],
      reserve: Int?, tiesDescend: [Bool]
    ) {
      self.school = school
      self.program = program
      self.quota = quota
      self.phase = phase
      self.special = special
      self.zoned = zoned
      self.wishes = wishes
      self.reserve = reserve
      self.tiesDescend = tiesDescend
    }

    /// `SCHOOL/PROGRAM`.
    var path: String { school + "/" + program }
  }

  /// A row of reservations.
  public struct Reserved: Sendable {
    /// `tối đa`; else `dành riêng`.
    public var isCap: Bool
    /// How many.
    public var seats: Int
    /// `priority`, `tier` or `sourceSchool`.
    public var category: String
    /// The code of a priority or a school, or the number of a tier.
    public var value: String
    /// As people call that.
    public var name: String

    /// A row as it is printed.
    public init(isCap: Bool, seats: Int, category: String, value: String, name: String) {
      self.isCap = isCap
      self.seats = seats
      self.category = category
      self.value = value
      self.name = name
    }
  }

  /// The rules as they are printed.
  public init(
    method: Method, tiePolicy: TiePolicy, margins: [Exact], seed: String, programs: [Program],
    stated: [(code: String, violations: Int)], holds: Bool
  ) {
    self.method = method
    self.tiePolicy = tiePolicy
    self.margins = margins
    self.seed = seed
    self.programs = programs
    self.stated = stated
    self.holds = holds
  }

  /// The council decides ties.
  var leavesTies: Bool { PublishedRules.leavesTies(method, tiePolicy, seed: seed) }

  /// A tie left to the council: with a lottery, as long as there is no seed. Given cut-offs know no ties.
  static func leavesTies(_ method: Method, _ tiePolicy: TiePolicy, seed: String) -> Bool {
    method != .given && (tiePolicy == .council || (tiePolicy == .lottery && seed.isEmpty))
  }
}
