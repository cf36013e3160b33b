import Tables

/// A column put together from several: a name from family and given name, a date
/// from day, month and year, a gender from a column `Nữ` with crosses.
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
    case .choice where first.type == .flag: choose(into: &column, alone: alone)
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

  /// The flag says yes to the choice of its own name. Where there is no other
  /// column that could say it, a blank says no.
  private func choose(into column: inout Column, alone: Bool) {
    let name = parts[0].key.split(separator: ":").last.map(String.init) ?? parts[0].key
    let yes = whole.choices.firstIndex { $0.value == name }
    let no = whole.choices.firstIndex { $0.value != name }
    for row in 0..<parts[0].texts.count {
      let flag = parts[0].number(row)
      let isRefused = flag == nil && !parts[0].texts.isBlank(row)
      let index = flag == 1 ? yes : flag == 0 || (alone && !isRefused) ? no : nil
      column.texts.append(index.flatMap { whole.choices[$0].words.first } ?? "")
      column.numbers.append(index.map(Int64.init) ?? Column.blank)
    }
  }
}
