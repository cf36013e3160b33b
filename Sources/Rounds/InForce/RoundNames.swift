import TableSchema
import Tables

/// What the tables of one round may name.
struct RoundNames: Sendable {
  let round: Round
  /// The round's units, by code.
  let units: [String: Unit]
  let department: String
  let schools: Catalogue
  let parents: Catalogue
  /// Schools, authorities and the department.
  let members: Catalogue
  /// By school; nil while the programs are not known yet.
  var programs: [String: SchoolPrograms]?
  /// By school: programs that were declared in a row that does not stand, as it has an error, or its table
  /// is refused or waits.
  var awaited: [String: Catalogue] = [:]
  /// By what names them: units, conversion tables, priorities and documents declared in a row that does not
  /// stand.
  var awaitedNames: [Field.Reference: Catalogue] = [:]
  /// Of the schools among them: those of which some program was declared, by code.
  var awaitedSeats: Set<String> = []
  /// Programs named without a school.
  var programsAnywhere = Catalogue([])
  var priorities = Catalogue([])
  var conversions = Catalogue([])
  var documents = Catalogue([])
  /// Export profiles; empty where nobody says.
  var profiles: Set<String> = []
  /// The labels of a roster's columns; empty where no roster is offered.
  var rosterLabels = RosterLabels()
  /// The columns that a roster must also fill, by key, in the order of the forms.
  var requiredFields: [String] = []
  /// Communes of the zones, folded; empty where no zone names one.
  var communes: Set<[UInt8]> = []
  /// The same as people write them, for suggestions.
  var communeNames: [String] = []

  init(round: Round, units: [String: Unit], department: String) {
    self.round = round
    self.units = units
    self.department = department
    let sorted = units.values.sorted { $0.code < $1.code }
    schools = Catalogue(sorted.filter { $0.role == .school }.map { ($0.code, [$0.name] + $0.otherNames) })
    var parents = sorted.filter { $0.role == .authority || $0.role == .department }
      .map { ($0.code, [$0.name] + $0.otherNames) }
    if !parents.contains(where: { $0.0.lowercased() == department.lowercased() }) {
      parents.append((department, []))
    }
    self.parents = Catalogue(parents.map { (code: $0.0, names: $0.1) })
    let admitting = sorted.filter { $0.role == .school }.map { ($0.code, [$0.name] + $0.otherNames) }
    members = Catalogue((admitting + parents).map { (code: $0.0, names: $0.1) })
  }

  /// Takes the programs in force.
  mutating func take(_ plans: [ProgramPlan]) {
    var bySchool: [String: [ProgramPlan]] = [:]
    for plan in plans { bySchool[plan.school, default: []].append(plan) }
    programs = bySchool.mapValues { SchoolPrograms($0) }
    var named: [String: [String]] = [:]
    for plan in plans { named[plan.program, default: []] += plan.name.isEmpty ? [] : [plan.name] }
    let codes = named.keys.sorted()
    programsAnywhere = Catalogue(codes.map { ($0, [$0] + (named[$0] ?? [])) })
  }

  /// Whether a school is the sender, or under the sender's authority.
  func isOwn(_ school: String, _ sender: Unit) -> Bool {
    switch sender.role {
    case .school: school == sender.code
    case .authority: units[school]?.parent == sender.code
    default: true
    }
  }
}

/// The programs of one school in a round.
struct SchoolPrograms: Sendable {
  /// By code.
  let plans: [ProgramPlan]
  let catalogue: Catalogue

  init(_ plans: [ProgramPlan]) {
    self.plans = plans.sorted { $0.program < $1.program }
    // Folded, `Thường` is a name of `thuong`.
    catalogue = Catalogue(
      self.plans.map { ($0.program, [$0.program] + ($0.name.isEmpty ? [] : [$0.name])) })
  }

  /// What the school alone means: `thuong`, else the only program.
  var bare: ProgramPlan? {
    plans.first { $0.program.lowercased() == RoundNames.ordinary } ?? (plans.count == 1 ? plans[0] : nil)
  }

  /// The only program that a birth date fits.
  func fitting(_ birth: Int64?) -> ProgramPlan? {
    guard let birth, let day = Int32(exactly: birth) else { return nil }
    let fitting = plans.filter { plan in
      (plan.bornFrom.map { $0.number <= day } ?? true) && (plan.bornTo.map { day <= $0.number } ?? true)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension RoundNames {
  /// The program that a blank means.
  static let ordinary = "thuong"

  /// A text that names something with a code.
  enum Named {
    case code(String, byName: Bool)
    case failed(FindingCode, [String: String])
  }

  /// Finds what a text names; `kind` is told where it names nothing, or several.
  func find(_ text: String, in catalogue: Catalogue, kind: Field.Reference) -> Named {
    let found = RoundNames.find(text, in: catalogue, kind: kind)
    guard case .failed(let code, var facts) = found, code == .foreignKey, let awaited = awaitedNames[kind],
      !awaited.isEmpty
    else { return found }
    if case .failed(.foreignKey, let unlike) = RoundNames.find(text, in: awaited, kind: kind) {
      // What those rows declare is known: nothing that comes of mending them is called so.
      facts["undeclared"] = nil
      facts["suggestion"] = facts["suggestion"] ?? unlike["suggestion"]
    } else {
      facts["undeclared"] = Undeclared.standing.rawValue
    }
    return .failed(code, facts)
  }

  /// The same where nothing is awaited.
  static func find(_ text: String, in catalogue: Catalogue, kind: Field.Reference) -> Named {
    switch catalogue.resolve(text) {
    case .code(let code): return .code(code, byName: false)
    case .name(let code): return .code(code, byName: true)
    case .ambiguous(let candidates):
      return .failed(
        .ambiguousName, ["kind": kind.rawValue, "candidates": candidates.joined(separator: "; ")])
    case .unknown(let suggestion):
      var facts = ["kind": kind.rawValue]
      facts["suggestion"] = suggestion
      if catalogue.isEmpty { facts["undeclared"] = Undeclared.round.rawValue }
      return .failed(.foreignKey, facts)
    }
  }
}

extension RoundTables {
  /// The program that a text names as a wish would: by codes or names, the school alone where that is
  /// enough. Nil for none, and where it could be several.
  public func program(named text: String) -> ProgramPlan? {
    var names = RoundNames(round: round, units: units, department: department)
    names.take(programs)
    guard case .program(let plan, _) = names.wish(text) else { return nil }
    return plan
  }
}
