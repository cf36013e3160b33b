import Tables

extension Field {
  /// Reads one of the `fields` of a schema file.
  init(_ node: JSONNode) throws(SchemaError) {
    try node.allow(Self.knownKeys)
    let name = try node.required("name").string()
    let title = try node.required("title").string()
    guard !name.isEmpty else { throw try node.required("name").error(.missing) }
    self.init(name: name, title: title, type: .text)
    numbered = try node["numbered"]?.int(1...20) ?? 0
    for item in try node["offered"]?.array() ?? [] { offered.append(try item.int(1...max(1, numbered))) }
    description = try node["description"]?.string() ?? ""
    example = try node["example"]?.string() ?? ""
    aliases = try node["aliases"]?.strings() ?? []
    sharedAliases = try node["sharedAliases"]?.strings() ?? []
    reference = try node["reference"]?.word(Reference.self)
    isFree = try node["free"]?.bool() ?? false
    isUnshared = try node["unshared"]?.bool() ?? false
    identifier = try node["identifier"]?.word(Identifier.self)
    use = try Self.use(node)
    isOptionalPart = try node["optionalPart"]?.bool() ?? false
    choices = try Self.choices(node)
    type = try Self.type(node, hasChoices: !choices.isEmpty)
    itemType = try Self.itemType(node)
    constraints = try Constraints(node, type: type)
  }

  private static let knownKeys: Set<String> = [
    "name", "title", "type", "as", "format", "decimalChar", "delimiter", "itemType", "trueValues",
    "falseValues", "description", "example", "constraints", "words", "fraction", "form", "reserved",
    "requiredWhen", "expectedWhen", "numbered", "offered", "aliases", "sharedAliases", "reference",
    "identifier", "partOf", "unshared",
    "optionalPart", "check",
    "ordinal", "leftOut", "free", "known", "knownAs", "averageOf",
  ]

  private static func use(_ node: JSONNode) throws(SchemaError) -> Use {
    let checked = try node["check"]?.bool() ?? false
    if let part = node["partOf"] { return .part(of: try part.string(), checked: checked) }
    if checked { return .checked }
    if try node["ordinal"]?.bool() ?? false { return .ordinal }
    if try node["leftOut"]?.bool() ?? false { return .leftOut }
    return .stored
  }

  /// The types of Table Schema, and our own two that it spells `string`.
  private static func type(_ node: JSONNode, hasChoices: Bool) throws(SchemaError) -> ValueType {
    let type = try node.required("type")
    switch try type.string() {
    case "string":
      guard let ours = node["as"] else { return hasChoices ? .choice : .text }
      guard try ours.string() == "code" else { throw ours.error(.unknownValue(try ours.string())) }
      return .code
    case "integer": return .integer
    case "number": return .decimal
    case "date": return .date
    case "boolean": return .flag
    case "list": return .list
    case let other: throw type.error(.unknownValue(other))
    }
  }

  private static func itemType(_ node: JSONNode) throws(SchemaError) -> ValueType {
    guard let item = node["itemType"] else { return .text }
    switch try item.string() {
    case "string": return .text
    case "integer": return .integer
    case "number": return .decimal
    case let other: throw item.error(.unknownValue(other))
    }
  }

  /// `words` gives each word its value; the words of `constraints.enum` come
  /// first, and their order is that of the values.
  private static func choices(_ node: JSONNode) throws(SchemaError) -> [Choice] {
    guard let words = node["words"] else { return [] }
    let offered = try node["constraints"]?["enum"]?.strings() ?? []
    var result: [Choice] = []
    let others = try words.keys().filter { !offered.contains($0) }
    for word in offered + others {
      let value = try words.required(word).string()
      if let index = result.firstIndex(where: { $0.value == value }) {
        result[index].words.append(word)
      } else {
        result.append(Choice(value: value, words: [word]))
      }
    }
    return result
  }
}

extension Field.Constraints {
  fileprivate init(_ node: JSONNode, type: ValueType) throws(SchemaError) {
    form = try node["form"]?.string() ?? ""
    reserved = try node["reserved"]?.strings() ?? []
    know(try node["known"]?.strings() ?? [])
    knownAs = try node["knownAs"]?.word(Field.Known.self) ?? .ethnicity
    if let average = node["averageOf"] {
      averageOf = try average.required("marks").strings()
      averageWithin = try average.required("within").int(0...1000)
    }
    fraction = try node["fraction"]?.int(0...10) ?? 4
    if let when = node["requiredWhen"] {
      requiredWhen = (try when.required("field").string(), try when.required("value").string())
    }
    if let when = node["expectedWhen"] {
      expectedWhen = (try when.required("field").string(), try when.required("value").string())
    }
    guard let constraints = node["constraints"] else { return }
    try constraints.allow([
      "required", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum",
    ])
    required = try constraints["required"]?.bool() ?? false
    minimum = try Self.bound(constraints["minimum"], type: type)
    maximum = try Self.bound(constraints["maximum"], type: type)
    minLength = try constraints["minLength"]?.int(0...32_767)
    maxLength = try constraints["maxLength"]?.int(0...32_767)
    if let pattern = constraints["pattern"] {
      guard TextPattern(try pattern.string()) != nil else {
        throw pattern.error(.brokenPattern(try pattern.string()))
      }
      self.pattern = try pattern.string()
    }
  }

  /// A bound as in ``Column/numbers``; whole numbers only.
  private static func bound(_ node: JSONNode?, type: ValueType) throws(SchemaError) -> Int64? {
    guard let node else { return nil }
    let whole = Int64(try node.int(-900_000_000...900_000_000))
    guard type == .decimal, let exact = Exact(whole: whole) else { return whole }
    return exact.raw
  }
}
