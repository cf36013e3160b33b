/// One level of a tie chain (tables.md, tieBreaks).
public struct TieCriterion: Hashable, Sendable {
  /// What is compared.
  public enum Source: Hashable, Sendable {
    /// Index into ``Input/fields``; any mark ranks last.
    case field(Int)
    /// The number of the wish.
    case wishNumber
  }

  /// What is compared.
  public var source: Source
  /// `giảm`: larger or later first; otherwise smaller or earlier first.
  public var descending: Bool

  /// One level of a tie chain.
  public init(source: Source, descending: Bool) {
    self.source = source
    self.descending = descending
  }
}
