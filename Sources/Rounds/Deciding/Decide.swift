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
    return .stopped([error.finding(compiled.directory, rows)], others: notes)
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
    return late.contains { finding.facts["reason"] == $0.rawValue }
  }
}

extension DecisionError {
  /// Why a round cannot be decided, as a finding of its setup.
  fileprivate func finding(_ directory: ProgramDirectory, _ rows: ProgramRows) -> LocatedFinding {
    switch self {
    case .overflow(_, let program): rows.overflow(program, directory)
    case .keptWithoutWish(_, let program):
      rows.finding(.keptProgramGone, .error, directory.plans[program], at: "program")
    }
  }
}
