/// The tiers of children at zoned programs, told row by row from the input, for the checks alone.
struct TiersOfChildren {
  private let input: Input
  private let zones: [Int32: [ZoneRow]]

  init(_ input: Input) {
    self.input = input
    zones = Dictionary(grouping: input.zones, by: \.school)
  }

  /// The lowest tier of the rows that the child stands in; 1 where not zoned.
  func tier(_ applicant: Int, _ program: Int) -> Int32? {
    guard input.programs[program].zoned else { return 1 }
    let child = input.residences.isEmpty ? Residence() : input.residences[applicant]
    var lowest: Int32? = child.route.contains(Int32(program)) ? 1 : nil
    for row in zones[input.programs[program].school] ?? [] {
      if let only = row.program, Int(only) != program { continue }
      if let school = row.sourceSchool, school != child.sourceSchool { continue }
      func lives(_ commune: Int32, _ hamlet: Int32) -> Bool {
        (row.commune == nil || row.commune == commune) && (row.hamlet == nil || row.hamlet == hamlet)
      }
      let permanent = lives(child.permanentCommune, child.permanentHamlet)
      let current = lives(child.currentCommune, child.currentHamlet)
      let stands =
        switch row.basis {
        case .permanent: permanent
        case .current: current
        case .both: permanent && current
        case .either, .sourceSchool: permanent || current
        }
      if stands { lowest = min(lowest ?? row.tier, row.tier) }
    }
    return lowest
  }
}
