public import Rounds
import Sheets
public import TableSchema
import Tables
public import Wording

/// The workbooks to fill in that units get for one round: made for the unit, with what is known filled in.
public struct RoundForms: Sendable {
  private let tables: RoundTables
  private let schemas: SchemaSet
  private let language: Language
  private let admitting: Set<String>
  /// Stands for all that the forms of the round have in common.
  private let shared: String

  /// The forms of a round as it stands. `version` stands for the program, whose words they are in.
  public init(_ tables: RoundTables, schemas: SchemaSet, language: Language, version: String) {
    self.tables = tables
    self.schemas = schemas
    self.language = language
    admitting = Set(tables.programs.map(\.school))
    var text = "\(version)\n\(language.rawValue)\n\(tables.round.code)\n\(tables.round.name)\n"
    text += "\(tables.round.level) \(tables.round.wishes) \(tables.round.schoolYear)\n"
    for unit in tables.units.values.sorted(by: { $0.code < $1.code }) where unit.role == .school {
      text += "\(unit.code)\t\(unit.name)\t\(unit.otherNames.joined(separator: ";"))\t\(unit.parent)\n"
    }
    for plan in tables.programs { text += "\(plan.path)\t\(plan.name)\t\(plan.special)\n" }
    text += FormColumns.usedFields(of: tables).joined(separator: "\n")
    shared = SHA256.hex(Array(text.utf8))
  }

  /// Everybody who gets forms, the department among them, by code.
  public var units: [Unit] {
    var units = tables.units
    if units[tables.department] == nil {
      units[tables.department] = Unit(code: tables.department, name: "", role: .department)
    }
    return units.values.sorted { $0.code < $1.code }
  }

  /// Stands for a unit's forms: another digest, other forms.
  public func digest(for unit: Unit) -> String {
    let text =
      "\(shared)\n\(unit.code)\n\(unit.name)\n\(unit.role.rawValue)\n\(admitting.contains(unit.code))"
    return String(SHA256.hex(Array(text.utf8)).prefix(16))
  }

  /// What the choices in the forms are called; made once for all units.
  public var choices: NamedChoices { NamedChoices(tables) }

  /// The unit's forms, by name.
  public func files(for unit: Unit, _ choices: NamedChoices) -> [OutputFile] {
    let words = FormWording(language)
    let books = FormPlan.books(for: unit, admits: admitting.contains(unit.code), schemas: schemas)
    return books.enumerated().map { index, book in
      let columns = FormColumns(
        tables: tables, unit: unit, admits: admitting.contains(unit.code), choices: choices)
      let sheets = book.kinds.compactMap { schemas[$0] }.map { columns.form($0) }
      let number = unit.role == .department ? 0 : index + 1
      return OutputFile(
        words.fileName(book.title, number: number),
        BookSpec(
          title: words.title(book.title),
          sheets: sheets.map { $0.sheet(TemplateWording(language), head: head($0, unit, words)) }
            + [FormGuide(unit: unit, round: tables.round, words: words).sheet(sheets)]))
    }
  }

  /// Whose form it is, and for what round: above the table.
  private func head(_ form: TemplateBook, _ unit: Unit, _ words: FormWording) -> [TextRow] {
    let name = unit.name.isEmpty && unit.role == .department ? ListWording(language).department : unit.name
    var rows = [
      TextRow(TextBlock(name, bold: true, alignment: .left)),
      TextRow(TextBlock(form.name.uppercased(), bold: true, size: 14)),
      TextRow(TextBlock(tables.round.name, italic: true)),
    ]
    let filled = form.filledIn.map { TextBlock("\($0.label): \($0.value)", columns: 0...2, alignment: .left) }
    rows += filled.map { TextRow($0) }
    return rows + [.blank]
  }
}
