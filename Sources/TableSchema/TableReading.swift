public import Tables

/// What became of one sheet or one CSV.
public struct TableReading: Sendable {
  public var sheet: String
  /// The kind that its header makes it; nil if no header is known.
  public var kind: TableKind?
  /// Nil if no table came of it.
  public var table: Table?
  /// What was found where no table came of it; a table carries its own.
  public var refusal: [Finding]

  public init(sheet: String, kind: TableKind? = nil, table: Table? = nil, refusal: [Finding] = []) {
    self.sheet = sheet
    self.kind = kind
    self.table = table
    self.refusal = refusal
  }

  /// The table's findings, or why there is none.
  public var findings: [Finding] { table?.findings ?? refusal }
}

/// Whether two cells of one row, under two labels of the same key, mean the same
/// though their texts differ: a code and its name do.
public typealias SameMeaning = @Sendable (_ key: String, _ a: String, _ b: String) -> Bool

/// Reads every visible sheet of a workbook, or a CSV, each for itself. Nothing is
/// merged across sheets. A hidden sheet gives a note, a sheet without a header
/// that we know likewise; a CSV without one is refused, as is a workbook in which
/// no sheet has one.
public func readTables(
  _ grids: [Grid], isCSV: Bool, schemas: SchemaSet, sameMeaning: SameMeaning? = nil
) -> [TableReading] {
  grids.map { validate($0, isCSV: isCSV, schemas: schemas, sameMeaning: sameMeaning) }
}

/// Reads the table of one sheet.
public func validate(
  _ grid: Grid, isCSV: Bool, schemas: SchemaSet, sameMeaning: SameMeaning? = nil
) -> TableReading {
  TableReading(sheet: grid.name)
}
