public import Tables

/// What stands before the key of a column beside another one of that key, where both name something: it
/// has the texts of the rows on which they differ. A code and its name mean the same, which only those
/// who know the names can tell.
public let secondColumnPrefix = "second:"

/// Two columns of one key as one: on each row they are the same or one of them is blank; else the row is
/// held, or, of columns that name something, the other text is returned. The first keeps its text where
/// both have one. A cell is told of once: what is wrong in either is not told again by the other. `says`: one of the
/// two is what the place of a date says (``Header/Column/Saying``). `person`: the label of a column about another person left of the second; `whose`: the
/// words for somebody whose the second may be. `areTwoLists`: the two are probably of two lists side by side.
func merged(
  _ first: Column, _ second: Column, naming: Bool, says: Bool = false, person: String? = nil,
  whose: String? = nil, areTwoLists: Bool = false, findings: inout FindingList
) -> (column: Column, second: Column?) {
  var others: [Int: [UInt8]] = [:]
  var result = first
  result.texts = TextColumn()
  result.texts.reserve(rows: first.texts.count, bytes: first.texts.bytes.count)
  for row in 0..<first.texts.count {
    let (a, b) = (first.texts[row], second.texts[row])
    result.texts.append(a.isEmpty ? b : a)
    if a.isEmpty, !result.numbers.isEmpty { result.numbers[row] = second.numbers[row] }
    guard !a.isEmpty, !b.isEmpty, !a.elementsEqual(b) else { continue }
    if let number = first.number(row), number == second.number(row) { continue }
    if folded(a) == folded(b) { continue }
    if naming {
      others[row] = Array(b)
    } else if ![first.place, second.place].contains(where: { findings.isToldAbout(row: row, column: $0) }) {
      var facts = first.named(row, sheetRow: findings.rowNumbers[row])
      facts["says"] = says ? first.texts.string(row) : nil
      facts["person"] = person
      facts["whose"] = whose
      facts["lists"] = areTwoLists ? "beside" : nil
      findings.add(
        .duplicateLabel, .error, row: row, column: second.place, value: second.texts.string(row), facts: facts
      )
    }
  }
  guard !others.isEmpty else { return (result, nil) }
  var rest = second
  rest.key = secondColumnPrefix + first.key
  rest.numbers = []
  rest.texts = TextColumn()
  for row in 0..<first.texts.count { rest.texts.append(others[row] ?? []) }
  return (result, rest)
}

extension Column {
  /// Whether, of the rows where both have one, at least half have another text in a second column. One that differs
  /// among many is a slip of the pen.
  func namesOthers(than second: Column) -> Bool {
    let both = (0..<texts.count).filter { !texts[$0].isEmpty && !second.texts[$0].isEmpty }
    let others = both.count { folded(texts[$0]) != folded(second.texts[$0]) }
    return others > 0 && 2 * others >= both.count
  }

  /// What ``FindingCode/duplicateLabel`` tells of the other column: its label, and what stands in a row of it, and where.
  public func named(_ row: Int, sheetRow: Int32) -> [String: String] {
    var facts = ["other": label, "otherValue": texts.string(row)]
    if sheetColumn >= 0 { facts["otherCell"] = cellAddress(column: sheetColumn, row: Int(sheetRow)) }
    return facts
  }

  /// Only the rows in `kept`, in their order.
  func keeping(_ kept: [Int]) -> Column {
    var result = self
    result.texts = TextColumn()
    result.texts.reserve(rows: kept.count, bytes: texts.bytes.count)
    for row in kept { result.texts.append(texts[row]) }
    if !numbers.isEmpty { result.numbers = kept.map { numbers[$0] } }
    return result
  }

  /// The same with other texts in some rows.
  func replacingTexts(_ replaced: [Int: [UInt8]]) -> Column {
    guard !replaced.isEmpty else { return self }
    var result = self
    result.texts = TextColumn()
    result.texts.reserve(rows: texts.count, bytes: texts.bytes.count + replaced.count)
    for row in 0..<texts.count {
      if let text = replaced[row] { result.texts.append(text) } else { result.texts.append(texts[row]) }
    }
    return result
  }

  var place: ColumnPlace { ColumnPlace(label: label, sheetColumn: sheetColumn) }
}
