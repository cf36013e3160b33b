import Foundation

/// A publication across units, as the journal has it: begun when all its folders are whole
/// under hidden names, done when all have their own.
public struct Publishing: Hashable, Sendable, Codable {
  static let begun = "publishing"
  /// The kind of the entry that says it is done.
  public static let done = "published"

  /// The caller's name for it, the same when it is made again.
  public var id: String
  /// What was or will be published, in the order in which it was added.
  public var folders: [Folder]
  /// What the caller wants to be true once it is done, as JSON.
  var about: String

  /// One folder of a publication.
  public struct Folder: Hashable, Sendable, Codable {
    /// Below the Outbox, the unit's folder first.
    public var path: [String]
    /// The SHA-256 of its `MANIFEST.json`.
    public var manifest: String
    /// The name in the unit's folder under which it was made.
    var hidden: String
  }

  /// What the caller said of it.
  public func about<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(about.utf8))
  }
}
