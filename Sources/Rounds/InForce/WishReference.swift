import TableSchema
import Tables

/// What a text in a column of wishes means (tables.md: a wish is `SCHOOL` or `SCHOOL/PROGRAM`).
enum WishMeaning {
  case program(ProgramPlan, byName: Bool)
  /// A school alone with several programs, none of them `thuong`: the birth date may tell.
  case byBirth(SchoolPrograms, school: String, byName: Bool)
  /// It names nothing; the school, where at least that is known.
  case failed(FindingCode, [String: String], school: String?)

  /// The code of the school, where it is known.
  var school: String? {
    switch self {
    case .program(let plan, _): plan.school
    case .byBirth(_, let school, _): school
    case .failed(_, _, let school): school
    }
  }
}

/// What a part of a route means: a school's own programs, or one of them.
enum RouteMeaning {
  case programs([ProgramPlan])
  /// It names nothing.
  case failed(FindingCode, [String: String])
}

extension RoundNames {
  /// Finds the programs that a part of a route names. A route is to a school (`Trường đúng tuyến`): the
  /// school alone stands for each program that it has.
  func route(_ text: String) -> RouteMeaning {
    if case .code(let school, _) = RoundNames.find(text, in: schools, kind: .school),
      let own = programs?[school], !own.plans.isEmpty
    {
      return .programs(own.plans)
    }
    switch wish(text) {
    case .program(let plan, _): return .programs([plan])
    case .byBirth(let own, _, _): return .programs(own.plans)
    case .failed(let code, let facts, _): return .failed(code, facts)
    }
  }

  /// Finds the program that a wish names.
  func wish(_ text: String) -> WishMeaning {
    // A school's name may hold a stroke of its own: `TH/THCS Bình Tịnh`.
    if case .code(let school, let byName) = RoundNames.find(text, in: schools, kind: .school) {
      return bareWish(school, byName: byName)
    }
    let bytes = Array(text.utf8)
    for stroke in bytes.indices.reversed() where bytes[stroke] == UInt8(ascii: "/") {
      let left = String(decoding: bytes[..<stroke], as: UTF8.self)
      guard case .code(let school, let byName) = RoundNames.find(left, in: schools, kind: .school) else {
        continue
      }
      let right = String(decoding: bytes[(stroke + 1)...], as: UTF8.self)
      if right.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) { return bareWish(school, byName: byName) }
      switch program(right, of: school) {
      case .code(let code, let programByName):
        guard let plan = programs?[school]?.plans.first(where: { $0.program == code }) else { continue }
        return .program(plan, byName: byName || programByName)
      case .failed(let code, let facts): return .failed(code, facts, school: school)
      }
    }
    let school = bytes.lastIndex(of: UInt8(ascii: "/")).map { String(decoding: bytes[..<$0], as: UTF8.self) }
    guard case .failed(let code, var facts) = find(school ?? text, in: schools, kind: .school)
    else { return .failed(.foreignKey, ["kind": Field.Reference.school.rawValue], school: nil) }
    // A school that only sends leavers has no seats, whatever becomes of its own row.
    if facts["undeclared"] == Undeclared.standing.rawValue, isWithoutSeats(school ?? text) {
      facts["undeclared"] = Undeclared.school.rawValue
    }
    return .failed(code, facts, school: nil)
  }

  /// Whether programs were declared, and none of this school, of which the row does not stand.
  private func isWithoutSeats(_ text: String) -> Bool {
    guard programs?.isEmpty == false || !awaited.isEmpty, let units = awaitedNames[.school],
      case .code(let code, _) = RoundNames.find(text, in: units, kind: .school)
    else { return false }
    return !awaitedSeats.contains(code)
  }

  /// Whether a wish is spelled by codes and names to the letter.
  func isDeclaredWish(_ text: String) -> Bool {
    if schools.isDeclared(text) { return true }
    return text.indices.contains { stroke in
      text[stroke] == "/" && schools.isDeclared(String(text[..<stroke]))
        && programsAnywhere.isDeclared(String(text[text.index(after: stroke)...]))
    }
  }

  /// Finds a program of a school.
  func program(_ text: String, of school: String) -> Named {
    guard let own = programs?[school] else {
      // What rows that do not stand declare is known, too.
      if let awaited = awaited[school],
        case .failed(.foreignKey, let unlike) = RoundNames.find(text, in: awaited, kind: .program)
      {
        return .failed(.foreignKey, unlike)
      }
      return .failed(.foreignKey, factsOfNoSeats(school))
    }
    let found = RoundNames.find(text, in: own.catalogue, kind: .program)
    guard case .failed = found, isAwaited(text, of: school) else { return found }
    return .failed(.foreignKey, factsOfNoSeats(school))
  }

  /// Whether a row that does not stand declares such a program.
  private func isAwaited(_ text: String, of school: String) -> Bool {
    guard let awaited = awaited[school] else { return false }
    if case .code = RoundNames.find(text, in: awaited, kind: .program) { return true }
    return false
  }

  /// Of seats that do not stand: whether the school was declared and waits, has none, or nobody has
  /// declared any yet.
  private func factsOfNoSeats(_ school: String) -> [String: String] {
    let undeclared: Undeclared =
      if awaited[school] != nil { .standing } else if programs?.isEmpty == false { .school } else { .round }
    return ["kind": Field.Reference.program.rawValue, "undeclared": undeclared.rawValue]
  }

  /// What a school alone means.
  func bareWish(_ school: String, byName: Bool) -> WishMeaning {
    guard let own = programs?[school], !own.plans.isEmpty else {
      return .failed(.foreignKey, factsOfNoSeats(school), school: school)
    }
    if own.bare?.isOrdinary != true, isAwaited(RoundNames.ordinary, of: school) {
      return .failed(.foreignKey, factsOfNoSeats(school), school: school)
    }
    if let plan = own.bare { return .program(plan, byName: byName) }
    return .byBirth(own, school: school, byName: byName)
  }

  /// A school alone whose program nothing tells.
  static func unclear(_ programs: SchoolPrograms) -> (FindingCode, [String: String]) {
    (.wishUnclear, ["candidates": programs.plans.map(\.path).joined(separator: "; ")])
  }
}
