/// Which rows of the programs' reservations children belong to.
public struct Memberships: Sendable {
  /// Of programs with reservations: the rows of each category.
  private var rows: [Int32: [Reservation.Category: [Int32]]] = [:]
  private let input: Input
  /// Nil where no program has reservations.
  private let tiers: Tiers?

  /// The rows of all programs.
  public init(_ input: Input) {
    self.input = input
    for (program, asked) in input.programs.enumerated() where !asked.reservations.isEmpty {
      var ofCategory: [Reservation.Category: [Int32]] = [:]
      for (row, reservation) in asked.reservations.enumerated() {
        ofCategory[reservation.category, default: []].append(Int32(truncatingIfNeeded: row))
      }
      rows[Int32(truncatingIfNeeded: program)] = ofCategory
    }
    tiers = rows.isEmpty ? nil : Tiers(input)
  }

  /// The rows of the program whose category is the child's, in order.
  ///
  /// - Parameter tier: the child's at the program (``Outcome/tier``).
  public func rows(of child: Int, at program: Int32, tier: Int32) -> [Int32] {
    guard let ofCategory = rows[program] else { return [] }
    var found = ofCategory[.tier(tier)] ?? []
    if !input.residences.isEmpty {
      found += ofCategory[.sourceSchool(input.residences[child].sourceSchool)] ?? []
    }
    if !input.claims.isEmpty {
      let claims = input.claimSets[Int(input.claims[child])]
      for (position, claim) in claims.enumerated() where !claims[..<position].contains(claim) {
        found += ofCategory[.claim(claim)] ?? []
      }
    }
    return found.sorted()
  }

  /// The same of a kept child, whether or not it would be eligible now.
  public func rows(ofKept child: Int, at program: Int32) -> [Int32] {
    guard rows[program] != nil else { return [] }
    var tier: Int32 = 1
    if input.programs[Int(program)].zoned {
      let residence = input.residences.isEmpty ? Residence() : input.residences[child]
      tier = tiers?.tier(of: residence, program: Int(program)) ?? 0
    }
    return rows(of: child, at: program, tier: tier)
  }
}
