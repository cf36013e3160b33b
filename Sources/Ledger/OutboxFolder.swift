/// A folder to be published, with all that it holds. Paths are our own names, without `..`.
public struct OutboxFolder: Sendable {
  /// Below the Outbox, the unit's folder first.
  public var path: [String]
  /// The parts of each file's path below the folder, and its bytes.
  public var files: [(path: [String], bytes: [UInt8])]
  /// The bytes of `MANIFEST.json`, by which the folder is known again.
  public var manifest: [UInt8]
  /// The rights of the folder and all in it.
  public var access: Access

  /// A folder that is complete with these files and its manifest.
  public init(
    path: [String], files: [(path: [String], bytes: [UInt8])], manifest: [UInt8], access: Access = Access()
  ) {
    self.path = path
    self.files = files
    self.manifest = manifest
    self.access = access
  }

  static let manifestName = "MANIFEST.json"
}
