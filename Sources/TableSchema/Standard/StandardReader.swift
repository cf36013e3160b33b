public import Tables

/// What came of a sheet that was checked by a Table Schema.
public struct StandardReading: Sendable {
  /// The sheet row of each row of data.
  public let rowNumbers: [Int32]
  /// Of each row, whether it has an error.
  public let held: [Bool]
  /// What was found, in the order of the sheet.
  public let findings: [Finding]
  /// The header, or the sheet as a whole, is not as the schema has it.
  public let isRefused: Bool
}

extension StandardSchema {
  /// Checks a sheet whose labels stand in row 1. What ``inUnicode(_:)`` brought to Unicode is told.
  public func check(_ grid: Grid) -> StandardReading {
    check(grid, mostBlankRecords: Grid.mostBlankRecords)
  }

  func check(_ grid: Grid, mostBlankRecords: Int) -> StandardReading {
    CellView.of(grid) {
      StandardReader(grid: grid, view: $0, schema: self, mostBlankRecords: mostBlankRecords).reading()
    }
  }
}

/// Checks one sheet, row by row.
private struct StandardReader {
  let grid: Grid
  let view: CellView
  let schema: StandardSchema
  let mostBlankRecords: Int

  func reading() -> StandardReading {
    let hasHeader = grid.rows.first?.number == 1
    let (rows, unread) = lines(fromRow: hasHeader ? 1 : 0)
    var findings = FindingList(sheet: grid.name, rowNumbers: rows.map(\.number))
    guard hasHeader else {
      findings.add(.blankHeader, .error, headerRow: 1)
      return StandardReading(
        rowNumbers: findings.rowNumbers, held: findings.held, findings: findings.findings, isRefused: true)
    }
    let width = grid.cells.reduce(0) { max($0, Int($1.column) + 1) }
    let header = StandardHeader(grid, view: view, width: width, schema: schema, &findings)
    let isRefused = !findings.findings.isEmpty
    tellUnsupported(header, &findings)
    tellBlankRows(between: rows, before: unread ?? .max, &findings)
    if let unread {
      findings.add(
        .tooLarge, .error, headerRow: unread,
        facts: ["limit": FileLimit.blankRecords.rawValue, "maximum": String(mostBlankRecords)])
    }
    var keys = StandardKeys(schema, grid)
    var numbersAsTexts = [Int: CellRepairs]()
    // Without a single column of the schema there is nothing to say about rows.
    let hasColumns = header.places.contains { $0 != nil }
    for (row, line) in rows.enumerated() where hasColumns {
      read(line, row: row, header, &keys, &numbersAsTexts, &findings)
    }
    for (field, rereads) in numbersAsTexts.sorted(by: { $0.key < $1.key }) {
      if let place = header.places[field] { findings.add(rereads, column: place) { Int(rows[$0].number) } }
    }
    findings.tellUnmangledLabels(grid, view, rows: 1...1)
    ConversionFindings(grid).tell(in: header.places.compactMap { $0 }, &findings)
    findings.tellOvermarked(grid, in: header.places.compactMap { $0 })
    keys.check(header, &findings)
    findings.finish()
    return StandardReading(
      rowNumbers: findings.rowNumbers, held: findings.held, findings: findings.findings, isRefused: isRefused)
  }

  /// A row below the labels.
  private struct Line {
    var number: Int32
    var cells: Range<Int>
    /// Of a record, how many fields it has; 0 of a workbook's row.
    var fieldCount: UInt16
  }

  /// The rows that hold something and, where a blank is a text of some field, the records of blanks between them; and
  /// the first of those records that is one too many.
  private func lines(fromRow first: Int) -> (lines: [Line], unread: Int32?) {
    let filled = grid.rows.indices.dropFirst(first).map { index in
      Line(
        number: grid.rows[index].number, cells: grid.cellRange(ofRow: index),
        fieldCount: grid.rows[index].fieldCount)
    }
    guard schema.fields.contains(where: { !$0.missing.contains([]) }), !grid.blankRecords.isEmpty else {
      return (filled, nil)
    }
    var blank: [Line] = []
    var unread: Int32?
    for records in grid.blankRecords where unread == nil {
      for number in records.first..<(records.first + records.count) where number > 1 && unread == nil {
        if blank.count < mostBlankRecords {
          blank.append(Line(number: number, cells: 0..<0, fieldCount: records.fieldCount))
        } else {
          unread = number
        }
      }
    }
    return ((filled + blank).sorted { $0.number < $1.number }, unread)
  }

  // MARK: The sheet

  private func tellUnsupported(_ header: StandardHeader, _ findings: inout FindingList) {
    for (index, field) in schema.fields.enumerated() {
      for key in field.unsupported {
        findings.add(
          .unsupportedConstraint, .error, headerRow: 1,
          column: header.places[index] ?? ColumnPlace(label: field.name, sheetColumn: -1),
          facts: ["constraint": key])
      }
      if let pattern = field.foreignPattern {
        findings.add(
          .unsupportedConstraint, .error, headerRow: 1,
          column: header.places[index] ?? ColumnPlace(label: field.name, sheetColumn: -1),
          facts: ["constraint": "pattern: " + pattern, "pattern": pattern])
      }
    }
    for resource in schema.otherResources {
      findings.add(.unsupportedConstraint, .error, facts: ["constraint": "foreignKeys: " + resource])
    }
  }

