import TableSchema
import Tables

/// What a round's schools and programs are called where somebody chooses one from a list: by name,
/// and by code where a name would not be understood.
public struct NamedChoices: Sendable {
  /// The schools of the round, in the order of their names; with their codes.
  public let schools: [(code: String, text: String)]
  /// What a wish may name, likewise: the ordinary programs, and the specialised ones.
  public let wishes: [String]
  /// See ``wishes``.
  public let specialWishes: [String]
  /// Who may stand above a unit: the authorities, and the department by its code.
  public let parents: [String]
  private let programs: [String: [String]]

  /// The choices of a round as it stands.
  public init(_ tables: RoundTables) {
    var names = RoundNames(round: tables.round, units: tables.units, department: tables.department)
    names.take(tables.programs)
    let units = tables.units.values.filter { $0.role == .school }.sorted(by: NamedChoices.isBefore)
    var schools: [(code: String, text: String)] = []
    for unit in units {
      let isClear = names.schools.resolve(unit.name) == .name(unit.code)
      schools.append((unit.code, isClear ? unit.name : unit.code))
    }
    self.schools = schools
    parents =
      tables.units.values.filter { $0.role == .authority }.sorted(by: NamedChoices.isBefore).map { unit in
        names.parents.resolve(unit.name) == .name(unit.code) ? unit.name : unit.code
      } + [tables.department]
    var (wishes, special): ([String], [String]) = ([], [])
    var programs: [String: [String]] = [:]
    for (code, text) in schools {
      for plan in names.programs?[code]?.plans ?? [] {
        let own = plan.name.isEmpty ? plan.program : plan.name
        programs[code, default: []].append(
          names.program(own, of: code).isCode(plan.program) ? own : plan.program)
        let wish = [text, "\(text)/\(own)", plan.path].first { names.wish($0).isProgram(plan) } ?? plan.path
        if plan.special { special.append(wish) } else { wishes.append(wish) }
      }
    }
    self.wishes = wishes
    specialWishes = special
    self.programs = programs
  }

  /// A school as it is called here; its code where it is none of the round's.
  public func school(_ code: String) -> String { schools.first { $0.code == code }?.text ?? code }

  /// The programs of a school.
  public func programs(of school: String) -> [String] { programs[school] ?? [] }

  private static func isBefore(_ a: Unit, _ b: Unit) -> Bool {
    let (first, second) = (
      NameSortKey(family: "", given: a.name), NameSortKey(family: "", given: b.name)
    )
    return first == second ? a.code < b.code : first < second
  }
}

extension RoundNames.Named {
  fileprivate func isCode(_ code: String) -> Bool {
    if case .code(let found, _) = self { found == code } else { false }
  }
}

extension WishMeaning {
  fileprivate func isProgram(_ plan: ProgramPlan) -> Bool {
    if case .program(let found, _) = self { found.path == plan.path } else { false }
  }
}
