import Tables

extension ColumnReader {
  /// Dates: spelled, or serial numbers that a workbook shows as dates. The text of a serial
  /// number is the date as people write it.
  mutating func readDates(_ block: ColumnBlock, _ findings: inout FindingList) {
    var spelling: [UInt8] = []
    var plain = PlainRows(from: block.rows.lowerBound)
    for row in block.rows {
      guard let cell = plainCell(block[row]) else { continue }
      if cell.kind == .text, case let text = view.text(cell), isClean(text, collapsing: true),
        case .day(let day) = DateText(text)
      {
        dateOrder.addText(text, day, row: row)
        numbers.append(Int64(day.number))
        plain.bytes += text.count
        continue
      }
      take(&plain, before: row, of: block)
      switch cell.kind {
      case .number: refuseNumber(row: row, cell: cell, &findings)
      case .date, .dateTime:
        guard let day = Day(serial: view.text(cell), epoch1904: epoch1904) else {
          refuseType(row: row, cell: cell, &findings)
          continue
        }
        dateOrder.addSerial(day, row: row)
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
    take(&plain, before: block.rows.upperBound, of: block)
  }

  /// A number is a day only by its format, never by guess; which day it would be is said where somebody
  /// could be born on it.
  private mutating func refuseNumber(row: Int, cell: Grid.Cell, _ findings: inout FindingList) {
    var facts = ["type": field.type.rawValue, "reason": TypeFault.bareNumber.rawValue]
    if let day = Day(serial: view.text(cell), epoch1904: epoch1904), day.components.year >= 1950 {
      facts["suggestion"] = day.text
    }
    refuse(.typeError, row: row, cell: cell, facts: facts, &findings)
  }

  private mutating func readDateText(
    _ text: UnsafeBufferPointer<UInt8>, cell: Grid.Cell, row: Int, _ findings: inout FindingList
  ) {
    if text.isEmpty { return addBlank() }
    switch DateText(text) {
    case .day(let day):
      dateOrder.addText(text, day, row: row)
      add(text, Int64(day.number))
    case .wrong(let fault):
      if let rest = withoutApostrophe(text), case .day = DateText(rest) {
        countReread(row: row, cell: cell, as: Array(rest))
        return readDateText(rest, cell: cell, row: row, &findings)
      }
      if let worded = WordedDate(withoutApostrophe(text) ?? text) {
        return readWorded(worded, of: text, cell: cell, row: row, &findings)
      }
      if fault == .otherDay, let days = DateText.days(ofMoment: text) {
        let facts = [
          "type": field.type.rawValue, "reason": TypeFault.otherDay.rawValue, "written": days.written.text,
          "suggestion": days.here.text,
        ]
        return refuse(.typeError, row: row, cell: cell, facts: facts, &findings)
      }
      if fault == .noSuchDay { dateOrder.addWrong(text, row: row) }
      refuseType(row: row, cell: cell, fault: fault, &findings)
    }
  }

  private mutating func readWorded(
    _ date: WordedDate, of shown: UnsafeBufferPointer<UInt8>, cell: Grid.Cell, row: Int,
    _ findings: inout FindingList
  ) {
    date.bytes.withUnsafeBufferPointer { text in
      switch DateText(text) {
      case .day(let day):
        if !date.isNamed { dateOrder.addText(text, day, row: row, shown: shown) }
        var spelling: [UInt8] = []
        day.spell(into: &spelling)
        countReread(row: row, cell: cell, as: spelling)
        add(spelling, Int64(day.number))
      case .wrong(let fault):
        if fault == .noSuchDay, !date.isNamed { dateOrder.addWrong(text, row: row, shown: shown) }
        refuseType(row: row, cell: cell, fault: fault, &findings)
      }
    }
  }
}
