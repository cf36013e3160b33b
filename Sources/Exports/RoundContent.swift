import Admission
import Rounds
import TableSchema
import Tables
import Wording

/// A decided round as its lists need it: who stands where, and the roster
/// columns that are shown, each looked up once for all files.
struct RoundContent: Sendable {
  let round: DecidedRound
  let words: ListWording
  let schools: SchoolLists
  let sources: SourceSchoolLists
  let fees: FeeLists
  let cutoffs: Cutoffs
  let lastIn: LastIn
  let names: CohortNames
  let places: PlaceNames
  let children: ChildDetails

  init(_ round: DecidedRound, schemas: SchemaSet, words: ListWording, jobs: Int = 1) {
    self.round = round
    self.words = words
    schools = SchoolLists(round)
    sources = SourceSchoolLists(round.cohort)
    fees = FeeLists(round, schemas: schemas)
    cutoffs = Cutoffs(round)
    lastIn = LastIn(round)
    names = round.cohort.names.ordered(count: round.cohort.count, jobs: jobs)
    places = PlaceNames(round.tables, words.language)
    children = ChildDetails(round)
  }

  /// Above whom a unit stands; blank where nobody is named. The department need not list itself.
  func authorityName(of unit: Unit) -> String {
    if let authority = round.tables.units[unit.parent] { return authority.name }
    let isDepartment = unit.parent.lowercased() == round.tables.department.lowercased()
    return isDepartment && !unit.parent.isEmpty ? words.department : ""
  }

  /// A unit's name; its code where it is none of the round's.
  func unitName(_ code: String) -> String { round.tables.units[code]?.name ?? code }

  /// What a school calls one of its programs; the code where it has no name of its own.
  func programName(_ plan: ProgramPlan) -> String { places.program(plan) }

  /// Whether a program compares by scores; without a recipe everybody's is 0.
  func isScored(_ program: Int) -> Bool {
    round.input.programs[program].recipe != nil || round.input.programScores[Int32(program)] != nil
  }

  /// The own score at a wish, where its program is scored.
  func score(ofWish wish: Int) -> ListValue {
    isScored(Int(round.input.wishProgram[wish])) ? .exact(Exact(raw: round.outcome.score[wish])) : .blank
  }

  /// The school of a program, and the program where the school alone would not tell.
  func placeName(_ plan: ProgramPlan) -> String { places.place(plan) }

  /// `NV1`, `NV chuyên 2`.
  func wishName(_ wish: Int) -> String {
    words.wish(number: Int(round.input.wishNumber[wish]), special: round.input.wishSpecial[wish])
  }
}

/// The rows of `diem-chuan.csv`, counted once and found by program and wish number.
struct Cutoffs: Sendable {
  let rows: [CutoffRow]
  /// By program: its rows.
  private var ranges: [Range<Int>]

  init(_ round: DecidedRound) {
    rows = round.cutoffRows
    ranges = Array(repeating: 0..<0, count: round.input.programs.count)
    for (index, row) in rows.enumerated() {
      let start = ranges[row.program].isEmpty ? index : ranges[row.program].lowerBound
      ranges[row.program] = start..<(index + 1)
    }
  }

  /// The row of a program at a wish number; nil where it takes no such wish.
  func row(_ program: Int, wish number: Int) -> CutoffRow? {
    rows[ranges[program]].first { $0.wish == number }
  }
}
