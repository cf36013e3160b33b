import Tables

/// The reasons against a wish, each told for itself from the input: written to
/// be read beside contract.md 4, for the checks alone.
struct Refusal {
  let input: Input
  private let zones: [Int32: [ZoneRow]]
  private let reasons = Verdict.allCases.filter { $0 != .eligible }

  init(_ input: Input) {
    self.input = input
    zones = Dictionary(grouping: input.zones, by: \.school)
  }

  /// The reason holds against this wish; `eligible` holds if no other does.
  func holds(_ reason: Verdict, _ applicant: Int, _ wish: Int) -> Bool {
    let number = Int(input.wishProgram[wish])
    switch reason {
    case .eligible: return !reasons.contains { holds($0, applicant, wish) }
    case .withdrawn: return input.states[applicant] == .withdrawn
    case .held: return input.states[applicant] == .held
    case .wrongGroup: return input.programs[number].special != input.wishSpecial[wish]
    case .wishNotTaken:
      guard let accepted = input.programs[number].acceptedWishes else { return false }
      return !accepted.contains(Int(input.wishNumber[wish]))
    case .age: return !isOfAge(applicant, number)
    case .outOfZone: return tier(applicant, number) == nil
    case .noProgramScore:
      guard let own = input.programScores[Int32(number)] else { return false }
      return own[Int32(applicant)] == nil
    case .violation:
      guard let recipe = recipe(number), !input.violations.isEmpty else { return false }
      return recipe.usesExam && input.violations[applicant]
    case .absent: return misses(FieldValue.absent, applicant, number)
    case .missingMark: return misses(FieldValue.missing, applicant, number)
    case .noConversion: return misses(FieldValue.unconvertible, applicant, number)
    case .failingMark:
      guard let recipe = recipe(number), !isDirect(applicant, number) else { return false }
      return recipe.terms.contains { term in
        let value = input.fields[term.field][applicant]
        return value > FieldValue.lastMark && value <= term.above?.raw ?? .min
      }
    case .belowMinimum:
      guard let minimum = input.programs[number].minimum, !isDirect(applicant, number) else { return false }
      return score(applicant, number).map { $0 < minimum } ?? false
    }
  }

  /// The lowest tier of the rows that the child stands in; 1 where not zoned.
  func tier(_ applicant: Int, _ program: Int) -> Int32? {
    guard input.programs[program].zoned else { return 1 }
    let child = input.residences.isEmpty ? Residence() : input.residences[applicant]
    var tiers: [Int32] = child.route.contains(Int32(program)) ? [1] : []
    for row in zones[input.programs[program].school] ?? [] {
      if let only = row.program, Int(only) != program { continue }
      if let school = row.sourceSchool, school != child.sourceSchool { continue }
      let lives = [
        (child.permanentCommune, child.permanentHamlet), (child.currentCommune, child.currentHamlet),
      ].map { commune, hamlet in
        (row.commune == nil || row.commune == commune) && (row.hamlet == nil || row.hamlet == hamlet)
      }
      let stands =
        switch row.basis {
        case .permanent: lives[0]
        case .current: lives[1]
        case .both: lives[0] && lives[1]
        case .either, .sourceSchool: lives[0] || lives[1]
        }
      if stands { tiers.append(row.tier) }
    }
    return tiers.min()
  }

  func isDirect(_ applicant: Int, _ program: Int) -> Bool {
    granted(.direct, applicant, program).isEmpty == false
  }

  /// The whole score; nil where a mark is missing or the sum leaves the range.
  func score(_ applicant: Int, _ program: Int) -> Exact? {
    if let own = input.programScores[Int32(program)] { return own[Int32(applicant)] }
    guard let recipe = recipe(program) else { return .zero }
    var parts: [Exact] = []
    for term in recipe.terms {
      let value = input.fields[term.field][applicant]
      if value <= FieldValue.lastMark { return isDirect(applicant, program) ? .zero : nil }
      guard let part = try? Exact(raw: value).times(term.coefficient) else { return nil }
      parts.append(part)
    }
    if !input.programs[program].noPriority {
      if let highest = granted(.priority, applicant, program).max() {
        parts.append(min(highest, input.rules.priorityCap ?? highest))
      }
      if let highest = granted(.incentive, applicant, program).max() { parts.append(highest) }
    }
    return try? parts.reduce(Exact.zero) { try $0.plus($1) }
  }

  private func granted(_ kind: PriorityGrant.Kind, _ applicant: Int, _ program: Int) -> [Exact] {
    guard let table = input.programs[program].priorityTable, !input.claims.isEmpty else { return [] }
    let grants = input.claimSets[Int(input.claims[applicant])].compactMap { input.priorityTables[table][$0] }
    return grants.filter { $0.kind == kind }.map(\.points)
  }

  /// The recipe that scores the program, unless the school does.
  private func recipe(_ program: Int) -> Recipe? {
    guard input.programScores[Int32(program)] == nil else { return nil }
    return input.programs[program].recipe.map { input.recipes[$0] }
  }

  private func misses(_ mark: Int64, _ applicant: Int, _ program: Int) -> Bool {
    guard let recipe = recipe(program),
      recipe.terms.contains(where: { input.fields[$0.field][applicant] == mark })
    else { return false }
    return !isDirect(applicant, program)
  }

  private func isOfAge(_ applicant: Int, _ program: Int) -> Bool {
    let (from, to) = (input.programs[program].bornFrom, input.programs[program].bornTo)
    guard from != nil || to != nil else { return true }
    let claims = input.claims.isEmpty ? [] : input.claimSets[Int(input.claims[applicant])]
    if claims.contains(where: { input.programs[program].ageExempt.contains($0) }) { return true }
    guard !input.birthDays.isEmpty, let born = input.birthDays[applicant] else { return false }
    return born >= from?.number ?? .min && born <= to?.number ?? .max
  }
}
