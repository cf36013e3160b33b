import Tables

extension FindingList {
  /// Tells each label between two rows of the sheet whose letters had been misread and are undone.
  mutating func tellUnmangledLabels(_ grid: Grid, _ view: CellView, rows: ClosedRange<Int32>) {
    for (index, row) in grid.rows.enumerated() where rows.contains(row.number) {
      for cell in grid.cellRange(ofRow: index).map({ view.cells[$0] }) where cell.kind == .text {
        let text = view.text(cell)
        guard hasForeignLetters(text) else { continue }
        let label = cleaned(text, collapsing: true)
        guard label.isUnmangled else { continue }
        let repaired = String(decoding: label.bytes, as: UTF8.self)
        add(
          .converted, .repair, headerRow: row.number,
          column: ColumnPlace(label: repaired, sheetColumn: Int(cell.column)),
          value: String(decoding: text, as: UTF8.self),
          facts: ["encoding": OldEncoding.mangled.rawValue, "repaired": repaired])
      }
    }
  }
}
