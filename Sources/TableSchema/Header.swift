import Tables

/// The header of a sheet, as one kind of table understands it.
struct Header {
  struct Column {
    /// In the sheet, from 0.
    var sheetColumn: Int
    /// As the sheet wrote it; both lines of a header in two rows.
    var label: String
    /// One column of the kind; several where the content must decide; none if it is unknown.
    var targets: [KnownLabels.Target]
    /// That a value stands in this column says more than the value.
    var says: Saying?

    /// A choice, and the field that it is one of.
    struct Saying {
      var field: Field
      var choice: Int
    }

    /// Whether it is the column of a field, by its position or its name.
    func means(_ field: Int) -> Bool { targets.count == 1 && targets[0].field == Int16(field) }
    func means(_ name: String, in schema: Schema) -> Bool {
      targets.contains { schema.fields[Int($0.field)].name == name }
    }
  }

  /// Position in ``SchemaSet/schemas``.
  var schema: Int
  /// The sheet row of the header's first line.
  var firstRow: Int32
  /// The sheet row of its last one.
  var lastRow: Int32
  /// Position in ``Grid/rows`` of the first row below the header.
  var firstDataRow: Int
  var columns: [Column]

  /// Where a cell stands, with the label of its column; a blank one where it has none.
  func place(of cell: Grid.Cell) -> ColumnPlace {
    let column = Int(cell.column)
    return ColumnPlace(label: columns.first { $0.sheetColumn == column }?.label ?? "", sheetColumn: column)
  }
}

/// Finds the header: within the first 30 rows the row, or two or three rows of which the
/// upper group the lower, with most known columns, at least two; and the kind
/// that knows most of them.
struct HeaderSearch {
  let schemas: [Schema]
  let labels: KnownLabels
  let others: OtherPersons

  func header(of grid: Grid) -> Header? {
    guard let lines = bestLines(of: grid)?.lines else { return nil }
    let schema = kind(of: lines)
    let merged = MergedLabels(grid, firstRow: lines.firstDataRow, schema: schemas[schema])
    let columns = lines.columns.flatMap { column in
      merged.columns(
        Header.Column(
          sheetColumn: column.sheetColumn, label: column.label, targets: targets(of: column, in: schema)),
        span: column.span)
    }
    let sayings = sayings(of: lines, in: schema)
    let said = columns.map { column in sayings.first { $0.sheetColumn == column.sheetColumn } ?? column }
    let read = schemas[schema].withChoiceFlags(said, of: lines)
    return Header(
      schema: schema, firstRow: lines.firstRow, lastRow: lines.lastRow, firstDataRow: lines.firstDataRow,
      columns: schemas[schema].withoutOthersDates(schemas[schema].partingRepeats(read), others))
  }

  /// How many columns of its header are known; 0 where there is none.
  func knownColumns(of grid: Grid) -> Int { bestLines(of: grid)?.count ?? 0 }

  private func bestLines(of grid: Grid) -> (count: Int, lines: Lines)? {
    let text = HeaderText(grid)
    var best: (count: Int, lines: Lines)?
    // A row alone first: a title above it that groups nothing is no part of its labels.
    for depth in 1...3 {
      for row in text.rows.indices {
        // Below the header each row has the width of the table: what cannot win is not looked up.
        let number = text.rows[row].number
        let rows = number..<(number + Int32(depth))
        let isOver = depth > 1 && best.map { rows.contains($0.lines.firstRow) } == true
        // In three rows one column more could be a word of a title above two rows of labels.
        let more = depth == 3 ? 2 : 1
        // And what others have below two rows is known by the third.
        let below = depth == 3 && isOver ? best?.lines.othersBelow ?? 0 : 0
        let least = max(2, (best?.count ?? 1) - below + (isOver ? 0 : more))
        guard mostColumns(text, row, depth: depth) >= least, let lines = lines(text, row, depth: depth) else {
          continue
        }
        let count = (counts(lines).max() ?? 0) + lines.othersBelow
        guard count >= least else { continue }
        let isAbove = best.map { number < $0.lines.firstRow } == true
        if count >= (best?.count ?? 0) + more || tellsOthers(lines, text, row, depth: depth, isAbove: isAbove)
        {
          best = (count, lines)
        }
      }
    }
    return best
  }

  /// Of two rows whose lower one is about others nothing is data, though nothing more be known of them. A third row
  /// above those that are labels already may tell that; one below them only by labels, which no data has.
  private func tellsOthers(_ lines: Lines, _ text: HeaderText, _ row: Int, depth: Int, isAbove: Bool) -> Bool
  {
    guard depth == 3 else { return lines.hasOthers }
    if isAbove { return lines.hasOthers && lines.hasOthersAbove }
    return lines.isThirdOthers && text.rows[row + 2].labels.contains { !labels.meanings(of: $0).isEmpty }
  }

