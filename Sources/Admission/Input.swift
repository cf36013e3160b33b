public import Tables

/// Everything a round is decided from, as integers: who wishes for what, what
/// each program asks for, and the rules. It holds no text, so that deciding
/// knows nothing of names, languages, clocks or chance.
///
/// Identifiers: an applicant is its position 0..<`applicantCount`, a program its
/// position in `programs`; schools, places, claim codes are numbers that the
/// caller gave to distinct texts. A wish is a position in the flat lists
/// `wishProgram` / `wishNumber`.
public struct Input: Sendable {
  public var rules: Rules
  public var programs: [Program]
  /// Score recipes; ``Program/recipe`` points into them.
  public var recipes: [Recipe] = []
  /// Tie chains; ``Program/tieChain`` points into them.
  public var tieChains: [[TieCriterion]] = []
  /// For each table, claim code → what it gives; ``Program/priorityTable`` points into them.
  public var priorityTables: [[Int32: PriorityGrant]] = []
  public var zones: [ZoneRow] = []

  // MARK: Applicants

  public var applicantCount: Int
  public var states: [ApplicantState]
  /// ``Day/number`` of the birth date; nil where it is not known.
  public var birthDays: [Int32?] = []
  /// The claimed codes of an applicant: an index into `claimSets`.
  public var claims: [Int32] = []
  public var claimSets: [[Int32]] = [[]]
  public var residences: [Residence] = []
  /// Fields that recipes and tie chains read: `fields[f][applicant]` is
  /// ``Exact/raw``, or one of ``FieldValue``'s marks.
  public var fields: [[Int64]] = []
  /// Who broke the rules of the examination.
  public var violations: [Bool] = []
  /// Points that a school gave itself, by program; they replace the whole score.
  public var programScores: [Int32: [Int32: Exact]] = [:]
  /// The order of the lottery, smaller first: nil until there is a seed.
  public var drawOrder: [Int32]?
  /// The program that keeps an applicant whatever its key, or −1.
  public var kept: [Int32] = []

  // MARK: Wishes

  /// `wishStart[i]..<wishStart[i + 1]` are applicant i's wishes in the order in
  /// which they are considered: specialised wishes before ordinary ones.
  public var wishStart: [Int32]
  public var wishProgram: [Int32]
  /// The number of the NV column within its group, from 1.
  public var wishNumber: [UInt8]
  /// The wish was made in the columns NV chuyên.
  public var wishSpecial: [Bool]

  public init(
    rules: Rules, programs: [Program], states: [ApplicantState], wishStart: [Int32],
    wishProgram: [Int32], wishNumber: [UInt8], wishSpecial: [Bool]
  ) {
    self.rules = rules
    self.programs = programs
    applicantCount = states.count
    self.states = states
    self.wishStart = wishStart
    self.wishProgram = wishProgram
    self.wishNumber = wishNumber
    self.wishSpecial = wishSpecial
  }

  public func wishes(of applicant: Int) -> Range<Int> {
    Int(wishStart[applicant])..<Int(wishStart[applicant + 1])
  }
}

/// The rules that a round declares (tables.md, rounds).
public struct Rules: Sendable {
  public enum Method: Sendable { case simultaneous, sequential, margin, given }
  public enum TiePolicy: Sendable { case allIn, allOut, lottery, council }

  public var method: Method
  public var tiePolicy: TiePolicy
  /// `margins[k − 1]` for wish k; missing is 0; none for specialised wishes.
  public var margins: [Exact]
  public var priorityCap: Exact?

  public init(
    method: Method, tiePolicy: TiePolicy, margins: [Exact] = [], priorityCap: Exact? = nil
  ) {
    self.method = method
    self.tiePolicy = tiePolicy
    self.margins = margins
    self.priorityCap = priorityCap
  }
}

/// What a wish points at (tables.md, programs).
public struct Program: Sendable {
  public var school: Int32
  public var quota: Int
  public var phase: Int = 1
  /// Chosen in the columns NV chuyên.
  public var special = false
  /// Wish numbers taken; nil for all.
  public var acceptedWishes: [Int]?
  public var minimum: Exact?
  public var noPriority = false
  public var zoned = false
  public var bornFrom: Day?
  public var bornTo: Day?
  /// Claim codes that may deviate from the age.
  public var ageExempt: [Int32] = []
  /// How many may wait; nil for all.
  public var reserve: Int?
  /// Nil: no scoring at all, everyone's score is 0.
  public var recipe: Int?
  public var tieChain: Int?
  public var priorityTable: Int?
  /// For ``Rules/Method/given``: the cut-off of each wish number taken.
  public var givenCutoffs: [Int: Exact] = [:]

  public init(school: Int32, quota: Int) {
    self.school = school
    self.quota = quota
  }
}

/// Σ coefficient × field.
public struct Recipe: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    /// Index into ``Input/fields``.
    public var field: Int
    public var coefficient: Exact
    /// Ineligible at or below it.
    public var above: Exact?

    public init(field: Int, coefficient: Exact, above: Exact? = nil) {
      self.field = field
      self.coefficient = coefficient
      self.above = above
    }
  }

  public var terms: [Term]
  /// Some field comes from the examination: a violation makes ineligible.
  public var usesExam: Bool

  public init(terms: [Term], usesExam: Bool) {
    self.terms = terms
    self.usesExam = usesExam
  }
}

/// Marks among the values of a field.
public enum FieldValue {
  /// Nothing was given.
  public static let missing = Int64.min
  /// Absent from the paper.
  public static let absent = Int64.min + 1
  /// The conversion table has no such value or pair.
  public static let unconvertible = Int64.min + 2
  /// Everything up to here is a mark.
  static let lastMark = Int64.min + 2
}

public struct TieCriterion: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    /// Index into ``Input/fields``; any mark ranks last.
    case field(Int)
    /// The number of the wish.
    case wishNumber
  }

  public var source: Source
  /// `giảm`: larger or later first; otherwise smaller or earlier first.
  public var descending: Bool

  public init(source: Source, descending: Bool) {
    self.source = source
    self.descending = descending
  }
}

public struct PriorityGrant: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case direct, priority, incentive }
  public var kind: Kind
  public var points: Exact

  public init(kind: Kind, points: Exact) {
    self.kind = kind
    self.points = points
  }
}

/// A row of zones: a child stands in it when every filled column is the child's.
public struct ZoneRow: Sendable {
  public enum Basis: Sendable { case permanent, current, both, sourceSchool, either }
  public var basis: Basis
  public var commune: Int32?
  public var hamlet: Int32?
  public var sourceSchool: Int32?
  public var school: Int32
  /// Nil: all programs of the school.
  public var program: Int32?
  public var tier: Int32

  public init(basis: Basis, school: Int32, tier: Int32) {
    self.basis = basis
    self.school = school
    self.tier = tier
  }
}

/// Where an applicant lives and comes from; −1 for not known.
public struct Residence: Sendable {
  public var permanentCommune: Int32 = -1
  public var permanentHamlet: Int32 = -1
  public var currentCommune: Int32 = -1
  public var currentHamlet: Int32 = -1
  public var sourceSchool: Int32 = -1
  /// Programs that the source school's own roster routes the child to: tier 1.
  public var route: [Int32] = []

  public init() {}
}

public enum ApplicantState: UInt8, Sendable {
  case competes
  /// `Rút hồ sơ`: ineligible everywhere, with that reason.
  case withdrawn
  /// A row of the person is held: not decided at all.
  case held
}
