/// A row of zones: a child stands in it when every filled column is the child's.
public struct ZoneRow: Sendable {
  /// `Căn cứ`: which residence the commune and the hamlet are compared with.
  public enum Basis: Sendable {
    /// `thường trú`.
    case permanent
    /// `nơi ở hiện tại`.
    case current
    /// `cả hai`: the row holds of both residences.
    case both
    /// `trường cuối cấp`; a commune or hamlet in such a row may be of either residence.
    case sourceSchool
    /// Blank: the row holds of one of the two residences.
    case either
  }

  /// Which residence counts.
  public var basis: Basis
  /// Nil: any commune.
  public var commune: Int32?
  /// Nil: the whole commune.
  public var hamlet: Int32?
  /// Nil: any source school.
  public var sourceSchool: Int32?
  /// The school whose zone it is.
  public var school: Int32
  /// Nil: all programs of the school.
  public var program: Int32?
  /// 1 is the nearest.
  public var tier: Int32

  /// A row that everybody stands in; its columns are set afterwards.
  public init(basis: Basis, school: Int32, tier: Int32) {
    self.basis = basis
    self.school = school
    self.tier = tier
  }
}

/// Where an applicant lives and comes from; −1 for not known.
public struct Residence: Sendable {
  /// The commune of the permanent residence.
  public var permanentCommune: Int32 = -1
  /// The hamlet of the permanent residence.
  public var permanentHamlet: Int32 = -1
  /// The commune where the child lives now.
  public var currentCommune: Int32 = -1
  /// The hamlet where the child lives now.
  public var currentHamlet: Int32 = -1
  /// The school that the child leaves.
  public var sourceSchool: Int32 = -1
  /// Programs that the source school's own roster routes the child to: tier 1.
  public var route: [Int32] = []

  /// A child of whom nothing is known.
  public init() {}
}
