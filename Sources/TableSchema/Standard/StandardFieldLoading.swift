import Tables

extension StandardField {
  /// Reads one of the `fields`; keys that the standard does not know are left alone.
  init(_ node: JSONNode, missing: Set<[UInt8]>) throws(SchemaError) {
    name = try node.required("name").string()
    kind = try node["type"]?.word(StandardKind.self) ?? .any
    form = .any
    self.missing =
      try node["missingValues"].map { (node) throws(SchemaError) in try Self.missing(node) } ?? missing
    let format = try Self.format(node)
    form = try Self.form(kind, format, node)
    if kind == .string, TextForm(rawValue: format) == nil { unsupported.append("format: " + format) }
    if let categories = node["categories"], kind == .string || kind == .integer {
      self.categories = try choice(Self.values(categories))
    }
    if let constraints = node["constraints"] { try read(constraints) }
  }

  /// `missingValues`: texts, or texts with a label.
  static func missing(_ node: JSONNode) throws(SchemaError) -> Set<[UInt8]> {
    var missing: Set<[UInt8]> = []
    for value in try values(node) { missing.insert(Array(try value.string().utf8)) }
    return missing
  }

  /// The items of a list, or their `value` where they are objects with labels.
  private static func values(_ node: JSONNode) throws(SchemaError) -> [JSONNode] {
    var values: [JSONNode] = []
    for item in try node.array() {
      if case .object = item.value { values.append(try item.required("value")) } else { values.append(item) }
    }
    return values
  }

  /// Without the `fmt:` of old schemas.
  private static func format(_ node: JSONNode) throws(SchemaError) -> String {
    let format = try node["format"]?.string() ?? "default"
    return format.hasPrefix("fmt:") ? String(format.dropFirst(4)) : format
  }

  // MARK: Types

  private static func form(_ kind: StandardKind, _ format: String, _ node: JSONNode) throws(SchemaError)
    -> StandardForm
  {
    switch kind {
    case .any: return .any
    case .string: return .text(TextForm(rawValue: format) ?? .standard)
    case .number, .integer: return .number(try NumberForm(node, isInteger: kind == .integer))
    case .boolean:
      return .flag(
        trueValues: try node["trueValues"]?.strings() ?? ["true", "True", "TRUE", "1"],
        falseValues: try node["falseValues"]?.strings() ?? ["false", "False", "FALSE", "0"])
    case .object: return .json(.object)
    case .array: return .json(.array)
    case .list: return try list(node)
    case .datetime: return .moment(try time(format, node))
    case .date: return .date(try time(format, node))
    case .time: return .time(try time(format, node))
    case .year: return .year
    case .yearmonth: return .month
    case .duration: return .duration
    case .geopoint:
      switch format {
      case "default": return .point
      case "array": return .json(.pointArray)
      case "object": return .json(.pointObject)
      default: throw (node["format"] ?? node).error(.unknownValue(format))
      }
    case .geojson:
      switch format {
      case "default": return .json(.geojson)
      case "topojson": return .json(.topojson)
      default: throw (node["format"] ?? node).error(.unknownValue(format))
      }
    }
  }

  private static func time(_ format: String, _ node: JSONNode) throws(SchemaError) -> TimeForm {
    switch format {
    case "default": return .standard
    case "any": return .any
    default:
      guard let pattern = TimePattern(format) else {
        throw (node["format"] ?? node).error(.unknownValue(format))
      }
      return .pattern(pattern)
    }
  }

  /// Items are in the default form of their type.
  private static func list(_ node: JSONNode) throws(SchemaError) -> StandardForm {
    let item = try node["itemType"]?.word(StandardKind.self) ?? .string
    let items: StandardForm
    switch item {
    case .string: items = .text(.standard)
    case .integer: items = .number(NumberForm(isInteger: true))
    case .number: items = .number(NumberForm())
    case .boolean:
      items = .flag(
        trueValues: ["true", "True", "TRUE", "1"], falseValues: ["false", "False", "FALSE", "0"])
    case .datetime: items = .moment(.standard)
    case .date: items = .date(.standard)
    case .time: items = .time(.standard)
    default: throw try node.required("itemType").error(.unknownValue(item.rawValue))
    }
    return .list(delimiter: try node["delimiter"]?.string() ?? ",", item: items)
  }

