import TableSchema
import Tables

/// The names of the applicants, written in one column or in two.
public struct CohortNames: Sendable {
  private let whole: CohortColumn
  private let family: CohortColumn
  private let given: CohortColumn
  /// By applicant: the place in Vietnamese order of names; empty where it was not asked for.
  private var places: [Int32] = []

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

  /// The same, with the place of all applicants found once: for whoever sorts many lists of them.
  ///
  /// - Parameter jobs: how many threads look for it.
  public func ordered(count: Int, jobs: Int) -> CohortNames {
    let share = max(count / max(jobs, 1) + 1, 1)
    let stretches = stride(from: 0, to: count, by: share).map { $0..<min($0 + share, count) }
    var parts = inParallel(stretches, jobs: jobs) { stretch in
      stretch.map { (key: sortKey($0), applicant: Int32($0)) }.sorted { $0 < $1 }
    }
    // Neighbours are put together until one list is left.
    while parts.count > 1 {
      let pairs = stride(from: 0, to: parts.count, by: 2).map { parts[$0..<min($0 + 2, parts.count)] }
      parts = inParallel(pairs, jobs: jobs) { CohortNames.merged($0) }
    }
    var names = self
    names.places = Array(repeating: 0, count: count)
    for (place, name) in (parts.first ?? []).enumerated() {
      names.places[Int(name.applicant)] = Int32(truncatingIfNeeded: place)
    }
    return names
  }

  private typealias Name = (key: NameSortKey, applicant: Int32)

  private static func merged(_ lists: ArraySlice<[Name]>) -> [Name] {
    guard let first = lists.first, let last = lists.last, lists.count > 1 else { return lists.first ?? [] }
    var merged: [Name] = []
    merged.reserveCapacity(first.count + last.count)
    var next = 0
    for name in first {
      while next < last.count, last[next] < name {
        merged.append(last[next])
        next += 1
      }
      merged.append(name)
    }
    return merged + last[next...]
  }

  /// The place of an applicant in Vietnamese order of names; nil where it was not asked for.
  func place(_ applicant: Int) -> Int32? { places.isEmpty ? nil : places[applicant] }

  /// Applicants in Vietnamese order of names, equal names as they are counted.
  public func sorted(_ applicants: [Int]) -> [Int] {
    guard places.isEmpty else { return applicants.sorted { places[$0] < places[$1] } }
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
