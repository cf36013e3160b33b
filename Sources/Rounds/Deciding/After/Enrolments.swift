import TableSchema
import Tables

/// Who has confirmed its place, and who has not taken it (tables.md, enrolments).
///
/// A school that has sent a table after the day `confirmBy`, or ever where there is none, has said of all
/// its children whether they take their places: of whom it says nothing has not confirmed (contract.md 4,
/// `xét bổ sung`). It can have said that only of children of whom it knew: a table that came before a child's
/// place there was published, when other lists of the school were (``Settled/newcomers``), says nothing of it,
/// and the child stays until a newer one comes.
struct Enrolments {
  /// What a school says of a child.
  enum Status: String {
    case confirmed, enrolled, declined, absent

    /// Why the child leaves its place; nil if it takes it.
    var leaving: LeavingReason? {
      switch self {
      case .confirmed, .enrolled: nil
      case .declined: .declined
      case .absent: .absent
      }
    }
  }

  private struct Key: Hashable {
    var applicant: Int32
    var school: String
  }

  private var statuses: [Key: Status] = [:]
  /// Schools of which somebody has sent enrolments.
  private var sent: Set<String> = []
  /// The newest table of those that came after the last day to confirm, by school.
  private var newest: [String: Int] = [:]

  init(_ tables: RoundTables, _ schemas: SchemaSet, _ applicants: ApplicantLookup) {
    guard let schema = schemas[.enrolments] else { return }
    let last = tables.round.confirmBy
    for layer in tables.layers[.enrolments] ?? [] {
      let schools = Set(layer.rows.map { loweredCode(layer.table.text("school", Int($0))) })
      sent.formUnion(schools)
      if last.map({ last in layer.day.map { $0 > last } ?? false }) ?? true {
        for school in schools { newest[school] = max(newest[school] ?? 0, layer.seq) }
      }
      for (row, applicant) in applicants.rows(of: layer) {
        let key = Key(applicant: applicant, school: loweredCode(layer.table.text("school", row)))
        statuses[key] = schema.choice("status", in: layer.table, row: row).flatMap { Status(rawValue: $0) }
      }
    }
  }

  /// What was said of a child at a school; nil if nothing was.
  func status(of applicant: Int, at school: String) -> Status? {
    statuses[Key(applicant: Int32(applicant), school: loweredCode(school))]
  }

  /// Who has declined which school, or did not come to it.
  var declined: [(applicant: Int32, school: String)] {
    statuses.filter { $0.value.leaving != nil }.map { ($0.key.applicant, $0.key.school) }
  }

  /// Whether anything was said of a school's children.
  func hasSent(_ school: String) -> Bool { sent.contains(loweredCode(school)) }

  /// Whether a school has said who confirmed, when nobody could confirm any more, and when it knew of a
  /// child; nil where that was in its first lists.
  func hasSaidAll(_ school: String, of newcomer: Settled.Newcomer?) -> Bool {
    newest[loweredCode(school)].map { $0 > newcomer?.after ?? 0 } ?? false
  }

  /// Whether a child takes its place, as far as is known: it has confirmed, or the school has
  /// not sent any enrolments yet.
  func takesPlace(_ applicant: Int, at school: String) -> Bool {
    guard sent.contains(loweredCode(school)) else { return true }
    guard let status = status(of: applicant, at: school) else { return false }
    return status.leaving == nil
  }
}
