import TableSchema
public import Tables

/// One file as it was taken, and the tables that were read from it.
public struct Arrival: Sendable {
  /// Workspace-wide, from 1: the order of all arrivals.
  public var seq: Int
  /// The pass that took it; passes are numbered upwards.
  public var pass: Int
  /// The name of the Inbox folder: the sender.
  public var unit: String
  /// The name of the round's subfolder, as the sender wrote it; nil for none.
  public var roundFolder: String?
  /// The subfolder `bo-sung` or `thay-the`, if it lay in one.
  public var mode: Mode
  /// The file's name as people see it.
  public var file: String
  /// Of its bytes, in hex.
  public var sha256: String
  /// When it was taken, as a person will read it.
  public var received: String
  /// The same day in the workspace's time zone; nil where nobody says.
  public var day: Day?
  /// A CSV rather than a workbook.
  public var isCSV: Bool
  /// What was kept of an older arrival was lost, and the same bytes came again to bring it back.
  public var bringsBack = false
  /// In sheet order, validated.
  public var tables: [Table]
  /// The sheets of a kind that we know of which no table could be made, as far as they were read: never used, and
  /// judged only so that all that is wrong with them is told.
  public var refused: [Table]
  /// What was found outside the tables; an `error` is a part of the file that gave no table.
  public var fileFindings: [Finding]

  /// contract.md 2: what the subfolder says about older files.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    case normal
    /// `bo-sung`: adds and updates.
    case supplement
    /// `thay-the`: replaces, without the guard.
    case replace
  }

  /// An arrival as the journal and the reader tell it.
  public init(
    seq: Int, pass: Int, unit: String, roundFolder: String? = nil, mode: Mode = .normal, file: String,
    sha256: String, received: String, day: Day? = nil, isCSV: Bool = false, tables: [Table],
    refused: [Table] = [], fileFindings: [Finding] = []
  ) {
    self.seq = seq
    self.pass = pass
    self.unit = unit
    self.roundFolder = roundFolder
    self.mode = mode
    self.file = file
    self.sha256 = sha256
    self.received = received
    self.day = day
    self.isCSV = isCSV
    self.tables = tables
    self.refused = refused
    self.fileFindings = fileFindings
  }
}

extension [String] {
  /// The names of sheets as a sentence has them.
  var quoted: String { map { "«\($0)»" }.joined(separator: ", ") }
}

extension Arrival {
  /// The sheets that were not read and may hold more rows of a kind: what the others do not name is not missing.
  func unreadSheets(of schema: Schema) -> [String] {
    let known = refused.filter { $0.kind == schema.kind }.map(\.sheet)
    guard schema.person != .none else { return known }
    let lists = fileFindings.filter {
      $0.code == .sheetIgnored && $0.facts["content"] == SheetContent.persons.rawValue
    }
    return known + lists.map(\.place.sheet)
  }
}
