import Tables

/// Reads one sheet, step by step.
struct TableReader {
  let grid: Grid
  let isCSV: Bool
  let schemas: SchemaSet
  /// Whatever stands below the labels is data, though it may look like numbers of the columns.
  var takesNumbers = false
  /// The sheet is a part of another, read to know what it is.
  var isPart = false

  func reading() -> TableReading {
    let header = schemas.search.header(of: grid)
    if let unread = UnreadLabels.kind(of: grid, beside: header) {
      let place = Finding.Place(sheet: grid.name)
      let finding = Finding(.unreadTable, .error, at: place, facts: ["kind": unread.rawValue])
      return TableReading(sheet: grid.name, refusal: [finding])
    }
    guard let header else {
      let place = Finding.Place(sheet: grid.name)
      let finding = isCSV ? Finding(.noTable, .error, at: place) : Finding(.sheetIgnored, .note, at: place)
      return TableReading(sheet: grid.name, refusal: [finding])
    }
    return CellView.of(grid) { read($0, header) }
  }

  private func read(_ view: CellView, _ header: Header) -> TableReading {
    let schema = schemas.schemas[header.schema]
    var columns = SheetColumns(header, schema: schema)
    if schema.subjects {
      columns.adoptSubjects(grid, view: view, firstRow: header.firstDataRow, of: schema)
    }
    let data = DataRows(
      grid, view: view, below: header, columns, schema,
      couldBeData: takesNumbers ? nil : { couldBeData($0, below: header) }, areExamplesSought: !isPart)
    let merged = MergedCells(grid, view: view, below: header, columns, schema, rows: data.rows)
    var findings = FindingList(
      sheet: grid.name, rowNumbers: data.rows.map { grid.rows[Int($0)].number })
    tellUnknown(columns, view, data.rows, schema, header, &findings)
    let said = FilledInAbove(grid, header: header, schema: schema)
    let missing = schema.missingColumns(among: header.columns.flatMap(\.targets)).filter { !said.has($0) }
    tell(missing, columns, schema, header, &findings)
    let stray = StrayPart(header, schema: schema, grid, view: view, rows: data.rows)
    stray?.tell(headerRow: header.lastRow, &findings)
    let above = RowsAbove(self, above: header, columns, schema, below: data.rows)
    above?.tell(&findings)
    let parted = PartedNumbers(grid, view: view, rows: data.rows, header: header, columns)
    parted?.tell(header, &findings)
    let lacking = Set(missing.map(\.name) + (stray.map { [$0.whole.name] } ?? []))

    // What is wrong in the columns that are there is told even where the table is refused: all is mended at once.
    var table = Table(kind: schema.kind, sheet: grid.name, headerRow: header.lastRow)
    table.copied = merged?.copies ?? []
    let filled = TableReader(
      grid: grid.filling(table.copied), isCSV: isCSV, schemas: schemas, takesNumbers: takesNumbers)
    table.columns =
      CellView.of(filled.grid) {
        filled.values($0, columns, schema, data.rows, header, stray, lacking: lacking, &findings)
      } + said.columns(rowCount: data.rows.count)
    let repeated =
      schema.person == .none ? [] : RepeatedRows(table.columns, rowCount: data.rows.count).pairs
    RowRules(
      schema: schema, columns: table.columns, rowCount: data.rows.count, repeated: Set(repeated.map(\.row)),
      lacking: lacking
    ).check(&findings)
    merged?.tell(&findings)
    findings.tellUnmangledLabels(grid, view, rows: header.firstRow...header.lastRow)
    ConversionFindings(grid).tell(in: columns.sources.map(\.place) + columns.unknown, &findings)
    findings.tellOvermarked(grid, in: columns.sources.map(\.place))
    UnusualValues(schema: schema, columns: table.columns, rowCount: data.rows.count).tell(&findings)
    tellRows(data, header, &findings)
    tellMisplaced(data, view, header, &findings)
    table.rowNumbers = findings.rowNumbers
    if lacking.isEmpty { drop(repeated, of: &table, &findings) }
    findings.tellHidden(data.hidden)
    findings.finish()
    table.held = table.held.isEmpty ? findings.held : table.held
    table.findings = findings.findings
    return lacking.isEmpty && above?.isRefused != true && parted == nil
      ? TableReading(sheet: grid.name, kind: schema.kind, table: table)
      : TableReading(sheet: grid.name, kind: schema.kind, refused: table)
  }

  /// Whether a row, read for itself, is a row of this table with nothing wrong in it.
  private func couldBeData(_ row: Int, below header: Header) -> Bool {
    let reading = reading(part: grid.first(header.firstDataRow, and: row), takesNumbers: true)
    guard let table = reading.table ?? reading.refused, table.rowCount == 1, !table.held[0] else {
      return false
    }
    // A name that is only compared may be anything, and has letters.
    let name = table.text("check:fullName", 0)
    return name.isEmpty || name.contains { $0.isLetter }
  }

