public import Tables

/// Everything a round is decided from, as integers: who wishes for what, what
/// each program asks for, and the rules. It holds no text, so that deciding
/// knows nothing of names, languages, clocks or chance.
///
/// Identifiers: an applicant is its position 0..<`applicantCount`, a program its
/// position in `programs`; schools, places, claim codes are numbers that the
/// caller gave to distinct texts. A wish is a position in the flat lists
/// `wishProgram` / `wishNumber`.
///
/// A list «by applicant» is either empty (nothing of the kind is known of
/// anybody) or has `applicantCount` elements. An applicant names a program at
/// most once in each group of wishes.
public struct Input: Sendable {
  /// What the round declares.
  public var rules: Rules
  /// What wishes point at.
  public var programs: [Program]
  /// Score recipes; ``Program/recipe`` points into them.
  public var recipes: [Recipe] = []
  /// Tie chains; ``Program/tieChain`` points into them.
  public var tieChains: [[TieCriterion]] = []
  /// For each table, claim code → what it gives; ``Program/priorityTable`` points into them.
  public var priorityTables: [[Int32: PriorityGrant]] = []
  /// Who belongs to which zoned program.
  public var zones: [ZoneRow] = []

  // MARK: Applicants

  /// How many applicants there are.
  public var applicantCount: Int
  /// By applicant: whether it takes part.
  public var states: [ApplicantState]
  /// ``Day/number`` of the birth date; nil where it is not known.
  public var birthDays: [Int32?] = []
  /// The claimed codes of an applicant: an index into `claimSets`.
  public var claims: [Int32] = []
  /// Distinct sets of claim codes.
  public var claimSets: [[Int32]] = [[]]
  /// By applicant: where it lives and comes from.
  public var residences: [Residence] = []
  /// Fields that recipes and tie chains read: `fields[f][applicant]` is
  /// ``Exact/raw``, or one of ``FieldValue``'s marks.
  public var fields: [[Int64]] = []
  /// Who broke the rules of the examination.
  public var violations: [Bool] = []
  /// Points that a school gave itself, by program; they replace the whole score.
  /// A program that stands here takes only the applicants named.
  public var programScores: [Int32: [Int32: Exact]] = [:]
  /// What the council concluded, by program and applicant. It counts where the
  /// council decides (``isCouncil``).
  public var rulings: [Int32: [Int32: Ruling]] = [:]
  /// What was found of documents, by program and applicant; of whom nothing
  /// stands here is not yet reviewed. It counts at programs that review them.
  public var documents: [Int32: [Int32: DocumentDecision]] = [:]
  /// The order of the lottery, smaller first: nil until there is a seed.
  public var drawOrder: [Int32]?
  /// The program that keeps an applicant whatever its key, or −1. It must be one
  /// of the applicant's wishes: the caller adds the wish where the rows in force
  /// no longer have it.
  public var kept: [Int32] = []
  /// Of a kept applicant: the row of its program's reservations whose seat it
  /// keeps; where none stands here, it keeps one of the open seats.
  public var keptSeats: [Int32: Int] = [:]
  /// By applicant: without a place it is given one over and above this decision, so it waits nowhere.
  public var assigned: [Bool] = []

  /// By applicant: the schools that it has declined. It competes for none of their programs.
  public var declined: [Int32: [Int32]] = [:]
  /// By applicant: the schools that it has declined since the others were seated. It waits on none of their
  /// lists, and nobody's seat is another for it.
  public var declinedSince: [Int32: [Int32]] = [:]

  // MARK: Wishes

  /// `wishStart[i]..<wishStart[i + 1]` are applicant i's wishes in the order in
  /// which they are considered: specialised wishes before ordinary ones.
  public var wishStart: [Int32]
  /// The program that the wish names.
  public var wishProgram: [Int32]
  /// The number of the NV column within its group, 1…63.
  public var wishNumber: [UInt8]
  /// The wish was made in the columns NV chuyên.
  public var wishSpecial: [Bool]

  /// A round in which nothing but states and wishes is known; the rest is set afterwards.
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

  /// An applicant's wishes, as positions among all wishes, in the order in which they are considered.
  public func wishes(of applicant: Int) -> Range<Int> {
    Int(wishStart[applicant])..<Int(wishStart[applicant + 1])
  }

  /// Whose wish it is.
  public func applicant(ofWish wish: Int) -> Int {
    var low = 0
    var high = applicantCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(wishStart[middle]) <= wish { low = middle } else { high = middle }
    }
    return low
  }

  /// The program that keeps the applicant; nil for none. Who has withdrawn, or left, is kept by none.
  public func keeper(of applicant: Int) -> Int? {
    guard !kept.isEmpty, kept[applicant] >= 0, ![.withdrawn, .left].contains(states[applicant])
    else { return nil }
    return Int(kept[applicant])
  }

  /// The `dành riêng` row whose seat a kept applicant keeps; nil for an open seat.
  public func keptRow(of applicant: Int) -> Int? {
    guard let program = keeper(of: applicant), let row = keptSeats[Int32(truncatingIfNeeded: applicant)]
    else { return nil }
    let rows = programs[program].reservations
    return rows.indices.contains(row) && rows[row].kind == .reserved ? row : nil
  }

  /// Whether an applicant is given a place over and above the decision.
  public func isAssigned(_ applicant: Int) -> Bool { !assigned.isEmpty && assigned[applicant] }

  /// Whether an applicant has declined the school of a program, and so does not compete there.
  public func hasDeclined(_ applicant: Int, _ program: Int) -> Bool {
    declined[Int32(truncatingIfNeeded: applicant)]?.contains(programs[program].school) ?? false
  }

  /// Whether an applicant has declined the school of a program since, and so does not wait there.
  public func hasDeclinedSince(_ applicant: Int, _ program: Int) -> Bool {
    declinedSince[Int32(truncatingIfNeeded: applicant)]?.contains(programs[program].school) ?? false
  }

  /// Equal keys at the last seat are left to the council. Cut-offs that are given know no last seat.
  public var isCouncil: Bool {
    rules.method != .given
      && (rules.tiePolicy == .council || (rules.tiePolicy == .lottery && drawOrder == nil))
  }

  /// By program: the seats that kept children leave, never below 0.
  public var seatsLeft: [Int] {
    var seats = programs.map(\.quota)
    for applicant in 0..<(kept.isEmpty ? 0 : applicantCount) {
      if let program = keeper(of: applicant) { seats[program] -= 1 }
    }
    return seats.map { max($0, 0) }
  }
}

/// Whether an applicant takes part.
public enum ApplicantState: UInt8, Sendable {
  /// Its wishes compete.
  case competes
  /// `Rút hồ sơ`: ineligible everywhere, with that reason.
  case withdrawn
  /// A row of the person is held: not decided at all.
  case held
  /// It has left the place that it was kept at, and competes for no other.
  case left
}

extension Input {
  /// What `chênh lệch` takes off the score at a wish.
  public func margin(ofWish wish: Int) -> Exact {
    let position = Int(wishNumber[wish]) - 1
    guard rules.method == .margin, !wishSpecial[wish], rules.margins.indices.contains(position) else {
      return .zero
    }
    return rules.margins[position]
  }
}
