/// A table after validation: typed columns, where each row came from, and what
/// was found. Rows with an error are in it too, and `held` says so.
public struct Table: Sendable {
  /// What its rows are about.
  public var kind: TableKind
  /// The sheet it was read from; empty for a CSV.
  public var sheet: String
  /// The sheet row of the header's last line, from 1.
  public var headerRow: Int32
  /// The columns that the schema knows, in the order of the sheet.
  public var columns: [Column]
  /// The sheet row of each row, from 1.
  public var rowNumbers: [Int32]
  /// Rows with an `error`: kept out of every decision.
  public var held: [Bool]
  /// What was found, table and rows together, in sheet order.
  public var findings: [Finding]
  /// Cells that were merged with one above them and have its value, by row, then column.
  public var copied: [Grid.Copy] = []

  /// A table without columns or rows.
  public init(kind: TableKind, sheet: String, headerRow: Int32) {
    self.kind = kind
    self.sheet = sheet
    self.headerRow = headerRow
    columns = []
    rowNumbers = []
    held = []
    findings = []
  }

  /// The number of rows, held ones too.
  public var rowCount: Int { rowNumbers.count }

  /// The column of a key, if the sheet has it.
  public func column(_ key: String) -> Column? { columns.first { $0.key == key } }

  /// The text of a cell; empty where the column or the value is missing.
  public func text(_ key: String, _ row: Int) -> String {
    guard let column = column(key) else { return "" }
    return column.texts.string(row)
  }

  /// The number in a cell (see ``Column/numbers``), or nil where it is missing.
  public func number(_ key: String, _ row: Int) -> Int64? { column(key)?.number(row) }
}

/// One column of a ``Table``.
public struct Column: Sendable {
  /// The key of the schema field: `birthDate`, `wish2`, `average9`. A subject
  /// column of scores is `subject:` and the folded label.
  public var key: String
  /// The label that the sheet wrote.
  public var label: String
  /// Where it stood in the sheet, from 0; −1 for a column put together from several.
  public var sheetColumn: Int
  /// What its values are.
  public var type: ValueType
  /// The texts of every row: trimmed, in NFC; as written for a code. Typed
  /// columns keep them too, so that a person can be shown what they sent.
  public var texts: TextColumn
  /// Of the types with numbers, the value of each row, ``Column/blank`` where
  /// there is none: integer: itself; decimal: ``Exact/raw``; date:
  /// ``Day/number``; flag: 1 or 0; choice: the index of the word in its field.
  /// Empty for text, code and list.
  public var numbers: [Int64]

  /// Stands in ``numbers`` where a row has no value.
  public static let blank = Int64.min

  /// A column; `numbers` is empty or has one entry for each text.
  public init(
    key: String, label: String, sheetColumn: Int, type: ValueType, texts: TextColumn = TextColumn(),
    numbers: [Int64] = []
  ) {
    self.key = key
    self.label = label
    self.sheetColumn = sheetColumn
    self.type = type
    self.texts = texts
    self.numbers = numbers
  }

  /// The number of a row; nil where it is blank or the type has none.
  public func number(_ row: Int) -> Int64? {
    guard row < numbers.count, numbers[row] != Column.blank else { return nil }
    return numbers[row]
  }
}

/// The types of tables.md.
public enum ValueType: String, Sendable, CaseIterable {
  case text, integer, decimal, date, flag, code, list, choice
}

/// What a table is about. The order is that of tables.md, which decides between
/// kinds that fit a sheet equally well.
public enum TableKind: String, Sendable, CaseIterable, Comparable {
  case rounds, units, scoring, conversions, priorities, tieBreaks, cutoffs, forms, scores
  case programs, reservations, zones, documents, verified, rulings, assignments
  case roster, programScores, decisions, enrolments, classes, classRules, studentCodes, fees, orders

  /// In the order of tables.md.
  public static func < (a: TableKind, b: TableKind) -> Bool { a.order < b.order }

  private var order: Int { TableKind.allCases.firstIndex(of: self) ?? 0 }
}
