import Rounds
import TableSchema
import Tables

/// A child on a list: an applicant, or a record without an application.
enum Child: Hashable, Sendable {
  case applicant(Int)
  case record(Cohort.RowRef)

  /// A leaver of a source school.
  init(_ leaver: SourceSchoolLists.Leaver) {
    self = leaver.applicant < 0 ? .record(leaver.record) : .applicant(Int(leaver.applicant))
  }
}

/// What lists and imports say of a child.
struct ChildDetails: Sendable {
  private let round: DecidedRound
  private let names: CohortNames
  private let identifiers: [CohortColumn]
  private let birthDates: CohortColumn
  private let genders: CohortColumn
  private let female: Int64?
  private let sourceSchools: CohortColumn
  private let sourceClasses: CohortColumn
  private let phones: CohortColumn
  /// The permanent residence in full, and its parts.
  private let addresses: CohortColumn
  private let hamlets: CohortColumn
  private let communes: CohortColumn
  private let claims: CohortColumn

  init(_ round: DecidedRound) {
    let cohort = round.cohort
    self.round = round
    names = cohort.names
    identifiers = Schema.identifierKeys.map(cohort.column)
    birthDates = cohort.column("birthDate")
    genders = cohort.column("gender")
    female = cohort.femaleWord
    sourceSchools = cohort.column("sourceSchool")
    sourceClasses = cohort.column("sourceClass")
    phones = cohort.column("phone")
    addresses = cohort.column("permanentAddress")
    hamlets = cohort.column("permanentHamlet")
    communes = cohort.column("permanentCommune")
    claims = cohort.column("priorities")
  }

  /// One of ``Schema/identifierKeys``; an applicant's may come from any of its rows.
  func identifier(_ kind: Int, _ child: Child) -> String {
    switch child {
    case .applicant(let applicant):
      String(decoding: round.cohort.identifier(kind, of: applicant), as: UTF8.self)
    case .record(let row): identifiers[kind].text(at: row)
    }
  }

  func fullName(_ child: Child) -> String {
    switch child {
    case .applicant(let applicant): names.fullName(applicant)
    case .record(let row): names.fullName(at: row)
    }
  }

  func birthDate(_ child: Child) -> Day? { birthDates.day(child) }

  /// Nil where it is not known.
  func isFemale(_ child: Child) -> Bool? { genders.number(child).map { $0 == female } }

  /// By name where the code is a unit's.
  func sourceSchool(_ child: Child) -> String {
    let code =
      switch child {
      case .applicant(let applicant): sourceSchools.text(applicant)
      case .record(let row): round.cohort.sourceSchool(at: row, sourceSchools)
      }
    return round.tables.units[code]?.name ?? code
  }

  func sourceClass(_ child: Child) -> String { sourceClasses.text(child) }

  func phone(_ child: Child) -> String { phones.text(child) }

  /// The priorities claimed, as codes.
  func claims(_ child: Child) -> String { claims.text(child) }

  /// The permanent residence as one line: as it was written, or hamlet and commune.
  func address(_ child: Child) -> String {
    let address = addresses.text(child)
    guard address.isEmpty else { return address }
    return [hamlets.text(child), communes.text(child)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Children in Vietnamese order of names, equal names by their place in the rosters.
  func sortedByName(_ records: [Cohort.RowRef]) -> [Cohort.RowRef] {
    let keyed = records.map { (key: NameSortKey(fullName: names.fullName(at: $0)), row: $0) }
    return keyed.sorted { a, b in
      a.key == b.key ? (a.row.layer, a.row.row) < (b.row.layer, b.row.row) : a.key < b.key
    }.map(\.row)
  }
}

extension CohortColumn {
  /// The canonical text for a child.
  fileprivate func text(_ child: Child) -> String {
    switch child {
    case .applicant(let applicant): text(applicant)
    case .record(let row): text(at: row)
    }
  }

  /// The number for a child.
  fileprivate func number(_ child: Child) -> Int64? {
    switch child {
    case .applicant(let applicant): number(applicant)
    case .record(let row): number(at: row)
    }
  }

  fileprivate func day(_ child: Child) -> Day? {
    number(child).map { Day(number: Int32(clamping: $0)) }
  }
}
