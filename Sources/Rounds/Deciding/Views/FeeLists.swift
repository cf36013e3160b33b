import Admission
public import TableSchema
public import Tables

/// What the families of admitted children are asked to pay (tables.md, fees).
///
/// A row is for its school, its program (blank: all) and its class (blank: all). Of rows with one
/// code and period the most specific stands: nobody pays one fee twice. Voluntary fees are for
/// those who chose them, and so for nobody here.
public struct FeeLists: Sendable {
  /// A row of fees.
  public struct Fee: Hashable, Sendable {
    /// The unit code.
    public var school: String
    /// Empty for all.
    public var program: String
    /// Empty for all.
    public var className: String
    /// What the school calls it.
    public var code: String
    /// What families know it by.
    public var name: String
    /// The period that it is for.
    public var period: String
    /// Whole đồng.
    public var amount: Int64
    /// The last day; nil for none.
    public var due: Day?
  }

  /// A fee of a child.
  public struct Charge: Hashable, Sendable {
    /// Who pays.
    public var applicant: Int32
    /// A position in `fees`.
    public var fee: Int
  }

  /// All rows, in order of arrival and place.
  public let fees: [Fee]
  private let round: DecidedRound
  private let ofSchool: [String: [Int]]

  /// The fees of all schools of a round.
  public init(_ round: DecidedRound, schemas: SchemaSet) {
    self.round = round
    let rows = SetupReader(tables: round.tables, schemas: schemas).rows(.fees)
    fees = rows.filter { $0.number("voluntary") != 1 }.map { row in
      Fee(
        school: row.text("school"), program: row.text("program"), className: row.text("class"),
        code: row.text("code"), name: row.text("name"), period: row.text("period"),
        amount: row.number("amount") ?? 0, due: row.day("due"))
    }
    let fees = fees
    ofSchool = Dictionary(grouping: fees.indices) { loweredCode(fees[$0].school) }
  }

  /// What applicants owe where they are admitted: in their order, then in that of the rows.
  public func charges(of applicants: some Sequence<Int>) -> [Charge] {
    applicants.flatMap { applicant -> [Charge] in
      guard let plan = round.plan(of: applicant) else { return [] }
      guard let candidates = ofSchool[loweredCode(plan.school)] else { return [] }
      return standing(candidates, plan, round.classes.name(of: applicant)).map {
        Charge(applicant: Int32(applicant), fee: $0)
      }
    }
  }

  /// Of the rows that fit, for each code and period the most specific; the first of equals.
  private func standing(_ candidates: [Int], _ plan: ProgramPlan, _ className: String) -> [Int] {
    var best: [[String]: Int] = [:]
    for index in candidates {
      let fee = fees[index]
      guard fee.program.isEmpty || loweredCode(fee.program) == loweredCode(plan.program),
        fee.className.isEmpty || loweredCode(fee.className) == loweredCode(className)
      else { continue }
      let key = [loweredCode(fee.code), folded(fee.period)]
      if let known = best[key], weight(fees[known]) >= weight(fee) { continue }
      best[key] = index
    }
    return best.values.sorted()
  }

  private func weight(_ fee: Fee) -> Int {
    (fee.className.isEmpty ? 0 : 2) + (fee.program.isEmpty ? 0 : 1)
  }
}
