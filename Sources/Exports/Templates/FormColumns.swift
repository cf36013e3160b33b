import Rounds
import TableSchema
import Tables

/// The columns of a unit's form: those that its round asks for, with the round's own schools to choose from.
struct FormColumns {
  let tables: RoundTables
  let unit: Unit
  let choices: NamedChoices
  /// The columns that a roster of the round must also fill, by key.
  let required: [String]
  /// The schools that have seats in the round.
  let admitting: Set<String>
  /// ``usedFields(of:)``.
  let used: [String]

  /// The unit takes in children itself.
  var admits: Bool { admitting.contains(unit.code) }

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
    let required = schema.kind == .roster ? required : []
    for field in schema.fields where field.use == .stored && !filled.contains(field.name) {
      // Of leavers it is the sender.
      if field.name == "sourceSchool", unit.role == .school, !admits, schema.kind == .roster { continue }
      let asked = numbers(of: field)
      let numbers = field.numbers.filter { asked.contains($0) || required.contains(field.key($0)) }
      for number in numbers {
        var column = column(schema, field, number)
        if required.contains(field.key(number)) { column.isRequired = true }
        form.columns.append(column)
      }
    }
    return form
  }

  private func column(_ schema: Schema, _ field: Field, _ number: Int) -> TemplateBook.Column {
    var column = TemplateBook.Column(schema, field, number: number)
    let names = words(for: field, schema.kind)
    if field.type != .list { column.suggestions = names }
    if let example = FormExamples(self).example(for: field, number, schema.kind, names) {
      column.example = example
    }
    return column
  }

  /// What may be chosen; none where anything may be written.
  private func words(for field: Field, _ kind: TableKind) -> [String] {
    switch field.reference {
    case .school, .member: schools(for: field, kind)
    case .unit: choices.parents
    case .wish: field.name == "specialWish" ? choices.specialWishes : choices.wishes
    case .program where unit.role == .school: choices.programs(of: unit.code)
    default: []
    }
  }

  /// The schools that a column can mean: of an authority its own, and once seats are declared, those that have any.
  private func schools(for field: Field, _ kind: TableKind) -> [String] {
    let isSource = field.name == "sourceSchool"
    let own = choices.schools.filter { code, _ in
      unit.role != .authority || isSource || tables.units[code]?.parent == unit.code
    }
    let withSeats = own.filter { admitting.contains($0.code) }
    return (isSource || kind == .programs || withSeats.isEmpty ? own : withSeats).map(\.text)
  }

  // MARK: Which numbers of a family

  private func numbers(of field: Field) -> [Int] {
    let all = Array(field.numbers)
    guard field.numbered > 0 else { return all }
    switch field.name {
    case "wish": return Array(all.prefix(tables.round.wishes))
    case "specialWish":
      return choices.specialWishes.isEmpty ? [] : Array(all.prefix(min(tables.round.wishes, 2)))
    default: break
    }
    guard field.reference == nil else { return field.offered }
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
