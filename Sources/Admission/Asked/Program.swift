public import Tables

/// What a wish points at (tables.md, programs).
public struct Program: Sendable {
  /// The school, as ``ZoneRow/school`` numbers it.
  public var school: Int32
  /// How many seats there are.
  public var quota: Int
  /// Phases are decided in turn, smaller first.
  public var phase: Int = 1
  /// Chosen in the columns NV chuyên.
  public var special = false
  /// Wish numbers taken; nil for all.
  public var acceptedWishes: [Int]?
  /// The least score, before any margin.
  public var minimum: Exact?
  /// Neither priority nor incentive counts.
  public var noPriority = false
  /// Only children in a row of the zones.
  public var zoned = false
  /// The first birth date; nil for no limit.
  public var bornFrom: Day?
  /// The last birth date; nil for no limit.
  public var bornTo: Day?
  /// Claim codes that may deviate from the age.
  public var ageExempt: [Int32] = []
  /// How many may wait; nil for all.
  public var reserve: Int?
  /// Nil: no scoring at all, everyone's score is 0, priority or not. A recipe
  /// without terms gives priority and incentive alone.
  public var recipe: Int?
  /// The tie chain; nil for none.
  public var tieChain: Int?
  /// What claims give here; nil for nothing.
  public var priorityTable: Int?
  /// Documents are reviewed here (``Input/documents``).
  public var reviewsDocuments = false
  /// Seats for categories, in the order in which `dành riêng` rows seat. With a
  /// row of ``Reservation/Kind/atMost``, all rows are of one category, tiers or
  /// source schools.
  public var reservations: [Reservation] = []
  /// For ``Rules/Method/given``: the cut-off of each wish number taken. Where
  /// one is missing, only direct admissions pass.
  public var givenCutoffs: [Int: Exact] = [:]

  /// A program that asks for nothing; the rest is set afterwards.
  public init(school: Int32, quota: Int) {
    self.school = school
    self.quota = quota
  }
}
