import Tables

/// Which sheet column is which field, by the labels of row 1.
struct StandardHeader {
  /// By sheet column, the position of its field; nil for one that has none.
  private(set) var fields: [Int?] = []
  /// By position of the field, where it stands; nil for one that is not there.
  private(set) var places: [ColumnPlace?]

  private let schema: StandardSchema
  /// By sheet column, trimmed and composed; empty where there is none.
  private let labels: [String]

  /// `width`: columns in which a row holds something.
  init(_ grid: Grid, view: CellView, width: Int, schema: StandardSchema, _ findings: inout FindingList) {
    self.schema = schema
    var labels: [String] = []
    for cell in grid.cellRange(ofRow: 0).map({ view.cells[$0] }) {
      let label = String(decoding: cleaned(view.text(cell), collapsing: false).bytes, as: UTF8.self)
      while labels.count <= Int(cell.column) { labels.append("") }
      labels[Int(cell.column)] = label
    }
    while labels.last?.isEmpty == true { labels.removeLast() }
    // A column without a label that a field is due for, and in which something stands.
    while schema.match == .exact, labels.count < min(width, schema.fields.count) { labels.append("") }
    self.labels = labels
    places = [ColumnPlace?](repeating: nil, count: schema.fields.count)
    if schema.match == .exact { matchByOrder(&findings) } else { matchByName(&findings) }
    tellMissing(&findings)
    for (column, field) in fields.enumerated() {
      guard let field, places[field] == nil else { continue }
      places[field] = ColumnPlace(
        label: labels[column].isEmpty ? schema.fields[field].name : labels[column], sheetColumn: column)
    }
  }

  private func place(_ column: Int) -> ColumnPlace { ColumnPlace(label: labels[column], sheetColumn: column) }

  private func tell(
    _ code: FindingCode, _ column: Int, _ facts: [String: String] = [:], _ findings: inout FindingList
  ) {
    findings.add(code, .error, headerRow: 1, column: place(column), value: labels[column], facts: facts)
  }

  private mutating func matchByOrder(_ findings: inout FindingList) {
    for (column, label) in labels.enumerated() {
      guard column < schema.fields.count else {
        fields.append(nil)
        tell(.extraLabel, column, [:], &findings)
        continue
      }
      fields.append(column)
      let name = schema.fields[column].name
      if label.isEmpty {
        tell(.blankLabel, column, ["label": name], &findings)
      } else if label != name {
        if let first = labels.firstIndex(of: label), first < column {
          tell(.duplicateLabel, column, ["at": cellAddress(column: first, row: 1)], &findings)
        } else {
          tell(.incorrectLabel, column, ["label": name], &findings)
        }
      }
    }
  }

  private mutating func matchByName(_ findings: inout FindingList) {
    var taken: [Int: Int] = [:]
    for (column, label) in labels.enumerated() {
      fields.append(nil)
      guard !label.isEmpty else { continue }
      // In version 1 several fields could have one name.
      let bearers = schema.fields.indices.filter { schema.fields[$0].name == label }
      if let field = bearers.first(where: { taken[$0] == nil }) {
        fields[column] = field
        taken[field] = column
      } else if let first = bearers.first.flatMap({ taken[$0] }) {
        tell(.duplicateLabel, column, ["at": cellAddress(column: first, row: 1)], &findings)
      } else if schema.match == .equal || schema.match == .superset {
        let names = column < mostComparedLabels ? schema.fields.prefix(mostComparedLabels).map(\.name) : []
        let facts = nearest(to: label, among: names).map { ["suggestion": names[$0]] } ?? [:]
        tell(.extraLabel, column, facts, &findings)
      }
    }
    if schema.match == .partial, taken.isEmpty, !schema.fields.isEmpty {
      let names = schema.fields.prefix(5).map(\.name).joined(separator: "; ")
      findings.add(.unmatchedHeader, .error, headerRow: 1, facts: ["labels": names])
    }
  }

  /// Fields that must be there: all of them, or where some may be missing those that need a value.
  private func tellMissing(_ findings: inout FindingList) {
    let present = Set(fields.compactMap { $0 })
    let others = labels.indices.filter { fields[$0] == nil }.prefix(mostComparedLabels).map { labels[$0] }
    for (index, field) in schema.fields.enumerated() where !present.contains(index) {
      let mayBeMissing = schema.match == .superset || schema.match == .partial
      guard !mayBeMissing || field.required || schema.primaryKey.contains(index) else { continue }
      var facts = ["label": field.name]
      if index < mostComparedLabels {
        facts["suggestion"] = nearest(to: field.name, among: others).map { others[$0] }
      }
      findings.add(
        .missingLabel, .error, headerRow: 1, column: ColumnPlace(label: field.name, sheetColumn: -1),
        facts: facts)
    }
  }
}
