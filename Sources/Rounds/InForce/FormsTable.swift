import TableSchema
import Tables

// tables.md, forms: the columns that a roster of this round must also fill.

extension Fold {
  /// Makes the forms of each round known.
  mutating func takeForms() {
    guard let schema = schemas[.forms] else { return }
    for code in roundCodes {
      var fields: [String] = []
      for layer in layers[code]?[.forms] ?? [] {
        for row in layer.goodRows {
          let reader = RowReader(schema: schema, table: layer.table, row: Int(row))
          if reader.flag("required"), !fields.contains(reader.text("field")) {
            fields.append(reader.text("field"))
          }
        }
      }
      names[code]?.requiredFields = fields
    }
  }
}

extension TableJudging {
  /// A column of forms names one column of a roster, and stands as its key.
  mutating func judgeRosterField(_ column: Int, _ rows: [Int32], _ labels: RosterLabels) {
    judge(column, rows) { text, judging in
      if let (key, _) = labels.column(text) { return (.canonical(judging.number(key)), code: nil) }
      var facts = ["kind": Field.Reference.field.rawValue]
      facts["suggestion"] = labels.suggestion(for: text)
      return (.failed(.foreignKey, facts), code: nil)
    }
  }

  /// Holds the rows in which a column of the forms is blank; all of them where it is not there.
  mutating func requireFields(_ keys: [String], _ rows: [Int32]) {
    for key in keys {
      guard let (field, number) = schema.field(key), !field.constraints.required else { continue }
      guard let column = position(key) else {
        hold(all: rows, missing: field.label(number))
        continue
      }
      for row in rows where text(column, Int(row)).isEmpty { hold(Int(row), .required, column) }
    }
  }
}
