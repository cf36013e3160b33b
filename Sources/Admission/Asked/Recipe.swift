public import Tables

/// Σ coefficient × field.
public struct Recipe: Hashable, Sendable {
  /// One field of the sum.
  public struct Term: Hashable, Sendable {
    /// Index into ``Input/fields``.
    public var field: Int
    /// What the field is multiplied by.
    public var coefficient: Exact
    /// Ineligible at or below it.
    public var above: Exact?

    /// One field of the sum.
    public init(field: Int, coefficient: Exact, above: Exact? = nil) {
      self.field = field
      self.coefficient = coefficient
      self.above = above
    }
  }

  /// What is added.
  public var terms: [Term]
  /// Some field comes from the examination: a violation makes ineligible.
  public var usesExam: Bool

  /// The sum of the terms.
  public init(terms: [Term], usesExam: Bool) {
    self.terms = terms
    self.usesExam = usesExam
  }
}

/// Marks among the values of a field.
public enum FieldValue {
  /// Nothing was given.
  public static let missing = Int64.min
  /// Absent from the paper.
  public static let absent = Int64.min + 1
  /// The conversion table has no such value or pair.
  public static let unconvertible = Int64.min + 2
  /// Everything up to here is a mark.
  static let lastMark = Int64.min + 2
}

/// What a claimed code gives at a program.
public struct PriorityGrant: Hashable, Sendable {
  /// `Loại`.
  public enum Kind: Hashable, Sendable {
    /// `tuyển thẳng`.
    case direct
    /// `ưu tiên`.
    case priority
    /// `khuyến khích`.
    case incentive
  }

  /// What is given.
  public var kind: Kind
  /// The points of a priority or an incentive.
  public var points: Exact

  /// What a claimed code gives.
  public init(kind: Kind, points: Exact) {
    self.kind = kind
    self.points = points
  }
}