  // MARK: Columns

  private func values(
    _ view: CellView, _ columns: SheetColumns, _ schema: Schema, _ rows: [Int32], _ header: Header,
    _ stray: StrayPart?, lacking: Set<String>, _ findings: inout FindingList
  ) -> [Column] {
    var cells = ColumnCells(
      grid, rows: rows, wanted: columns.sources.map(\.place.sheetColumn),
      spoken: Set(header.columns.map(\.sheetColumn)).union(stray.map { [$0.place.sheetColumn] } ?? []))
    // What is only compared holds nothing and is told by whoever compares; what is half a value may be a whole one.
    var unheard = FindingList(sheet: grid.name, rowNumbers: findings.rowNumbers)
    var readers = columns.sources.map { self.readers(of: $0, view, rowCount: rows.count) }
    while cells.loadNext() {
      for (index, source) in columns.sources.enumerated() {
        let block = cells[source.place.sheetColumn]
        for (number, block) in blocks(block, of: source, view).enumerated() {
          let field = readers[index][number].field
          if (field.isChecked && !takesNumbers) || field.whole.map(lacking.contains) == true {
            readers[index][number].read(block, &unheard)
          } else {
            readers[index][number].read(block, &findings)
          }
        }
      }
    }
    let told = UnlabelledCells(view, cells.unlabelled, header: header, isCSV: isCSV).tell(&findings)
    RecordLengths(grid, rows: rows, header: header).tell(besides: told, &findings)
    var result = KeyedColumns(header.columns, schema, persons: schemas.search.others)
    for index in readers.indices {
      for number in readers[index].indices {
        let field = readers[index][number].field
        if field.isChecked {
          result.add(readers[index][number].finish(&unheard), findings: &unheard)
        } else {
          let column = readers[index][number].finish(&findings)
          if let said = columns.sources[index].says {
            result.add(said.column(beside: column), says: true, findings: &findings)
          }
          result.add(
            column, naming: field.hasNames, isContact: field.identifier == .phone, findings: &findings)
        }
      }
    }
    result.composeParts(of: schema, findings: &findings, unheard: &unheard)
    if grid.hasFormulaTexts { result.refuseFormulas(of: schema, &findings) }
    result.judgeIds(of: schema, findings: &findings)
    return result.columns
  }

  /// A column whose label two fields share is read as both.
  private func readers(of source: SheetColumns.Source, _ view: CellView, rowCount: Int) -> [ColumnReader] {
    ([(source.field, source.key)] + source.alternatives.prefix(1)).map { field, key in
      ColumnReader(
        view: view, field: field, key: key, place: source.place, isCSV: isCSV, epoch1904: grid.epoch1904,
        rowCount: rowCount)
    }
  }

  /// Which of its readings each cell has: ten digits are the ministry's code,
  /// everything else the personal id.
  private func blocks(_ block: ColumnBlock, of source: SheetColumns.Source, _ view: CellView) -> [ColumnBlock]
  {
    guard let other = source.alternatives.first else { return [block] }
    var own = block
    var others = block
    let otherLength = other.field.identifier == .moet ? 10 : 12
    for row in block.rows {
      var isOther = false
      if block[row] >= 0 {
        let text = cleaned(view.text(view.cells[Int(block[row])]), collapsing: true).bytes
        isOther = text.withUnsafeBufferPointer { text in
          let digits = withoutApostrophe(text) ?? text
          if otherLength == 12, ungroupedId(digits) != nil { return true }
          return digits.count == otherLength && digits.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
        }
      }
      if isOther { own[row] = ColumnCells.none } else { others[row] = ColumnCells.none }
    }
    return [own, others]
  }

  // MARK: Findings about the sheet

  private func tell(
    _ missing: [Field], _ columns: SheetColumns, _ schema: Schema, _ header: Header,
    _ findings: inout FindingList
  ) {
    let others = schemas.search.others
    for field in missing {
      var facts = ["label": field.title, "kind": schema.kind.rawValue]
      facts["suggestion"] =
        field.resembling(among: columns.unknown.map(\.label).filter { !others.areNamed(in: $0) })
        ?? columns.onlyPart(of: field)
      findings.add(
        .missingLabel, .error, headerRow: header.lastRow,
        column: ColumnPlace(label: field.title, sheetColumn: -1), facts: facts)
    }
  }

