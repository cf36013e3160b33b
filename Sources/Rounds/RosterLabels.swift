import TableSchema
import Tables

/// The labels by which tables speak of a roster's columns: keys, titles and aliases.
struct RosterLabels: Sendable {
  private var columns: [String: (key: String, type: ValueType)] = [:]
  /// The titles, to suggest one.
  private var titles: [String] = []

  /// None.
  init() {}

  init(_ roster: Schema) {
    for field in roster.fields where field.use == .stored {
      for number in field.numbered == 0 ? 0...0 : 1...field.numbered {
        titles.append(field.label(number))
        let aliases = field.aliases.map { field.spelled($0, number: number) }
        for label in [field.key(number), field.label(number)] + aliases where columns[labelForm(label)] == nil
        {
          columns[labelForm(label)] = (field.key(number), field.type)
        }
      }
    }
  }

  /// The column that a label or a key means.
  func column(_ label: String) -> (key: String, type: ValueType)? { columns[labelForm(label)] }

  /// The title that a label resembles.
  func suggestion(for label: String) -> String? { nearest(to: label, among: titles).map { titles[$0] } }
}

/// A label as labels are compared: without case, spaces, `(*)`, `:`, line breaks and diacritics.
func labelForm(_ text: String) -> String {
  let marks = Set("*() :".utf8)
  return String(decoding: folded(text).utf8.filter { !marks.contains($0) }, as: UTF8.self)
}
