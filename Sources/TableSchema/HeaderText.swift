import Foundation
import Tables

/// The texts of the first rows of a sheet, as labels: trimmed, in NFC, one space
/// for each run of spaces and line breaks; a merged range has its text in each
/// of its cells.
struct HeaderText {
  /// How far down a header is looked for.
  static let depth: Int32 = 30

  struct Row {
    /// Position in ``Grid/rows``.
    var index: Int
    /// The sheet row, from 1.
    var number: Int32
    /// By sheet column; empty where there is nothing.
    var labels: [[UInt8]]
    /// Columns that have their label from a merged range that begins further left.
    var borrowed: [Bool]

    /// How many columns the label of a column stands over.
    func span(of column: Int) -> Int { 1 + borrowed[(column + 1)...].prefix { $0 }.count }
  }

  private(set) var rows: [Row] = []

  init(_ grid: Grid) {
    for (index, row) in grid.rows.enumerated() {
      guard row.number <= Self.depth else { break }
      rows.append(Row(index: index, number: row.number, labels: [], borrowed: []))
      for cell in grid.cellRange(ofRow: index).map({ grid.cells[$0] }) where cell.kind.isLabel {
        set(Self.label(grid.text(of: cell)), column: Int(cell.column), row: rows.count - 1)
      }
    }
    for merge in grid.merges { spread(merge) }
    let width = rows.map(\.labels.count).max() ?? 0
    for row in rows.indices { widen(row, to: width) }
  }

  private mutating func widen(_ row: Int, to width: Int) {
    let missing = width - rows[row].labels.count
    guard missing > 0 else { return }
    rows[row].labels += [[UInt8]](repeating: [], count: missing)
    rows[row].borrowed += [Bool](repeating: false, count: missing)
  }

  private mutating func set(_ label: [UInt8], column: Int, row: Int, borrowed: Bool = false) {
    widen(row, to: column + 1)
    rows[row].labels[column] = label
    rows[row].borrowed[column] = borrowed
  }

  /// A label merged across columns stands over each of them. One merged down
  /// needs nothing: an empty cell takes what stands above it.
  private mutating func spread(_ merge: Grid.Merge) {
    guard merge.firstColumn < merge.lastColumn,
      let row = rows.firstIndex(where: { $0.number == merge.firstRow }),
      Int(merge.firstColumn) < rows[row].labels.count
    else { return }
    let label = rows[row].labels[Int(merge.firstColumn)]
    guard !label.isEmpty else { return }
    // Titles are merged across whole sheets; nothing has more columns than this.
    var column = Int(merge.firstColumn) + 1
    while column <= min(Int(merge.lastColumn), 1023) {
      set(label, column: column, row: row, borrowed: true)
      column += 1
    }
  }

  /// Composed, and with single spaces.
  static func label(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { text in
      cleaned(text, collapsing: true).bytes
    }
  }
}

extension Grid.Kind {
  /// A cell that could be a label: text, or the `1` of a row of sub-labels.
  fileprivate var isLabel: Bool { self == .text || self == .number }
}
