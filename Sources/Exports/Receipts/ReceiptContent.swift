public import Tables
public import Wording

/// All that a receipt says about one arrival.
public struct ReceiptContent: Sendable {
  /// The file's name as it was sent.
  public var file: String
  /// The hash of its bytes, in hex.
  public var sha256: String
  /// When it was taken, as it is to be shown: the only thing in which two
  /// receipts for the same inputs differ.
  public var received: String
  /// The same for programs, in ISO 8601 with the offset of the place: `2025-06-01T15:30:00+07:00`.
  public var receivedISO = ""
  /// What became of it.
  public var outcome: ReceiptOutcome
  /// The round's code; blank where it has none or several.
  public var round: String
  /// What people call it; blank where it is not known.
  public var roundName = ""
  /// The tables found in it, in sheet order.
  public var tables: [Table]
  /// What was found, in the order of the file.
  public var findings: [Remark]
  /// The sender's sheets as read; none where the file gave no table.
  public var grids: [Grid]
  /// The sheets that gave no table: what was looked for there, and what was found.
  public var sought: [Sought] = []
  /// The folder of the Inbox that it came in, and that it is to be sent to again:
  /// `Inbox/thcs-a/lop10`; blank where it is not known.
  public var folder: String

  /// A receipt with all its parts.
  public init(
    file: String, sha256: String, received: String, outcome: ReceiptOutcome, round: String = "",
    tables: [Table] = [], findings: [Remark] = [], grids: [Grid] = [], folder: String = ""
  ) {
    self.file = file
    self.sha256 = sha256
    self.received = received
    self.outcome = outcome
    self.round = round
    self.tables = tables
    self.findings = findings
    self.grids = grids
    self.folder = folder
  }

  /// The most findings that a receipt lists.
  static let listedFindings = 1_000

  /// Those that a receipt lists, the gravest first, otherwise in the order of the file.
  var listed: [Remark] {
    Array(
      Finding.Severity.inOrder.flatMap { severity in findings.filter { $0.finding.severity == severity } }
        .prefix(ReceiptContent.listedFindings))
  }

  /// How many are found beyond the first `told`.
  func rest(beyond told: Int) -> Int { findings.found - told }

  /// A finding and the sentence made of it.
  public struct Remark: Sendable {
    /// What was found, and where.
    public var finding: Finding
    /// Where, what and what to do, in one sentence.
    public var message: String
    /// The same without the place, beside the cell and its address.
    public var statement: String

    /// A finding with its sentences.
    public init(_ finding: Finding, message: String, statement: String) {
      self.finding = finding
      self.message = message
      self.statement = statement
    }
  }

  /// What a receipt needs of a table.
  public struct Table: Sendable {
    /// What it is about; nil where a schema of somebody's own says so.
    public var kind: TableKind?
    /// What people call the kind: `Danh sách học sinh`.
    public var name: String
    /// The sheet it was read from; blank for a CSV.
    public var sheet: String
    /// Data rows.
    public var rows: Int
    /// Those of them that are in force.
    public var accepted: Int
    /// Those of them that are kept out by an error.
    public var held: Int
    /// What it changed, where it replaced or added to something.
    public var changes: Changes?
    /// The sheet row of the header's last line.
    public var headerRow: Int
    /// The sheet row of the last data row.
    public var lastRow: Int
    /// The sheet columns, from 0, whose digits are text.
    public var codeColumns: Set<Int>
    /// The sheet columns, from 0, that hold numbers.
    public var numberColumns: Set<Int>
    /// Cells that were merged with one above them and have its value.
    public var copied: [Grid.Copy] = []

    /// The summary of a validated table. `accepted` is given where it is not
    /// simply the rows that are not held: 0 for a table that was refused.
    public init(_ table: Tables.Table, name: String, accepted: Int? = nil, changes: Changes? = nil) {
      kind = table.kind
      self.name = name
      sheet = table.sheet
      rows = table.rowCount
      held = table.held.reduce(0) { $0 + ($1 ? 1 : 0) }
      self.accepted = accepted ?? rows - held
      self.changes = changes
      headerRow = Int(table.headerRow)
      lastRow = Int(table.rowNumbers.max() ?? table.headerRow)
      codeColumns = Set(table.columns.filter { $0.type == .code }.map(\.sheetColumn))
      numberColumns = Set(
        table.columns.filter { $0.type == .integer || $0.type == .decimal }.map(\.sheetColumn))
      copied = table.copied
    }

    /// The summary of a sheet that a Table Schema of somebody's own was held against; its labels stand in row 1.
    public init(name: String, sheet: String, rows: Int, held: Int, lastRow: Int) {
      self.name = name
      self.sheet = sheet
      self.rows = rows
      self.held = held
      accepted = rows - held
      headerRow = 1
      self.lastRow = lastRow
      codeColumns = []
      numberColumns = []
    }
  }

  /// How many people or rows a table added, removed and altered.
  public struct Changes: Hashable, Sendable {
    /// Not there before.
    public var added: Int
    /// There before, and not now.
    public var removed: Int
    /// There before with other values.
    public var altered: Int

    /// These numbers.
    public init(added: Int, removed: Int, altered: Int) {
      self.added = added
      self.removed = removed
      self.altered = altered
    }
  }
}

extension [ReceiptContent.Remark] {
  /// How many things are found: also those that are only counted, as one more of their kind.
  public var found: Int {
    reduce(count) { sum, remark in
      ["more", "untold"].reduce(sum) { $0 + (remark.finding.facts[$1].flatMap { Int($0) } ?? 0) }
    }
  }
}
