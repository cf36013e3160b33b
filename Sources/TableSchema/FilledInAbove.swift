import Tables

/// What a form says once for all of its rows, above the header: `Mã đợt: lop10`, `Mã trường: thpt-a`.
/// It stands for a column of that label which is not there.
struct FilledInAbove {
  /// Each field with its value, in the order of the schema.
  private(set) var values: [(field: Field, value: [UInt8])] = []

  /// The keys that a form may fill in above.
  static let keys = ["round", "school"]

  /// Looks through the rows above `header`, in a cell each; what has a column of its own is left to it.
  init(_ grid: Grid, header: Header, schema: Schema) {
    let present = Set(header.columns.flatMap(\.targets).map { schema.fields[Int($0.field)].name })
    let fields = schema.fields.filter { field in
      FilledInAbove.keys.contains(field.name) && field.use == .stored && !present.contains(field.name)
    }
    guard !fields.isEmpty, schema.kind != .rounds else { return }
    let labels = fields.map { labelKey($0.title.utf8) }
    var found: [Int: [UInt8]] = [:]
    for (index, row) in grid.rows.enumerated() {
      guard row.number < header.lastRow else { break }
      for cell in grid.cellRange(ofRow: index).map({ grid.cells[$0] }) where cell.kind == .text {
        let text = HeaderText.label(grid.text(of: cell))
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
          let field = labels.firstIndex(of: labelKey(text[..<colon])), found[field] == nil
        else { continue }
        let value = text[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
        if !value.isEmpty { found[field] = Array(value) }
      }
    }
    values = fields.indices.compactMap { index in found[index].map { (fields[index], $0) } }
  }

  /// Whether a field needs no column of its own.
  func has(_ field: Field) -> Bool { values.contains { $0.field.name == field.name } }

  /// A column for each, with so many rows.
  func columns(rowCount: Int) -> [Column] {
    values.map { field, value in
      var texts = TextColumn()
      texts.reserve(rows: rowCount, bytes: rowCount * value.count)
      for _ in 0..<rowCount { texts.append(value) }
      return Column(key: field.name, label: field.title, sheetColumn: -1, type: field.type, texts: texts)
    }
  }
}
