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
  private let labels: RosterLabels
  private let carried: Set<String>

  init(_ tables: RoundTables, roster: Schema) {
    for layer in tables.layers[.scores] ?? [] {
      for column in layer.table.columns where column.key.hasPrefix(subjectPrefix) {
        subjects[labelForm(String(column.key.dropFirst(subjectPrefix.count)))] = column.key
      }
    }
    carried = Set((tables.layers[.roster] ?? []).flatMap { $0.table.columns.map(\.key) })
    labels = RosterLabels(roster)
  }

  /// The source that a label or key means; nil if nothing in force carries it.
  func source(_ text: String) -> FieldSource? {
    let label = labelForm(text)
    if let key = subjects[label] { return .subject(key) }
    if let (key, type) = labels.column(text), carried.contains(key) {
      switch type {
      case .integer, .decimal, .date: return .number(key)
      default: return .word(key)
      }
    }
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
