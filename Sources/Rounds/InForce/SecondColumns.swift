import TableSchema
import Tables

extension TableJudging {
  /// contract.md 3: two columns for one key are one where on each row they mean
  /// the same, as a code and its name do; else the row is held.
  mutating func judgeSecondColumns(_ rows: [Int32], _ names: RoundNames) {
    for (second, column) in table.columns.enumerated() where column.key.hasPrefix(secondColumnPrefix) {
      let key = String(column.key.dropFirst(secondColumnPrefix.count))
      guard let first = position(key), let reference = schema.field(key)?.field.reference else { continue }
      let school = reference == .program ? table.column("school")?.texts : nil
      var known: [[String]: Bool] = [:]
      for row in rows.map({ Int($0) }) where !column.texts.isBlank(row) {
        let texts = [
          table.columns[first].texts.string(row), column.texts.string(row), school?.string(row) ?? "",
        ]
        if known[texts] == nil {
          let meaning = names.meaning(texts[0], reference, school: texts[2])
          known[texts] = meaning != nil && meaning == names.meaning(texts[1], reference, school: texts[2])
        }
        guard known[texts] == false else { continue }
        hold(
          row, .duplicateLabel, second, value: texts[1],
          facts: table.columns[first].named(row, sheetRow: table.rowNumbers[row]))
      }
    }
  }
}

extension RoundNames {
  /// What a text names, in a form in which equal things are equal; nil if it names nothing.
  fileprivate func meaning(_ text: String, _ reference: Field.Reference, school: String) -> String? {
    switch reference {
    case .school: code(text, in: schools)
    case .unit: code(text, in: parents)
    case .member: code(text, in: members)
    case .conversion: code(text, in: conversions)
    case .document: code(text, in: documents)
    case .priority:
      listItems(text).reduce("") { list, item in
        guard let list, let code = code(item, in: priorities) else { return nil }
        return list + code + ";"
      }
    case .program:
      if case .code(let code, _) = program(text, of: schoolCode(school)) { code } else { nil }
    case .wish:
      switch wish(text) {
      case .program(let plan, _): plan.path
      case .byBirth(_, let school, _): school
      case .failed: nil
      }
    case .field, .round, .combo, .class: nil
    }
  }

  private func code(_ text: String, in catalogue: Catalogue) -> String? {
    switch catalogue.resolve(text) {
    case .code(let code), .name(let code): code
    case .ambiguous, .unknown: nil
    }
  }
}
