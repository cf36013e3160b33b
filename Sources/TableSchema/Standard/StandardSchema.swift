/// A schema file of the standard Table Schema (datapackage.org, version 2; the
/// forms of version 1 are accepted), as any program may have written it.
///
/// Keys that the standard does not know are left alone, so that the schemas of our
/// own kinds can be read as such, too.
public struct StandardSchema: Sendable {
  var fields: [StandardField] = []
  /// What its columns are called.
  public var fieldNames: [String] { fields.map(\.name) }
  var match = FieldsMatch.exact
  /// Positions in `fields`, as in all keys.
  var primaryKey: [Int] = []
  var uniqueKeys: [[Int]] = []
  var foreignKeys: [ForeignKey] = []
  /// Tables that foreign keys name and that are not at hand.
  var otherResources: [String] = []

  /// How the columns of a file are those of the schema.
  enum FieldsMatch: String {
    /// In this order, and no others.
    case exact
    /// In any order, and no others.
    case equal
    /// All of them; there may be others.
    case subset
    /// No others; some may be missing.
    case superset
    /// One of them at least.
    case partial
  }

  /// Values that must stand in other columns of the same table.
  struct ForeignKey: Sendable {
    var fields: [Int]
    var referenced: [Int]
  }

  /// Reads a schema; `file` is how errors call it.
  public init(file: String, json: [UInt8]) throws(SchemaError) {
    let node = try JSONNode(file: file, bytes: json)
    let missing = try node["missingValues"].map { (node) throws(SchemaError) in
      try StandardField.missing(node)
    }
    for field in try node.required("fields").array() {
      fields.append(try StandardField(field, missing: missing ?? [[]]))
    }
    if let match = node["fieldsMatch"] { self.match = try Self.single(match).word(FieldsMatch.self) }
    if let key = node["primaryKey"] { primaryKey = try positions(key) }
    for key in try node["uniqueKeys"]?.array() ?? [] { uniqueKeys.append(try positions(key)) }
    for key in try node["foreignKeys"]?.array() ?? [] { try addForeignKey(key) }
  }

  /// The published profile once asked for a list of one word.
  private static func single(_ node: JSONNode) throws(SchemaError) -> JSONNode {
    guard case .array = node.value else { return node }
    let items = try node.array()
    guard let first = items.first, items.count == 1 else { throw node.error(.wrongType(expected: "string")) }
    return first
  }

  private mutating func addForeignKey(_ node: JSONNode) throws(SchemaError) {
    let reference = try node.required("reference")
    let fields = try positions(try node.required("fields"))
    if let resource = try reference["resource"]?.string(), !resource.isEmpty {
      otherResources.append(resource)
      return
    }
    let referenced = try positions(try reference.required("fields"))
    guard referenced.count == fields.count else {
      throw try reference.required("fields").error(
        .outOfRange(value: String(referenced.count), range: String(fields.count)))
    }
    foreignKeys.append(ForeignKey(fields: fields, referenced: referenced))
  }

  /// The fields that a key names: a list, or as in version 1 a single name.
  private func positions(_ node: JSONNode) throws(SchemaError) -> [Int] {
    var names = [node]
    if case .array = node.value { names = try node.array() }
    var positions: [Int] = []
    for name in names {
      let text = try name.string()
      guard let position = fields.firstIndex(where: { $0.name == text }) else {
        throw name.error(.unknownField(text))
      }
      positions.append(position)
    }
    return positions
  }

  /// The fields whose values have to be remembered for the checks across rows.
  var keyFields: Set<Int> {
    var result = Set(primaryKey + uniqueKeys.joined())
    for key in foreignKeys { result.formUnion(key.fields + key.referenced) }
    for (index, field) in fields.enumerated() where field.unique { result.insert(index) }
    return result
  }
}
