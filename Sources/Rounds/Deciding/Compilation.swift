import Admission
import TableSchema
import Tables

/// A round put into numbers: what ``Admission`` decides from.
struct Compilation {
  let cohort: Cohort
  let applicants: ApplicantLookup
  let enrolments: Enrolments
  let directory: ProgramDirectory
  /// Who has left its place, and competes no more.
  let left: Leaving
  /// By applicant: the schools to which it did not come.
  let absent: [Int32: [Int32]]
  /// What counts of its claims.
  let verified: VerifiedClaims
  let lottery: Lottery
  private(set) var input: Input
  /// Who is given a place over and above the decision.
  let assigned: Assigned
  /// Of kept children: the names of the reservations on whose seats they stay.
  private let seats: [PersonKey: String]
  /// By field of the input: how it was declared.
  let fieldLabels: [String]
  /// By field of the input: its numbers are those of days.
  let fieldsAreDays: [Bool]
  /// By field of the input that converts words: the roster columns that hold them.
  let fieldWords: [Int: [String]]
  let reservations: Reservations
  let rulings: Rulings
  /// What is lacking of the papers of children who are kept out by them.
  let papers: LackingPapers.OfPrograms
  /// What stops the round.
  let problems: [LocatedFinding]
  let findings: [LocatedFinding]

  init(_ tables: RoundTables, _ schemas: SchemaSet, roster: Schema) {
    let reader = SetupReader(tables: tables, schemas: schemas)
    let directory = ProgramDirectory(tables.programs)
    let gathering = Gathering(tables)
    var places = Places()
    let zones = places.zones(reader, directory)
    var claims = Claims()
    let exempt = directory.plans.map { plan in plan.ageExempt.map { claims.code(ArraySlice($0.utf8)) } }
    let (cohort, filled) = gathering.cohort(
      with: gathering.settled(tables), roster, directory, zones, &places, &claims, exempt)
    let applicants = ApplicantLookup(cohort)
    var findings = gathering.findings + filled

    let enrolments = Enrolments(tables, schemas, applicants)
    let left = Leaving(tables, applicants, enrolments)
    let programRows = ProgramRows(reader)
    let kept = KeptPrograms(tables.settled.kept, cohort, directory, applicants, programRows)
    let wishes = WishLists(cohort, directory, kept: kept.ofApplicant)
    let marks = ExamMarks(reader, applicants, count: cohort.count)
    var fields = ScoreFields(
      cohort, names: FieldNames(tables, roster: roster), marks: marks, conversions: Conversions(reader),
      wishes: wishes, of: directory.plans)
    let recipes = Recipes(reader, directory, &fields, &claims)
    let scores = ProgramScores(tables.layers[.programScores] ?? [], directory, applicants)
    let cutoffs = GivenCutoffs(reader, directory)
    let reservations = Reservations(reader, directory, &places, &claims)
    lottery =
      tables.round.tiePolicy == .lottery
      ? Lottery(cohort, key: tables.round.lotteryKey, seed: tables.round.seed) : Lottery()

    var input = Input(
      rules: Rules(tables.round), programs: directory.plans.map(Program.init),
      states: gathering.states(of: cohort, kept: kept.ofApplicant), wishStart: wishes.start,
      wishProgram: wishes.programs, wishNumber: wishes.numbers, wishSpecial: wishes.special)
    for index in input.programs.indices {
      input.programs[index].school = directory.schools[index]
      input.programs[index].ageExempt = exempt[index]
      input.programs[index].recipe = recipes.recipeOf[index]
      input.programs[index].tieChain = recipes.tieChainOf[index]
      input.programs[index].priorityTable = recipes.priorityTableOf[index]
      input.programs[index].givenCutoffs = cutoffs.ofProgram[index]
      input.programs[index].reservations = reservations.ofProgram[index].map(\.asked)
    }
    input.recipes = recipes.recipes
    input.tieChains = recipes.tieChains
    input.priorityTables = recipes.priorityTables
    input.zones = zones
    input.birthDays = cohort.birthDays
    let claimed = cohort.column("priorities")
    input.claims = cohort.persons.enumerated().map { applicant, person in
      claims.set(gathering.verified.counted(person, claimed: claimed.bytes(applicant)))
    }
    input.claimSets = claims.sets
    verified = gathering.verified
    input.residences = places.residences(cohort, directory)
    input.fields = fields.values
    input.violations = marks.violations
    input.programScores = scores.ofProgram
    input.drawOrder = lottery.order
    let documents = DocumentDecisions(reader, directory, applicants)
    input.documents = documents.ofProgram
    papers = documents.papers
    input.kept = kept.ofApplicant
    assigned = Assigned(tables, directory, applicants, enrolments)
    input.assigned = assigned.flags(count: cohort.count)
    for applicant in left.reasons.keys where input.states[Int(applicant)] == .competes {
      input.states[Int(applicant)] = .left
    }
    let declined = DeclinedSchools(tables, applicants, enrolments, left, directory)
    (input.declined, input.declinedSince) = (declined.competing, declined.since)
    absent = declined.absent
    seats = tables.settled.seats

    problems = fields.problems + cutoffs.problems + reservations.problems + kept.problems
    findings += kept.notes + reservations.notes
    findings += SetupNotes(tables, directory.plans, programRows).findings(
      zones: zones, schools: directory.schools, recipeOf: recipes.recipeOf,
      scored: Set(scores.ofProgram.keys))
    let checks = CrossChecks(tables, cohort, applicants)
    let aboutPeople: [TableKind] = [
      .scores, .programScores, .studentCodes, .verified, .assignments, .enrolments, .decisions, .rulings,
    ]
    for kind in aboutPeople {
      for layer in tables.layers[kind] ?? [] {
        findings += applicants.notes(on: layer) + checks.notes(on: layer)
      }
    }
    self.cohort = cohort
    self.applicants = applicants
    self.enrolments = enrolments
    self.reservations = reservations
    rulings = Rulings(tables.layers[.rulings] ?? [], schemas, directory, applicants)
    self.directory = directory
    self.left = left
    self.input = input
    self.findings = findings
    fieldLabels = fields.labels
    fieldsAreDays = fields.areDays
    fieldWords = fields.wordKeys
    self.input.keptSeats = keptSeats(kept.ofApplicant)
  }

