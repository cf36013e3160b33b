import Tables

/// The sentences of the guide around what the schema files say: `Schemas/guide.json`.
public struct GuideWords: Sendable {
  let title: String
  /// Paragraphs and lists of Markdown.
  let introduction: [String]
  let senders: [Schema.Sender: String]
  let types: [ValueType: String]
  /// The words of the guide itself, by name.
  let words: [String: String]

  /// Reads `guide.json`. Every sender, every type and every word is needed.
  public init(json: [UInt8]) throws(SchemaError) {
    let node = try JSONNode(file: "guide.json", bytes: json)
    title = try node.required("title").string()
    introduction = try node.required("introduction").strings()
    var senders: [Schema.Sender: String] = [:]
    for sender in Schema.Sender.allCases {
      senders[sender] = try node.required("senders").required(sender.rawValue).string()
    }
    self.senders = senders
    var types: [ValueType: String] = [:]
    for type in ValueType.allCases {
      types[type] = try node.required("types").required(type.rawValue).string()
    }
    self.types = types
    var words: [String: String] = [:]
    for word in Word.allCases {
      words[word.rawValue] = try node.required("words").required(word.rawValue).string()
    }
    self.words = words
  }

  enum Word: String, CaseIterable {
    case contents, sentBy, aboutItself, adds, replacesRound, replacesClass, person, subjects
    case column, type, required, values, meaning, example, yes, instead, otherLabels, numbered
  }

  subscript(word: Word) -> String { words[word.rawValue] ?? "" }
}

/// `Schemas/README.md`: every kind of table, who sends it, and each column with
/// its label, type, words and an example.
public func schemaGuide(_ schemas: SchemaSet, words: GuideWords) -> String {
  var lines = ["# " + words.title, ""]
  for paragraph in words.introduction { lines += [paragraph, ""] }
  lines += ["## " + words[.contents], ""]
  for schema in schemas.schemas {
    lines.append("* [\(schema.title)](#\(schema.kind.rawValue)): \(schema.description)")
  }
  for schema in schemas.schemas { lines += [""] + SchemaSection(schema: schema, words: words).lines }
  return lines.joined(separator: "\n") + "\n"
}
