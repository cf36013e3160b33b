import Tables

extension HeaderSearch {
  /// The columns of a date that stands in one of several by a choice: `Ngày sinh` over `Nam` and `Nữ`.
  func sayings(of lines: Lines, in schema: Int) -> [Header.Column] {
    let fields = schemas[schema].fields
    var groups: [[UInt8]: [Lines.Column]] = [:]
    for column in lines.columns {
      if let group = column.group { groups[group.upper, default: []].append(column) }
    }
    return groups.flatMap { upper, columns -> [Header.Column] in
      guard columns.count > 1,
        let meant = labels.meanings(of: upper).first(where: { $0.schema == schema })?.targets.first,
        let date = fields.firstIndex(where: { $0.type == .date && $0.isOrHasPart(fields[Int(meant.field)]) })
      else { return [] }
      for field in fields where field.type == .choice && field.use == .stored {
        let choices = columns.compactMap { field.choice(spelled: $0.group?.lower ?? []) }
        guard choices.count == columns.count, Set(choices).count == choices.count else { continue }
        return zip(columns, choices).map { column, choice in
          Header.Column(
            sheetColumn: column.sheetColumn, label: column.label,
            targets: [KnownLabels.Target(field: Int16(date), number: 0)],
            says: .init(field: field, choice: choice))
        }
      }
      return []
    }
  }
}

extension Field {
  /// Whether `other` is this field, or one that it can be put together from.
  fileprivate func isOrHasPart(_ other: Field) -> Bool {
    (other.whole ?? other.name) == name
  }

  /// The choice that a label is a word of.
  func choice(spelled label: some Collection<UInt8>) -> Int? {
    let key = labelKey(label)
    return choices.firstIndex { choice in choice.words.contains { labelKey($0.utf8) == key } }
  }
}

extension Header.Column.Saying {
  /// What a column of dates says: the choice, in each row with a date.
  func column(beside dates: Column) -> Column {
    var column = Column(
      key: field.columnKey(), label: dates.label, sheetColumn: dates.sheetColumn, type: field.type)
    let word = field.choices[choice].words.first ?? ""
    for row in 0..<dates.texts.count {
      let isBlank = dates.texts.isBlank(row)
      column.texts.append(isBlank ? "" : word)
      column.numbers.append(isBlank ? Column.blank : Int64(choice))
    }
    return column
  }
}
