import Tables

/// Two columns of one key as one: on each row they mean the same or one of them
/// is blank; else the row is held. The first keeps its text where both have one.
func merged(
  _ first: Column, _ second: Column, sameMeaning: SameMeaning?, findings: inout FindingList
) -> Column {
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
    let (one, other) = (first.texts.string(row), second.texts.string(row))
    if sameMeaning?(first.key, one, other) ?? false { continue }
    findings.add(
      .duplicateLabel, .error, row: row,
      column: ColumnPlace(label: second.label, sheetColumn: second.sheetColumn), value: other,
      facts: ["other": first.label])
  }
  return result
}

extension Column {
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
