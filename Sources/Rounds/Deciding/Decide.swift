import Admission
public import TableSchema
import Tables

/// Decides a round from everything in force (contract.md 4): puts each child's
/// rows together, compiles the rules, decides, checks the result against its
/// properties, and places those admitted in their classes.
///
/// Pure: the same tables give the same result, whatever the order in which they came.
///
/// - Parameter jobs: how many threads match and check; the result is the same.
public func decide(_ tables: RoundTables, schemas: SchemaSet, jobs: Int = 1) -> RoundResult {
  let roster = schemas[.roster] ?? Schema(kind: .roster, title: "")
  let compiled = Compilation(tables, schemas, roster: roster)
  let setup = tables.setupFindings
  let errors = setup.filter { $0.finding.severity == .error }
  let notes = setup.filter { $0.finding.severity != .error } + compiled.findings
  var lacking: [NotReadyReason] = []
  if tables.programs.isEmpty { lacking.append(.noPrograms) }
  if compiled.cohort.count == 0 { lacking.append(.noApplicants) }
  // All that is wrong is told at once, also while something is lacking.
  let problems = compiled.problems.filter { compiled.cohort.count > 0 || !$0.mayStillCome }
  guard errors.isEmpty, problems.isEmpty else { return .stopped(errors + problems, others: notes) }
  guard lacking.isEmpty else { return .notReady(lacking, notes) }
  let seated: DecidedSeats
  do {
    seated = try DecidedSeats(compiled, supplement: tables.settled.supplement, jobs: jobs)
  } catch {
    let rows = ProgramRows(SetupReader(tables: tables, schemas: schemas))
    return .stopped(error.findings(compiled, rows), others: notes)
  }
  let hasPlace = { (applicant: Int) in seated.outcome.place[applicant] >= 0 }
  var round = DecidedRound(tables: tables, compiled: compiled, seated: seated)
  round.assign(compiled.assigned.places(hasPlace: hasPlace))
  round.findings = notes + seated.notes + compiled.assigned.notes(hasPlace: hasPlace)
  round.studentCodes = compiled.applicants.texts("code", in: tables.layers[.studentCodes] ?? [])
  round.placeInClasses(SetupReader(tables: tables, schemas: schemas), compiled.directory)
  let broken = round.broken(seated.checks, round.classes.checks)
  return broken.isEmpty ? .decided(round) : .violated(broken, round.findings)
}

extension LocatedFinding {
  /// Fields that rosters will carry, and cut-offs, are not missed before there are applicants.
  fileprivate var mayStillCome: Bool {
    let late: [SetupReason] = [.unknownField, .missingCutoff]
    return finding.setupReason.map(late.contains) == true
  }
}

extension DecisionError {
  /// Why a round cannot be decided, as findings of its setup: all that is too large, each cell once.
  fileprivate func findings(_ compiled: Compilation, _ rows: ProgramRows) -> [LocatedFinding] {
    switch self {
    case .overflow(_, let program):
      let found = overflows(compiled.input)
      // A supplement is decided from another input, of the same recipes.
      let told = found.isEmpty ? [Overflow(program: program, terms: [])] : found
      var findings: [LocatedFinding] = []
      for finding in told.flatMap({ rows.overflow($0, compiled.directory) })
      where !findings.contains(where: { $0.isAtTheCell(of: finding) }) { findings.append(finding) }
      return findings
    case .keptWithoutWish(_, let program):
      return [rows.finding(.keptProgramGone, .error, compiled.directory.plans[program], at: "program")]
    }
  }
}

extension LocatedFinding {
  fileprivate func isAtTheCell(of other: LocatedFinding) -> Bool {
    seq == other.seq && seq > 0 && finding.place == other.finding.place
  }
}
