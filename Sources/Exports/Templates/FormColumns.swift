import Rounds
import TableSchema
import Tables

/// The columns of a unit's form: those that its round asks for, with the round's own schools to choose from.
struct FormColumns {
  let tables: RoundTables
  let unit: Unit
  let admits: Bool
  let choices: NamedChoices

  /// The form of one kind.
  func form(_ schema: Schema) -> TemplateBook {
    var form = TemplateBook(name: schema.title, columns: [])
    var filled: Set<String> = []
    for field in schema.fields where field.use == .stored {
      if field.name == "round", schema.kind != .rounds {
        form.filledIn.append((field.title, tables.round.code))
        filled.insert(field.name)
      } else if field.name == "school", unit.role == .school, schema.schoolsAboutThemselves {
        form.filledIn.append((field.title, unit.code))
        filled.insert(field.name)
      }
    }
    for field in schema.fields where field.use == .stored && !filled.contains(field.name) {
      if field.name == "sourceSchool", unit.role == .school, !admits, schema.kind == .roster { continue }
      for number in numbers(of: field) {
        form.columns.append(column(field, number))
      }
    }
    return form
  }

  private func column(_ field: Field, _ number: Int) -> TemplateBook.Column {
    var column = TemplateBook.Column(field, number: number)
    let names = words(for: field)
    guard !names.isEmpty, field.type != .list else { return column }
    column.suggestions = names
    // The same again at the next number would be a bad example.
    column.example = number > 1 ? (names.count >= number ? names[number - 1] : "") : names[0]
    return column
  }

  /// What may be chosen; none where anything may be written.
  private func words(for field: Field) -> [String] {
    switch field.reference {
    case .school:
      choices.schools.filter { code, _ in
        unit.role != .authority || tables.units[code]?.parent == unit.code || field.name == "sourceSchool"
      }.map(\.text)
    case .wish: field.name == "specialWish" ? choices.specialWishes : choices.wishes
    case .program where unit.role == .school: choices.programs(of: unit.code)
    default: []
    }
  }

  // MARK: Which numbers of a family

  private func numbers(of field: Field) -> [Int] {
    guard field.numbered > 0 else { return [0] }
    let all = Array(1...field.numbered)
    switch field.name {
    case "wish": return Array(all.prefix(tables.round.wishes))
    case "specialWish":
      return choices.specialWishes.isEmpty ? [] : Array(all.prefix(min(tables.round.wishes, 2)))
    default: break
    }
    guard field.reference == nil else { return field.offered }
    let used = FormColumns.usedFields(of: tables)
    let asked = all.filter { number in
      let label = folded(field.label(number))
      return used.contains { $0 == label || $0 == folded(field.key(number)) }
    }
    if !used.isEmpty { return asked }
    // Nothing is known yet of how children are compared: what such a level usually needs.
    switch tables.round.level {
    case "THPT": return field.offered.filter { $0 >= 6 }
    case "THCS": return field.offered.filter { $0 <= 5 }
    default: return []
    }
  }

  /// The fields by which children of the round are compared, folded, each part of a sum for itself.
  static func usedFields(of tables: RoundTables) -> [String] {
    var fields: Set<String> = []
    for kind in [TableKind.scoring, .tieBreaks] {
      for layer in tables.layers[kind] ?? [] {
        for row in layer.rows {
          for part in layer.table.text("field", Int(row)).split(separator: "+") {
            fields.insert(folded(String(part)))
          }
        }
      }
    }
    return fields.sorted()
  }
}
