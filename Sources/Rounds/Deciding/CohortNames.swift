import TableSchema
import Tables

/// The names of the applicants, written in one column or in two.
public struct CohortNames: Sendable {
  private let whole: CohortColumn
  private let family: CohortColumn
  private let given: CohortColumn

  init(_ cohort: Cohort) {
    whole = cohort.column("fullName")
    family = cohort.column("familyName")
    given = cohort.column("givenName")
  }

  /// The whole name of an applicant.
  public func fullName(_ applicant: Int) -> String {
    let name = whole.text(applicant)
    guard name.isEmpty else { return name }
    return CohortNames.joined(family.text(applicant), given.text(applicant))
  }

  /// The same as bytes, for writers of many: copies nothing where the name was written in one column.
  public func fullNameBytes(_ applicant: Int) -> ArraySlice<UInt8> {
    let name = whole.bytes(applicant)
    guard name.isEmpty else { return name }
    let (family, given) = (family.bytes(applicant), given.bytes(applicant))
    return family.isEmpty || given.isEmpty ? family + given : family + [UInt8(ascii: " ")] + given
  }

  /// The whole name in one row.
  public func fullName(at ref: Cohort.RowRef) -> String {
    let name = whole.text(at: ref)
    return name.isEmpty ? CohortNames.joined(family.text(at: ref), given.text(at: ref)) : name
  }

  /// Family and middle names, and given name: as sent where they were sent in two parts.
  public func parts(_ applicant: Int) -> (family: String, given: String) {
    let last = given.text(applicant)
    return last.isEmpty ? nameParts(whole.text(applicant)) : (family.text(applicant), last)
  }

  /// Applicants in Vietnamese order of names, equal names as they are counted.
  public func sorted(_ applicants: [Int]) -> [Int] {
    let keyed = applicants.map { (key: sortKey($0), applicant: $0) }
    return keyed.sorted { a, b in a.key == b.key ? a.applicant < b.applicant : a.key < b.key }
      .map(\.applicant)
  }

  /// Where the applicant stands in a Vietnamese list of names.
  func sortKey(_ applicant: Int) -> NameSortKey {
    let (family, given) = parts(applicant)
    return NameSortKey(family: family, given: given)
  }

  private static func joined(_ family: String, _ given: String) -> String {
    family.isEmpty || given.isEmpty ? family + given : family + " " + given
  }
}

extension Cohort {
  /// The names of the applicants.
  public var names: CohortNames { CohortNames(self) }

  /// The position of `Nữ` among the words for the gender; nil where the schema has none.
  public var femaleWord: Int64? {
    schema.field("gender")?.field.choices.firstIndex { choice in
      choice.words.contains { folded($0) == "nu" }
    }.map(Int64.init)
  }
}
