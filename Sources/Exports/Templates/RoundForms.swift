public import Rounds
import Sheets
public import TableSchema
public import Tables
public import Wording

/// The workbooks to fill in that units get for one round: made for the unit, with what is known filled in.
public struct RoundForms: Sendable {
  private let tables: RoundTables
  private let schemas: SchemaSet
  private let language: Language
  private let admitting: Set<String>
  /// The columns that a roster of the round must also fill, by key.
  private let required: [String]
  private let used: [String]
  /// Stands for all that the forms of the round have in common.
  private let shared: String

  /// The forms of a round as it stands. `version` stands for the program, whose words they are in.
  public init(_ tables: RoundTables, schemas: SchemaSet, language: Language, version: String) {
    self.tables = tables
    self.schemas = schemas
    self.language = language
    admitting = Set(tables.programs.map(\.school))
    required = tables.requiredFields
    used = FormColumns.usedFields(of: tables)
    var text = "\(version)\n\(language.rawValue)\n\(tables.round.code)\n\(tables.round.name)\n"
    text += "\(tables.round.level) \(tables.round.wishes) \(tables.round.schoolYear) \(tables.round.grade)\n"
    for unit in tables.units.values.sorted(by: { $0.code < $1.code }) where unit.role == .school {
      text += "\(unit.code)\t\(unit.name)\t\(unit.otherNames.joined(separator: ";"))\t\(unit.parent)\n"
    }
    for plan in tables.programs { text += "\(plan.path)\t\(plan.name)\t\(plan.special)\n" }
    text += used.joined(separator: "\n") + "\n"
    text += required.joined(separator: "\n") + "\n" + FormExamples.names(of: tables).joined(separator: "\n")
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
    let columns = FormColumns(
      tables: tables, unit: unit, choices: choices, required: required, admitting: admitting,
      used: used)
    return books.enumerated().map { index, book in
      let sheets = book.kinds.compactMap { schemas[$0] }.map { columns.form($0) }
      return OutputFile(
        words.fileName(book.title, number: RoundForms.number(index, of: unit)),
        BookSpec(
          title: words.title(book.title),
          sheets: sheets.map { $0.sheet(TemplateWording(language), head: head($0, unit, words)) }
            + [FormGuide(unit: unit, round: tables.round, words: words).sheet(sheets)]))
    }
  }

  /// The department's is the one that all others come from.
  private static func number(_ index: Int, of unit: Unit) -> Int {
    unit.role == .department ? 0 : index + 1
  }

  /// The name of the form in which a unit sends a kind of table; nil where it has none.
  ///
  /// - Parameter admits: a school takes in children in the round.
  public static func fileName(
    of kind: TableKind, for unit: Unit, admits: Bool, schemas: SchemaSet
  ) -> String? {
    let books = FormPlan.books(for: unit, admits: admits, schemas: schemas)
    return books.firstIndex { $0.kinds.contains(kind) }.map {
      FormWording(.vi).fileName(books[$0].title, number: number($0, of: unit))
    }
  }

  /// Whose form it is, and for what round: above the table.
  private func head(_ form: TemplateBook, _ unit: Unit, _ words: FormWording) -> [TextRow] {
    let name = unit.name.isEmpty && unit.role == .department ? ListWording(language).department : unit.name
    // From the left: a form may be wider than what is seen of it at once; and beside the first column, which
    // is printed on each page of such a form.
    let columns = 1...max(form.columns.count, 1)
    func line(_ text: String, bold: Bool = false, italic: Bool = false, size: Int = CellStyle.ordinarySize)
      -> TextRow
    {
      TextRow(TextBlock(text, columns: columns, bold: bold, italic: italic, size: size, alignment: .left))
    }
    var rows = [
      line(name, bold: true), line(form.name.uppercased(), bold: true, size: 14),
      line(tables.round.name, italic: true),
    ]
    rows += form.filledIn.map { line("\($0.label): \($0.value)") }
    return rows + [.blank]
  }
}
