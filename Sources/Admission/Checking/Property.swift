/// What is promised of every result. The check of each stands in Properties.swift.
public enum Property: String, Sendable, CaseIterable {
  /// No program seats more than its quota.
  case quota
  /// Whoever is seated is eligible, with the score and tier that the rules give.
  case eligibility
  /// Nobody is turned away while somebody behind is seated or a seat stays free.
  case nobodyPassedOver = "nobody-passed-over"
  /// The cut-offs part those seated from those turned away.
  case cutoffs
  /// Equal keys are treated by the round's policy.
  case ties
  /// Reserved seats go to their categories, and no category has more than it may.
  case reservations
  /// Nobody is seated in a later phase who could have been seated in an earlier one.
  case phases
  /// Nobody has two places, or a place that was not wished for.
  case onePlace = "one-place"
  /// Every applicant has the status that follows from the rest.
  case everyoneAccounted = "everyone-accounted"
  /// Those who wait stand in the order of their keys, and nobody is left out.
  case waitingLists = "waiting-lists"
  /// Ranks follow the order of the keys.
  case ranks

  /// `P1`, `P2`, … in the order of the cases.
  public var id: String { "P\((Property.allCases.firstIndex(of: self) ?? 0) + 1)" }
}

/// How one property was found.
public struct PropertyReport: Sendable {
  /// Which property.
  public let property: Property
  /// How many things it was checked of: see the property's check.
  public internal(set) var examined = 0
  /// Where it does not hold; empty if it does.
  public internal(set) var violations: [Violation] = []

  init(_ property: Property) { self.property = property }

  /// `P1`, `P2`, …
  public var id: String { property.id }

  /// Where a property does not hold; −1 for what does not apply.
  public struct Violation: Hashable, Sendable {
    /// Position among the applicants.
    public let applicant: Int
    /// Position among all wishes.
    public let wish: Int
    /// Position among the programs.
    public let program: Int

    init(applicant: Int = -1, wish: Int = -1, program: Int = -1) {
      self.applicant = applicant
      self.wish = wish
      self.program = program
    }
  }

  /// Counts one thing examined, and the violation if it is not right.
  mutating func examine(_ right: Bool, _ violation: @autoclosure () -> Violation) {
    examined += 1
    if !right { violations.append(violation()) }
  }
}
