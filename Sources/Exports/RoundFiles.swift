import Admission
public import Rounds
public import TableSchema
public import Wording

/// Which lists a round gives to whom (contract.md 5).
///
/// Before a round is finalized the department alone gets its lists, marked as
/// provisional; schools get them too where the round says so, and without it
/// once it is closed the list of those who applied to them. Imports and fees
/// come with the official lists alone.
///
/// An admitting school gets each of its four lists even if nobody stands on it.
/// Class lists, fees and `chua-dang-ky.xlsx` are left out where they would be empty.
public struct RoundFiles: Sendable {
  private let content: RoundContent
  private let official: Bool
  private let profiles: [String: ExportProfile]
  private let schemas: SchemaSet
  private let jobs: Int

  /// - Parameters:
  ///   - schemas: those that the round was decided with.
  ///   - official: finalized; otherwise lists are marked as provisional.
  ///   - profiles: import layouts by name.
  ///   - jobs: how many threads work at the longest file; the bytes are the same.
  public init(
    _ round: DecidedRound, schemas: SchemaSet, official: Bool, profiles: [String: ExportProfile],
    language: Language, jobs: Int = 1
  ) {
    self.jobs = jobs
    content = RoundContent(round, schemas: schemas, words: ListWording(language), jobs: jobs)
    self.official = official
    self.profiles = profiles
    self.schemas = schemas
  }

  private var tables: RoundTables { content.round.tables }

  /// Whether what a unit gets is official: the round is finalized, or the school by itself.
  public func isOfficial(for unit: String) -> Bool { official || tables.fixed.contains(unit) }

  /// Results may be told to a school.
  private func isTold(_ unit: String) -> Bool { isOfficial(for: unit) || tables.round.provisional }

  /// The units that may get something, in byte order of their codes; some may
  /// have no files after all.
  public var units: [String] {
    let (schools, sources) = (Set(content.schools.schools), Set(content.sources.schools))
    let others = tables.units.keys.filter { code in
      schools.contains(code) || sources.contains(code) || !content.sources.notApplied(ofSchool: code).isEmpty
        || !content.sources.unknown(toSchool: code).isEmpty
    }
    return Set(others + [tables.department]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files of a unit's folder; none if there is nothing to tell it now.
  public func files(for unit: String) -> [OutputFile] {
    var files: [OutputFile?] = unit == tables.department ? departmentFiles() : []
    if let school = tables.units[unit], school.role == .school {
      if !content.schools.programs(ofSchool: unit).isEmpty { files += admittingFiles(school) }
      files += sourceFiles(school)
    }
    return files.compactMap(\.self)
  }

  /// `giai-trinh.csv` alone.
  public func explanations() -> OutputFile { content.explanationTable(jobs: jobs) }

  private func departmentFiles() -> [OutputFile?] {
    let code = tables.department
    let department =
      tables.units[code] ?? Unit(code: code, name: content.words.department, role: .department)
    return [
      content.resultTable(), content.cutoffFile(), explanations(), content.checkFile(),
      content.lotteryTable(), content.summaryBook(department: department, provisional: !official),
      content.notApplied(department: department, provisional: !official),
    ]
  }

  private func admittingFiles(_ school: Unit) -> [OutputFile?] {
    let official = isOfficial(for: school.code)
    guard isTold(school.code) || tables.state != .open else { return [] }
    let lists = AdmittingSchoolLists(content, school: school, provisional: !official)
    let forms = PrefilledForms(content: content, school: school, schemas: schemas)
    let toReview = official || tables.state == .open ? nil : forms.decisions
    guard isTold(school.code) else { return [lists.registered, toReview] }
    // Who has refused its place is in no class, pays nothing and is handed to no other system.
    let admitted = lists.enrolledApplicants
    let shared = [
      lists.registered, lists.admitted, lists.waiting, lists.refused,
      content.classBook(of: school, admitted: admitted, provisional: !official),
    ]
    guard official else { return shared + [toReview] }
    let profile = profiles[school.system] ?? profiles[RoundFiles.defaultProfile]
    return shared + [
      profile.map { content.importBook(of: school, admitted: admitted, profile: $0) },
      content.feeBook(admitted: admitted), forms.enrolments(of: lists.admittedApplicants),
      forms.studentCodes(of: admitted), lists.unconfirmed,
    ]
  }

  private func sourceFiles(_ school: Unit) -> [OutputFile?] {
    [
      // Where its leavers are is official when the whole round is.
      official || (tables.round.provisional && !isOfficial(for: school.code))
        ? content.resultsOfLeavers(of: school, provisional: !official) : nil,
      tables.state == .open ? content.notApplied(of: school) : nil,
    ]
  }

  private static let defaultProfile = "qlgd"
}
