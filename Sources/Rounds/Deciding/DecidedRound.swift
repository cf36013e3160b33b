public import Admission
import Tables

/// A round with its people and what was decided about them: all that the lists
/// are written from.
public struct DecidedRound: Sendable {
  /// What it was decided from.
  public var tables: RoundTables
  /// Applicant i of `input` is applicant i here.
  public var cohort: Cohort
  /// Program i of `input.programs` is `tables.programs[i]`.
  public var input: Input
  /// By field of `input.fields`: how it was declared (`ĐTB 9`, `HL 9 + HK 9`).
  public var fieldLabels: [String]
  /// By field of `input.fields`: the number is a ``Day/number``, to be shown as a date.
  public var fieldsAreDays: [Bool]
  /// By field of `input.fields` that is converted: the roster columns that it is converted from.
  let fieldWords: [Int: [String]]
  /// What was decided.
  public var outcome: Outcome
  /// Which rows of reservations children belong to.
  let memberships: Memberships
  /// By program: its reservations, as people call them.
  public let reservations: [[NamedReservation]]
  /// What the wishes were compared with; after `xét bổ sung` those that took part in it.
  public var seats: SeatFacts
  /// What the others were compared with before; nil where all are compared alike.
  public var seatsBefore: SeatFacts?
  /// The rows of `diem-chuan.csv` then.
  let cutoffsBefore: [CutoffRow]
  /// By wish: whether it took part in `xét bổ sung`; empty without one.
  public var takesPart: [Bool]
  /// By applicant: why it has left the place that it had.
  public let left: [Int32: LeavingReason]
  /// By applicant: the program of the place that it has left, where it is known.
  let leftProgram: [Int32: Int32]
  /// By applicant: the schools to which it did not come, and for which it does not compete.
  let absent: [Int32: [Int32]]
  /// What counts of the claims of each person.
  let verified: VerifiedClaims
  /// By applicant: the place that it was assigned, over and above the decision.
  public private(set) var assigned: [Int32: Assignment] = [:]
  /// By applicant: the programs for whose seats it competed when those who keep them got them.
  let competedBefore: [Int32: [Int32]]
  /// What the council concluded, where it parts somebody.
  public let rulings: CouncilRulings
  /// Of the papers of children who are kept out by them: what is lacking.
  let papers: LackingPapers.OfPrograms
  /// Who has confirmed its place.
  let enrolments: Enrolments
  /// By applicant: it has confirmed, or its school has not sent whether it has.
  public private(set) var takesPlace: [Bool] = []
  /// What was checked about it; every property holds.
  public var checks: [PropertyReport]
  /// The classes of those admitted.
  public private(set) var classes: ClassLists
  /// Tickets and draws.
  public var lottery: Lottery
  /// Of an admitted applicant: the code that its new school's system gave.
  public var studentCodes: [Int32: String] = [:]
  /// Of who has a seat of a reservation: which one.
  public private(set) var seatNames: [PersonKey: String] = [:]
  /// What would be otherwise than an official result has it.
  private(set) var otherwise = SettledOtherwise()
  /// What senders are told.
  public var findings: [LocatedFinding] = []

  init(tables: RoundTables, compiled: Compilation, seated: DecidedSeats) {
    self.tables = tables
    cohort = compiled.cohort
    input = seated.input
    fieldLabels = compiled.fieldLabels
    fieldsAreDays = compiled.fieldsAreDays
    fieldWords = compiled.fieldWords
    outcome = seated.outcome
    memberships = Memberships(seated.input)
    reservations = compiled.reservations.ofProgram.map { rows in rows.map(\.named) }
    seats = seated.seats
    seatsBefore = seated.seatsBefore
    cutoffsBefore = seated.cutoffsBefore
    takesPart = seated.takesPart
    left = seated.left.reasons
    absent = compiled.absent
    verified = compiled.verified
    leftProgram = seated.left.places.compactMapValues { path in
      let program = compiled.directory.program(path)
      return program < 0 ? nil : program
    }
    var competedBefore: [Int32: [Int32]] = [:]
    for (key, paths) in tables.settled.turnedAway {
      guard let applicant = compiled.applicants.applicant(key) else { continue }
      competedBefore[applicant] = paths.map { compiled.directory.program($0) }
    }
    self.competedBefore = competedBefore
    rulings = seated.rulings
    papers = compiled.papers
    checks = seated.checks
    classes = ClassLists(applicants: compiled.cohort.count)
    lottery = compiled.lottery
    enrolments = compiled.enrolments
    seatNames = reservedSeats()
    otherwise = SettledOtherwise(self, compiled.applicants)
  }

  /// Gives children without a place the program that they are assigned to.
  mutating func assign(_ places: [Int32: Assignment]) {
    assigned = places
    for applicant in places.keys { outcome.status[Int(applicant)] = .admitted }
  }

  /// Places those who take their place in classes.
  mutating func placeInClasses(_ reader: SetupReader, _ directory: ProgramDirectory) {
    takesPlace = (0..<cohort.count).map { applicant in
      plan(of: applicant).map { enrolments.takesPlace(applicant, at: $0.school) } ?? false
    }
    classes = ClassPlacing(reader, directory, self).lists
  }

  /// The rows of `diem-chuan.csv`.
  public var cutoffRows: [CutoffRow] { cutoffTable(input, outcome, without: Set(left.keys)) }

  /// The program of a wish.
  public func plan(ofWish wish: Int) -> ProgramPlan { tables.programs[Int(input.wishProgram[wish])] }

  /// The wish where an applicant is admitted; nil for none, and for one that was assigned.
  public func place(of applicant: Int) -> Int? {
    let place = outcome.place[applicant]
    return place < 0 ? nil : Int(place)
  }

  /// The position of the program where an applicant has a place, by a wish or assigned; nil for none.
  public func program(of applicant: Int) -> Int? {
    if let wish = place(of: applicant) { return Int(input.wishProgram[wish]) }
    return assigned.isEmpty ? nil : assigned[Int32(applicant)].map { Int($0.program) }
  }

  /// The program where an applicant has a place.
  public func plan(of applicant: Int) -> ProgramPlan? { program(of: applicant).map { tables.programs[$0] } }

  /// Whether a wish took part in the newest run of the rules.
  public func tookPart(_ wish: Int) -> Bool { takesPart.isEmpty || takesPart[wish] }

  /// What a wish was compared with.
  public func seats(atWish wish: Int) -> SeatFacts {
    guard let seatsBefore, !takesPart[wish] else { return seats }
    return seatsBefore
  }
}

/// What came of deciding a round.
public enum RoundResult: Sendable {
  /// There is nothing to decide yet.
  case notReady([NotReadyReason], [LocatedFinding])
  /// Setup stops it: the errors, and what else was found.
  case stopped([LocatedFinding], others: [LocatedFinding])
  /// The result breaks a property that it must have, and is withheld.
  case violated([BrokenProperty], [LocatedFinding])
  case decided(DecidedRound)

  /// Everything that was found.
  public var findings: [LocatedFinding] {
    switch self {
    case .notReady(_, let findings), .violated(_, let findings): findings
    case .stopped(let errors, let others): errors + others
    case .decided(let round): round.findings
    }
  }
}

/// What a round lacks before it can be decided.
public enum NotReadyReason: String, Sendable, CaseIterable {
  case noPrograms = "no-programs"
  case noApplicants = "no-applicants"
  /// What it was decided from was removed when its time was over: its result stands as it is.
  case purged
}
