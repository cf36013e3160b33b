/// The tiers of contract.md 4: the lowest among the rows all of whose filled
/// columns are the child's.
struct Tiers {
  /// By program: its rows, the lowest tier first.
  private let rows: [[ZoneRow]]

  init(_ input: Input) {
    guard !input.zones.isEmpty else {
      rows = []
      return
    }
    let ofSchool = Dictionary(grouping: input.zones, by: \.school)
    rows = input.programs.indices.map { program in
      guard input.programs[program].zoned, let rows = ofSchool[input.programs[program].school] else {
        return []
      }
      return rows.filter { row in row.program.map { Int($0) == program } ?? true }
        .sorted { a, b in a.tier < b.tier }
    }
  }

  /// The tier of a child for a zoned program; nil if it stands in no row.
  func tier(of child: Residence, program: Int) -> Int32? {
    let tier = rows.isEmpty ? nil : rows[program].first { child.stands(in: $0) }?.tier
    guard child.route.contains(Int32(program)) else { return tier }
    return min(tier ?? 1, 1)
  }
}

extension Residence {
  /// Every filled column of the row is the child's.
  public func stands(in row: ZoneRow) -> Bool {
    if let school = row.sourceSchool, school != sourceSchool { return false }
    guard row.commune != nil || row.hamlet != nil else { return true }
    let permanent =
      (row.commune ?? permanentCommune) == permanentCommune
      && (row.hamlet ?? permanentHamlet) == permanentHamlet
    let current =
      (row.commune ?? currentCommune) == currentCommune
      && (row.hamlet ?? currentHamlet) == currentHamlet
    return switch row.basis {
    case .permanent: permanent
    case .current: current
    case .both: permanent && current
    case .either, .sourceSchool: permanent || current
    }
  }
}
