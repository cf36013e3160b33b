import TableSchema
import Tables

/// What a field of `scoring` or `tieBreaks` reads.
enum FieldSource: Hashable {
  /// A subject column of the marks.
  case subject(String)
  /// A roster column of number or date type.
  case number(String)
  /// Another roster column; it needs a conversion.
  case word(String)
  /// The number of the wish.
  case wishNumber
}

/// Resolves the labels and keys by which fields are written, in the order of
/// tables.md: a subject column of the round's marks; a roster column of number
/// or date type; another roster column; `Nguyện vọng`. Only columns that a table
/// in force carries count.
struct FieldNames {
  private var subjects: [String: String] = [:]
  private var numbers: [String: String] = [:]
  private var words: [String: String] = [:]
  private let carried: Set<String>

  init(_ tables: RoundTables, roster: Schema) {
    for layer in tables.layers[.scores] ?? [] {
      for column in layer.table.columns where column.key.hasPrefix(subjectPrefix) {
        subjects[labelForm(String(column.key.dropFirst(subjectPrefix.count)))] = column.key
      }
    }
    carried = Set((tables.layers[.roster] ?? []).flatMap { $0.table.columns.map(\.key) })
    for field in roster.fields where field.use == .stored {
      for number in field.numbered == 0 ? 0...0 : 1...field.numbered {
        for label in [field.key(number), field.label(number)] + field.aliases.map({ alias($0, number) }) {
          add(labelForm(label), field.key(number), field.type)
        }
      }
    }
  }

  private mutating func add(_ label: String, _ key: String, _ type: ValueType) {
    switch type {
    case .integer, .decimal, .date: if numbers[label] == nil { numbers[label] = key }
    default: if words[label] == nil { words[label] = key }
    }
  }

  /// The source that a label or key means; nil if nothing in force carries it.
  func source(_ text: String) -> FieldSource? {
    let label = labelForm(text)
    if let key = subjects[label] { return .subject(key) }
    if let key = numbers[label], carried.contains(key) { return .number(key) }
    if let key = words[label], carried.contains(key) { return .word(key) }
    return label == wishLabel ? .wishNumber : nil
  }

  /// The sources of a field: one, or several joined by ` + `; nil if one of them is unknown.
  func sources(_ text: String) -> [FieldSource]? {
    if let source = source(text) { return [source] }
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { source(String($0)) }
    return parts.count > 1 && parts.allSatisfy { $0 != nil } ? parts.compactMap { $0 } : nil
  }
}

/// What the keys of subject columns begin with: see ``Column/key``.
let subjectPrefix = "subject:"

/// `Nguyện vọng`.
private let wishLabel = "nguyenvong"

/// A label as labels are compared: without case, spaces, `(*)`, `:`, line breaks and diacritics.
func labelForm(_ text: String) -> String {
  let marks = Set("*() :".utf8)
  return String(decoding: folded(text).utf8.filter { !marks.contains($0) }, as: UTF8.self)
}

/// An alias of a numbered family: `{n}` in digits, `{i}` in Roman numerals.
private func alias(_ text: String, _ number: Int) -> String {
  let roman = [
    "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII", "XVIII", "XIX", "XX",
  ]
  var result = ""
  var rest = text[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    result += rest[..<open]
    switch rest[open...close] {
    case "{n}": result += String(number)
    case "{i}" where roman.indices.contains(number): result += roman[number]
    default: result += rest[open...close]
    }
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}