  /// Each run of blank rows below the labels; of a CSV also at its end. Behind `end` nobody knows which are blank.
  private func tellBlankRows(between lines: [Line], before end: Int32, _ findings: inout FindingList) {
    var before: Int32 = 1
    for number in lines.map(\.number) + (grid.recordCount > 0 ? [grid.recordCount + 1] : []) {
      let next = min(number, end)
      if next > before + 1 {
        findings.add(
          .blankRow, .error, headerRow: before + 1, facts: ["rows": String(next - before - 1)])
      }
      if number > end { return }
      before = number
    }
  }

  // MARK: Rows

  private func read(
    _ line: Line, row: Int, _ header: StandardHeader, _ keys: inout StandardKeys,
    _ rereads: inout [Int: CellRepairs], _ findings: inout FindingList
  ) {
    var slots = [Int32](repeating: ColumnCells.none, count: schema.fields.count)
    var extra: [Int] = []
    for index in line.cells {
      let column = Int(view.cells[index].column)
      if column >= header.fields.count {
        extra.append(index)
      } else if let field = header.fields[column] {
        slots[field] = Int32(index)
      }
    }
    let isBlank = schema.fields.indices.allSatisfy { isNull(slots[$0], schema.fields[$0]) }
    if isBlank {
      keys.addBlank()
      findings.add(
        .blankRow, .error, row: row, column: ColumnPlace(label: "", sheetColumn: -1), facts: ["rows": "1"])
      return
    }
    let fieldCount = Int(line.fieldCount)
    // A workbook has no records that could end too early.
    let isShort = fieldCount > 0 && fieldCount < header.fields.count
    for index in schema.fields.indices {
      guard let place = header.places[index] else {
        keys.add(nil, index)
        continue
      }
      if isShort, place.sheetColumn >= fieldCount {
        findings.add(
          .missingCell, .error, row: row, column: place, facts: ["count": String(fieldCount)])
        keys.add(.null, index)
        continue
      }
      let value = value(of: slots[index], index, row: row, place, &rereads, &findings)
      keys.add(value, index)
    }
    for index in extra {
      let cell = view.cells[index]
      findings.add(
        .extraCell, .error, row: row, column: ColumnPlace(label: "", sheetColumn: Int(cell.column)),
        value: shown(cell))
    }
    // A blank is a cell too, where rows are records; the first of them stands for all.
    let labelled = max(header.fields.count, Int(grid.rows.first?.fieldCount ?? 0))
    if fieldCount > labelled, !extra.contains(where: { view.cells[$0].column >= labelled }) {
      findings.add(.extraCell, .error, row: row, column: ColumnPlace(label: "", sheetColumn: labelled))
    }
  }

  /// The text of a cell as a person sees it.
  private func shown(_ cell: Grid.Cell) -> String {
    String(decoding: view.shown(cell, epoch1904: grid.epoch1904), as: UTF8.self)
  }

  /// A cell that is not there, or whose text means no value.
  private func isNull(_ cell: Int32, _ field: StandardField) -> Bool {
    // In a CSV a blank is an empty text, in a workbook nothing at all.
    guard cell >= 0 else { return field.missing.contains([]) || !grid.name.isEmpty }
    let cell = view.cells[Int(cell)]
    switch cell.kind {
    case .error, .formulaWithoutValue: return false
    case .number where field.missing.count > 1 || !field.missing.contains([]):
      return field.missing.contains(SpelledNumber(view.text(cell))?.plain ?? [])
    default: return field.missing.contains { $0.elementsEqual(view.text(cell)) }
    }
  }

  private func value(
    of slot: Int32, _ index: Int, row: Int, _ place: ColumnPlace, _ rereads: inout [Int: CellRepairs],
    _ findings: inout FindingList
  ) -> StandardKeys.Value {
    let field = schema.fields[index]
    guard !isNull(slot, field) else {
      if field.required { findings.add(.required, .error, row: row, column: place) }
      return .null
    }
    let cell = slot >= 0 ? view.cells[Int(slot)] : nil
    let text = cell.map(view.text) ?? UnsafeBufferPointer(start: nil, count: 0)
    func refuse(_ code: FindingCode, _ facts: [String: String] = [:]) {
      findings.add(
        code, .error, row: row, column: place, value: cell.map(shown) ?? "", facts: facts)
    }
    let value: StandardValue
    switch field.form.value(of: cell?.kind ?? .text, text, epoch1904: grid.epoch1904) {
    case .value(let read): value = read
    case .reread(let read):
      value = read
      let before = String(decoding: text, as: UTF8.self)
      if case .text(let text) = read, text != before {
        rereads[index, default: CellRepairs(.reread)].add(
          row: row, value: before, facts: ["repaired": text])
      }
    case .wrong(let fault):
      switch cell?.kind {
      case .error: refuse(.errorCell)
      case .formulaWithoutValue: refuse(.formulaWithoutValue)
      default:
        var facts = ["type": field.kind.rawValue, "example": field.form.example]
        facts["reason"] = fault?.rawValue
        refuse(.typeError, facts)
      }
      return .wrong
    }
    for (code, facts) in field.failures(of: value, text: text) { refuse(code, facts) }
    return .value(value)
  }
}
