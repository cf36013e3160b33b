import TableSchema
import Tables

/// What tables beside its own row say of how a program judges, so short that two results can be compared: the
/// same rows in whatever order, file or spelling of numbers, the same digest. Blank where no row says anything,
/// or none is asked.
public struct RuleDigests: Sendable {
  /// Of one program: the rows that stand for it, each table as the first 12 hex digits of a SHA-256.
  public struct Program: Hashable, Codable, Sendable {
    /// `Cách tính điểm`.
    public var scoring: String
    /// `Bảng quy đổi`, of the tables that its scoring names.
    public var conversions: String
    /// `Diện tuyển thẳng, ưu tiên, khuyến khích`.
    public var priorities: String
    /// `Phân tuyến`.
    public var zones: String
    /// `Danh mục hồ sơ`.
    public var papers: String
  }

  /// By program of the round.
  public let programs: [Program]

  /// Of the rows in force of a round.
  public init(_ tables: RoundTables) {
    let reader = SetupReader(tables: tables, schemas: SchemaSet([]))
    let directory = ProgramDirectory(tables.programs)
    let scoring = reader.mostSpecific(.scoring, for: directory)
    let priorities = reader.mostSpecificByCode(.priorities, for: directory)
    let papers = reader.mostSpecificByCode(.documents, for: directory)
    let conversions = Dictionary(grouping: reader.rows(.conversions)) { folded($0.text("table")) }
      .mapValues { RuleDigests.digest($0, ["table", "value1", "value2", "points"]) }
    let zones = Dictionary(grouping: reader.rows(.zones), by: Scope.init).mapValues {
      RuleDigests.digest($0, ["basis", "commune", "hamlet", "sourceSchool", "tier"])
    }
    programs = tables.programs.enumerated().map { program, plan in
      let tables = Set(scoring[program].map { folded($0.text("conversion")) }.filter { !$0.isEmpty })
      let scopes = Scope.ofSchool(plan)
      return Program(
        scoring: RuleDigests.digest(scoring[program], ["field", "coefficient", "conversion", "above"]),
        conversions: RuleDigests.digest(tables.compactMap { conversions[$0] }),
        priorities: RuleDigests.digest(priorities[program], ["code", "kind", "points"]),
        zones: plan.zoned ? RuleDigests.digest(scopes.compactMap { zones[$0] }) : "",
        papers: plan.reviewsDocuments ? RuleDigests.digest(papers[program], ["code", "required"]) : "")
    }
  }

  private static func digest(_ rows: [SetupRow], _ keys: [String]) -> String {
    digest(
      rows.map { row in
        keys.map { row.number($0).map { String($0) } ?? spelled(row.text($0)) }.joined(separator: "\t")
      })
  }

  /// As values of a conversion are matched: numbers as numbers, words folded.
  private static func spelled(_ text: String) -> String {
    Exact(parsing: text.utf8)?.text ?? folded(text)
  }

  private static func digest(_ lines: [String]) -> String {
    if lines.isEmpty { return "" }
    return String(SHA256.hex(lines.sorted().joined(separator: "\n").utf8).prefix(12))
  }
}
