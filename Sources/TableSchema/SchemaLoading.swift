import Tables

extension Schema {
  /// Reads `tables/<kind>.json`.
  init(kind: TableKind, json: [UInt8]) throws(SchemaError) {
    let node = try JSONNode(file: "tables/\(kind.rawValue).json", bytes: json)
    try node.allow([
      "$schema", "fieldsMatch", "title", "description", "senders", "aboutItself", "adds", "person",
      "subjects", "replaces", "uniqueKeys", "fields", "absenceWords", "otherPersons",
    ])
    self.init(kind: kind, title: try node.required("title").string())
    description = try node["description"]?.string() ?? ""
    for sender in try node.required("senders").array() { senders.append(try sender.word(Sender.self)) }
    schoolsAboutThemselves = try node["aboutItself"]?.bool() ?? false
    adds = try node["adds"]?.bool() ?? false
    person = try node["person"]?.word(Person.self) ?? .none
    subjects = try node["subjects"]?.bool() ?? false
    replaces = try node["replaces"]?.word(Replacement.self) ?? .round
    for field in try node.required("fields").array() {
      fields.append(try Field(field))
    }
    absenceWords = try node["absenceWords"]?.strings() ?? []
    for index in fields.indices where fields[index].name.hasPrefix(subjectPrefix) {
      fields[index].constraints.absenceWords = absenceWords
    }
    if let words = node["otherPersons"] { otherPersons = try OtherPersons(words) }
    for keys in try node["uniqueKeys"]?.array() ?? [] { uniqueKeys.append(try keys.strings()) }
    try checkNames(node)
  }

  /// Field names are unique, and what names a field names one that is there.
  private func checkNames(_ node: JSONNode) throws(SchemaError) {
    let nodes = try node.required("fields").array()
    var names: Set<String> = []
    for (field, node) in zip(fields, nodes) where !names.insert(field.name).inserted {
      throw try node.required("name").error(.repeated(field.name))
    }
    for (field, node) in zip(fields, nodes) {
      if case .part(let whole, _) = field.use, !names.contains(whole) {
        throw try node.required("partOf").error(.unknownField(whole))
      }
      if let when = field.constraints.requiredWhen, !names.contains(when.field) {
        throw try node.required("requiredWhen").error(.unknownField(when.field))
      }
      if let when = field.constraints.expectedWhen, !names.contains(when.field) {
        throw try node.required("expectedWhen").error(.unknownField(when.field))
      }
    }
    for key in uniqueKeys.joined() where !names.contains(key) {
      throw try node.required("uniqueKeys").error(.unknownField(key))
    }
  }
}

extension SchemaSet {
  /// Reads schema files, by kind (the file's name without `.json`). A kind
  /// without a file is not offered; a file of no kind is refused.
  ///
  /// - Parameter jobs: how many are read at the same time.
  public init(files: [String: [UInt8]], jobs: Int = 1) throws(SchemaError) {
    for name in files.keys.sorted() where TableKind(rawValue: name) == nil {
      throw SchemaError(file: "tables/\(name).json", key: "", problem: .unknownValue(name))
    }
    let read = inParallel(TableKind.allCases.filter { files[$0.rawValue] != nil }, jobs: jobs) { kind in
      Result { () throws(SchemaError) -> Schema in
        let schema = try Schema(kind: kind, json: files[kind.rawValue] ?? [])
        if let label = KnownLabels.clash(in: schema) {
          throw SchemaError(file: "tables/\(kind.rawValue).json", key: "fields", problem: .repeated(label))
        }
        return schema
      }
    }
    var schemas: [Schema] = []
    for schema in read { schemas.append(try schema.get()) }
    self.init(schemas)
  }
}
