public import Rounds

/// What programs are called where people read them.
public struct PlaceNames: Sendable {
  private let language: Language
  private let schools: [String: String]
  /// The codes of schools with more than one program in the round.
  private let several: Set<String>

  /// The names of a round's programs.
  public init(_ tables: RoundTables, _ language: Language) {
    self.language = language
    schools = tables.units.mapValues(\.name)
    var (seen, several): (Set<String>, Set<String>) = ([], [])
    for plan in tables.programs where !seen.insert(plan.school).inserted { several.insert(plan.school) }
    self.several = several
  }

  /// What a school calls one of its programs; the code where it has no name of its own.
  public func program(_ plan: ProgramPlan) -> String {
    guard plan.name.isEmpty else { return plan.name }
    return plan.isOrdinary ? ListWording(language).ordinaryProgram : plan.program
  }

  /// The school of a program, and the program where it has a name of its own, or the school has others.
  public func place(_ plan: ProgramPlan) -> String {
    let school = schools[plan.school] ?? plan.school
    if !plan.name.isEmpty, plan.name != school { return school + " – " + plan.name }
    guard several.contains(plan.school) else { return school }
    // The school's own name tells its programs apart no better than none.
    return school + " – " + (plan.isOrdinary ? ListWording(language).ordinaryProgram : plan.program)
  }
}
