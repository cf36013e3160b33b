/// Which rows of a program's reservations a child belongs to.
struct Memberships {
  /// Of programs with reservations: the rows of each category.
  private var rows: [Int32: [Reservation.Category: [Int32]]] = [:]
  private let input: Input

  init(_ input: Input) {
    self.input = input
    for (program, asked) in input.programs.enumerated() where !asked.reservations.isEmpty {
      var ofCategory: [Reservation.Category: [Int32]] = [:]
      for (row, reservation) in asked.reservations.enumerated() {
        ofCategory[reservation.category, default: []].append(Int32(truncatingIfNeeded: row))
      }
      rows[Int32(truncatingIfNeeded: program)] = ofCategory
    }
  }

  /// The rows of the program whose category is the child's, in order.
  func rows(of child: Int, at program: Int32, tier: Int32) -> [Int32] {
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
}

extension Input {
  /// The rows of a program's reservations whose category is the applicant's, in order.
  ///
  /// - Parameter tier: the applicant's at the program (``Outcome/tier``).
  public func reservations(of applicant: Int, at program: Int, tier: Int32) -> [Int] {
    Memberships(self).rows(of: applicant, at: Int32(truncatingIfNeeded: program), tier: tier).map(Int.init)
  }
}
