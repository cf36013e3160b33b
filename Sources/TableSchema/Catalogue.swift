/// The names by which people call things that have codes (tables.md, Names for codes).
public struct Catalogue: Sendable {
  public init(_ entries: some Sequence<(code: String, names: [String])>) {}

  public enum Match: Hashable, Sendable {
    /// It is a code; as it was declared.
    case code(String)
    /// It is a name of this code alone.
    case name(String)
    /// A name of several, in the order of the entries.
    case ambiguous([String])
    /// Neither; the code or name that comes nearest.
    case unknown(suggestion: String?)
  }

  public func resolve(_ text: String) -> Match { .unknown(suggestion: nil) }
}
