/// Something a person should know about what they sent: a fact with a place.
///
/// A finding is data; the sentence is made by `Wording`, in the reader's language.
public struct Finding: Hashable, Sendable {
  /// What is the matter.
  public var code: FindingCode
  /// What it does to the row, the table or the file.
  public var severity: Severity
  /// As much of where as is known.
  public var place: Place
  /// The value as it stood in the cell.
  public var value: String
  /// What the sentence needs beyond the place and the value, by name: see the
  /// documentation of each ``FindingCode``; of any, `more`: how many cells of the column are only counted here.
  public var facts: [String: String]

  /// A finding; a place left out is the file as a whole.
  public init(
    _ code: FindingCode, _ severity: Severity, at place: Place = Place(), value: String = "",
    facts: [String: String] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.value = value
    self.facts = facts
  }

  /// How much a finding weighs; the heaviest comes first in order.
  public enum Severity: String, Sendable, Comparable {
    /// Holds its row, or the table, or the file.
    case error
    /// Mended with certainty.
    case repair
    /// Worth knowing; nothing is held.
    case note

    /// Heavier before lighter.
    public static func < (a: Severity, b: Severity) -> Bool { a.order < b.order }
    private var order: Int {
      switch self {
      case .error: 0
      case .repair: 1
      case .note: 2
      }
    }
  }

  /// Where: as much of sheet, row and column as is known.
  public struct Place: Hashable, Sendable {
    /// The sheet's name; empty for a CSV, and where a finding is about the whole file.
    public var sheet: String
    /// The sheet row from 1; 0 for none.
    public var row: Int
    /// The sheet column from 0; −1 for none.
    public var column: Int
    /// The header's label, or the key where there is no such column.
    public var label: String

    /// A place; what is left out is unknown.
    public init(sheet: String = "", row: Int = 0, column: Int = -1, label: String = "") {
      self.sheet = sheet
      self.row = row
      self.column = column
      self.label = label
    }

    /// `D17`, or nil if the row or the column is not known.
    public var cell: String? { row > 0 && column >= 0 ? cellAddress(column: column, row: row) : nil }
  }
}

extension Finding {
  /// Nothing is wrong but that the round has not declared such things yet, or not rightly.
  public var awaitsSetup: Bool {
    switch facts["undeclared"].flatMap(Undeclared.init(rawValue:)) {
    case .round, .standing: true
    case .school, nil: false
    }
  }
}
