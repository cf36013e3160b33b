import Tables

/// Every label of every kind, to tell what a header cell means.
struct KnownLabels: Sendable {
  /// A column of one kind: a position in ``Schema/fields`` and a number.
  struct Target: Hashable, Sendable {
    var field: Int16
    var number: Int16
  }

  /// What a label means in one kind: one target, or several that share it.
  struct Meaning: Sendable {
    var schema: Int
    var targets: [Target]
  }

  private var exact: [[UInt8]: [Meaning]] = [:]
  private var folded: [[UInt8]: [Meaning]] = [:]
  /// Of all labels.
  private var mostDigits = 0

  init(_ schemas: [Schema]) {
    for (index, schema) in schemas.enumerated() {
      for (label, target) in Self.labels(of: schema) {
        mostDigits = max(mostDigits, Self.digits(label.utf8))
        Self.add(target, of: index, to: &exact[Array(label.utf8), default: []])
        Self.add(target, of: index, to: &folded[labelKey(label.utf8), default: []])
      }
    }
  }

  private static func add(_ target: Target, of schema: Int, to meanings: inout [Meaning]) {
    if let place = meanings.firstIndex(where: { $0.schema == schema }) {
      if !meanings[place].targets.contains(target) { meanings[place].targets.append(target) }
    } else {
      meanings.append(Meaning(schema: schema, targets: [target]))
    }
  }

  private static func labels(of schema: Schema) -> [(String, Target)] {
    var result: [(String, Target)] = []
    for (index, field) in schema.fields.enumerated() {
      for number in field.numbers {
        let target = Target(field: Int16(index), number: Int16(number))
        for label in field.labels(number) { result.append((label, target)) }
      }
    }
    return result
  }

  /// What `label` means, kind by kind: exactly, else folded.
  func meanings(of label: [UInt8]) -> [Meaning] { exact[label] ?? folded[labelKey(label)] ?? [] }

  /// False for a text that is no label for certain: nothing, or one with more
  /// digits than any label has, as ids and dates are. Cheap.
  func isPossible(_ label: [UInt8]) -> Bool { !label.isEmpty && Self.digits(label) <= mostDigits }

  private static func digits(_ label: some Collection<UInt8>) -> Int {
    label.reduce(0) { $0 + ($1 &- UInt8(ascii: "0") < 10 ? 1 : 0) }
  }

  /// A label that two fields of `schema` claim without sharing it.
  static func clash(in schema: Schema) -> String? {
    var owners: [[UInt8]: Target] = [:]
    for (label, target) in labels(of: schema) {
      let field = schema.fields[Int(target.field)]
      let key = labelKey(label.utf8)
      if let owner = owners[key], owner != target,
        !(field.sharedAliases.contains(label)
          && schema.fields[Int(owner.field)].sharedAliases.contains(label))
      {
        return label
      }
      owners[key] = target
    }
    return nil
  }
}
