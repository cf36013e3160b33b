import Admission
import Placement
public import TableSchema
import Tables

/// Decides a round from everything in force (contract.md 4): puts each child's
/// rows together, compiles the rules, decides, checks the result against its
/// properties, and places those admitted in their classes.
///
/// Pure: the same tables give the same result, whatever the order in which they came.
public func decide(_ tables: RoundTables, schemas: SchemaSet) -> RoundResult {
  let roster = schemas[.roster] ?? Schema(kind: .roster, title: "")
  let compiled = Compilation(tables, schemas, roster: roster)
  let setup = tables.setupFindings
  let errors = setup.filter { $0.finding.severity == .error }
  let notes = setup.filter { $0.finding.severity != .error } + compiled.findings
  var lacking: [NotReadyReason] = []
  if tables.programs.isEmpty { lacking.append(.noPrograms) }
  if compiled.cohort.count == 0 { lacking.append(.noApplicants) }
  guard lacking.isEmpty else {
    // Fields that rosters will carry are not missed before there are any.
    return errors.isEmpty ? .notReady(lacking, notes) : .stopped(errors, others: notes)
  }
  guard errors.isEmpty, compiled.problems.isEmpty else {
    return .stopped(errors + compiled.problems, others: notes)
  }
  let outcome: Outcome
  do {
    outcome = try Admission.decide(compiled.input)
  } catch {
    return .stopped([error.finding(tables.programs)], others: notes)
  }
  let checks = Admission.verify(compiled.input, outcome)
  let classes = ClassPlacing(
    SetupReader(tables: tables, schemas: schemas), ProgramDirectory(tables.programs), compiled.cohort,
    compiled.input, outcome, compiled.lottery
  ).lists
  let broken = checks.filter { !$0.violations.isEmpty }
  let brokenClasses = classes.checks.filter { !$0.holds }
  guard broken.isEmpty, brokenClasses.isEmpty else { return .violated(broken, brokenClasses, notes) }
  return .decided(
    DecidedRound(
      tables: tables, cohort: compiled.cohort, input: compiled.input, fieldLabels: compiled.fieldLabels,
      fieldsAreDays: compiled.fieldsAreDays, outcome: outcome, seatsLeft: compiled.input.seatsLeft,
      seated: seated(compiled.input, outcome),
      checks: checks, classes: classes,
      lottery: compiled.lottery,
      studentCodes: compiled.applicants.texts("code", in: tables.layers[.studentCodes] ?? []), findings: notes
    ))
}

extension DecisionError {
  /// Why a round cannot be decided, as a finding of its setup.
  fileprivate func finding(_ plans: [ProgramPlan]) -> LocatedFinding {
    switch self {
    case .overflow(_, let program):
      SetupReason.overflow.finding(.error, ["program": plans[program].path])
    case .keptWithoutWish(_, let program):
      SetupReason.keptProgramGone.finding(.error, ["program": plans[program].path])
    }
  }
}

/// By program: the places of those who are not kept.
private func seated(_ input: Input, _ outcome: Outcome) -> [Int] {
  var seated = [Int](repeating: 0, count: input.programs.count)
  for applicant in outcome.place.indices
  where input.keeper(of: applicant) == nil && outcome.place[applicant] >= 0 {
    seated[Int(input.wishProgram[Int(outcome.place[applicant])])] += 1
  }
  return seated
}
