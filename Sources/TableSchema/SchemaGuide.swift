/// The sentences of the guide around what the schema files say: `Schemas/guide.json`.
public struct GuideWords: Sendable {
  public init(json: [UInt8]) throws(SchemaError) {}
}

/// `Schemas/README.md`: every kind of table, who sends it, each column with its
/// label, type and an example.
public func schemaGuide(_ schemas: SchemaSet, words: GuideWords) -> String { "" }
