import Tables

extension ColumnReader {
  /// Whole numbers and decimals, exactly.
  mutating func readNumbers(_ block: ColumnBlock, _ findings: inout FindingList) {
    var plain = PlainRows(from: block.rows.lowerBound)
    for row in block.rows {
      guard let cell = plainCell(block[row]) else { continue }
      if let value = plainNumber(cell) {
        numbers.append(value)
        plain.bytes += Int(cell.length)
        continue
      }
      take(&plain, before: row, of: block)
      switch cell.kind {
      case .number: readNumber(cell, row: row, &findings)
      case .text:
        withText(of: cell, row: row) { reader, text in
          reader.readNumberText(text, cell: cell, row: row, &findings)
        }
      default:
        if !refusesBroken(cell, row: row, &findings) { refuseType(row: row, cell: cell, &findings) }
      }
    }
    take(&plain, before: block.rows.upperBound, of: block)
  }

  /// The number of a cell about which nothing is to be told, and whose text stays as it is.
  @inline(__always)
  private func plainNumber(_ cell: Grid.Cell) -> Int64? {
    let text = view.text(cell)
    switch cell.kind {
    case .number: guard field.type == .decimal else { return nil }
    case .text: guard isCSV, isClean(text, collapsing: true) else { return nil }
    default: return nil
    }
    guard let value = value(of: text), value >= field.constraints.minimum ?? .min,
      value <= field.constraints.maximum ?? .max
    else { return nil }
    return value
  }

  private mutating func readNumber(_ cell: Grid.Cell, row: Int, _ findings: inout FindingList) {
    let text = view.text(cell)
    if field.type == .decimal, let value = Exact(parsing: text, maxFraction: field.constraints.fraction) {
      add(text, value.raw, row: row, cell: cell, &findings)
      return
    }
    guard let spelled = SpelledNumber(text) else { return refuseType(row: row, cell: cell, &findings) }
    let plain = spelled.plain
    plain.withUnsafeBufferPointer { plain in
      guard let value = value(of: plain), field.type == .decimal || spelled.isWhole else {
        return refuseType(row: row, cell: cell, fault: fault(plain), &findings)
      }
      add(plain, value, row: row, cell: cell, &findings)
    }
  }

  private mutating func readNumberText(
    _ text: UnsafeBufferPointer<UInt8>, cell: Grid.Cell, row: Int, _ findings: inout FindingList
  ) {
    if text.isEmpty { return addBlank() }
    guard let value = value(of: text) else {
      if let rest = withoutApostrophe(text), self.value(of: rest) != nil {
        if isCSV { countReread(row: row, cell: cell, as: Array(rest)) }
        return readNumberText(rest, cell: cell, row: row, &findings)
      }
      let isAbsence = !field.constraints.absenceWords.isEmpty && saysAbsent(text)
      return refuseType(row: row, cell: cell, fault: isAbsence ? .absence : fault(text), &findings)
    }
    if add(text, value, row: row, cell: cell, &findings), !isCSV {
      countReread(row: row, cell: cell, as: Array(spelled(value).utf8))
    }
  }

  private func saysAbsent(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bareKey(text)
    return field.constraints.absenceWords.contains { bareKey($0.utf8) == text }
  }

  private func value(of text: UnsafeBufferPointer<UInt8>) -> Int64? {
    field.type == .integer
      ? wholeNumber(text) : Exact(parsing: text, maxFraction: field.constraints.fraction)?.raw
  }

  /// Why a number was refused, if it is one at all.
  private func fault(_ text: UnsafeBufferPointer<UInt8>) -> TypeFault? {
    guard isDecimal(text) else { return nil }
    let whole = text.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
    if Exact(parsing: whole) == nil { return .tooLarge }
    return field.type == .decimal ? .decimals : nil
  }

  private func spelled(_ value: Int64) -> String {
    field.type == .integer ? String(value) : Exact(raw: value).text
  }

  /// False where the number is out of bounds, and refused.
  @inline(__always) @discardableResult
  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ value: Int64, row: Int, cell: Grid.Cell,
    _ findings: inout FindingList
  ) -> Bool {
    if let least = field.constraints.minimum, value < least {
      refuse(.minimum, row: row, cell: cell, facts: ["minimum": spelled(least)], &findings)
    } else if let most = field.constraints.maximum, value > most {
      refuse(.maximum, row: row, cell: cell, facts: ["maximum": spelled(most)], &findings)
    } else {
      add(text, value)
      return true
    }
    return false
  }
}