  private func tellUnknown(
    _ columns: SheetColumns, _ view: CellView, _ rows: [Int32], _ schema: Schema, _ header: Header,
    _ findings: inout FindingList
  ) {
    guard !columns.unknown.isEmpty else { return }
    let suggestions = LabelSuggestions(
      schema, present: header.columns.flatMap(\.targets), others: schemas.search.others)
    let samples = firstValues(in: columns.unknown, view, rows)
    for (index, place) in columns.unknown.enumerated() {
      var facts: [String: String] = [:]
      if index < mostComparedLabels { facts["suggestion"] = suggestions.suggestion(for: place.label) }
      facts["sample"] = samples[place.sheetColumn]
      if isPartlyMangled(place.label) { facts["reason"] = OldEncoding.mangled.rawValue }
      findings.add(
        .unknownLabel, .note, headerRow: header.lastRow, column: place, value: place.label, facts: facts)
    }
  }

  /// By sheet column, what stands first in it.
  private func firstValues(in columns: [ColumnPlace], _ view: CellView, _ rows: [Int32]) -> [Int: String] {
    var missing = Set(columns.map(\.sheetColumn))
    var values: [Int: String] = [:]
    for row in rows where !missing.isEmpty {
      for cell in grid.cellRange(ofRow: Int(row)).lazy.map({ view.cells[$0] }) {
        guard missing.contains(Int(cell.column)) else { continue }
        let shown = view.shown(cell, epoch1904: grid.epoch1904)
        let text = shown.withUnsafeBufferPointer { cleaned($0, collapsing: true).bytes }
        guard !text.isEmpty else { continue }
        missing.remove(Int(cell.column))
        values[Int(cell.column)] = String(decoding: text, as: UTF8.self)
      }
    }
    return values
  }

  private func tellRows(_ data: DataRows, _ header: Header, _ findings: inout FindingList) {
    if data.rows.isEmpty { findings.add(.noRows, .note, headerRow: header.lastRow) }
    if let first = data.columnNumbers.first {
      findings.add(
        .columnNumbers, .note, headerRow: grid.rows[first].number,
        facts: data.columnNumbers.count > 1 ? ["count": String(data.columnNumbers.count)] : [:])
    }
    if let (row, index) = data.likeColumnNumbers.first {
      let place = header.place(of: grid.cells[index])
      var facts = ["reason": "data"]
      if data.likeColumnNumbers.count > 1 { facts["count"] = String(data.likeColumnNumbers.count) }
      findings.add(.columnNumbers, .note, row: row, column: place, facts: facts)
    }
    if let first = data.prefilled.first {
      var facts = ["reason": "prefilled"]
      if data.prefilled.count > 1 { facts["count"] = String(data.prefilled.count) }
      tellHeading(first.row, first.cell, facts, header, &findings)
    }
    for example in data.examples {
      let reason = example.isMarked ? "example" : "below-example"
      tellHeading(example.row, example.cell, ["reason": reason], header, &findings)
    }
    for heading in data.headings { tellHeading(heading.row, heading.cell, [:], header, &findings) }
  }

  private func tellHeading(
    _ row: Int, _ index: Int, _ facts: [String: String], _ header: Header, _ findings: inout FindingList
  ) {
    let cell = grid.cells[index]
    findings.add(
      .headingRow, .note, headerRow: grid.rows[row].number, column: header.place(of: cell),
      value: String(decoding: HeaderText.label(grid.text(of: cell)), as: UTF8.self), facts: facts)
  }

  /// Nobody is left out because of where the list was signed, nor taken for what other labels say.
  private func tellMisplaced(
    _ data: DataRows, _ view: CellView, _ header: Header, _ findings: inout FindingList
  ) {
    func tell(_ code: FindingCode, _ row: Int, _ index: Int, facts: [String: String] = [:]) {
      let cell = view.cells[index]
      let shown = view.shown(cell, epoch1904: grid.epoch1904)
      findings.add(
        code, .error, row: row, column: header.place(of: cell),
        value: String(decoding: shown, as: UTF8.self), facts: facts)
    }
    for (row, index) in data.belowSignatures { tell(.belowSignature, row, index) }
    for (row, index, labels) in data.belowOtherLabels {
      tell(.belowOtherLabels, row, index, facts: ["otherRow": String(labels)])
    }
  }

  /// A row about a person that repeats an earlier one word for word is dropped, with all that was found in it.
  private func drop(
    _ pairs: [(row: Int, first: Int)], of table: inout Table, _ findings: inout FindingList
  ) {
    guard !pairs.isEmpty else { return }
    let place = table.columns.first?.place ?? ColumnPlace(label: "", sheetColumn: -1)
    findings.forget(pairs.map(\.row))
    for pair in pairs {
      findings.add(
        .duplicateRow, .note, row: pair.row, column: place,
        facts: ["otherRow": String(table.rowNumbers[pair.first])])
    }
    let dropped = Set(pairs.map(\.row))
    let kept = (0..<table.rowCount).filter { !dropped.contains($0) }
    table.columns = table.columns.map { $0.keeping(kept) }
    table.held = kept.map { findings.held[$0] }
    table.rowNumbers = kept.map { table.rowNumbers[$0] }
  }
}
