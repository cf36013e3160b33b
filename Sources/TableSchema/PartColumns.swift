import Tables

/// A column put together from several: a name from family and given name, a date
/// from day, month and year, a gender from a column `Nữ` with crosses, or from two.
struct PartColumns {
  let whole: Field
  /// As the schema orders them.
  let parts: [Column]

  /// Nil unless the parts fit the type of the whole.
  func column(alone: Bool, findings: inout FindingList) -> Column? {
    guard let first = parts.first else { return nil }
    var column = Column(
      key: whole.columnKey(), label: parts.count == 1 ? first.label : whole.title,
      sheetColumn: parts.count == 1 ? first.sheetColumn : -1, type: whole.type)
    switch whole.type {
    case .text: join(into: &column)
    case .date where parts.count == 3: compose(into: &column, &findings)
    case .choice where first.type == .flag: choose(into: &column, alone: alone, &findings)
    default: return nil
    }
    return column
  }

  private func join(into column: inout Column) {
    for row in 0..<parts[0].texts.count {
      let texts = parts.map { Array($0.texts[row]) }.filter { !$0.isEmpty }
      column.texts.append(texts.joined(separator: [UInt8(ascii: " ")]))
    }
  }

  private func compose(into column: inout Column, _ findings: inout FindingList) {
    var spelling: [UInt8] = []
    for row in 0..<parts[0].texts.count {
      let values = parts.map { $0.number(row) }
      if let day = values[0], let month = values[1], let year = values[2],
        let date = Day(year: Int(year), month: Int(month), day: Int(day))
      {
        date.spell(into: &spelling)
        column.texts.append(spelling)
        column.numbers.append(Int64(date.number))
        continue
      }
      let texts = parts.map { $0.texts.string(row) }
      column.numbers.append(Column.blank)
      guard texts.contains(where: { !$0.isEmpty }) else {
        column.texts.append("")
        continue
      }
      let text = texts.joined(separator: "/")
      column.texts.append(text)
      // A part that is no number has been told already.
      let told = zip(texts, values).contains { !$0.isEmpty && $1 == nil }
      guard !told else { continue }
      let fault: TypeFault = values.contains { $0 == nil } ? .incomplete : .noSuchDay
      findings.add(
        .typeError, .error, row: row, column: parts[0].place, value: text,
        facts: ["type": ValueType.date.rawValue, "reason": fault.rawValue])
    }
  }

  /// Each flag says yes to the choice of its own name, and two must not both. Where there is no other
  /// column that could say it, a blank in the only one says no.
  private func choose(into column: inout Column, alone: Bool, _ findings: inout FindingList) {
    let names = parts.map { part in part.key.split(separator: ":").last.map(String.init) ?? part.key }
    let choices = names.map { name in whole.choices.firstIndex { $0.value == name } }
    func word(_ choice: Int?) -> String { choice.flatMap { whole.choices[$0].words.first } ?? "" }
    for row in 0..<parts[0].texts.count {
      let flags = parts.map { $0.number(row) }
      let yes = parts.indices.filter { flags[$0] == 1 }.sorted {
        parts[$0].sheetColumn < parts[$1].sheetColumn
      }
      let isBlank = parts.allSatisfy { $0.texts.isBlank(row) }
      var left = whole.choices.indices.filter { choice in
        !parts.indices.contains { choices[$0] == choice && (flags[$0] == 0 || (isBlank && parts.count == 1)) }
      }
      if let first = yes.first {
        left = choices[first].map { [$0] } ?? []
        if let second = yes.dropFirst().first {
          findings.add(
            .duplicateLabel, .error, row: row, column: parts[second].place, value: word(choices[second]),
            facts: ["other": parts[first].label, "flag": word(choices[first])])
          left = []
        }
      }
      let index = left.count == 1 && (!isBlank || alone) ? left.first : nil
      column.texts.append(word(index))
      column.numbers.append(index.map(Int64.init) ?? Column.blank)
    }
  }
}