  /// On which rows of their programs' reservations the kept children stay.
  func keptSeats(_ kept: [Int32]) -> [Int32: Int] {
    var rows: [Int32: Int] = [:]
    for (key, seat) in seats {
      guard let applicant = applicants.applicant(key) else { continue }
      rows[applicant] = reservations.row(seat, of: kept, applicant)
    }
    return rows
  }
}

extension Cohort {
  /// By applicant: ``Day/number`` of the birth date.
  var birthDays: [Int32?] {
    let column = column("birthDate")
    return (0..<count).map { column.number($0).map { Int32(clamping: $0) } }
  }
}

extension Rules {
  /// The rules of a round. A lottery without a seed is left to the council.
  fileprivate init(_ round: Round) {
    let method: Method =
      switch round.method {
      case .simultaneous: .simultaneous
      case .sequential: .sequential
      case .margin: .margin
      case .given: .given
      }
    let policy: TiePolicy =
      switch round.tiePolicy {
      case .allIn: .allIn
      case .allOut: .allOut
      case .lottery: round.seed.isEmpty ? .council : .lottery
      case .council: .council
      }
    self.init(
      method: method, tiePolicy: policy, margins: round.margins, priorityCap: round.priorityCap)
  }
}

extension Program {
  /// What the row of a program says; the numbers of its school and claims are set afterwards.
  fileprivate init(_ plan: ProgramPlan) {
    self.init(school: -1, quota: plan.quota)
    phase = plan.phase
    special = plan.special
    acceptedWishes = plan.wishes.isEmpty ? nil : plan.wishes
    minimum = plan.minimum
    noPriority = plan.noPriority
    zoned = plan.zoned
    bornFrom = plan.bornFrom
    bornTo = plan.bornTo
    reserve = plan.reserve
    reviewsDocuments = plan.reviewsDocuments
  }
}
