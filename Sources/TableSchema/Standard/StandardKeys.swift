import Tables

/// What has to hold across rows: primary, unique and foreign keys.
struct StandardKeys {
  /// A cell of a key.
  enum Value {
    case value(StandardValue)
    case null
    /// It could not be read; nothing more is said of its row.
    case wrong
  }

  private let schema: StandardSchema
  /// What a person sees in a cell.
  private let grid: Grid
  /// By field, its values row by row; only of fields that take part in a key.
  private var columns: [Int: [Value]] = [:]

  init(_ schema: StandardSchema, _ grid: Grid) {
    self.schema = schema
    self.grid = grid
    for field in schema.keyFields { columns[field] = [] }
  }

  /// The next row's value of a field; nil where the file has no such column.
  mutating func add(_ value: Value?, _ field: Int) { columns[field]?.append(value ?? .null) }

  /// A row without any value, which is told as such.
  mutating func addBlank() {
    for field in schema.keyFields { columns[field]?.append(.wrong) }
  }

  func check(_ header: StandardHeader, _ findings: inout FindingList) {
    for (index, field) in schema.fields.enumerated() where field.unique {
      checkUnique([index], .uniqueError, header, &findings)
    }
    if !schema.primaryKey.isEmpty {
      checkFilled(schema.primaryKey, header, &findings)
      checkUnique(schema.primaryKey, .primaryKey, header, &findings)
    }
    for key in schema.uniqueKeys { checkUnique(key, .uniqueError, header, &findings) }
    for key in schema.foreignKeys { checkReferences(key, header, &findings) }
  }

  private var rowCount: Int { columns.values.first?.count ?? 0 }

  /// The values of a key in a row; nil if one of them is missing or could not be read.
  private func key(_ fields: [Int], _ row: Int) -> [StandardValue]? {
    var key: [StandardValue] = []
    for field in fields {
      guard case .value(let value)? = columns[field]?[row] else { return nil }
      key.append(value)
    }
    return key
  }

  private func checkFilled(_ fields: [Int], _ header: StandardHeader, _ findings: inout FindingList) {
    for field in fields {
      guard let column = columns[field], let place = header.places[field] else { continue }
      for (row, value) in column.enumerated() {
        if case .null = value, !findings.isToldAbout(row: row, column: place) {
          findings.add(.primaryKey, .error, row: row, column: place, facts: ["reason": "blank"])
        }
      }
    }
  }

  /// Rows with a missing value are left out, as in SQL. Columns that are not there are told in the header.
  private func checkUnique(
    _ fields: [Int], _ code: FindingCode, _ header: StandardHeader, _ findings: inout FindingList
  ) {
    guard let place = fields.first.flatMap({ header.places[$0] }),
      fields.allSatisfy({ header.places[$0] != nil })
    else { return }
    var rows: [[StandardValue]: Int] = [:]
    for row in 0..<rowCount {
      guard let key = key(fields, row) else { continue }
      if let first = rows[key] {
        findings.add(
          code, .error, row: row, column: place, value: text(of: fields, row, header, findings),
          facts: ["otherRow": String(findings.rowNumbers[first])])
      } else {
        rows[key] = row
      }
    }
  }

  private func checkReferences(
    _ foreign: StandardSchema.ForeignKey, _ header: StandardHeader, _ findings: inout FindingList
  ) {
    guard let place = foreign.fields.first.flatMap({ header.places[$0] }) else { return }
    // Wholly blank it refers to nothing; a part that is blank is a part that has to be found, as in frictionless.
    let known = Set((0..<rowCount).compactMap { reference(foreign.referenced, $0) })
    let names = foreign.referenced.map { schema.fields[$0].name }.joined(separator: " + ")
    for row in 0..<rowCount {
      guard let key = reference(foreign.fields, row), !known.contains(key) else { continue }
      findings.add(
        .foreignKey, .error, row: row, column: place,
        value: text(of: foreign.fields, row, header, findings), facts: ["labels": names])
    }
  }

  /// The values of a key in a row, blanks among them; nil if all are blank or one could not be read.
  private func reference(_ fields: [Int], _ row: Int) -> [StandardValue?]? {
    var key: [StandardValue?] = []
    for field in fields {
      switch columns[field]?[row] {
      case .value(let value): key.append(value)
      case .null: key.append(nil)
      case .wrong, nil: return nil
      }
    }
    return key.contains { $0 != nil } ? key : nil
  }

  /// The cells of a key as they stand in the sheet.
  private func text(of fields: [Int], _ row: Int, _ header: StandardHeader, _ findings: FindingList) -> String
  {
    let sheetRow = Int(findings.rowNumbers[row])
    return fields.map { field in
      header.places[field].flatMap { grid.shownText(row: sheetRow, column: $0.sheetColumn) } ?? ""
    }.joined(separator: " + ")
  }
}
