import Tables

/// One kind of table in the guide.
struct SchemaSection {
  let schema: Schema
  let words: GuideWords

  var lines: [String] {
    let senders = schema.senders.compactMap { words.senders[$0] }.joined(separator: ", ")
    var lines = [
      "<a id=\"\(schema.kind.rawValue)\"></a>", "", "## " + schema.title, "", schema.description, "",
    ]
    lines.append(
      "* \(words[.sentBy]): \(senders)." + (schema.schoolsAboutThemselves ? " " + words[.aboutItself] : ""))
    lines.append("* " + replacement)
    if schema.person == .required { lines.append("* " + words[.person]) }
    if schema.subjects { lines.append("* " + words[.subjects]) }
    lines.append("")
    lines.append(row([words[.column], words[.type], words[.required], words[.meaning], words[.example]]))
    lines.append("| --- | --- | --- | --- | --- |")
    for field in schema.fields where isShown(field) { lines.append(row(cells(of: field))) }
    return lines
  }

  private var replacement: String {
    if schema.adds { return words[.adds] }
    return schema.replaces == .sourceClass ? words[.replacesClass] : words[.replacesRound]
  }

  /// Columns that are only compared, or left out, are not worth filling in.
  private func isShown(_ field: Field) -> Bool {
    switch field.use {
    case .stored, .ordinal, .part(_, checked: false): true
    case .checked, .leftOut, .part(_, checked: true): false
    }
  }

  private func cells(of field: Field) -> [String] {
    let example = field.numbered > 0 ? field.spelled(field.example, number: 1) : field.example
    return [
      "**\(label(field))**", words.types[field.type] ?? "", requirement(field), meaning(field), example,
    ]
  }

  private func label(_ field: Field) -> String {
    field.numbered > 0 ? field.label(1) + " … " + field.label(field.numbered) : field.title
  }

  private func requirement(_ field: Field) -> String {
    if case .part(let whole, _) = field.use {
      let title = schema.fields.first { $0.name == whole }?.title ?? whole
      return words[.instead] + " " + title
    }
    return field.constraints.required ? words[.yes] : ""
  }

  private func meaning(_ field: Field) -> String {
    var parts = [replacing("{n}", in: field.description, by: words[.numbered])]
    let offered = field.choices.compactMap(\.words.first)
    if !offered.isEmpty { parts.append("\(words[.values]): \(offered.joined(separator: " · ")).") }
    let others = (field.aliases + field.sharedAliases).prefix(4).map {
      field.spelled($0, number: field.numbers.lowerBound)
    }
    if !others.isEmpty { parts.append("\(words[.otherLabels]): \(others.joined(separator: ", ")).") }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { replacing("|", in: $0, by: "\\|") }.joined(separator: " | ") + " |"
  }
}
