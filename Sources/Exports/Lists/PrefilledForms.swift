import Admission
import Rounds
import Sheets
import TableSchema
import Tables
import Wording

/// The files among a school's lists that it fills in and sends back.
public enum SchoolForm: String, Sendable {
  /// Who confirms the place.
  case enrolments = "xac-nhan-nhap-hoc.xlsx"
  /// The codes of the target system.
  case studentCodes = "ma-hoc-sinh.xlsx"
  /// Whose documents are accepted.
  case decisions = "ho-so-can-duyet.xlsx"
}

/// Tables that an admitting school gets with its children filled in, to complete and send back.
struct PrefilledForms {
  let content: RoundContent
  let school: Unit
  let schemas: SchemaSet

  private var round: DecidedRound { content.round }

  /// `xac-nhan-nhap-hoc.xlsx`: those admitted, and what the school has said of them so far.
  func enrolments(of admitted: [Int]) -> OutputFile? {
    let children = content.names.sorted(admitted)
    return form(.enrolments, .enrolments, children) { position in
      ["status": .text(word(.enrolments, "status", round.enrolmentStatus(of: children[position])))]
    }
  }

  /// `ma-hoc-sinh.xlsx`: those who take their place, and the codes that are known.
  func studentCodes(of enrolled: [Int]) -> OutputFile? {
    let children = content.names.sorted(enrolled)
    return form(.studentCodes, .studentCodes, children) { position in
      ["code": .text(round.studentCodes[Int32(children[position])] ?? "")]
    }
  }

  /// `ho-so-can-duyet.xlsx`: those who wish for a program that reviews documents, and what was found.
  var decisions: OutputFile? {
    let programs = content.schools.programs(ofSchool: school.code).filter {
      round.tables.programs[$0].reviewsDocuments
    }
    guard !programs.isEmpty else { return nil }
    let entries = programs.flatMap { content.names.sorted(content.schools.entries(ofProgram: $0)) }
    let rows = entries.map { (applicant: Int($0.applicant), program: Int($0.program)) }
    return form(.decisions, .decisions, rows.map(\.applicant)) { position in
      let row = rows[position]
      let found = round.input.documents[Int32(row.program)]?[Int32(row.applicant)]
      return [
        "program": .text(round.tables.programs[row.program].program),
        "status": .text(word(.decisions, "status", found.map(PrefilledForms.code))),
      ]
    }
  }

  private static func code(_ decision: DocumentDecision) -> String {
    switch decision {
    case .passed: "passed"
    case .lacking: "lacking"
    case .failed: "failed"
    }
  }

  /// The word that the schema offers for a value; blank for none.
  private func word(_ kind: TableKind, _ key: String, _ value: String?) -> String {
    let choices = schemas[kind]?.field(key)?.field.choices ?? []
    return choices.first { $0.value == value }?.words.first ?? ""
  }

  /// The columns of a kind that a school fills in, after who the child is. Nil for nobody, and where
  /// the kind is not offered.
  private func form(
    _ kind: TableKind, _ file: SchoolForm, _ applicants: [Int],
    filled: (_ position: Int) -> [String: ListValue]
  ) -> OutputFile? {
    guard let schema = schemas[kind], !applicants.isEmpty else { return nil }
    let own = schema.fields.filter { field in
      field.use == .stored && field.reference != .round && !Schema.identifierKeys.contains(field.name)
    }
    let identifiers = Schema.identifierKeys.indices.filter { number in
      applicants.contains { !round.cohort.identifier(number, of: $0).isEmpty }
    }
    var columns = identifiers.compactMap { number in
      schema.field(Schema.identifierKeys[number]).map { ColumnSpec($0.field.title, width: 18, kind: .code) }
    }
    // The labels that readers know, whatever the language of the lists.
    columns += [
      ColumnSpec(schema.field("fullName")?.field.title ?? "", width: 28),
      ColumnSpec(schema.field("birthDate")?.field.title ?? "", width: 12, kind: .date),
    ]
    columns += own.map { field in
      let words = field.choices.compactMap(\.words.first)
      return ColumnSpec(
        field.title, width: 18, kind: field.type == .date ? .date : .code, note: field.description,
        choices: words.isEmpty || field.type == .list ? nil : Choices(words))
    }
    let births = round.cohort.column("birthDate")
    let rows = applicants.enumerated().map { position, applicant -> [ListValue] in
      let values = filled(position)
      return identifiers.map {
        .text(String(decoding: round.cohort.identifier($0, of: applicant), as: UTF8.self))
      } + [
        .text(content.names.fullName(applicant)),
        ListValue(births.number(applicant).map { Day(number: Int32(clamping: $0)) }),
      ]
        + own.map { field in
          field.name == "school" ? .text(school.code) : values[field.name] ?? .blank
        }
    }
    return OutputFile(import: file.rawValue, sheet: schema.title, columns: columns, rows: rows)
  }
}
