import Foundation

/// One line of the journal: something that happened, and stays true.
///
/// The kinds are an open set. The ledger itself writes `ledger`, `received`,
/// `pass`, `publishing` and `published`; all others are the caller's. Entries
/// carry hashes, counts and codes, never a cell of a table.
public struct Entry: Hashable, Sendable {
  /// From 1, without a gap: the only order there is.
  public var seq: Int
  /// When it was written, by the wall clock: to be shown, never to be relied on.
  public var utc: String
  /// What happened: a word of the open set.
  public var kind: String
  /// A JSON value without line breaks.
  public var payload: [UInt8]

  /// The payload as a value.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(payload))
  }

  /// An entry to be: a kind and its payload.
  public struct Draft: Hashable, Sendable {
    /// What happened: a word of the open set.
    public var kind: String
    let payload: [UInt8]

    /// An entry of that kind with that value as its payload.
    public init(_ kind: String, _ value: some Encodable) throws {
      self.kind = kind
      payload = try compactJSON(value)
    }
  }
}

/// One line of JSON with sorted keys: the same bytes for the same value.
func compactJSON(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return [UInt8](try encoder.encode(value))
}