  private func lines(_ text: HeaderText, _ row: Int, depth: Int) -> Lines? {
    switch depth {
    case 1: Lines.single(text, row, others)
    case 2: Lines.double(text, row, others)
    default: Lines.triple(text, row, others)
    }
  }

  /// No more columns than these can be known in row `row`, or in it and the rows below.
  private func mostColumns(_ text: HeaderText, _ row: Int, depth: Int) -> Int {
    guard row + depth <= text.rows.count else { return 0 }
    let lines = text.rows[row..<(row + depth)].reversed()
    // What stands below is part of every spelling of its column.
    return text.rows[row].labels.indices.count { column in
      guard let lowest = lines.first(where: { !$0.labels[column].isEmpty }) else { return false }
      return labels.isPossible(lowest.labels[column])
    }
  }

  // MARK: What a row of labels means

  /// What a column means in one kind: the first of its spellings that is known there.
  private func targets(of column: Lines.Column, in schema: Int) -> [KnownLabels.Target] {
    for spelling in column.spellings {
      if let meaning = labels.meanings(of: spelling).first(where: { $0.schema == schema }) {
        return meaning.targets
      }
    }
    return []
  }

  /// For each kind, how many of its columns are there.
  private func counts(_ lines: Lines) -> [Int] {
    var seen = [Set<KnownLabels.Target>](repeating: [], count: schemas.count)
    for column in lines.columns {
      var known = [Bool](repeating: false, count: schemas.count)
      for spelling in column.spellings {
        for meaning in labels.meanings(of: spelling) where !known[meaning.schema] {
          known[meaning.schema] = true
          guard let target = meaning.targets.first,
            schemas[meaning.schema].fields[Int(target.field)].use != .leftOut
          else { continue }
          seen[meaning.schema].insert(target)
        }
      }
    }
    return seen.map(\.count)
  }

  /// The kind with most known columns; among equals one whose required columns
  /// are all there, then `roster`, then the first in tables.md.
  private func kind(of lines: Lines) -> Int {
    let counts = counts(lines)
    let most = counts.max() ?? 0
    let candidates = schemas.indices.filter { counts[$0] == most }
    let complete = candidates.filter { schema in
      let present = lines.columns.flatMap { targets(of: $0, in: schema) }
      return schemas[schema].isComplete(present)
    }
    let rest = complete.isEmpty ? candidates : complete
    return rest.first { schemas[$0].kind == .roster } ?? rest.first ?? 0
  }
}

extension Schema {
  /// Whether `targets` are enough for a table of this kind: all that is required,
  /// and of subjects at least one.
  fileprivate func isComplete(_ targets: [KnownLabels.Target]) -> Bool {
    missingColumns(among: targets).isEmpty
      && (!subjects || targets.contains { fields[Int($0.field)].name.hasPrefix(subjectPrefix) })
  }

  /// The required columns that cannot be had from `targets`, each with the label
  /// to ask for. Of a field in parts, all parts serve as well.
  func missingColumns(among targets: [KnownLabels.Target]) -> [Field] {
    let present = Set(targets.map { fields[Int($0.field)].name })
    var missing = fields.filter { field in
      guard field.constraints.required, field.use == .stored, !present.contains(field.name) else {
        return false
      }
      let parts = self.parts(of: field)
      return parts.isEmpty || !parts.allSatisfy { present.contains($0.name) || $0.isOptionalPart }
    }
    if person == .required, present.isDisjoint(with: Schema.identifierKeys),
      let field = fields.first(where: { $0.name == Schema.identifierKeys[0] })
    {
      missing.insert(field, at: 0)
    }
    return missing
  }

  /// Of two columns that are one part, the second is the part that may lack, if no other is: `Họ` and
  /// `Chữ lót` before `Tên`.
  fileprivate func partingRepeats(_ columns: [Header.Column]) -> [Header.Column] {
    var columns = columns
    for (index, field) in fields.enumerated() where field.isOptionalPart {
      guard let whole = field.whole, !columns.contains(where: { $0.means(index) }) else {
        continue
      }
      for part in fields.indices where fields[part].use == field.use && !fields[part].isOptionalPart {
        let repeated = columns.indices.filter { columns[$0].means(part) }
        guard repeated.count == 2, !columns.contains(where: { $0.means(whole, in: self) }) else { continue }
        columns[repeated[1]].targets = [KnownLabels.Target(field: Int16(index), number: 0)]
        break
      }
    }
    return columns
  }

  /// The fields that `field` can be put together from.
  func parts(of field: Field) -> [Field] {
    fields.filter { $0.whole == field.name }
  }
}
