/// A file of `Schemas/` that cannot be used.
public struct SchemaError: Error, Hashable, Sendable {
  /// The file, from `Schemas/` on: `tables/roster.json`.
  public var file: String
  /// The key where it went wrong: `fields[3].type`; empty for the file itself.
  public var key: String
  /// What is wrong there.
  public var problem: Problem

  /// What can be wrong.
  public enum Problem: Hashable, Sendable {
    /// Not JSON. The parser's own words.
    case notJSON(String)
    case missing
    /// It should be a text, a number, a list, an object, …
    case wrongType(expected: String)
    /// Not one of the values that we know.
    case unknownValue(String)
    case outOfRange(value: String, range: String)
    /// No regular expression: a bracket that does not end, a quantifier of nothing.
    case brokenPattern(String)
    /// The same name or label twice.
    case repeated(String)
    /// It names a field that the file does not have.
    case unknownField(String)
  }

  /// Names the file, the key and the problem.
  public init(file: String, key: String, problem: Problem) {
    self.file = file
    self.key = key
    self.problem = problem
  }
}
