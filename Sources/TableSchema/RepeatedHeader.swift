import Tables

/// The lines of labels above the data, to be known again further down: a list that was printed in pages,
/// or put together from several, has them again.
struct RepeatedHeader {
  private struct Label {
    var firstByte: UInt8
    var key: [UInt8]
  }

  /// One or two lines; in each the labels by sheet column.
  private let lines: [[Int: Label]]
  private let view: CellView

  /// - Parameter first: position in ``Grid/rows`` of the first row below the header.
  init(_ grid: Grid, view: CellView, above first: Int) {
    self.view = view
    lines = (max(0, first - 2)..<max(0, min(first, grid.rows.count))).map { row in
      var labels: [Int: Label] = [:]
      for index in grid.cellRange(ofRow: row) {
        let text = view.text(view.cells[index])
        let key = labelKey(text)
        guard let firstByte = text.first, !key.isEmpty else { continue }
        labels[Int(view.cells[index].column)] = Label(firstByte: firstByte, key: key)
      }
      return labels
    }
  }

  /// Whether a row says nothing but the labels of one line, at least two of them. `first` is its first cell.
  func isRepeated(_ cells: Range<Int>, first: Int) -> Bool {
    lines.contains { labels in
      guard let label = labels[Int(view.cells[first].column)],
        // Cheap: no data begins with the letter of its label but by chance.
        view.text(view.cells[first]).first.map({ $0 | 0x20 }) == label.firstByte | 0x20
      else { return false }
      var count = 0
      for index in cells {
        let key = labelKey(view.text(view.cells[index]))
        if key.isEmpty { continue }
        guard labels[Int(view.cells[index].column)]?.key == key else { return false }
        count += 1
      }
      return count >= 2
    }
  }
}
