import Tables

extension ColumnReader {
  /// Dates: spelled, or the serial numbers of a workbook. The text of a serial
  /// number is the date as people write it.
  mutating func readDates(_ block: ColumnBlock, _ findings: inout FindingList) {
    var spelling: [UInt8] = []
    for row in block.rows {
      guard let cell = cell(block[row]) else { continue }
      switch cell.kind {
      case .date, .dateTime, .number:
        guard let day = Day(serial: view.text(cell), epoch1904: epoch1904), !isYear(cell) else {
          refuseType(row: row, cell: cell, &findings)
          continue
        }
        day.spell(into: &spelling)
        add(spelling, Int64(day.number))
      case .text, .isoDate:
        withText(of: cell, row: row) { reader, text in
          reader.readDateText(text, cell: cell, row: row, &findings)
        }
      default:
        if !refusesBroken(cell, row: row, &findings) { refuseType(row: row, cell: cell, &findings) }
      }
    }
  }

  /// A bare number such as 2010 is a year that somebody typed, not a day of 1905.
  private func isYear(_ cell: Grid.Cell) -> Bool {
    guard cell.kind == .number, let number = wholeNumber(view.text(cell)) else { return false }
    return (1900...2100).contains(number)
  }

  private mutating func readDateText(
    _ text: UnsafeBufferPointer<UInt8>, cell: Grid.Cell, row: Int, _ findings: inout FindingList
  ) {
    if text.isEmpty { return addBlank() }
    switch DateText(text) {
    case .day(let day): add(text, Int64(day.number))
    case .wrong(let fault): refuseType(row: row, cell: cell, fault: fault, &findings)
    }
  }
}
