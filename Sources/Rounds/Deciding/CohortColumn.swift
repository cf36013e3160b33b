import TableSchema
import Tables

/// One roster column of a ``Cohort``: records, route and priorities from the
/// record where it gives them, wishes and contacts from the application, a blank
/// filled from the other.
///
/// Columns are looked up once; reading a value copies nothing.
public struct CohortColumn: Sendable {
  /// By layer; nil where its table lacks the column.
  private let columns: [Column?]
  private let records: [Cohort.RowRef]
  private let applications: [Cohort.RowRef]
  private let source: Source
  private let words: [String]
  /// Of `sourceSchool`: who sent each layer, where a record is the source school's own.
  private let senders: [ArraySlice<UInt8>]
  private let recordIsOwn: [Bool]

  /// Whose word counts first.
  private enum Source {
    case record, application
    /// The list of wishes is one application's as a whole.
    case applicationOnly
    /// `sourceSchool`: of a record of its own, the sender.
    case sender
  }

  init(_ key: String, of cohort: Cohort) {
    columns = cohort.layers.map { $0.table.column(key) }
    records = cohort.records
    applications = cohort.applications
    source = CohortColumn.source(of: key)
    let choices = cohort.schema.field(key)?.field.choices ?? []
    words = choices.map { $0.words.first ?? $0.value }
    senders = source == .sender ? cohort.layers.map { ArraySlice($0.sender.utf8) } : []
    recordIsOwn = source == .sender ? cohort.recordIsOwn : []
  }

  private static func source(of key: String) -> Source {
    if key == "sourceSchool" { return .sender }
    if ["wish", "specialWish"].contains(where: key.hasPrefix) { return .applicationOnly }
    let contacts = [
      "permanent", "current", "phone", "email", "guardian", "combo", "language", "boarding", "submitted",
      "channel", "note",
    ]
    // `language9` is a mark.
    return key != "language9" && contacts.contains(where: key.hasPrefix) ? .application : .record
  }

  /// Two rows of one sender about one child may differ in it and be right: identifiers, wishes and
  /// when they were sent (judged elsewhere), how to reach the family, and what anybody notes.
  static func isSaidAgain(_ key: String) -> Bool {
    if Schema.identifierKeys.contains(key) || source(of: key) == .applicationOnly { return true }
    return ["submitted", "channel", "phone", "email", "guardian", "note", "withdrawn"].contains(key)
  }

  /// What the source school says of it stands before what an application says.
  static func isOfRecord(_ key: String) -> Bool { source(of: key) == .record }

  /// Some table has the column.
  public var exists: Bool { columns.contains { $0 != nil } }

  /// The type in the first table that has the column.
  var type: ValueType? { columns.lazy.compactMap { $0?.type }.first }

  /// The text as it was written; a blank is empty.
  public func bytes(_ applicant: Int) -> ArraySlice<UInt8> {
    if source == .sender, recordIsOwn[applicant] { return senders[Int(records[applicant].layer)] }
    guard let ref = row(applicant) else { return [] }
    return columns[Int(ref.layer)]?.texts[Int(ref.row)] ?? []
  }

  /// The value as one text, whatever its spelling: a date is `dd/mm/yyyy`, a decimal has a
  /// point, a choice is its first word, a flag is `1` or `0`.
  public func text(_ applicant: Int) -> String {
    if source == .sender, recordIsOwn[applicant] {
      return String(decoding: bytes(applicant), as: UTF8.self)
    }
    return row(applicant).map(text(at:)) ?? ""
  }

  /// The number (see ``Column/numbers``), of the types that have one.
  public func number(_ applicant: Int) -> Int64? { row(applicant).flatMap(number(at:)) }

  /// The canonical text of one row.
  public func text(at ref: Cohort.RowRef) -> String {
    guard let column = columns[Int(ref.layer)] else { return "" }
    guard let number = column.number(Int(ref.row)) else { return column.texts.string(Int(ref.row)) }
    switch column.type {
    case .date: return Day(number: Int32(clamping: number)).text
    case .decimal: return Exact(raw: number).text
    case .integer, .flag: return String(number)
    case .choice where words.indices.contains(Int(number)): return words[Int(number)]
    default: return column.texts.string(Int(ref.row))
    }
  }

  /// The text of one row as it was written.
  func bytes(at ref: Cohort.RowRef) -> ArraySlice<UInt8> {
    columns[Int(ref.layer)]?.texts[Int(ref.row)] ?? []
  }

  /// The number in one row.
  public func number(at ref: Cohort.RowRef) -> Int64? { columns[Int(ref.layer)]?.number(Int(ref.row)) }

  /// The row whose cell counts: the first of the two that is not blank.
  func row(_ applicant: Int) -> Cohort.RowRef? {
    let (record, application) = (records[applicant], applications[applicant])
    switch source {
    case .record, .sender:
      if !isBlank(record) { return record }
      return record != application && !isBlank(application) ? application : nil
    case .application:
      if !isBlank(application) { return application }
      return record != application && !isBlank(record) ? record : nil
    case .applicationOnly: return isBlank(application) ? nil : application
    }
  }

  private func isBlank(_ ref: Cohort.RowRef) -> Bool {
    columns[Int(ref.layer)]?.texts.isBlank(Int(ref.row)) ?? true
  }
}
