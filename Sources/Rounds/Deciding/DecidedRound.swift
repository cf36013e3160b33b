public import Admission
public import Tables

/// A round with its people and what was decided about them: all that the lists
/// are written from.
public struct DecidedRound: Sendable {
  public var tables: RoundTables
  public var cohort: Cohort
  /// Program i of `input.programs` is `tables.programs[i]`.
  public var input: Input
  public var outcome: Outcome
  /// The class of each applicant by name; empty for none.
  public var classes: [String]
  /// By applicant: the lottery ticket (12 hex digits); empty where no lottery is declared.
  public var tickets: [String]
  /// By applicant: the draw in hex; empty while there is no seed.
  public var draws: [String]
  public var findings: [Finding]

  public init(
    tables: RoundTables, cohort: Cohort, input: Input, outcome: Outcome, classes: [String],
    tickets: [String], draws: [String], findings: [Finding]
  ) {
    self.tables = tables
    self.cohort = cohort
    self.input = input
    self.outcome = outcome
    self.classes = classes
    self.tickets = tickets
    self.draws = draws
    self.findings = findings
  }
}
