public import TableSchema
import Wording

extension TemplateBook {
  /// The template of a kind: every column that is stored, and of a numbered
  /// family the numbers that the schema offers.
  public init(_ schema: Schema) {
    self.init(
      name: schema.title,
      columns: schema.fields.filter { $0.use == .stored }.flatMap { field in
        (field.numbered > 0 ? field.offered : [0]).map { Column(schema, field, number: $0) }
      })
  }
}

extension TemplateBook.Column {
  /// A column of a schema; `number` is 0 outside a family.
  init(_ schema: Schema, _ field: Field, number: Int) {
    self.init(
      label: field.label(number), type: field.type, isRequired: field.constraints.required,
      words: field.choices.compactMap(\.words.first),
      description: field.spelled(field.description, number: number),
      // The same school or combo again at the next number would be a bad example.
      example: number > 1 && field.reference != nil ? "" : field.spelled(field.example, number: number))
    isName = field.name == "fullName"
    if Schema.identifierKeys.contains(field.name) {
      switch schema.person {
      case .required: identifies = .required
      case .optional: identifies = .wanted
      case .none: break
      }
    }
  }
}
