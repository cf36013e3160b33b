public import Tables

/// What became of one sheet or one CSV.
public struct TableReading: Sendable {
  /// Its name; empty for a CSV.
  public var sheet: String
  /// The kind that its header makes it; nil if no header is known.
  public var kind: TableKind?
  /// Nil if no table came of it.
  public var table: Table?
  /// What was found where no header is known; a table carries its own findings, taken or refused.
  public var refusal: [Finding]
  /// Where a header was found but no table came of it: what was read below it. It is never used; what else is
  /// wrong with it can be told.
  public var refused: Table?

  /// Of a sheet; with a table or with the reason why there is none.
  public init(
    sheet: String, kind: TableKind? = nil, table: Table? = nil, refusal: [Finding] = [],
    refused: Table? = nil
  ) {
    self.sheet = sheet
    self.kind = kind
    self.table = table
    self.refusal = refusal
    self.refused = refused
  }

  /// The table's findings, or why there is none.
  public var findings: [Finding] { table?.findings ?? refused?.findings ?? refusal }
}

/// Reads every visible sheet of a workbook, or a CSV, each for itself; nothing is
/// merged across sheets. A hidden sheet gives a note, a sheet without a header
/// that we know another, an empty sheet nothing. A CSV without a header that we
/// know is refused, and so is a workbook in which no sheet has one: the last
/// reading then says `no-table`.
public func readTables(
  _ grids: [Grid], isCSV: Bool, schemas: SchemaSet
) -> [TableReading] {
  var readings: [TableReading] = []
  for grid in grids where !grid.cells.isEmpty {
    if grid.visibility == .visible {
      readings.append(validate(grid, isCSV: isCSV, schemas: schemas))
    } else {
      let finding = Finding(.hiddenSheet, .note, at: Finding.Place(sheet: grid.name))
      readings.append(TableReading(sheet: grid.name, refusal: [finding]))
    }
  }
  let isTold = readings.contains { $0.refusal.contains { $0.code == .unreadTable } }
  if !readings.isEmpty, !isCSV, !isTold, readings.allSatisfy({ $0.kind == nil }) {
    readings.append(TableReading(sheet: "", refusal: [Finding(.noTable, .error)]))
  }
  return readings
}

/// Reads the table of one sheet: finds its header, tells its kind, and turns its
/// cells into typed columns. A table with a required column missing is refused;
/// rows with an error are held, and stay in the table.
public func validate(
  _ grid: Grid, isCSV: Bool, schemas: SchemaSet
) -> TableReading {
  TableReader(grid: inUnicode(grid, schemas: schemas), isCSV: isCSV, schemas: schemas).reading()
}