  // MARK: Constraints

  private mutating func read(_ node: JSONNode) throws(SchemaError) {
    for key in try node.keys() {
      let value = try node.required(key)
      switch key {
      case "required": required = try value.bool()
      case "unique": unique = try value.bool()
      case "minLength" where kind.hasLength: minLength = try value.int(0...Int.max)
      case "maxLength" where kind.hasLength: maxLength = try value.int(0...Int.max)
      case "minimum" where kind.isOrdered: try add(.minimum, value)
      case "maximum" where kind.isOrdered: try add(.maximum, value)
      case "exclusiveMinimum" where kind.isOrdered: try add(.exclusiveMinimum, value)
      case "exclusiveMaximum" where kind.isOrdered: try add(.exclusiveMaximum, value)
      case "pattern" where kind == .string:
        // What other languages of patterns have and XML Schema has not is no reason to check nothing else.
        let text = try value.string()
        if let matcher = TextPattern(text) {
          pattern = Pattern(matcher: matcher, text: text)
        } else if PatternText(text).isBroken {
          throw value.error(.brokenPattern(text))
        } else {
          foreignPattern = text
        }
      case "enum": enumeration = try choice(try value.array())
      default: unsupported.append(key)
      }
    }
  }

  private mutating func add(_ code: FindingCode, _ node: JSONNode) throws(SchemaError) {
    guard let value = try value(node).first else { throw node.error(.unknownValue(node.value.text)) }
    bounds.append(Bound(code: code, value: value, text: node.value.text))
  }

  private func choice(_ nodes: [JSONNode]) throws(SchemaError) -> Choice {
    var choice = Choice(values: [], words: [])
    for node in nodes {
      choice.values.formUnion(try value(node))
      choice.words.append(node.value.spelled)
    }
    return choice
  }

  /// What a value of the schema means in this field: as JSON has it, or a text
  /// that the field's own rules read. In a field of any type a number is also its text.
  private func value(_ node: JSONNode) throws(SchemaError) -> [StandardValue] {
    guard let value = Self.value(node.value, form) else { throw node.error(.unknownValue(node.value.text)) }
    if case .any = form { return [value, .text(node.value.text)] }
    return [value]
  }

  private static func value(_ json: JSONValue, _ form: StandardForm) -> StandardValue? {
    let text = Array(json.text.utf8)
    switch (json, form) {
    case (.string, _): return form.value(of: text)
    case (.bool(let flag), .flag), (.bool(let flag), .any): return .flag(flag)
    case (.int, .number(let form)), (.double, .number(let form)):
      return NumberForm(isInteger: form.isInteger).value(of: text)
    case (let json, .json(let shape)): return shape.fits(json) ? .json(json) : nil
    case (.int, .text), (.double, .text), (.int, .year): return form.value(of: text)
    case (.int, .any), (.double, .any): return DecimalNumber(text).map(StandardValue.number)
    case (.array(let items), .list(_, let item)):
      let values = items.compactMap { value($0, item) }
      return values.count == items.count ? .list(values) : nil
    case (.array(let items), .point) where JSONShape.pointArray.fits(json):
      return .list(items.compactMap { value($0, .number(NumberForm())) })
    default: return nil
    }
  }
}

extension NumberForm {
  fileprivate init(_ node: JSONNode, isInteger: Bool) throws(SchemaError) {
    self.init(isInteger: isInteger)
    groupChar = Array((try node["groupChar"]?.string() ?? "").utf8)
    isBare = try node["bareNumber"]?.bool() ?? true
    guard !isInteger, let point = node["decimalChar"] else { return }
    decimalChar = Array(try point.string().utf8)
    guard !decimalChar.isEmpty, decimalChar != groupChar else {
      throw point.error(.unknownValue(try point.string()))
    }
  }
}
