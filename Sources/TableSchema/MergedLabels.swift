import Tables

/// A label that is merged over as many columns as its field has parts stands for the parts: `Họ và tên`
/// over family and given name, `Ngày sinh` over day, month and year.
struct MergedLabels {
  let grid: Grid
  /// Position in ``Grid/rows`` of the first row below the header.
  let firstRow: Int
  let schema: Schema

  init(_ grid: Grid, firstRow: Int, schema: Schema) {
    self.grid = grid
    self.firstRow = firstRow
    self.schema = schema
  }

  /// The columns of a label that stands over `span` of them; itself where the others hold nothing that
  /// could be a part.
  func columns(_ column: Header.Column, span: Int) -> [Header.Column] {
    guard span > 1, column.targets.count == 1, let target = column.targets.first, target.number == 0 else {
      return [column]
    }
    let all = schema.parts(of: schema.fields[Int(target.field)])
    let parts = all.count == span ? all : all.filter { !$0.isOptionalPart }
    let indices = parts.compactMap { part in schema.fields.firstIndex { $0.name == part.name } }
    guard parts.count == span, indices.count == span,
      zip(parts, column.sheetColumn...).allSatisfy({ part, place in mayHold(part, in: place) }),
      (1..<span).contains(where: { filled(column.sheetColumn + $0) != nil })
    else { return [column] }
    return indices.enumerated().map { offset, index in
      Header.Column(
        sheetColumn: column.sheetColumn + offset, label: column.label,
        targets: [KnownLabels.Target(field: Int16(index), number: 0)])
    }
  }

  /// What stands first in a column is what a part would be: any text, or a few digits.
  private func mayHold(_ part: Field, in sheetColumn: Int) -> Bool {
    guard part.type == .integer, let cell = filled(sheetColumn) else { return true }
    let text = HeaderText.label(grid.text(of: cell))
    return text.count <= 4 && text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  private func filled(_ sheetColumn: Int) -> Grid.Cell? {
    guard firstRow < grid.rows.count else { return nil }
    return grid.cells[Int(grid.rows[firstRow].firstCell)...].first { cell in
      Int(cell.column) == sheetColumn && !HeaderText.label(grid.text(of: cell)).isEmpty
    }
  }
}
