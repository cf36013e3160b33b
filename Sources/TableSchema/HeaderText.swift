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

  /// Whether a row is there, and the one right below another.
  func hasRow(_ row: Int, below other: Int) -> Bool {
    row < rows.count && rows[row].number == rows[other].number + 1
  }

  init(_ grid: Grid) {
    for (index, row) in grid.rows.enumerated() {
      guard row.number <= Self.depth else { break }
      rows.append(Row(index: index, number: row.number, labels: [], borrowed: []))
      for cell in grid.cellRange(ofRow: index).lazy.map({ grid.cells[$0] }) where cell.kind.isLabel {
        set(Self.label(grid.text(of: cell)), column: Int(cell.column), row: rows.count - 1)
      }
    }
    spread(grid.merges)
    let width = rows.map(\.labels.count).max() ?? 0
    for row in rows.indices { widen(row, to: width) }
  }

  private mutating func widen(_ row: Int, to width: Int) {
    let missing = width - rows[row].labels.count
    guard missing > 0 else { return }
    rows[row].labels += repeatElement([], count: missing)
    rows[row].borrowed += repeatElement(false, count: missing)
  }

  private mutating func set(_ label: [UInt8], column: Int, row: Int, borrowed: Bool = false) {
    widen(row, to: column + 1)
    rows[row].labels[column] = label
    rows[row].borrowed[column] = borrowed
  }

  /// A label merged across columns stands over each of them. One merged down
  /// needs nothing: an empty cell takes what stands above it.
  private mutating func spread(_ merges: [Grid.Merge]) {
    var positions = [Int?](repeating: nil, count: Int(Self.depth) + 1)
    for (position, row) in rows.enumerated() where row.number >= 0 { positions[Int(row.number)] = position }
    for merge in merges where merge.firstColumn < merge.lastColumn {
      guard merge.firstRow >= 0, merge.firstRow <= Self.depth, let row = positions[Int(merge.firstRow)] else {
        continue
      }
      spread(Int(merge.firstColumn), upTo: Int(merge.lastColumn), row: row)
    }
  }

  /// No cell is in two ranges: one that lies over another, or is told twice, ends where the other begins,
  /// so that no number of ranges sets a label more than once.
  private mutating func spread(_ first: Int, upTo last: Int, row: Int) {
    guard first < rows[row].labels.count, !rows[row].borrowed[first] else { return }
    let label = rows[row].labels[first]
    guard !label.isEmpty else { return }
    // Titles are merged across whole sheets; nothing has more columns than this.
    var column = first + 1
    while column <= min(last, 1023), column >= rows[row].labels.count || !rows[row].borrowed[column] {
      set(label, column: column, row: row, borrowed: true)
      column += 1
    }
  }

  /// No label is longer, in bytes: of a longer text it is the beginning.
  private static let longest = 500

  /// Composed, and with single spaces.
  static func label(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    // Most are: every cell of the first rows is asked, of every sheet.
    if bytes.count <= longest, bytes.withUnsafeBufferPointer({ isClean($0, collapsing: true) }) {
      return Array(bytes)
    }
    // Letters of three bytes become one of two, and runs of spaces one.
    return beginning(bytes, longest * 8).withUnsafeBufferPointer { text in
      let label = cleaned(text, collapsing: true).bytes
      return Array(beginning(label[...], longest))
    }
  }

  /// The first `count` bytes, or fewer: whole characters of UTF-8.
  private static func beginning(_ text: ArraySlice<UInt8>, _ count: Int) -> ArraySlice<UInt8> {
    guard text.count > count else { return text }
    var end = text.startIndex + count
    while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end]
  }
}

extension Grid.Kind {
  /// A cell that could be a label: text, or the `1` of a row of sub-labels.
  fileprivate var isLabel: Bool { self == .text || self == .number }
}
