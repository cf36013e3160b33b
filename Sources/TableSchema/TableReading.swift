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
  if !isCSV {
    tellLists(among: &readings, grids, schemas)
    if readings.contains(where: { $0.table != nil }) {
      for index in readings.indices { readings[index].refused?.tellOthers() }
    }
  }
  let isTold = readings.contains { $0.refusal.contains { $0.code == .unreadTable } }
  if !readings.isEmpty, !isCSV, !isTold, readings.allSatisfy({ $0.kind == nil }) {
    readings.append(TableReading(sheet: "", refusal: [Finding(.noTable, .error)]))
  }
  return readings
}

/// Beside a table of persons: a list without its labels is told as what has to be mended, and what has a label or two
/// of a list and nobody in it, as statistics have, is no table.
private func tellLists(among readings: inout [TableReading], _ grids: [Grid], _ schemas: SchemaSet) {
  let persons = readings.compactMap { reading -> (table: Table, grid: Grid)? in
    guard let table = reading.table, table.rowCount > 0,
      schemas[table.kind].map({ $0.person != .none }) == true,
      let grid = grids.first(where: { $0.name == reading.sheet })
    else { return nil }
    return (table, grid)
  }
  guard !persons.isEmpty else { return }
  // Of each kind the first.
  let first = persons.filter { one in
    persons.first { $0.table.kind == one.table.kind }?.grid.name == one.grid.name
  }
  for index in readings.indices {
    guard let grid = grids.first(where: { $0.name == readings[index].sheet && $0.visibility == .visible })
    else {
      continue
    }
    let place = Finding.Place(sheet: grid.name)
    if readings[index].refusal.map(\.code) == [.sheetIgnored] {
      if ListedPersons(schemas: schemas, isCSV: false).isList(grid, beside: first) {
        let facts = ["content": SheetContent.persons.rawValue]
        readings[index].refusal = [Finding(.sheetIgnored, .error, at: place, facts: facts)]
      }
    } else if let refused = readings[index].refused,
      persons.contains(where: { $0.table.kind == refused.kind }),
      let schema = schemas[refused.kind], !refused.holdsPersons(schema), !grid.listsPersons
    {
      readings[index] = TableReading(sheet: grid.name, refusal: [Finding(.sheetIgnored, .note, at: place)])
    }
  }
}

extension Table {
  /// Says at the first column that is missing that other sheets of the workbook were read.
  fileprivate mutating func tellOthers() {
    guard let first = findings.firstIndex(where: { $0.code == .missingLabel }) else { return }
    findings[first].facts["beside"] = "table"
  }

  /// Whether somebody is named in it, or may be under a label that resembles the right one. Statistics name classes.
  fileprivate func holdsPersons(_ schema: Schema) -> Bool {
    let names = Schema.identifierKeys + ["fullName"]
    let naming = (names + ["birthDate"]).compactMap { column($0)?.texts }
    if naming.contains(where: { texts in (0..<texts.count).count { !texts.isBlank($0) } >= 2 }) {
      return true
    }
    return rowCount < 2 || names.contains { isNamed(by: $0, schema) }
  }
}

extension Table {
  /// Whether the label that is asked about for a missing column has below it what could stand there: a name has
  /// letters, and a number more than a few digits.
  fileprivate func isNamed(by key: String, _ schema: Schema) -> Bool {
    guard let title = schema.field(key)?.field.title,
      let missing = findings.first(where: { $0.code == .missingLabel && $0.facts["label"] == title }),
      let label = missing.facts["suggestion"]
    else { return false }
    let sample = findings.first { $0.code == .unknownLabel && $0.value == label }?.facts["sample"]
    return sample.map { key == "fullName" ? $0.contains(where: \.isLetter) : $0.count > 3 } ?? true
  }
}

/// Reads the table of one sheet: finds its header, tells its kind, and turns its
/// cells into typed columns. A table with a required column missing is refused;
/// rows with an error are held, and stay in the table.
public func validate(
  _ grid: Grid, isCSV: Bool, schemas: SchemaSet
) -> TableReading {
  TableReader(grid: inUnicode(grid, schemas: schemas), isCSV: isCSV, schemas: schemas).reading()
}
