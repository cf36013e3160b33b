import TableSchema
import Tables

// tables.md, forms: the columns that a roster of this round must also fill.

extension RoundTables {
  /// The columns that a roster must also fill, by key, in the order of the forms.
  public var requiredFields: [String] { FormsTable.requiredFields(layers[.forms] ?? []) }
}

extension Fold {
  /// Makes the forms of each round known.
  mutating func takeForms() {
    for code in roundCodes {
      names[code]?.requiredFields = FormsTable.requiredFields(layers[code]?[.forms] ?? [])
    }
  }
}

private enum FormsTable {
  static func requiredFields(_ layers: [Layer]) -> [String] {
    var fields: [String] = []
    for layer in layers {
      for row in layer.goodRows where layer.table.number("required", Int(row)) == 1 {
        let field = layer.table.text("field", Int(row))
        if !fields.contains(field) { fields.append(field) }
      }
    }
    return fields
  }
}

extension TableJudging {
  /// A column of forms names one column of a roster, and stands as its key.
  mutating func judgeRosterField(_ column: Int, _ rows: [Int32], _ labels: RosterLabels) {
    judge(column, rows) { text, judging in
      if let (key, _) = labels.column(text) { return (.canonical(judging.number(key)), named: nil) }
      var facts = ["kind": Field.Reference.field.rawValue, "of": "roster"]
      facts["suggestion"] = labels.suggestion(for: text)
      return (.failed(.foreignKey, facts), named: nil)
    }
  }

  /// Holds the rows in which a column of the forms is blank; all of them where it is not there.
  mutating func requireFields(_ keys: [String], _ rows: [Int32]) {
    for key in keys {
      guard let (field, number) = schema.field(key), !field.constraints.required else { continue }
      guard let column = position(key) else {
        hold(all: rows, missing: field, number)
        continue
      }
      for row in rows where text(column, Int(row)).isEmpty { hold(Int(row), .required, column) }
    }
  }
}
