public import Rounds
public import Wording

/// Which lists a round gives to whom (contract.md 5), for one state of it.
public struct RoundFiles: Sendable {
  let people: People
  let official: Bool
  let state: RoundState
  let profiles: [String: ExportProfile]

  /// - Parameters:
  ///   - official: finalized; otherwise lists are marked provisional, and
  ///     schools get them only where the round says so.
  ///   - profiles: import layouts by name.
  public init(
    _ round: DecidedRound, official: Bool, state: RoundState, profiles: [String: ExportProfile],
    language: Language
  ) {
    people = People(round, ListWording(language))
    self.official = official
    self.state = state
    self.profiles = profiles
  }

  private var round: DecidedRound { people.round }

  /// The units that the round gives something to, in byte order of their codes.
  public var units: [String] {
    var codes: Set<String> = [round.tables.department]
    for program in round.tables.programs { codes.insert(program.school) }
    for applicant in 0..<round.cohort.count { codes.insert(people.text("sourceSchool", applicant)) }
    let schools = round.cohort.column("sourceSchool")
    for record in round.cohort.recordsOnly { codes.insert(schools.text(at: record)) }
    return codes.filter { $0 == round.tables.department || round.tables.units[$0] != nil }.sorted()
  }

  /// The files of a unit's folder; none if there is nothing to tell it now.
  public func files(for unit: String) -> [OutputFile] {
    var files: [OutputFile] = []
    if unit == round.tables.department { files += departmentFiles() }
    if let school = round.tables.units[unit] {
      files += schoolFiles(school)
      files += sourceFiles(school)
    }
    return files
  }

  private func departmentFiles() -> [OutputFile] {
    let code = round.tables.department
    let department =
      round.tables.units[code] ?? Unit(code: code, name: people.words.department, role: .department)
    let files = [
      resultTable(round, people), cutoffFile(round), explanationTable(round), lotteryTable(round),
      summaryBook(people, department: department, provisional: !official),
      unmatchedBook(people, department: department),
    ]
    return files.compactMap(\.self)
  }

  private func schoolFiles(_ school: Unit) -> [OutputFile] {
    guard round.tables.programs.contains(where: { $0.school == school.code }) else { return [] }
    let lists = SchoolLists(people, school: school, provisional: !official)
    guard official || round.tables.round.provisional else {
      return state == .open ? [] : [lists.registered()]
    }
    var files: [OutputFile?] = [
      lists.registered(), lists.admitted(), lists.waiting(), lists.refused(),
      classLists(people, of: school, provisional: !official),
    ]
    if official {
      let profile = profiles[school.system] ?? profiles[RoundFiles.defaultProfile]
      files.append(profile.map { importBook(people, of: school, profile: $0) })
      files.append(feeBook(people, of: school))
    }
    return files.compactMap(\.self)
  }

  private func sourceFiles(_ school: Unit) -> [OutputFile] {
    let lists = SourceLists(people: people, school: school, provisional: !official)
    let results = official || round.tables.round.provisional ? lists.results() : nil
    let notApplied = state == .open ? lists.notApplied() : nil
    return [results, notApplied].compactMap(\.self)
  }

  static let defaultProfile = "qlgd"
}
