import Tables

/// One field of a Table Schema.
struct StandardField: Sendable {
  var name: String
  var kind: StandardKind
  /// How its cells are read.
  var form: StandardForm
  /// The texts that mean no value.
  var missing: Set<[UInt8]>
  var required = false
  var unique = false
  var minLength: Int?
  var maxLength: Int?
  var bounds: [Bound] = []
  var pattern: Pattern?
  var enumeration: Choice?
  var categories: Choice?
  /// Constraints and formats that cannot be checked, by their key.
  var unsupported: [String] = []
  /// A pattern that XML Schema has no words for, or that is too large.
  var foreignPattern: String?

  /// `minimum`, `maximum`, and the two that leave the bound out.
  struct Bound: Sendable {
    var code: FindingCode
    var value: StandardValue
    /// As the schema wrote it.
    var text: String

    func allows(_ other: StandardValue) -> Bool {
      switch (code, other.order(to: value)) {
      case (.minimum, .equal), (.minimum, .larger), (.exclusiveMinimum, .larger): true
      case (.maximum, .equal), (.maximum, .smaller), (.exclusiveMaximum, .smaller): true
      default: false
      }
    }
  }

  /// A pattern and what the schema wrote.
  struct Pattern: Sendable {
    var matcher: TextPattern
    var text: String
  }

  /// The values allowed, and how the schema wrote them.
  struct Choice: Sendable {
    var values: Set<StandardValue>
    var words: [String]
  }

  /// Every constraint that a value breaks, with the facts of its finding.
  func failures(of value: StandardValue, text: UnsafeBufferPointer<UInt8>) -> [(
    FindingCode, [String: String]
  )] {
    var failures: [(FindingCode, [String: String])] = []
    if let length = value.length {
      let unit = value.isStructure ? ["of": "items"] : [:]
      if let minLength, length < minLength {
        failures.append((.minLength, unit.merging(["minimum": String(minLength)]) { $1 }))
      }
      if let maxLength, length > maxLength {
        failures.append((.maxLength, unit.merging(["maximum": String(maxLength)]) { $1 }))
      }
    }
    for bound in bounds where !bound.allows(value) {
      let isLower = bound.code == .minimum || bound.code == .exclusiveMinimum
      failures.append((bound.code, [isLower ? "minimum" : "maximum": bound.text]))
    }
    if let pattern, case .text(let string) = value {
      var bytes = string
      if !bytes.withUTF8({ pattern.matcher.matches($0) }) {
        failures.append((.pattern, ["form": pattern.text]))
      }
    }
    for (choice, code) in [(enumeration, FindingCode.enumeration), (categories, .categories)] {
      guard let choice, !choice.values.contains(value) else { continue }
      var facts = suggestion(for: text, among: choice.words)
      facts["words"] = choice.words.joined(separator: "; ")
      failures.append((code, facts))
    }
    return failures
  }
}
