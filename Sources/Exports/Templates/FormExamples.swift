import Rounds
import TableSchema
import Tables

/// What a form shows as an example: something of the round itself, so that whoever copies it is understood.
struct FormExamples {
  private let columns: FormColumns
  private var unit: Unit { columns.unit }

  init(_ columns: FormColumns) { self.columns = columns }

  /// An example for a column; nil for that of the schema. `names` may be chosen there.
  func example(for field: Field, _ number: Int, _ kind: TableKind, _ names: [String]) -> String? {
    switch field.reference {
    case .wish: return wish(number, names)
    case .school where field.name == "sourceSchool": return sourceSchool
    case .school, .member, .unit: return names.first ?? ""
    case .program: return program(names)
    case .priority: return known(.priorities, "code")
    case .document: return known(.documents, "code")
    case .conversion:
      // Before there is one: that of the form's own sheet of conversions.
      let table = known(.conversions, "table")
      return table.isEmpty ? nil : table
    case .field, .round, .combo, .class, nil: break
    }
    switch field.name {
    case "personalId", "birthDate", "sourceClass", "completed": return ofItsAge(field)
    case "permanentCommune", "currentCommune", "commune":
      let commune = known(.zones, "commune")
      return commune.isEmpty ? nil : commune
    // The category that the schema shows beside it is that of source schools.
    case "value" where kind == .reservations: return sourceSchool
    default: return nil
    }
  }

  /// A child that enters such a grade in such a year; nil where the round says neither.
  private func ofItsAge(_ field: Field) -> String? {
    guard let year = columns.tables.round.startYear, (1950...2099).contains(year) else { return nil }
    // Grades are entered at their number and five; before the first there are no numbers.
    let grade = columns.tables.round.entryGrade ?? 0
    let born = year - grade - 5
    switch field.name {
    case "birthDate": return "15/03/\(born)"
    case "sourceClass": return grade > 1 ? "\(grade - 1)A1" : ""
    case "completed": return String(year)
    // Born in the province 080, a girl.
    default:
      let century = 2 * (born / 100 - 19) + 1
      return "080\(century)" + String(100 + born % 100).dropFirst() + "001234"
    }
  }

  /// A school's own seats first: its list is of children who want them. The same again at the next number would
  /// be a bad example.
  private func wish(_ number: Int, _ names: [String]) -> String {
    let own = columns.choices.school(unit.code)
    let ordered = names.filter { $0 == own } + names.filter { $0 != own }
    let place = max(number, 1) - 1
    return place < ordered.count ? ordered[place] : ""
  }

  /// One that children leave.
  private var sourceSchool: String {
    let schools = columns.choices.schools
    return (schools.first { !columns.admitting.contains($0.code) } ?? schools.first)?.text ?? ""
  }

  /// A school's own; of others nothing is known until the school is.
  private func program(_ names: [String]) -> String { unit.role == .school ? names.first ?? "" : "" }

  private func known(_ kind: TableKind, _ key: String) -> String {
    FormExamples.first(kind, key, of: columns.tables)
  }

  /// All that examples take from the tables of a round, besides its schools and programs.
  static func names(of tables: RoundTables) -> [String] {
    [
      first(.priorities, "code", of: tables), first(.documents, "code", of: tables),
      first(.conversions, "table", of: tables), first(.zones, "commune", of: tables),
    ]
  }

  private static func first(_ kind: TableKind, _ key: String, of tables: RoundTables) -> String {
    for layer in tables.layers[kind] ?? [] {
      for row in layer.rows where !layer.table.held[Int(row)] {
        let text = layer.table.text(key, Int(row))
        if !text.isEmpty { return text }
      }
    }
    return ""
  }
}
