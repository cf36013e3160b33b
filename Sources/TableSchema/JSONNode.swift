import Foundation

/// A value in one of the files of `Schemas/`, and where it stands there, so that
/// whatever is wrong with it can be named.
struct JSONNode {
  let file: String
  let path: String
  let value: JSONValue

  /// The root of a file.
  init(file: String, bytes: [UInt8]) throws(SchemaError) {
    self.file = file
    path = ""
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw SchemaError(file: file, key: "", problem: .notJSON("\(error)"))
    }
  }

  private init(file: String, path: String, value: JSONValue) {
    self.file = file
    self.path = path
    self.value = value
  }

  func error(_ problem: SchemaError.Problem) -> SchemaError {
    SchemaError(file: file, key: path, problem: problem)
  }

  // MARK: Objects

  /// The value of `key`, or nil where there is none.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value, let member = members[key] else { return nil }
    return JSONNode(file: file, path: path.isEmpty ? key : path + "." + key, value: member)
  }

  func required(_ key: String) throws(SchemaError) -> JSONNode {
    guard let node = self[key] else {
      throw SchemaError(file: file, key: path.isEmpty ? key : path + "." + key, problem: .missing)
    }
    return node
  }

  /// The keys of an object, sorted.
  func keys() throws(SchemaError) -> [String] {
    guard case .object(let members) = value else { throw error(.wrongType(expected: "object")) }
    return members.keys.sorted()
  }

  /// Refuses an object with a key that is not among `known`.
  func allow(_ known: Set<String>) throws(SchemaError) {
    for key in try keys() where !known.contains(key) {
      throw SchemaError(
        file: file, key: path.isEmpty ? key : path + "." + key, problem: .unknownValue(key))
    }
  }

  // MARK: Values

  func string() throws(SchemaError) -> String {
    guard case .string(let text) = value else { throw error(.wrongType(expected: "string")) }
    return text
  }

  func bool() throws(SchemaError) -> Bool {
    guard case .bool(let flag) = value else { throw error(.wrongType(expected: "boolean")) }
    return flag
  }

  func int(_ range: ClosedRange<Int>) throws(SchemaError) -> Int {
    guard case .int(let number) = value else { throw error(.wrongType(expected: "integer")) }
    guard range.contains(number) else { throw outOfRange(range) }
    return number
  }

  func number(_ range: ClosedRange<Double>) throws(SchemaError) -> Double {
    let number: Double
    switch value {
    case .int(let whole): number = Double(whole)
    case .double(let fraction): number = fraction
    default: throw error(.wrongType(expected: "number"))
    }
    guard range.contains(number) else { throw outOfRange(range) }
    return number
  }

  /// Of a range that has no end in practice, only where it begins is told.
  private func outOfRange<Bound>(_ range: ClosedRange<Bound>) -> SchemaError {
    let isOpen = (range.upperBound as? Int) == .max
    return error(
      .outOfRange(
        value: value.text,
        range: isOpen ? "≥ \(range.lowerBound)" : "\(range.lowerBound)…\(range.upperBound)"))
  }

  func array() throws(SchemaError) -> [JSONNode] {
    guard case .array(let values) = value else { throw error(.wrongType(expected: "array")) }
    return values.enumerated().map { index, value in
      JSONNode(file: file, path: "\(path)[\(index)]", value: value)
    }
  }

  func strings() throws(SchemaError) -> [String] {
    var result: [String] = []
    for node in try array() { result.append(try node.string()) }
    return result
  }

  /// One of the words of an enumeration.
  func word<Words: RawRepresentable<String>>(_ type: Words.Type) throws(SchemaError) -> Words {
    let text = try string()
    guard let word = Words(rawValue: text) else { throw error(.unknownValue(text)) }
    return word
  }
}

/// Any JSON.
enum JSONValue: Decodable, Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Each attempt that fails costs as much as many that do not: most values are texts.
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .int(number)
    } else if let number = try? container.decode(Double.self) {
      self = .double(number)
    } else if let values = try? container.decode([JSONValue].self) {
      self = .array(values)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}

extension JSONValue {
  /// As one would write it; lists and objects by their kind alone.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .double(let number): "\(number)"
    case .string(let text): text
    case .array: "[…]"
    case .object: "{…}"
    }
  }

  /// As JSON has it, a text alone without its quotes; the members of an object in the order of their names.
  var spelled: String {
    if case .string(let text) = self { return text }
    return json
  }

  private var json: String {
    switch self {
    case .string(let text): JSONValue.quoted(text)
    case .array(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { JSONValue.quoted($0.key) + ": " + $0.value.json }
        .joined(separator: ", ") + "}"
    default: text
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
