public import Tables

extension CellView {
  /// The text of a cell as a person sees it in the sheet: of a date the day, of a truth value its word.
  func shown(_ cell: Grid.Cell, epoch1904: Bool) -> [UInt8] {
    let text = self.text(cell)
    switch cell.kind {
    case .date, .dateTime:
      guard let day = Day(serial: text, epoch1904: epoch1904) else { return Array(text) }
      let time = cell.kind == .date ? nil : clock(text, afterDays: true)
      return Array(day.text.utf8) + (time.map { [UInt8(ascii: " ")] + $0 } ?? [])
    case .isoDate:
      if case .day(let day) = DateText(text) { return Array(day.text.utf8) }
      return Array(text)
    case .time: return clock(text) ?? Array(text)
    case .boolean: return Array((text.elementsEqual("1".utf8) ? "TRUE" : "FALSE").utf8)
    case .text, .number, .error, .formulaWithoutValue: return Array(text)
    }
  }

  /// `10:10:10` of a part of a day; with `afterDays` without the days before it.
  private func clock(_ text: UnsafeBufferPointer<UInt8>, afterDays: Bool = false) -> [UInt8]? {
    guard let serial = Double(String(decoding: text, as: UTF8.self)), serial >= 0, serial < 3_000_000 else {
      return nil
    }
    let seconds = Int((serial * 86_400).rounded()) % (afterDays ? 86_400 : Int.max)
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return Array(parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":").utf8)
  }
}

extension Grid {
  /// What a person sees in a cell of the sheet, its row counted from 1 and its column from 0; nil where
  /// there is nothing.
  public func shownText(row: Int, column: Int) -> String? {
    guard column >= 0 else { return nil }
    let position = rows.partitioningIndex { $0.number >= row }
    guard position < rows.count, rows[position].number == row,
      let cell = cellRange(ofRow: position).first(where: { cells[$0].column == column })
    else { return nil }
    return CellView.of(self) { view in
      String(decoding: view.shown(view.cells[cell], epoch1904: epoch1904), as: UTF8.self)
    }
  }
}
