import Tables

/// The lines of labels above the data, to be known again further down: a list that was printed in pages,
/// or put together from several, has them again.
struct RepeatedHeader {
  private struct Line {
    /// The labels by sheet column.
    var keys: [Int: [UInt8]] = [:]
    /// By sheet column what a label begins with; 0 where there is none.
    var firstBytes: [UInt8] = []

    mutating func add(_ key: [UInt8], firstByte: UInt8, column: Int) {
      keys[column] = key
      while firstBytes.count <= column { firstBytes.append(0) }
      firstBytes[column] = firstByte | 0x20
    }
  }

  /// The lines of the header, at least two.
  private let lines: [Line]
  /// All of their labels.
  private let keys: Set<[UInt8]>
  private let view: CellView

  /// - Parameters:
  ///   - first: position in ``Grid/rows`` of the first row below the header.
  ///   - count: how many rows the header has.
  init(_ grid: Grid, view: CellView, above first: Int, count: Int) {
    self.view = view
    lines = (max(0, first - max(2, count))..<max(0, min(first, grid.rows.count))).map { row in
      var line = Line()
      for index in grid.cellRange(ofRow: row) {
        let text = view.text(view.cells[index])
        let key = labelKey(text)
        guard let firstByte = text.first, !key.isEmpty else { continue }
        line.add(key, firstByte: firstByte, column: Int(view.cells[index].column))
      }
      return line
    }
    keys = Set(lines.flatMap(\.keys.values))
  }

  /// Whether most of a row are the labels, at least two of them, wherever they stand.
  func areLabels(_ cells: Range<Int>) -> Bool {
    // Cheap: in nearly every row of data there is a number or a date, and among labels none.
    for index in cells {
      let cell = view.cells[index]
      guard cell.kind == .text else { return false }
      if let first = view.text(cell).first, first &- UInt8(ascii: "0") < 10 { return false }
    }
    let filled = cells.filter { !view.text(view.cells[$0]).isEmpty }
    let found = filled.count { keys.contains(labelKey(view.text(view.cells[$0]))) }
    return found >= 2 && 2 * found > filled.count
  }

  /// The first byte of U+FEFF, which stands where two text files were joined.
  private static let markOfBeginning: UInt8 = 0xEF

  /// Whether a row says nothing but the labels of one line, at least two of them. `first` is its first cell.
  func isRepeated(_ cells: Range<Int>, first: Int) -> Bool {
    let column = Int(view.cells[first].column)
    guard let firstByte = view.text(view.cells[first]).first else { return false }
    return lines.contains { line in
      // Cheap: no data begins with the letter of its label but by chance, nor with the mark of another file's
      // beginning.
      guard column < line.firstBytes.count,
        line.firstBytes[column] == firstByte | 0x20 || firstByte == Self.markOfBeginning
      else { return false }
      var count = 0
      for index in cells {
        let key = labelKey(view.text(view.cells[index]))
        if key.isEmpty { continue }
        guard line.keys[Int(view.cells[index].column)] == key else { return false }
        count += 1
      }
      return count >= 2
    }
  }
}
