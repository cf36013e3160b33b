import Tables

/// What a row as a whole must have.
struct RowRules {
  let schema: Schema
  let columns: [Column]
  let rowCount: Int
  /// Rows that say again what an earlier one says, and are dropped.
  private let repeated: Set<Int>
  /// The fields that the table must have and has not.
  private let lacking: Set<String>
  private let identifiers: [Column]

  init(
    schema: Schema, columns: [Column], rowCount: Int, repeated: Set<Int>, lacking: Set<String>
  ) {
    self.repeated = repeated
    self.lacking = lacking
    self.schema = schema
    self.columns = columns
    self.rowCount = rowCount
    identifiers = Schema.identifierKeys.compactMap { key in columns.first { $0.key == key } }
  }

  func check(_ findings: inout FindingList) {
    for field in schema.fields where field.use == .stored && field.numbered == 0 {
      if field.constraints.required { require(field, &findings) }
      if let condition = field.constraints.requiredWhen {
        forBlank(field, when: condition) { row, place, _ in
          findings.add(.required, .error, row: row, column: place)
        }
      }
      if let condition = field.constraints.expectedWhen {
        forBlank(field, when: condition) { row, place, facts in
          findings.add(.expectedValue, .note, row: row, column: place, facts: facts)
        }
      }
    }
    if schema.person == .required { requireIdentifier(&findings) }
    for keys in schema.uniqueKeys where lacking.isDisjoint(with: keys) { requireUnique(keys, &findings) }
  }

  private func column(_ key: String) -> Column? { columns.first { $0.key == key } }

  private func require(_ field: Field, _ findings: inout FindingList) {
    guard let column = column(field.name) else { return }
    for row in 0..<rowCount where column.texts.isBlank(row) {
      findings.add(.required, .error, row: row, column: column.place)
    }
  }

  /// The rows where a condition holds and the field is blank, with what a sentence about it tells.
  private func forBlank(
    _ field: Field, when condition: (field: String, value: String),
    _ tell: (_ row: Int, _ place: ColumnPlace, _ facts: [String: String]) -> Void
  ) {
    guard let deciding = column(condition.field),
      let choices = schema.field(condition.field)?.field.choices,
      let value = choices.firstIndex(where: { $0.value == condition.value })
    else { return }
    let facts = ["label": deciding.place.label, "words": choices[value].words.first ?? ""]
    let column = column(field.name)
    let place = column?.place ?? ColumnPlace(label: field.title, sheetColumn: -1)
    for row in 0..<rowCount where deciding.number(row) == Int64(value) && column?.texts.isBlank(row) != false
    {
      tell(row, place, facts)
    }
  }

  private func isNobody(_ row: Int) -> Bool { identifiers.allSatisfy { $0.texts.isBlank(row) } }

  private func requireIdentifier(_ findings: inout FindingList) {
    guard let first = identifiers.first else { return }
    for row in 0..<rowCount where isNobody(row) {
      findings.add(.personMissing, .error, row: row, column: first.place)
    }
  }

  /// Every row of a group with one key is held: none is better than the others.
  private func requireUnique(_ keys: [String], _ findings: inout FindingList) {
    let parts = keys.compactMap(column)
    guard !parts.isEmpty else { return }
    var firstRows: [[UInt8]: Int] = [:]
    var told: Set<Int> = []
    for row in 0..<rowCount where parts.contains(where: { !$0.texts.isBlank(row) }) {
      // A row about nobody repeats nobody.
      if repeated.contains(row) || (schema.person == .required && isNobody(row)) { continue }
      // What cannot be read is not the same as anything.
      if parts.contains(where: { isUnreadable(key: $0.texts[row]) }) { continue }
      var key: [UInt8] = []
      for part in parts { appendKey(part.texts[row], to: &key) }
      guard let first = firstRows[key] else {
        firstRows[key] = row
        continue
      }
      if told.insert(first).inserted { tellUnique(first, other: row, parts, &findings) }
      tellUnique(row, other: first, parts, &findings)
    }
  }

  /// At the last part of the key that says something, with the whole key where it has several.
  private func tellUnique(_ row: Int, other: Int, _ parts: [Column], _ findings: inout FindingList) {
    let filled = parts.filter { !$0.texts.isBlank(row) }
    guard let last = filled.last else { return }
    var facts = ["otherRow": String(findings.rowNumbers[other])]
    if filled.count > 1 { facts["key"] = filled.map { $0.texts.string(row) }.joined(separator: " · ") }
    findings.add(
      .uniqueError, .error, row: row, column: last.place, value: last.texts.string(row), facts: facts)
  }

  /// The text as codes and names are compared, and a mark where it ends.
  private func appendKey(_ text: ArraySlice<UInt8>, to key: inout [UInt8]) {
    if text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      for byte in text {
        key.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte)
      }
    } else {
      key += folded(text)
    }
    key.append(0)
  }
}
